# What is said of an answer to a question: the judged questions of questions.tsv, each asked alone. judge.py cross-validates;
# here stands what the program itself gives.
. tests/tap.sh
needs jq

"$BUILD/pilot-index" >/dev/null 2>&1
grep -v '^#' tests/relevance/questions-grades.tsv | awk -F '\t' '$3 + $4 >= 3' >"$tmp/fits"
grep -v '^#' tests/relevance/questions.tsv | cut -f 1,3 | while IFS="$(printf '\t')" read -r id text; do
	printf 'Vraag 1\n%s\n' "$text" | "$BUILD/pilot-search" --question - --format json 2>/dev/null |
		jq -r --arg id "$id" '.vragen[0] | [$id, .sterkte, ([.passages[0:3][].pilot.id] | join(",")), ([.passages[].pilot.id] | length == (unique | length))] | @tsv'
done >"$tmp/answers"
# Counts: questions, those with a fit, found in the first three, called strong, of which the first fits, doubles.
counts=$(awk -F '\t' 'NR == FNR { fits[$1 "\t" $2] = 1; has[$1] = 1; next }
	{ n++; split($3, three, ","); with += ($1 in has)
	  found += (($1 "\t" three[1]) in fits) || (($1 "\t" three[2]) in fits) || (($1 "\t" three[3]) in fits)
	  if ($2 == "sterk") { strong++; right += (($1 "\t" three[1]) in fits) }
	  doubles += $4 != "true" }
	END { print n, with, found, strong, right, doubles + 0 }' "$tmp/fits" "$tmp/answers")
echo "# questions, with an answer, found in the first three, called strong, right, doubles: $counts"
read -r asked with found strong right doubles <<EOT
$counts
EOT
is "$asked $with" "140 61" "all questions"
ok "$found of $with find a pilot that answers in the first three" [ $((found * 100)) -ge $((with * 77)) ]
ok "$right of $strong that are called strong have the right pilot first" [ $((right * 10)) -ge $((strong * 8)) ]
ok "and some are called strong" [ "$strong" -ge 15 ]
is "$doubles" 0 "no pilot has two places"
done_testing
