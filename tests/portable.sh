#!/bin/sh
# The README's commands on a new Debian, with the files of this tree that git knows; then its
# packages, built there and tested in another. What it took is noted; the output is kept in
# build/portable.
#   make portable SUITE=trixie     (or tests/portable.sh [SUITE]; default: trixie. TESTS="man/ mcp/":
#   make quick, and only the tests whose path has one of these)
set -u
cd "$(dirname "$0")/.." || exit 1
suite=${1:-trixie}
export TMPDIR="${TMPDIR:-/var/tmp}"
. tests/tap.sh
. tests/chroot.sh
logs=$PWD/build/portable/$suite
mkdir -p "$logs"

megabytes() { du -smx "$root" | cut -f 1; }
# step NAME COMMAND: in the tree, inside; the status, and what it took in $took
step() {
	before=$(megabytes) began=$(date +%s)
	inside sh -c "cd /pilotzoeker && $2" >"$logs/$1.log" 2>&1; status=$?
	took="$(($(date +%s) - began)) s, $(($(megabytes) - before)) MB"
	[ "$status" -eq 0 ] || tail -n 30 "$logs/$1.log" | sed 's/^/# /'
	is "$status" 0 "$suite: $2 ($took)"
}

chroot_new "$suite"
mkdir "$root/pilotzoeker"
git ls-files -z | xargs -0 cp --parents -t "$root/pilotzoeker"
bare=$(megabytes)
step setup ./setup
ok "$suite: that takes less than 1 GB" [ $(($(megabytes) - bare)) -lt 1000 ]
step demo 'make demo'
step setup-test './setup --test && git init -q && git add -A'
step check "make -j2 CI=true all && ${TESTS:+make -j2 quick && tests/run.sh $TESTS #} make check"
tail -n 1 "$logs/check.log" | sed 's/^/# /'
step deb 'make deb'
cp -r "$root/pilotzoeker/build/deb" "$tmp/debs"
rm -rf "$root"
DEBS=$tmp/debs sh tests/deb/chroot.sh "$suite" >"$logs/packages.log" 2>&1; status=$?
[ "$status" -eq 0 ] || tail -n 30 "$logs/packages.log" | sed 's/^/# /'
is "$status $(grep -c '^not ok' "$logs/packages.log")" "0 0" "$suite: the packages install, work and go ($(grep -c '^ok' "$logs/packages.log") tests)"
done_testing
