#!/bin/sh
# Many requests to FastCGI processes while the index is published anew every second: no request
# may fail, no answer may be other than that of an index that was published, memory stays flat.
#   bench/soak.sh [SECONDS]     default 90; exit 1 when something of that is not so
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
seconds=${1:-90}
. tests/tap.sh
. tests/faults/two.sh >/dev/null
. tests/servers.sh
command -v wrk >/dev/null || { echo "soak: wrk is not installed"; exit 0; }
# What may be answered to one request, by either index.
query='/v1/passages?q=huurgeschil+OR+pachtgeschil&aantal=40'
plain() { jq -cS 'del(.tijdMs, ._links, .index)' 2>&1; }
for which in first second; do
	"$BUILD/pilot-index" "$tmp/$which" >/dev/null 2>&1
	start lighttpd-fastcgi
	curl -s "$url$query" | plain >"$tmp/$which.wanted"
done
cat >"$tmp/paths.lua" <<'LUA'
local paths = { "/?q=huurgeschil", "/?q=schulden+gemeente&status=lopend", "/pilots/beslisboom", "/tijdlijn", "/themas/scheiden",
	"/v1/passages?q=echtscheiding", "/?q=alimentaite", "/?q=xyzzyq", "/suggesties?q=huur", "/export?q=huur&formaat=odt",
	"/kamervraag?tekst=Wat+doet+u+voor+huurders%3F", "/vergelijk?pilot=beslisboom&pilot=mijn-zaak", "/atom?q=recht" }
local n = 0
request = function() n = n + 1; return wrk.format("GET", paths[n % #paths + 1]) end
LUA
memory() { for child in $(pgrep -P "$server"); do awk '/VmRSS/ { print $2 }' "/proc/$child/status"; done | sort -n | tail -n 1; }
publish() {
	while [ ! -e "$tmp/enough" ]; do
		for which in first second; do "$BUILD/pilot-index" --full "$tmp/$which" >/dev/null 2>&1 && echo >>"$tmp/published"; sleep 0.7; done
	done
}
compare() {
	while [ ! -e "$tmp/enough" ]; do
		curl -s "$url$query" | plain >"$tmp/now"
		if cmp -s "$tmp/now" "$tmp/first.wanted" || cmp -s "$tmp/now" "$tmp/second.wanted"; then echo >>"$tmp/right"
		else { echo; head -c 400 "$tmp/now"; } >>"$tmp/wrong"; fi
	done
}
publish & publisher=$!
compare & comparer=$!
wrk -t1 -c2 -d5 -s "$tmp/paths.lua" "$url" >/dev/null
before=$(memory)
wrk -t1 -c2 -d"$seconds" -s "$tmp/paths.lua" "$url" >"$tmp/wrk"
after=$(memory)
: >"$tmp/enough"; wait $publisher $comparer
requests=$(sed -n 's/ *\([0-9]*\) requests in.*/\1/p' "$tmp/wrk")
failed=$(awk '/Non-2xx/ { n += $NF } /Socket errors/ { gsub(/,/, ""); n += $4 + $6 + $8 + $10 } END { print n + 0 }' "$tmp/wrk")
count() { [ -e "$1" ] && grep -c "^$" "$1" || echo 0; }
echo "$requests requests, $failed failed; the index was published $(count "$tmp/published") times"
echo "$(count "$tmp/right") answers compared, $(count "$tmp/wrong") wrong; largest process: $before kB after 5 s, $after kB at the end"
[ ! -e "$tmp/wrong" ] || tail -n 3 "$tmp/wrong"
stop
[ "$failed" -eq 0 ] && [ ! -e "$tmp/wrong" ] && [ "$after" -lt $((before * 5 / 4 + 2000)) ]
