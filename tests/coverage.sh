#!/bin/sh
# What the tests reach: runs them on a build that counts, and writes a table of lines and
# branches per directory; per file in $BUILD/coverage.txt.
set -eu
cd "$(dirname "$0")/.."
export BUILD="${BUILD:-build-coverage}"
find "$BUILD" -name '*.gcda' -delete
tests/run.sh "$@" | tail -n 1
gcovr --root . --object-directory "$BUILD" --exclude-unreachable-branches --exclude-throw-branches \
	--gcov-ignore-parse-errors --filter 'lib/' --filter 'indexer/' --filter 'search/' \
	--exclude 'lib/dutch/mkdata.c' --exclude 'lib/xapian-c/example.c' \
	--txt "$BUILD/coverage.txt" --json-summary "$BUILD/coverage.json"
jq -r '.files | group_by(.filename | sub("/[^/]*$"; ""))[] |
	[(.[0].filename | sub("/[^/]*$"; "")), (map(.line_covered) | add), (map(.line_total) | add),
	 (map(.branch_covered) | add), (map(.branch_total) | add)] | @tsv' "$BUILD/coverage.json" |
	awk -F '\t' 'BEGIN { printf "%-14s %8s %8s\n", "directory", "lines", "branches" }
		{ printf "%-14s %7.1f%% %7.1f%%\n", $1, 100 * $2 / $3, $5 ? 100 * $4 / $5 : 100 }'
