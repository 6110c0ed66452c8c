# The units of the Debian package: as guarded as systemd can tell without running them, and bounded.
. tests/tap.sh
needs sed

unit() { sed -n "s/^$2=//p" "debian/systemd/pilotzoeker-$1.service" | tail -n 1; }
for bound in MemoryMax TimeoutStartSec TasksMax; do
	like "$(unit rebuild $bound)" '^[0-9]+[Gh]?$' "the rebuild unit, which reads documents, has a $bound"
done
is "$(unit web StartLimitIntervalSec) $(unit web Restart)" "0 always" "the web is started again, however often it ends"
if command -v systemd-analyze >/dev/null && systemd-analyze --help | grep -q -- --offline; then
	for name in web rebuild; do
		level=$(systemd-analyze security --offline=true "debian/systemd/pilotzoeker-$name.service" 2>"$tmp/err" | sed -n 's/.*exposure level for .*: \([0-9]*\)\.\([0-9]\) .*/\1\2/p')
		[ -n "$level" ] || { echo "# no systemd to ask: $(head -n 1 "$tmp/err")"; continue; }
		ok "pilotzoeker-$name: an exposure of $level tenths is no more than 15" [ "$level" -le 15 ]
	done
fi
done_testing
