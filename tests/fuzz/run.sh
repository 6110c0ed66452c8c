#!/bin/sh
# Lets libFuzzer think of input for every target, side by side, from what it thought of before.
#   tests/fuzz/run.sh [SECONDS [TARGET]...]    seconds for each (default 60)
# What it finds is in $BUILD/found: mend it, and keep the file in tests/fuzz/cases/TARGET/.
# shellcheck disable=SC2046
set -u
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build-fuzz}
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- $(ls tests/fuzz/cases)
mkdir -p "$BUILD/found"
export PILOTZOEKER_INDEX="$BUILD/fuzz-index"
"$BUILD/pilot-index" >/dev/null || exit 1

fuzz() {
	mkdir -p "$BUILD/corpus/$1"
	"$BUILD/fuzz/$1" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1500 -max_len=8192 \
		-artifact_prefix="$BUILD/found/$1-" -print_final_stats=1 -verbosity=1 \
		"$BUILD/corpus/$1" "tests/fuzz/cases/$1" >"$BUILD/$1.log" 2>&1
	status=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$BUILD/$1.log")
	cover=$(grep -o 'cov: [0-9]*' "$BUILD/$1.log" | tail -n 1 | cut -d' ' -f 2)
	if [ "$status" -eq 0 ]; then echo "ok - $1: ${runs:-0} inputs, ${cover:-0} places reached"
	else echo "not ok - $1: see $BUILD/$1.log"; fi
}
export BUILD seconds
for target; do echo "$target"; done | {
	running=0
	while read -r target; do
		fuzz "$target" &
		running=$((running + 1))
		[ "$running" -lt "$(nproc)" ] || { wait; running=0; }
	done
	wait
} | tee "$BUILD/fuzz.log"
echo "$(grep -c '^ok' "$BUILD/fuzz.log") passed, $(grep -c '^not ok' "$BUILD/fuzz.log") failed"
! grep -q '^not ok' "$BUILD/fuzz.log"
