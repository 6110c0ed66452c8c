# A library that gives up by abort(), as GLib does at times without memory: a message and a status,
# no core.
. tests/tap.sh

"$BUILD/pilot-index" >/dev/null 2>&1
mkfifo "$tmp/questions"
"$BUILD/pilot-search" --question - <"$tmp/questions" >"$tmp/out" 2>"$tmp/err" & program=$!
exec 9>"$tmp/questions" # and nothing is written: it waits
for _ in $(seq 100); do readlink "/proc/$program/fd/"* | grep -q "$PILOTZOEKER_INDEX" && break; sleep 0.05; done
kill -ABRT "$program"
wait "$program"
is "$?" 3 "a status"
is "$(cat "$tmp/err")" "pilot-search: cannot go on" "and a message"

# A page that crashes is a crash, and an answer.
for signal in SEGV BUS ABRT; do
	rm -f "$tmp/body"; mkfifo "$tmp/body"
	PILOTZOEKER_WAIT_MS=600000 REQUEST_METHOD=POST CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=99 PATH_INFO=/kamervraag "$BUILD/pilot-search.cgi" <"$tmp/body" >"$tmp/out" 2>"$tmp/err" & program=$!
	exec 8>"$tmp/body"
	printf 'tekst=' >&8
	for _ in $(seq 100); do [ -z "$(find "/proc/$program/fd" -lname "$PILOTZOEKER_INDEX*" 2>/dev/null)" ] || break; sleep 0.05; done
	kill -$signal "$program"
	wait "$program"; status=$?
	exec 8>&-
	like "$(head -n 1 "$tmp/out")" '^Status: 503' "SIG$signal while a page is made: 503"
	ok "and no exit of 0" [ "$status" -ne 0 ]
done
done_testing
