#!/bin/sh
# Indexing and searching side by side with the peers that are installed, in one run: Xapian's
# own loop, Omega's scriptindex, SQLite FTS5, PostgreSQL. The report goes to build/bench/:
# report.json, report.md and ratios.svg; the last lines are ratios, with the goals beside them.
#   bench/index.sh [RECORDS]      (default 20000)
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
records=${1:-20000}
corpus=$(BUILD=$BUILD bench/corpus.sh "$records")
out=$BUILD/bench
tmp=$(mktemp -d "${TMPDIR:-/tmp}/bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$out"
: >"$tmp/measured"

# measured NAME CPU WALL MEMORY-KB DIRECTORY
measured() {
	size=$([ -e "$5" ] && du -sk "$5" | cut -f 1 || echo 0)
	printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$size" >>"$tmp/measured"
	awk "BEGIN { printf \"%-34s %8.1f s CPU %7.0f µs/record %7.1f s %6.0f MB memory %6.0f MB index\n\",
		\"$1\", $2, $2 * 1e6 / $records, $3, $4 / 1024, $size / 1024 }"
}
# timed NAME DIRECTORY COMMAND...
timed() {
	name=$1 dir=$2; shift 2
	command time -f '%U %S %e %M' -o "$tmp/time" "$@" >"$tmp/log" 2>&1 || { echo "bench: $name fails:"; tail -n 3 "$tmp/log"; return 0; }
	read -r user system wall memory <"$tmp/time"
	measured "$name" "$(awk "BEGIN { print $user + $system }")" "$wall" "$memory" "$dir"
}
of() { awk -F '\t' -v name="$1" -v n="$2" '$1 == name { print $n }' "$tmp/measured"; }

echo "$records records"
timed "ours, one thread" "$tmp/ours" "$BUILD/pilot-index" --index "$tmp/ours" --jobs 1 "$corpus/annexes"
timed "ours, two threads" "$tmp/ours2" "$BUILD/pilot-index" --index "$tmp/ours2" --jobs 2 "$corpus/annexes"
rm -rf "$tmp/ours2"
timed "ours, nothing changed" "$tmp/ours" "$BUILD/pilot-index" --index "$tmp/ours" "$corpus/annexes"
"$BUILD/bench-bare" "$tmp/ours" "$tmp/bare" >"$tmp/bare.out"
measured "bare Xapian, our documents" "$(cut -d' ' -f 1 "$tmp/bare.out")" 0 0 "$tmp/bare"
rm -rf "$tmp/bare" "$tmp/bare.parts"
if command -v scriptindex >/dev/null; then
	printf 'id : boolean=Q unique=Q field\ntitle : field index=S index\ntext : index field\n' >"$tmp/omega.script"
	timed "Omega's scriptindex" "$tmp/omega" scriptindex --stemmer=dutch --overwrite "$tmp/omega" "$tmp/omega.script" "$corpus/records.txt"
fi
# One line a record, for the others: id TAB title TAB text.
awk -F= '/^id=/ { if (id) print id "\t" title "\t" text; id = substr($0, 4); text = "" }
	/^title=/ { title = substr($0, 7) } /^text=/ { text = text " " substr($0, 6) }
	END { print id "\t" title "\t" text }' "$corpus/records.txt" | tr -d '"\\' >"$tmp/records.tsv"
if command -v sqlite3 >/dev/null; then
	printf 'create virtual table d using fts5(id unindexed, title, text, tokenize="unicode61 remove_diacritics 2");\n.mode tabs\n.import %s d\n' "$tmp/records.tsv" >"$tmp/fts.sql"
	timed "SQLite FTS5, no stems" "$tmp/fts.db" sqlite3 "$tmp/fts.db" ".read $tmp/fts.sql"
fi
postgres=$(find /usr/lib/postgresql -name initdb 2>/dev/null | sort | tail -n 1)
if [ -n "$postgres" ] && id nobody >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
	bin=$(dirname "$postgres")
	chmod 755 "$tmp"; chmod 644 "$tmp/records.tsv"; mkdir "$tmp/pg"; chown nobody "$tmp/pg"
	as_nobody() { setpriv --reuid=nobody --clear-groups "$@"; }
	as_nobody "$bin/initdb" -D "$tmp/pg" -E UTF8 --locale=C.UTF-8 >/dev/null 2>&1
	as_nobody "$bin/pg_ctl" -D "$tmp/pg" -o "-k $tmp/pg -c listen_addresses= -c fsync=off" -w start >/dev/null 2>&1
	start=$(date +%s.%N)
	if as_nobody psql -q -v ON_ERROR_STOP=1 -h "$tmp/pg" postgres -c "create table d (id text, title text, text text, v tsvector)" \
		-c "\\copy d (id, title, text) from '$tmp/records.tsv'" \
		-c "update d set v = to_tsvector('dutch', title || ' ' || text)" -c "create index on d using gin (v)" >"$tmp/log" 2>&1; then
		wall=$(awk "BEGIN { print $(date +%s.%N) - $start }")
		measured "PostgreSQL dutch + GIN (wall)" "$wall" "$wall" 0 "$tmp/pg"
	fi
	as_nobody "$bin/pg_ctl" -D "$tmp/pg" -m immediate stop >/dev/null 2>&1
fi

echo
echo "queries, warm: ms CPU, p50 and p99"
"$BUILD/bench-queries" "$tmp/ours" | tee "$tmp/queries" | awk -F '\t' '{ printf "  %-26s %8.2f %8.2f\n", $1, $2, $3 }'
query() { awk -F '\t' -v name="$1" -v n="$2" '$1 == name { print $n }' "$tmp/queries"; }
worst=$(awk -F '\t' 'NR > 1 && $3 > worst { worst = $3 } END { print worst }' "$tmp/queries")

# ratio OURS THEIRS NAME GOAL
: >"$tmp/ratios"
ratio() { [ -n "$1" ] && [ -n "$2" ] && awk "BEGIN { if ($2 > 0) printf \"%s\t%.3f\t%s\n\", \"$3\", $1 / $2, \"$4\" }" >>"$tmp/ratios"; }
one=$(of "ours, one thread" 2)
ratio "$one" "$(of "bare Xapian, our documents" 2)" "index CPU, ours : bare Xapian" 1.15
ratio "$one" "$(of "Omega's scriptindex" 2)" "index CPU, ours : scriptindex" 0.6
ratio "$(of "ours, two threads" 3)" "$(of "Omega's scriptindex" 3)" "index wall, ours with two threads : scriptindex" 0.35
ratio "$(of "ours, one thread" 5)" "$(of "Omega's scriptindex" 5)" "index size, ours : scriptindex" 0.8
ratio "$(of "ours, nothing changed" 2)" "$one" "nothing changed : full" 0.02
ratio "$(query "two words, facets" 3)" "$(query "bare Xapian, two words" 3)" "two words with passages and facets, p99 : bare" 3
ratio "$worst" "$(query "bare Xapian, two words" 3)" "the dearest query, p99 : bare" 20
echo
echo "ratios:"
awk -F '\t' '{ printf "  %-52s %8.2f  (goal at most %s)\n", $1, $2, $3 }' "$tmp/ratios"

jq -Rn --arg records "$records" '[inputs | split("\t")] | {records: ($records | tonumber), indexing: map({name: .[0], cpu: (.[1] | tonumber), wall: (.[2] | tonumber), memory_kb: (.[3] | tonumber), size_kb: (.[4] | tonumber)})}' "$tmp/measured" >"$tmp/a.json"
jq -Rn '[inputs | split("\t") | {name: .[0], p50_ms: (.[1] | tonumber), p99_ms: (.[2] | tonumber)}]' "$tmp/queries" >"$tmp/b.json"
jq -Rn '[inputs | split("\t") | {name: .[0], ratio: (.[1] | tonumber), goal: (.[2] | tonumber)}]' "$tmp/ratios" >"$tmp/c.json"
jq -s '.[0] + {queries: .[1], ratios: .[2]}' "$tmp/a.json" "$tmp/b.json" "$tmp/c.json" >"$out/report.json"
jq -r '"# \(.records) records\n\n| indexing | CPU s | wall s | memory MB | index MB |\n|---|---|---|---|---|",
	(.indexing[] | "| \(.name) | \(.cpu) | \(.wall) | \(.memory_kb / 1024 | floor) | \(.size_kb / 1024 | floor) |"),
	"\n| query | p50 ms | p99 ms |\n|---|---|---|", (.queries[] | "| \(.name) | \(.p50_ms) | \(.p99_ms) |"),
	"\n| ratio | measured | goal |\n|---|---|---|", (.ratios[] | "| \(.name) | \(.ratio) | at most \(.goal) |")' "$out/report.json" >"$out/report.md"
# Each bar is a ratio as a share of its goal; the line is the goal.
jq -r '"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"\(.ratios | length * 30 + 20)\" font-family=\"sans-serif\" font-size=\"12\">",
	(.ratios | to_entries[] | (.value.ratio / .value.goal) as $share | "<text x=\"4\" y=\"\(.key * 30 + 26)\">\(.value.name)</text><rect x=\"350\" y=\"\(.key * 30 + 12)\" height=\"18\" width=\"\([$share * 100, 400] | min)\" fill=\"\(if $share > 1 then "#a33" else "#286" end)\"/>"),
	"<path d=\"M450 0V1000\" stroke=\"#000\"/></svg>"' "$out/report.json" >"$out/ratios.svg"
echo "report: $out/report.md"
