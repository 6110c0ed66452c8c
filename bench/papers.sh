#!/bin/sh
# What questions of parliament cost beside pilots of the very same texts, in one run: CPU of indexing per record as a ratio, and how
# the cost of a search grows with four times the papers. Recombines the papers of the tree.
#   bench/papers.sh [RECORDS]      (default 20000)
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
records=${1:-20000}
tmp=$(mktemp -d "${TMPDIR:-/tmp}/bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT

# cpu COMMAND...: the seconds that it takes, user and system
cpu() {
	command time -f '%U %S' -o "$tmp/time" "$@" >"$tmp/log" 2>"$tmp/err" || { tail -n 3 "$tmp/err" >&2; exit 1; }
	awk '{ print $1 + $2 }' "$tmp/time"
}
# row NAME SECONDS HOW-MANY UNIT
row() { awk "BEGIN { printf \"%-40s %8.1f s CPU %8.0f µs/$4\n\", \"$1\", $2, $2 * 1e6 / $3 }"; }
# ratio NAME A B [GOAL]
ratio() { awk "BEGIN { printf \"%-52s %6.2f ${4:+ (goal at most $4)}\n\", \"$1\", $2 / $3 }"; }
# index NAME DIRECTORY HOW-MANY: all of them, or the figures say nothing
index() {
	cpu "$BUILD/pilot-index" --index "$tmp/$1" --jobs 1 "$2"
	grep -q "^$3 .* $3 new" "$tmp/log" || { echo "bench: not $3 records:" >&2; cat "$tmp/log" >&2; exit 1; }
}
# search INDEX KIND: less what the program itself takes
search() { cpu "$BUILD/pilot-search" --index "$tmp/$1" --kind "$2" --run "$tmp/all/queries.tsv"; }

few=$((records / 4))
bench/papers.py "$few" "$tmp/few" corpus/kamer tests/kamer/bekend
bench/papers.py "$records" "$tmp/all" corpus/kamer tests/kamer/bekend
pilots=$(index pilots "$tmp/all/annexes" "$records")
papers=$(index papers "$tmp/all/papers" "$records")
quarter=$(index quarter "$tmp/few/papers" "$few")
row "$records pilots" "$pilots" "$records" record
row "$records pairs" "$papers" "$records" record
row "$few pairs" "$quarter" "$few" record
asked_pilots=$(search pilots pilot) asked=$(search papers kamervraag) asked_quarter=$(search quarter kamervraag)
row "100 searches, $records pilots" "$asked_pilots" 100 query
row "100 searches, $records pairs" "$asked" 100 query
row "100 searches, $few pairs" "$asked_quarter" 100 query
ratio "indexing a record, pairs : pilots" "$papers" "$pilots" 1.2
ratio "indexing a record, all : a quarter" "$papers / $records" "($quarter / $few)"
ratio "a search, pairs : pilots" "$asked" "$asked_pilots"
ratio "a search, all : a quarter" "$asked" "$asked_quarter"
