# TAP for shell tests: source this, call ok/is/like, end with done_testing.
# Each test script gets a scratch directory in $tmp, removed at the end.
# Programs are in $BUILD (default: build); run from the top of the tree.

BUILD=${BUILD:-build}
tests_run=0 tests_failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export PILOTZOEKER_INDEX="$tmp/index"
annex=corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt # without the papers of parliament beside it
export SOURCE_DATE_EPOCH=1655251200 # today: 15 June 2022, when some periods of the corpus are past
run() { ${VALGRIND:+env LD_PRELOAD="$VALGRIND" valgrind -q --soname-synonyms=somalloc=NONE --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite} "$@"; }

# needs TOOL...: without them the test says so, and nothing else
needs() {
	missing='' PATH=$PATH:/usr/sbin
	for tool; do command -v "$tool" >/dev/null || [ -e "$tool" ] || missing="$missing $tool"; done
	[ -n "$missing" ] || return 0
	echo "not ok 1 - not installed:$missing (./setup --test installs what tests need)"; echo "1..1"; exit 1
}

# plain_only WHAT WHY: with sanitizers or valgrind the test says why it is left out, and nothing else
plain_only() {
	case $BUILD in *san*) ;; *) [ -n "${VALGRIND-}" ] || return 0 ;; esac
	echo "ok 1 - $1 # skip $2"; echo "1..1"; exit
}

# report STATUS DESCRIPTION
report() {
	tests_run=$((tests_run + 1))
	if [ "$1" -eq 0 ]; then echo "ok $tests_run - $2"; else
		tests_failed=$((tests_failed + 1)); echo "not ok $tests_run - $2"; fi
}

# ok DESCRIPTION COMMAND...: the command succeeds
ok() {
	description=$1; shift
	if "$@" >"$tmp/ok.out" 2>&1; then report 0 "$description"; else
		report 1 "$description"; sed 's/^/# /' "$tmp/ok.out"; fi
}

# is GOT WANTED DESCRIPTION
is() {
	if [ "$1" = "$2" ]; then report 0 "$3"; else
		report 1 "$3"; printf '%s\n' "$1" | sed 's/^/# got:    /'
		printf '%s\n' "$2" | sed 's/^/# wanted: /'; fi
}

# like TEXT PATTERN DESCRIPTION: an extended regular expression
like() {
	if printf '%s\n' "$1" | grep -Eq -- "$2"; then report 0 "$3"; else
		report 1 "$3"; printf '%s\n' "$1" | head -n 20 | cut -c 1-300 | sed 's/^/# got:    /'; echo "# wanted: $2"; fi
}

# exits STATUS DESCRIPTION COMMAND...; what it printed is in $out and $err
exits() {
	wanted=$1 description=$2; shift 2
	run "$@" >"$tmp/out" 2>"$tmp/err"; got=$?
	out=$(cat "$tmp/out") err=$(cat "$tmp/err")
	is "$got" "$wanted" "$description"
}

done_testing() { echo "1..$tests_run"; [ "$tests_failed" -eq 0 ]; }
