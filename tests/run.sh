#!/bin/sh
# Runs every test and counts: unit tests (build/tests/*) and scripts
# (tests/*/test-*.sh), all of which speak TAP. The last line is the count.
#   tests/run.sh [NAME]...   only the tests whose path holds one of the names
#   SKIP="NAME..."           and none of those whose path holds one of these
set -u
cd "$(dirname "$0")/.." || exit 1
export BUILD="${BUILD:-build}" LC_ALL=C.UTF-8
passed=0 failed=0 skipped=0
output=$(mktemp)
trap 'rm -f "$output"' EXIT

wanted() {
	path=$1; shift
	for name in ${SKIP-}; do case $path in *"$name"*) return 1 ;; esac; done
	[ "$#" -eq 0 ] && return 0
	for name; do case $path in *"$name"*) return 0 ;; esac; done
	return 1
}

run_one() {
	case $1 in
	*.sh) sh "$1" ;;
	*/sandbox) "$1" --tap ;; # what it forbids, valgrind cannot do without
	*) ${VALGRIND:+env LD_PRELOAD="$VALGRIND" valgrind -q --soname-synonyms=somalloc=NONE --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite} "$1" --tap ;;
	esac
}

for test in "$BUILD"/tests/* tests/*/test-*.sh; do
	[ -d "$test" ] || [ "${test%.d}" != "$test" ] && continue
	wanted "$test" "$@" || continue
	run_one "$test" >"$output" 2>&1; status=$?
	good=$(grep -c '^ok' "$output")
	skip=$(grep -ci '^ok.*# skip' "$output")
	bad=$(grep -c '^not ok' "$output")
	plan=$(sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$output" | tail -n 1)
	# A test that stopped half-way, or says nothing at all, has failed.
	if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$((good + bad))" -ne "${plan:-0}" ] || [ "$good" -eq 0 ]; }; then
		bad=1
		echo "# $test: exit $status, ${plan:-no} planned, $good ok"
	fi
	printf '%-40s %4d passed, %d failed\n' "$test" "$((good - skip))" "$bad"
	[ "$bad" -eq 0 ] || cat "$output"
	passed=$((passed + good - skip)) failed=$((failed + bad)) skipped=$((skipped + skip))
done
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"
else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
