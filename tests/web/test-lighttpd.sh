# The configurations in doc/ behind a real lighttpd, FastCGI and CGI.
. tests/tap.sh

PATH=$PATH:/usr/sbin
if ! command -v lighttpd >/dev/null; then echo "1..0 # skip no lighttpd"; echo "ok 1 # skip"; exit 0; fi
"$BUILD/pilot-index" >/dev/null 2>&1
export PILOTZOEKER_CGI="$PWD/$BUILD/pilot-search.cgi" PILOTZOEKER_RUN="$tmp/run"
server=
stop() { [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; }
trap 'stop; rm -rf "$tmp"' EXIT

# A port that nobody listens on: the kernel tells by refusing.
free_port() {
	port=$((20000 + $$ % 20000))
	while curl -s -o /dev/null "http://127.0.0.1:$port/"; do port=$((port + 1)); done
	echo "$port"
}
# start CONFIGURATION
start() {
	stop; rm -rf "$tmp/run"; mkdir -p "$tmp/run"
	PORT=$(free_port); export PORT
	lighttpd -D -f "doc/$1" >"$tmp/server.log" 2>&1 & server=$!
	for _ in $(seq 100); do
		curl -s -o /dev/null "http://127.0.0.1:$PORT$base/gezond" && return
		sleep 0.1
	done
}
fetch() { curl -s "http://127.0.0.1:$PORT$base$1"; }
code() { curl -s -o /dev/null -w '%{http_code}' "$@"; }

for kind in fastcgi cgi; do
	base=; [ $kind = cgi ] && base=/zoek
	start "lighttpd-$kind.conf"
	is "$(fetch /gezond)" gezond "$kind: healthy"
	like "$(fetch '/?q=huurgeschil')" '<mark>huurgeschil</mark>' "$kind: a search"
	like "$(fetch /)" "href=\"$base/stijl.css\"" "$kind: links stay under our root"
	is "$(fetch '/v1/passages?q=huur' | jq .totaalVolledig)" 2 "$kind: the API"
	is "$(code "http://127.0.0.1:$PORT$base/nergens")" 404 "$kind: 404"
	is "$(code -I "http://127.0.0.1:$PORT$base/?q=huur")" 200 "$kind: HEAD"
	is "$(code -X DELETE "http://127.0.0.1:$PORT$base/")" 405 "$kind: 405"
	is "$(fetch '/?--help+-o%2Fx' | grep -c 'Usage')" 0 "$kind: a query string is no arguments"
	tag=$(curl -s -D - -o /dev/null "http://127.0.0.1:$PORT$base/?q=huur" | tr -d '\r' | sed -n 's/^ETag: //p')
	is "$(code -H "If-None-Match: $tag" "http://127.0.0.1:$PORT$base/?q=huur")" 304 "$kind: 304"
done

# FastCGI goes on while the index is replaced, and serves the new one.
base=
start lighttpd-fastcgi.conf
is "$(fetch '/v1/passages?q=Zwolle' | jq .totaalVolledig)" 0 "before the new annex"
"$BUILD/pilot-index" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
is "$(fetch '/v1/passages?q=Zwolle' | jq .totaalVolledig)" 1 "and right after it, without a restart"
failed=0
for _ in 1 2 3 4 5; do
	"$BUILD/pilot-index" >/dev/null 2>&1 &
	for _ in 1 2 3 4 5 6 7 8; do
		[ "$(code "http://127.0.0.1:$PORT/v1/passages?q=huur")" = 200 ] || failed=$((failed + 1))
	done
	wait $!
done
is "$failed" 0 "no request fails while the index is published again and again"
child=$(pgrep -P "$server" | head -n 1)
before=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
for i in $(seq 300); do echo "url = \"http://127.0.0.1:$PORT/?q=recht$i\""; done |
	curl -s -o /dev/null -K - >/dev/null
after=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
case $BUILD in *san*) after=$before ;; esac # a sanitizer keeps what was freed
ok "memory stays flat ($before to $after kB)" [ "$after" -lt $((before + 8192)) ]
stop
done_testing
