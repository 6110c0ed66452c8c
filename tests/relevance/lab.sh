#!/bin/sh
# make relevance: our ranking on every judged set, beside the peers that are
# installed, the worst queries, and whether it moved since the kept run.
#   tests/relevance/lab.sh [--keep]     --keep: this run is the one to compare with
set -u
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. tests/relevance/sets.sh

# Paired t over the queries of two files "qid ndcg …": mean difference and t.
compare() {
	join "$1" "$2" | awk '{ d = $5 - $2; n++; sum += d; square += d * d; up += (d > 0); down += (d < 0) }
		END { if (!n) exit; mean = sum / n; var = n > 1 ? (square - n * mean * mean) / (n - 1) : 0
		t = (var > 0) ? mean / sqrt(var / n) : 0
		printf("  since the kept run: %+.4f nDCG@10 (t = %.2f; %d up, %d down of %d)\n",
			mean, t, up, down, n) }'
}

for set in $relevance_sets; do
	echo "== $set"
	run_set "$set" "$tmp/run"
	measure "$set" "$tmp/run" | sed 's/^/  ours             /'
	measure "$set" "$tmp/run" 1 >"$tmp/details"
	kept=tests/relevance/kept/$set.txt
	[ -f "$kept" ] && compare "$kept" "$tmp/details"
	[ "${1-}" = --keep ] && cp "$tmp/details" "$kept"
	"$BUILD/pilot-index" --dump "$(documents "$set")" >"$tmp/records" 2>/dev/null
	for engine in xapian:dutch xapian:kraaij_pohlmann fts5; do
		if /usr/bin/python3 tests/relevance/peers.py "$engine" "$tmp/records" \
			"tests/relevance/$set-queries.tsv" >"$tmp/peer" 2>/dev/null; then
			measure "$set" "$tmp/peer" | sed -n "s/^all/  $engine  all/p"
		else echo "  $engine: not installed"; fi
	done
	echo "  worst: $(sort -k2n "$tmp/details" | head -n 10 | awk '{ printf "%s %.2f  ", $1, $2 }')"
done
echo "== splits"
for sample in compounds keep-whole; do echo "  $sample: $(splits $sample)"; done
