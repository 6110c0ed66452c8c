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
done_testing
