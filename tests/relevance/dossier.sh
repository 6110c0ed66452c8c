# Sourced: dossier_measure prints, for the questions in tests/relevance/dossier.tsv, how many that have a pilot find it
# in the first three, and how many about something else show nothing or only weak passages.
dossier_measure() {
	grep -v '^#' tests/relevance/dossier.tsv >"$tmp/questions"
	cut -f 1 "$tmp/questions" | awk '{ print NR ". " $0 }' >"$tmp/dossier.txt"
	"$BUILD/pilot-search" --question "$tmp/dossier.txt" --format json |
		jq -r '.vragen[] | [.nummer, .sterkte, (reduce .passages[].pilot.id as $id ([]; if index([$id]) then . else . + [$id] end) | .[0:3] | join(","))] | @tsv' >"$tmp/answers"
	awk -F '\t' 'NR == FNR { wanted[FNR] = $2; next }
		{ n = split(wanted[FNR], ids, ","); good = 0
		  if (wanted[FNR] == "-") { other++; if ($2 == "niets" || $2 == "zwak") calm++; else print "# shown for something else: " $1 " " $2 " " $3; next }
		  asked++
		  for (i = 1; i <= n; i++) if (index("," $3 ",", "," ids[i] ",")) good = 1
		  if (good && ($2 == "redelijk" || $2 == "sterk")) sure++
		  if (good) found++; else print "# not found: " $1 " " $2 " " $3 }
		END { printf "found %d of %d (%d not weakly), calm %d of %d\n", found, asked, sure, calm, other }' "$tmp/questions" "$tmp/answers"
}
