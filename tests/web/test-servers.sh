# The configurations in doc/servers/ behind the real servers: one suite for all.
. tests/tap.sh
needs jq curl lighttpd apache2 nginx spawn-fcgi fcgiwrap cgi-fcgi pgrep
. tests/servers.sh

"$BUILD/pilot-index" >/dev/null 2>&1
fetch() { curl -s --path-as-is "$@"; }
code() { curl -s --path-as-is -o /dev/null -w '%{http_code}' "$@"; }
header() { name=$1; shift; curl -s -D - -o /dev/null "$@" | tr -d '\r' | sed -n "s/^$name: //Ip"; }

suite() {
	like "$(fetch "$url/?q=huurgeschil")" '<mark>huurgeschil</mark>' "$1: a search"
	like "$(fetch "$url/")" "href=\"$base/stijl.css\"" "$1: links stay under our root"
	is "$(fetch "$url/v1/passages?q=huur" | jq .totaalVolledig)" 2 "$1: the API"
	is "$(fetch "$url/v1/passages/_zoek" -H 'Content-Type: application/json' -d '{"q":"huur"}' | jq .totaalVolledig)" 2 "$1: POST"
	like "$(fetch "$url/?q=ge%C3%AFnformeerd")" '<h1>[0-9]+ passages? voor ‘geïnformeerd’' "$1: letters with accents"
	is "$(code "$url/nergens")" 404 "$1: 404"
	like "$(code "$url/pilots/..%2f..%2fetc")" '40[04]' "$1: no way out by %2F"
	is "$(code -I "$url/?q=huur")" 200 "$1: HEAD"
	is "$(code -X DELETE "$url/themas")" 405 "$1: 405"
	is "$(code "$url/?q=%e9")" 400 "$1: 400"
	is "$(fetch "$url/?--help+-o%2Fx" | grep -c Usage)" 0 "$1: a query string is no arguments"
	tag=$(header ETag "$url/?q=huur")
	like "$tag" '^"[0-9a-f]+"$' "$1: an ETag"
	is "$(code -H "If-None-Match: $tag" "$url/?q=huur")" 304 "$1: 304"
	like "$(header Content-Security-Policy "$url/nergens")" "^default-src 'none'" "$1: a policy on errors too"
	is "$(head -c 70000 /dev/zero | tr '\0' a | code --data-binary @- -H 'Content-Type: application/json' "$url/v1/passages/_zoek" | sed 's/413/400/')" 400 "$1: a body that is too long"
}
for kind in lighttpd-fastcgi lighttpd-cgi apache-fastcgi apache-cgi nginx-fastcgi nginx-cgi; do
	start $kind
	suite $kind
done

# FastCGI goes on while the index is replaced, and serves the new one.
start lighttpd-fastcgi
is "$(fetch "$url/v1/passages?q=Zwolle" | jq .totaalVolledig)" 0 "before the new annex"
"$BUILD/pilot-index" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
is "$(fetch "$url/v1/passages?q=Zwolle" | jq .totaalVolledig)" 1 "and right after it, without a restart"
failed=0
for _ in 1 2 3 4 5; do
	"$BUILD/pilot-index" >/dev/null 2>&1 &
	indexer=$!
	for _ in 1 2 3 4 5 6 7 8; do
		[ "$(code "$url/v1/passages?q=huur")" = 200 ] || failed=$((failed + 1))
	done
	wait $indexer
done
is "$failed" 0 "no request fails while the index is published again and again"
child=$(pgrep -P "$server" | head -n 1)
before=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
for i in $(seq 300); do printf 'url = "%s/?q=recht%s"\n' "$url" "$i"; done | curl -s -o /dev/null -K - >/dev/null
after=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
case $BUILD in *san*) after=$before ;; esac # a sanitizer keeps what was freed
ok "memory stays flat ($before to $after kB)" [ "$after" -lt $((before + 8192)) ]
stop

# On SIGTERM the request in hand is finished: its body comes when the signal has been given.
mkdir -p "$tmp/run"; rm -f "$tmp/run/fastcgi"
cp "$BUILD/pilot-search.cgi" "$tmp/run/"
fastcgi "$PILOTZOEKER_CGI"
body='{"q":"huurgeschil"}'
{ sleep 1; printf %s "$body"; } |
	REQUEST_METHOD=POST PATH_INFO=/v1/passages/_zoek CONTENT_TYPE=application/json CONTENT_LENGTH=${#body} \
	cgi-fcgi -bind -connect "$tmp/run/fastcgi" >"$tmp/answer" 2>/dev/null &
client=$!
sleep 0.5; kill -TERM "$helper"
wait $client
is "$(sed '1,/^\r*$/d' "$tmp/answer" | jq .totaalVolledig)" 2 "SIGTERM lets the request in hand finish"
wait "$helper"; is "$?" 0 "and then it ends well"
helper=

# A request that takes more CPU time than allowed gets an answer, and its process ends.
rm -f "$tmp/run/fastcgi"
export PILOTZOEKER_CPU_MS=1
fastcgi "$PILOTZOEKER_CGI"
long=$(echo recht juridisch gemeente problemen pilot project bijstand samenwerking loket advocaat inwoners kinderen hulp oplossing zaak rechter kosten gebruik digitaal sociaal ondersteuning besluit partijen mediation | sed 's/ /+OR+/g')
REQUEST_METHOD=GET PATH_INFO=/v1/passages QUERY_STRING="q=$long&aantal=100" \
	cgi-fcgi -bind -connect "$tmp/run/fastcgi" 2>/dev/null </dev/null | tr -d '\r' >"$tmp/answer"
is "$(sed -n 's/^Status: //p' "$tmp/answer")" "503 Service Unavailable" "FastCGI: CPU time is limited"
is "$(sed '1,/^$/d' "$tmp/answer" | jq .status)" 503 "with an answer that says so"
wait "$helper"; is "$?" 1 "and the process ends"
helper=
done_testing
