# The judged sets, and how to run one; source this. A set NAME has NAME-queries.tsv
# and NAME-qrels.txt; its documents are NAME-annex.txt, or the corpus.
relevance_sets='annex own kamervragen'

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
# splits SAMPLE
splits() {
	grep -v '^#' "tests/relevance/$1.txt" | tr -d '|~' | while IFS= read -r word; do
		"$BUILD/pilot-search" --analyse "$word"
	done >"$tmp/$1.analysed"
	awk -f tests/relevance/splits.awk "tests/relevance/$1.txt" "$tmp/$1.analysed"
}
