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
	like "$(fetch "$url/?q=ge%C3%AFnformeerd")" '<h1>[0-9]+ pilots? voor ‘geïnformeerd’' "$1: letters with accents"
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
# One who sends a part of what was announced, and no more, holds up nobody.
while_one_is_slow() {
	mkfifo "$tmp/go.$1"
	perl -MIO::Socket::INET -e '$| = 1; my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]"); $s->autoflush; print $s "POST $ARGV[1]/kamervraag HTTP/1.1\r\nHost: localhost\r\n" .
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\ntekst=" . "a" x 20000; print "sent\n"; <STDIN>' "$PORT" "$base" <"$tmp/go.$1" >"$tmp/sent" & slow=$!
	exec 6>"$tmp/go.$1"
	for _ in $(seq 100); do grep -q sent "$tmp/sent" && break; sleep 0.05; done
	sleep 0.3
	is "$(for _ in 1 2 3 4; do fetch --max-time 8 "$url/gezond"; done | tr -d '\n')" gezondgezondgezondgezond "$1: a body that does not come holds up nobody"
	exec 6>&-; wait "$slow"
}
for kind in lighttpd-fastcgi lighttpd-cgi apache-fastcgi apache-cgi nginx-fastcgi nginx-cgi; do
	start $kind
	suite $kind
	while_one_is_slow $kind
done

# FastCGI goes on while the index is replaced, and serves the new one.
republishes() {
	"$BUILD/pilot-index" >/dev/null 2>&1
	is "$(fetch "$url/v1/passages?q=Zwolle" | jq .totaalVolledig)" 0 "$1: before the new annex"
	"$BUILD/pilot-index" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
	is "$(fetch "$url/v1/passages?q=Zwolle" | jq .totaalVolledig)" 1 "$1: and right after it, without a restart"
	failed=0
	for _ in 1 2 3 4 5; do
		"$BUILD/pilot-index" >/dev/null 2>&1 &
		indexer=$!
		for _ in 1 2 3 4 5 6 7 8; do
			[ "$(code "$url/v1/passages?q=huur")" = 200 ] || failed=$((failed + 1))
		done
		wait $indexer
	done
	is "$failed" 0 "$1: no request fails while the index is published again and again"
}
start lighttpd-fastcgi
republishes lighttpd-fastcgi
child=$(pgrep -P "$server" | head -n 1)
before=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
for i in $(seq 300); do printf 'url = "%s/?q=recht%s"\n' "$url" "$i"; done | curl -s -o /dev/null -K - >/dev/null
after=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
case $BUILD in *san*) after=$before ;; esac # a sanitizer keeps what was freed
ok "memory stays flat ($before to $after kB)" [ "$after" -lt $((before + 8192)) ]
stop

# A host that only has CGI: cgi-fcgi hands its requests to two processes that stay.
# With a sanitizer it is ten times as slow, and has the same CPU time.
questions=100 little=30 # ms of CPU time: enough to start, not for a hundred questions
case $BUILD in *san*) questions=10 little=300 ;; esac
many() {
	for i in $(seq "$1"); do
		echo "$i. Waarom is de pilot over huurgeschillen en schulden in gemeente $i gestopt, en hoeveel zaken waren er bij de rechtbank?"
	done >"$tmp/questions"
}
many $questions
ask() { fetch --data-urlencode "tekst@$tmp/questions" "$url/kamervraag" "$@"; }
# settle N: waits until so many stand
settle() { for _ in $(seq 100); do [ "$(standing | wc -l)" -eq "$1" ] && return; sleep 0.1; done; }
# shellcheck disable=SC2046
end_all() {
	kill "$1" $(standing) 2>/dev/null; settle 0
	# one that dies slowly, as with a sanitizer, still listens when nothing else is seen of it
	for _ in $(seq 100); do grep -q "$tmp/run/socket\$" /proc/net/unix || return 0; sleep 0.1; done
}

hands_over() {
	start "$1"; first=$(standing)
	is "$(echo "$first" | wc -l)" 2 "$1: two processes"
	suite "$1"
	is "$(code "$url/?-start+-connect+$tmp/run/other+/bin/true")" 200 "$1: a query string is no arguments of cgi-fcgi"
	ask --limit-rate 8M >"$tmp/handed"
	is "$(standing)" "$first" "$1: the same two after all these requests"
	end_all -KILL
	is "$(code "$url/gezond")" 200 "$1: when they have died the next request starts others, on the socket that is left"
	settle 2; is "$(standing | wc -l)" 2 "$1: two again"
	start "${1%-fcgi}"; ask >"$tmp/own"
	is "$(grep -o '<h2 id="vraag-' "$tmp/own" | wc -l)" "$questions" "$1: an answer to each question"
	ok "$1: of $(($(wc -c <"$tmp/own") / 1024)) kB, as without cgi-fcgi" cmp "$tmp/own" "$tmp/handed"
}
hands_over apache-cgi-fcgi
hands_over lighttpd-cgi-fcgi

start lighttpd-cgi-fcgi
republishes lighttpd-cgi-fcgi

# ahead SETTING...: starts them as at a boot, before the server has a request for them
ahead() { end_all -TERM; env "$@" REQUEST_METHOD=GET PATH_INFO=/gezond "$PILOTZOEKER_CGI" </dev/null; }
like "$(ahead PILOTZOEKER_NAAM=Vooraf)" '^gezond' "cgi-fcgi starts them ahead"
like "$(fetch "$url/")" 'Vooraf</title>' "and the server finds these, with their settings"
confined() { for process in $(standing); do sed -n 's/^Seccomp:[^0-9]*//p' "/proc/$process/status"; done | xargs; }
case $BUILD in *san* | *coverage*) ;; # they do what a sandbox forbids
*)
	for _ in $(seq 100); do [ "$(confined)" = "2 2" ] && break; sleep 0.1; done
	is "$(confined)" "2 2" "both in their sandbox"
	;;
esac

# Two at a time: while one waits for its body the other answers; SIGTERM lets both finish.
mkfifo "$tmp/body"
body='{"q":"huurgeschil"}'
REQUEST_METHOD=POST PATH_INFO=/v1/passages/_zoek CONTENT_TYPE=application/json CONTENT_LENGTH=${#body} \
	"$PILOTZOEKER_CGI" <"$tmp/body" >"$tmp/answer" 2>/dev/null & client=$!
exec 7>"$tmp/body"
# They have no standard output: descriptor 1 is the connection of the request in hand.
in_hand() { for process in $(standing); do [ -e "/proc/$process/fd/1" ] && return; done; false; }
for _ in $(seq 100); do in_hand && break; sleep 0.1; done
is "$(fetch "$url/gezond")" gezond "one that waits for its body holds up nobody"
# shellcheck disable=SC2046
kill $(standing); settle 1
printf %s "$body" >&7; exec 7>&-; wait $client
is "$(sed '1,/^\r*$/d' "$tmp/answer" | jq .totaalVolledig)" 2 "SIGTERM lets it finish behind cgi-fcgi too"

many 100
ahead PILOTZOEKER_CPU_MS=$little >/dev/null
clients=
for i in 1 2; do ask -o /dev/null -w '%{http_code} ' >"$tmp/code.$i" & clients="$clients $!"; done
# shellcheck disable=SC2086
wait $clients
is "$(cat "$tmp/code.1" "$tmp/code.2")" "503 503 " "two at a time that take too much CPU time: each gets its answer"
settle 0; is "$(standing)" "" "and both processes end"
is "$(code "$url/gezond")" 200 "and the next request starts others"
stop
stop

# On SIGTERM the request in hand is finished: its body comes when the signal has been given.
mkdir -p "$tmp/run"; rm -f "$tmp/run/fastcgi"
cp "$BUILD/pilot-search.cgi" "$tmp/run/"
fastcgi "$tmp/run/pilot-search.cgi"
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
fastcgi "$tmp/run/pilot-search.cgi"
long=$(echo recht juridisch gemeente problemen pilot project bijstand samenwerking loket advocaat inwoners kinderen hulp oplossing zaak rechter kosten gebruik digitaal sociaal ondersteuning besluit partijen mediation | sed 's/ /+OR+/g')
REQUEST_METHOD=GET PATH_INFO=/v1/passages QUERY_STRING="q=$long&aantal=100" \
	cgi-fcgi -bind -connect "$tmp/run/fastcgi" 2>/dev/null </dev/null | tr -d '\r' >"$tmp/answer"
is "$(sed -n 's/^Status: //p' "$tmp/answer")" "503 Service Unavailable" "FastCGI: CPU time is limited"
is "$(sed '1,/^$/d' "$tmp/answer" | jq .status)" 503 "with an answer that says so"
wait "$helper"; is "$?" 1 "and the process ends"
helper=
unset PILOTZOEKER_CPU_MS

# keep-running: two processes, replaced whatever happens to them, and as often as it does.
rm -f "$tmp/run/fastcgi"
export PILOTZOEKER_WAIT_MS=500
fastcgi doc/servers/keep-running "$tmp/run/pilot-search.cgi"
settle 2
through() { # VARIABLE=VALUE...: a request to the socket, with standard input as its body
	env "$@" cgi-fcgi -bind -connect "$tmp/run/fastcgi" 2>/dev/null | tr -d '\r'
}
healthy() { through REQUEST_METHOD=GET PATH_INFO=/gezond </dev/null | tail -n 1; }
first=$(standing)
# shellcheck disable=SC2046
kill -HUP "$helper" $(standing)
is "$(healthy) $(standing)" "gezond $first" "SIGHUP ends nothing"
for _ in 1 2 3 4 5 6 7 8; do
	# shellcheck disable=SC2046
	kill -KILL $(standing) 2>/dev/null; sleep 0.1
done
settle 2
is "$(standing | wc -l) $(healthy)" "2 gezond" "they are replaced, however often they die"

# A body that does not come: 408, and the process goes on. One that comes by the letter too.
first=$(standing)
mkfifo "$tmp/slow"
through REQUEST_METHOD=POST PATH_INFO=/v1/passages/_zoek CONTENT_TYPE=application/json CONTENT_LENGTH=60000 <"$tmp/slow" >"$tmp/answer" & client=$!
exec 7>"$tmp/slow"; printf '{"q":' >&7
wait $client; exec 7>&-
is "$(sed -n 's/^Status: //p' "$tmp/answer")" "408 Request Timeout" "a body that does not come"
is "$(sed '1,/^$/d' "$tmp/answer" | jq .status)" 408 "is told so"
is "$(healthy) $(standing)" "gezond $first" "by a process that goes on"

# An index that is moved, with another in its place, which a process that may read its own alone
# (Landlock) cannot open: it answers from what it has, and a new one takes over.
"$BUILD/pilot-index" >/dev/null 2>&1
zwolle() { through REQUEST_METHOD=GET PATH_INFO=/v1/passages QUERY_STRING=q=Zwolle </dev/null | sed '1,/^$/d' | jq .totaalVolledig; }
is "$(zwolle)" 0 "before another index"
"$BUILD/pilot-index" --index "$tmp/another" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
mv "$PILOTZOEKER_INDEX" "$tmp/away"; mv "$tmp/another" "$PILOTZOEKER_INDEX"
wrong=0
for _ in 1 2 3 4 5 6; do case $(zwolle) in 0 | 1) ;; *) wrong=$((wrong + 1)) ;; esac; sleep 0.3; done
is "$wrong $(zwolle)" "0 1" "another in its place is served, and no request fails"
mv "$PILOTZOEKER_INDEX" "$tmp/another"; mv "$tmp/away" "$PILOTZOEKER_INDEX"
kill -TERM "$helper"; wait "$helper"; is "$? $(standing)" "0 " "SIGTERM ends them all"
helper=
done_testing
