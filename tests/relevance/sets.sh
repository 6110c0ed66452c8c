# The judged sets, and how to run one; source this. A set NAME has NAME-queries.tsv
# and NAME-qrels.txt; its documents are NAME-annex.txt, or the corpus.
relevance_sets='annex own kamervragen rijksoverheid-qa leek kamervragen-pilots'

# Whether anybody looked at a set while changing what it measures: then its figure says how well we remember, not how well
# we do on what is new. A set is unseen until a change is chosen by it; write here when it is.
about() {
	case $1 in
	annex) echo "seen: half of the judgments on the annex; the other half is kept elsewhere" ;;
	own) echo "seen: ours, written while building; no measure of anything new" ;;
	kamervragen) echo "seen: questions of parliament to their answers; weights were chosen by it" ;;
	rijksoverheid-qa) echo "seen: questions of citizens to their answers (Rijksoverheid, CC0); how questions are read was chosen by it" ;;
	leek) echo "seen: words of everybody, one judge; the reach of the thesaurus was chosen by it" ;;
	kamervragen-pilots) echo "seen: questions of parliament to pilots, one judge; how questions are read was chosen by it" ;;
	*) echo "unseen" ;;
	esac
}
# documents SET
documents() {
	if [ -f "tests/relevance/$1-annex.txt" ]; then echo "tests/relevance/$1-annex.txt"; else echo corpus; fi
}
# run_set SET RUN: our run of a set
run_set() {
	"$BUILD/pilot-index" --index "$tmp/$1.index" "$(documents "$1")" >/dev/null 2>&1
	"$BUILD/pilot-search" --index "$tmp/$1.index" --limit 33 --run "tests/relevance/$1-queries.tsv" >"$2"
}
# measure SET RUN [details]
measure() {
	awk -f tests/relevance/evaluate.awk -v details="${3:-0}" "tests/relevance/$1-qrels.txt" "$2" | sort
}
# compare BEFORE AFTER: paired t over the queries of two files "qid ndcg …"
compare() {
	join "$1" "$2" | awk '{ d = $5 - $2; n++; sum += d; square += d * d; up += (d > 0); down += (d < 0) }
		END { if (!n) exit; mean = sum / n; var = n > 1 ? (square - n * mean * mean) / (n - 1) : 0
		t = (var > 0) ? mean / sqrt(var / n) : 0
		printf("%+.4f nDCG@10 (t = %.2f%s; %d up, %d down of %d)\n",
			mean, t, (t > 2 || t < -2) ? "" : ", may be chance", up, down, n) }'
}
# splits SAMPLE
splits() {
	grep -v '^#' "tests/relevance/$1.txt" | tr -d '|~' | while IFS= read -r word; do
		"$BUILD/pilot-search" --analyse "$word"
	done >"$tmp/$1.analysed"
	awk -f tests/relevance/splits.awk "tests/relevance/$1.txt" "$tmp/$1.analysed"
}
