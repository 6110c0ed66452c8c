# The units of the Debian package: as guarded as systemd can tell without running them, and bounded.
# shellcheck disable=SC2013
. tests/tap.sh
needs sed

unit() { sed -n "s/^$2=//p" "debian/systemd/pilotzoeker-$1.service" | tail -n 1; }
for bound in MemoryMax TimeoutStartSec TasksMax; do
	like "$(unit rebuild $bound)" '^[0-9]+[Gh]?$' "the rebuild unit, which reads documents, has a $bound"
done
for bound in MemoryMax TimeoutStartSec TasksMax; do
	like "$(unit mail $bound)" '^[0-9]+[Gh]?$' "the mail unit, which reads the index, has a $bound"
done
is "$(unit web StartLimitIntervalSec) $(unit web Restart)" "0 always" "the web is started again, however often it ends"
if command -v systemd-analyze >/dev/null && systemd-analyze --help | grep -q -- --offline; then
	for name in web rebuild; do
		level=$(systemd-analyze security --offline=true "debian/systemd/pilotzoeker-$name.service" 2>"$tmp/err" | sed -n 's/.*exposure level for .*: \([0-9]*\)\.\([0-9]\) .*/\1\2/p')
		[ -n "$level" ] || { echo "# no systemd to ask: $(head -n 1 "$tmp/err")"; continue; }
		ok "pilotzoeker-$name: an exposure of $level tenths is no more than 15" [ "$level" -le 15 ]
	done
fi

# Each unit is one that systemd takes, with its program where it will be installed.
if command -v systemd-analyze >/dev/null; then
	mkdir "$tmp/units"
	for file in debian/systemd/*; do sed "s,^ExecStart=[^ ]*,ExecStart=/bin/true," "$file" >"$tmp/units/${file##*/}"; done
	systemd-analyze verify --man=no "$tmp"/units/*.service "$tmp"/units/*.timer "$tmp"/units/*.socket >"$tmp/out" 2>&1
	is "$(grep "$tmp/units\|pilotzoeker-" "$tmp/out")" "" "systemd has nothing to say of any unit"
	systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' debian/systemd/pilotzoeker-mail.timer)" >"$tmp/out" 2>&1
	like "$(cat "$tmp/out")" 'Normalized form: Mon\.\.Fri ' "and the time of the mail is one"
fi

# What a process calls that is not in the filter of its unit ends it: so all that sandbox.c allows
# itself is there, and what it is made with.
# expand GROUP: the calls in a group of systemd, and in those that it has
expand() { systemd-analyze syscall-filter "$1" 2>/dev/null | sed -n 's/^ \{4\}\([-@a-z0-9_]*\)$/\1/p' | while read -r name; do case $name in @*) expand "$name" ;; *) echo "$name" ;; esac; done; }
if [ -n "$(expand @default)" ]; then
	for name in $(sed -n 's/^SystemCallFilter=//p' debian/systemd/pilotzoeker-web.service); do case $name in @*) expand "$name" ;; *) echo "$name" ;; esac; done | sort -u >"$tmp/filter"
	{ sed -n '/^static const char \*const [a-z_]*allowed/,/};/p' search/web/sandbox.c | grep -o '"[a-z0-9_]*"' | tr -d '"'
		grep -o 'SCMP_SYS([a-z0-9_]*)' search/web/sandbox.c | sed 's/.*(\(.*\))/\1/'; grep -o 'SYS_[a-z_]*' search/web/landlock.c | sed 's/^SYS_//'; echo prctl; echo seccomp; } | sort -u >"$tmp/calls"
	ok "the sandbox is a list of calls" [ "$(wc -l <"$tmp/calls")" -gt 60 ]
	is "$(comm -23 "$tmp/calls" "$tmp/filter" | paste -sd ' ')" "" "the filter of the web unit lets all through that its program needs"
fi
done_testing
