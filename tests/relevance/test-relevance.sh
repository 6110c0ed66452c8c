# The ranking keeps its bars: a change that finds less must not pass unseen. The
# bars stand a little under what is measured (make relevance prints that).
. tests/tap.sh
. tests/relevance/sets.sh

# at_least SET MEASURE BAR; $3 of the line "all … nDCG@10 x MAP y recall@10 z"
at_least() {
	value=$(measure "$1" "$tmp/$1.run" | sed -n "s/^all .*$2 \([0-9.]*\).*/\1/p")
	ok "$1: $2 $value is at least $3" awk "BEGIN { exit !($value >= $3) }"
}
for set in $relevance_sets; do
	run_set "$set" "$tmp/$set.run"
done
at_least annex nDCG@10 0.925
at_least annex recall@10 0.88
at_least own nDCG@10 0.97
at_least own recall@10 0.95
at_least kamervragen nDCG@10 0.74
at_least rijksoverheid-qa nDCG@10 0.835
at_least leek nDCG@10 0.62
at_least kamervragen-pilots nDCG@10 0.505

# split_bar SAMPLE BAR
split_bar() {
	share=$(splits "$1" 2>"$tmp/wrong" | sed 's/.*, \([0-9.]*\) %/\1/')
	ok "$1: $share % split as annotated" awk "BEGIN { exit !($share >= $2) }"
	sed 's/^/# /' "$tmp/wrong"
}
split_bar compounds 97
split_bar keep-whole 99
done_testing
