#!/bin/sh
# Runs every test and counts: unit tests (build/tests/*) and scripts
# (tests/*/test-*.sh), all of which speak TAP. The last line is the count.
#   tests/run.sh [NAME]...   only the tests whose path holds one of the names
#   SKIP="NAME..."           and none of those whose path holds one of these
#   JOBS=N                   so many at a time; without it one for each processor
set -u
cd "$(dirname "$0")/.." || exit 1
export BUILD="${BUILD:-build}" LC_ALL=C.UTF-8

run_one() {
	case $1 in
	*.sh) sh "$1" ;;
	*/sandbox) "$1" --tap ;; # what it forbids, valgrind cannot do without
	*) ${VALGRIND:+env LD_PRELOAD="$VALGRIND" valgrind -q --soname-synonyms=somalloc=NONE --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite} "$1" --tap ;;
	esac
}

# One test of a run: what it says is printed at once, when it has ended; its counts are kept for the sum.
if [ "${1-}" = --one ]; then
	test=$2 counts=$3
	output=$(mktemp) && trap 'rm -f "$output"' EXIT
	run_one "$test" >"$output" 2>&1; status=$?
	good=$(grep -c '^ok' "$output")
	skip=$(grep -ci '^ok.*# skip' "$output")
	bad=$(grep -c '^not ok' "$output")
	plan=$(sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$output" | tail -n 1)
	# A test that stopped half-way, or says nothing at all, has failed.
	if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$((good + bad))" -ne "${plan:-0}" ] || [ "$good" -eq 0 ]; }; then
		bad=1
		echo "# $test: exit $status, ${plan:-no} planned, $good ok" >>"$output"
	fi
	line=$(printf '%-40s %4d passed, %d failed' "$test" "$((good - skip))" "$bad")
	if [ "$bad" -eq 0 ]; then echo "$line"; else { echo "$line"; cat "$output"; } >"$output.all"; cat "$output.all"; rm -f "$output.all"; fi
	echo "$((good - skip)) $bad $skip" >>"$counts"
	exit 0
fi

wanted() {
	path=$1; shift
	for name in ${SKIP-}; do case $path in *"$name"*) return 1 ;; esac; done
	[ "$#" -eq 0 ] && return 0
	for name; do case $path in *"$name"*) return 0 ;; esac; done
	return 1
}

# The browser first: it takes longest.
tests() {
	for test in tests/browser/test-browser.sh "$BUILD"/tests/* tests/*/test-*.sh; do
		[ -d "$test" ] || [ "${test%.d}" != "$test" ] && continue
		wanted "$test" "$@" && echo "$test"
	done | awk '!seen[$0]++'
}

counts=$(mktemp)
trap 'rm -f "$counts"' EXIT
tests "$@" | xargs -P "${JOBS:-$(nproc)}" -I '{}' tests/run.sh --one '{}' "$counts"
awk -v wanted="$(tests "$@" | wc -l)" '
	{ passed += $1; failed += $2; skipped += $3 }
	END {
		failed += wanted - NR # ended before it was counted
		printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
		exit !(passed > 0 && failed == 0)
	}' "$counts"
