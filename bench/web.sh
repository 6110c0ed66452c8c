#!/bin/sh
# The web side by side: requests per second and CPU per request of our program, as CGI, as CGI
# that cgi-fcgi hands over (doc/servers/cgi-fcgi) and as FastCGI, beside a program that says hello
# and Omega's CGI over the same pilots, all behind lighttpd in one run. The last lines are ratios,
# with the goals beside them.
#   bench/web.sh [SECONDS]     of each measurement (default 5)
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
seconds=${1:-5}
. tests/tap.sh
. tests/servers.sh
for tool in wrk lighttpd cgi-fcgi; do
	command -v $tool >/dev/null || { echo "bench: $tool is not installed"; exit 0; }
done
omega=/usr/lib/cgi-bin/omega/omega
"$BUILD/pilot-index" >/dev/null 2>&1
query='q=rechtsbijstand'

# One lighttpd for all of them, each under its own path.
mkdir -p "$tmp/run" "$tmp/omega/templates" "$tmp/omega/data"
cp "$BUILD/pilot-search.cgi" "$BUILD/bench-hello" "$tmp/run/"
install_cgi_fcgi
[ -x $omega ] && cp $omega "$tmp/run/omega"
PORT=$(free_port)
cat >"$tmp/run/lighttpd.conf" <<EOF
server.modules = ("mod_alias", "mod_cgi", "mod_fastcgi", "mod_setenv")
server.bind = "127.0.0.1"
server.port = $PORT
server.document-root = "$tmp/run"
server.max-keep-alive-requests = 100000
setenv.set-environment = ("PILOTZOEKER_INDEX" => "$PILOTZOEKER_INDEX", "OMEGA_CONFIG_FILE" => "$tmp/run/omega.conf")
alias.url = ("/cgi" => "$tmp/run/pilot-search.cgi", "/handed" => "$tmp/run/zoek", "/hello" => "$tmp/run/bench-hello", "/omega" => "$tmp/run/omega")
\$HTTP["url"] =~ "^/(cgi|handed|hello|omega)" { cgi.assign = ("" => "") }
\$HTTP["url"] =~ "^/f/" {
fastcgi.server = (
	"/f/hello" => (("bin-path" => "$tmp/run/bench-hello", "socket" => "$tmp/run/hello.sock", "max-procs" => 2, "check-local" => "disable")),
	"/f/pilots" => (("bin-path" => "$tmp/run/pilot-search.cgi", "socket" => "$tmp/run/pilots.sock", "max-procs" => 2, "check-local" => "disable",
		"bin-environment" => ("PILOTZOEKER_INDEX" => "$PILOTZOEKER_INDEX"))))
}
EOF
if [ -x $omega ]; then
	"$BUILD/pilot-index" --dump 2>/dev/null | jq -r '"id=" + .id, "title=" + .titel,
		(.secties[] | .tekst | gsub("\n"; " ") | "text=" + .), ""' >"$tmp/omega/pilots.txt"
	printf 'id : boolean=Q unique=Q field\ntitle : field index=S index\ntext : index field\n' >"$tmp/omega/pilots.script"
	scriptindex --stemmer=dutch "$tmp/omega/data/default" "$tmp/omega/pilots.script" "$tmp/omega/pilots.txt" >/dev/null
	# shellcheck disable=SC2016
	printf '%s' '$set{stemmer,dutch}$def{PERPAGE,10}<html><ol>$hitlist{<li><a href="$field{id}">$html{$field{title}}</a> $snippet{$field{text},300}}</ol></html>' >"$tmp/omega/templates/query"
	printf 'database_dir %s\ntemplate_dir %s\nlog_dir %s\ncdb_dir %s\n' "$tmp/omega/data" "$tmp/omega/templates" "$tmp" "$tmp" >"$tmp/run/omega.conf"
fi
lighttpd -D -f "$tmp/run/lighttpd.conf" >"$tmp/server.log" 2>&1 & server=$!
sleep 1

# CPU seconds of lighttpd, of all it started, those that ended included, and of what cgi-fcgi started.
cpu() {
	total=0
	for process in $({ echo $server; pgrep -P $server; standing; } | sort -u); do # a CGI process may have ended by now
		stat=$(sed 's/.*) //' "/proc/$process/stat" 2>/dev/null) || continue
		# shellcheck disable=SC2086
		set -- $stat
		total=$((total + ${12} + ${13}))
		[ "$process" = $server ] && total=$((total + ${14} + ${15}))
	done
	echo "$total"
}
# measure NAME PATH: prints it, and leaves requests/s in $rate, ms of CPU in $ms
measure() {
	[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PORT$2")" = 200 ] || { echo "bench: $1 fails"; rate=0 ms=0; return 0; }
	before=$(cpu)
	wrk -t1 -c4 -d"$seconds" "http://127.0.0.1:$PORT$2" >"$tmp/wrk"
	after=$(cpu)
	rate=$(awk '/Requests\/sec/ { print $2 }' "$tmp/wrk")
	requests=$(awk '/requests in/ { print $1 }' "$tmp/wrk")
	ms=$(awk "BEGIN { printf \"%.2f\", ($after - $before) * 1000 / $(getconf CLK_TCK) / $requests }")
	printf '%-28s %9.0f requests/s %8.2f ms CPU\n' "$1" "$rate" "$ms"
}
measure "hello, FastCGI" /f/hello; hello_rate=$rate
measure "hello, CGI" /hello
measure "ours, FastCGI, page" "/f/pilots/?$query"; ours_rate=$rate
measure "ours, FastCGI, API" "/f/pilots/v1/passages?$query"
measure "ours, CGI, page" "/cgi/?$query"; ours_ms=$ms
measure "ours, by cgi-fcgi, page" "/handed/?$query"; handed_ms=$ms
[ -x $omega ] && measure "Omega, CGI" "/omega?P=rechtsbijstand&DB=default" && omega_rate=$rate omega_ms=$ms
echo "ratios:"
ratio() { awk "BEGIN { if ($2 > 0) printf \"  %-50s %6.2f  (goal %s)\n\", \"$3\", $1 / $2, \"$4\" }"; }
ratio "$ours_rate" "$hello_rate" "FastCGI requests/s, ours : hello" "at least 0.2"
ratio "$ours_rate" "${omega_rate:-0}" "requests/s, our FastCGI : Omega's CGI" "at least 8"
ratio "$ours_ms" "${omega_ms:-0}" "CPU of a CGI request, ours : Omega" "at most 0.5"
ratio "$handed_ms" "${omega_ms:-0}" "the same by cgi-fcgi : Omega" "at most 0.5"
ratio "$handed_ms" "$ours_ms" "the same by cgi-fcgi : ours without" "below 1"
stop
