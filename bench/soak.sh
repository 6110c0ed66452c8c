#!/bin/sh
# Many requests to one FastCGI process, and whether its memory stays flat.
#   bench/soak.sh [SECONDS]     default 90: at a thousand a second about 100,000
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
seconds=${1:-90}
. tests/tap.sh
. tests/servers.sh
command -v wrk >/dev/null || { echo "soak: wrk is not installed"; exit 0; }
"$BUILD/pilot-index" >/dev/null 2>&1
start lighttpd-fastcgi
cat >"$tmp/paths.lua" <<'EOF'
local paths = { "/?q=huurgeschil", "/?q=schulden+gemeente&status=lopend", "/pilots/beslisboom", "/tijdlijn", "/themas/scheiden",
	"/v1/passages?q=echtscheiding", "/?q=alimentaite", "/?q=xyzzyq", "/?thema=onzin", "/suggesties?q=huur", "/export?q=huur&formaat=odt",
	"/kamervraag?tekst=Wat+doet+u+voor+huurders%3F", "/vergelijk?pilot=beslisboom&pilot=mijn-zaak", "/atom?q=recht" }
local n = 0
request = function() n = n + 1; return wrk.format("GET", prefix .. paths[n % #paths + 1]) end
init = function(args) prefix = "" end
EOF
memory() { for child in $(pgrep -P "$server"); do awk '/VmRSS/ { printf "%s ", $2 }' "/proc/$child/status"; done; }
wrk -t1 -c2 -d5 -s "$tmp/paths.lua" "$url" >/dev/null
echo "memory of each process after 5 s: $(memory)kB"
wrk -t1 -c2 -d"$seconds" -s "$tmp/paths.lua" "$url" | grep -E 'requests in|Non-2xx|Socket'
echo "memory of each process at the end: $(memory)kB"
stop
