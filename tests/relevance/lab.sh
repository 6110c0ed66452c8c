#!/bin/sh
# make relevance: our ranking on every judged set, whether anybody saw that set before, the peers that are installed, each
# with its best parameters, the worst queries, and whether it moved since the kept run.
#   tests/relevance/lab.sh [--keep]     --keep: this run is the one to compare with
set -u
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. tests/relevance/sets.sh

# peer SET ENGINE[:k1:b]...: the best of the engines, and how ours differs from it
peer() {
	set=$1 best='' most=-1
	shift
	for engine in "$@"; do
		/usr/bin/python3 tests/relevance/peers.py "$engine" "$tmp/records" "tests/relevance/$set-queries.tsv" \
			>"$tmp/peer" 2>/dev/null || continue
		value=$(measure "$set" "$tmp/peer" | sed -n 's/^all .*nDCG@10 \([0-9.]*\).*/\1/p')
		awk "BEGIN { exit !(${value:-0} > $most) }" || continue
		best=$engine most=$value
		measure "$set" "$tmp/peer" 1 >"$tmp/peer.details"
		measure "$set" "$tmp/peer" >"$tmp/peer.all"
	done
	if [ -z "$best" ]; then
		echo "  ${1%%:[0-9]*}: not installed"
		return
	fi
	sed -n "s/^all/  $best/p" "$tmp/peer.all"
	echo "    ours: $(compare "$tmp/peer.details" "$tmp/details")"
}
# grid ENGINE: with what k1 and b it is tried
grid() { for p in 1.2:.5 1.2:.75 2:.75 4:1; do printf '%s:%s ' "$1" "$p"; done; }

for set in $relevance_sets; do
	echo "== $set ($(about "$set"))"
	run_set "$set" "$tmp/run"
	measure "$set" "$tmp/run" | sed 's/^/  ours             /'
	measure "$set" "$tmp/run" 1 >"$tmp/details"
	kept=tests/relevance/kept/$set.txt
	[ -f "$kept" ] && echo "  since the kept run: $(compare "$kept" "$tmp/details")"
	[ "${1-}" = --keep ] && cp "$tmp/details" "$kept"
	"$BUILD/pilot-index" --dump "$(documents "$set")" >"$tmp/records" 2>/dev/null
	# shellcheck disable=SC2046  # words of a list
	peer "$set" $(grid xapian:dutch)
	# shellcheck disable=SC2046
	peer "$set" $(grid xapian:kraaij_pohlmann)
	peer "$set" fts5
	echo "  worst: $(sort -k2n "$tmp/details" | head -n 10 | awk '{ printf "%s %.2f  ", $1, $2 }')"
done
for set in $relevance_sets; do about "$set"; done | grep -q '^unseen' ||
	echo "== every set was seen: none of these figures says how well we do on what is new"
echo "== splits"
for sample in compounds keep-whole; do echo "  $sample: $(splits $sample)"; done
