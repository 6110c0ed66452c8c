# A system that refuses the sandbox: nothing is answered but 503, and why is said, unless a setting
# allows it.
. tests/tap.sh
needs jq
case $BUILD in *san* | *coverage*) echo "ok 1 - the sandbox # skip they do what it forbids"; echo "1..1"; exit ;; esac

"$BUILD/pilot-index" >/dev/null 2>&1
${CC:-cc} -std=gnu11 -o "$tmp/refuse" tests/faults/refuse.c -lseccomp
# page PATH VARIABLE=VALUE...: without seccomp; prctl is what the library falls back on, and needs
page() {
	path=$1; shift
	env REQUEST_METHOD=GET PATH_INFO="$path" QUERY_STRING=q=huurgeschil "$@" \
		"$tmp/refuse" seccomp prctl -- "$BUILD/pilot-search.cgi" </dev/null 2>"$tmp/err" | tr -d '\r' >"$tmp/answer"
}
status() { sed -n '1s/Status: \([0-9]*\).*/\1/p' "$tmp/answer"; }
for path in / /v1/passages /gezond /stijl.css; do
	page $path X=; is "$(status) $(grep -c '^Retry-After: ' "$tmp/answer")" "503 1" "without a sandbox $path is 503"
	is "$(grep -c 'huurgeschil' "$tmp/answer")" 0 "with nothing of the index or the request"
	like "$(cat "$tmp/err")" '^pilot-search.cgi: the system refuses the sandbox .*PILOTZOEKER_UNCONFINED=1' "and standard error says why, and what may be done"
done
page /v1/passages X=; is "$(sed '1,/^$/d' "$tmp/answer" | jq .status)" 503 "in the API as a problem"
page / PILOTZOEKER_UNCONFINED=0; is "$(status)" 503 "a setting that says no"
page / PILOTZOEKER_UNCONFINED=1; is "$(status) $(grep -c '<mark>huurgeschil</mark>' "$tmp/answer" | sed 's/^[1-9].*/some/')" "200 some" "a setting that allows it"
like "$(cat "$tmp/err")" 'refuses the sandbox .*goes on without' "is said too"
env REQUEST_METHOD=GET PATH_INFO=/gezond "$BUILD/pilot-search.cgi" </dev/null >"$tmp/answer" 2>"$tmp/err"
is "$(tail -n 1 "$tmp/answer") $(cat "$tmp/err")" "gezond " "with a sandbox nothing is said"
done_testing
