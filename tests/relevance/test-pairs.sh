# What a word must find and must not, end to end: each text of pairs.tsv is a pilot
# of its own, among others that have nothing to do with it.
. tests/tap.sh
needs jq

tab=$(printf '\t')
{
	echo "Paren - peildatum 1 januari 2022"
	cut -f 3 tests/relevance/pairs.tsv | grep -v '^text$' | sort -u | awk '{
		printf "Tekst %d\t<p><u>Doel</u> %s</p>\n", NR, $0 }'
	seq 1 200 | sed "s/.*/Ander &$tab<p><u>Doel<\/u> een ander onderwerp nummer &<\/p>/"
} >"$tmp/pairs.txt"
ok "the texts are indexed" "$BUILD/pilot-index" "$tmp/pairs.txt"

grep -v '^#' tests/relevance/pairs.tsv >"$tmp/cases"
cut -f 1 "$tmp/cases" | sort -u | while IFS= read -r query; do
	"$BUILD/pilot-search" --limit 300 --format jsonl "$query" 2>/dev/null |
		jq -r --arg q "$query" '[$q, .citaat] | @tsv'
done >"$tmp/found"
while IFS="$tab" read -r query sign text; do
	if grep -qxF "$query$tab$text" "$tmp/found"; then found=+; else found=-; fi
	is "$found" "$sign" "$query $sign $text"
done <"$tmp/cases"
done_testing
