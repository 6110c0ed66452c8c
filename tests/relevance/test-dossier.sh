# Questions of parliament against the annex: the bars of the dossier (see dossier.tsv).
. tests/tap.sh
. tests/relevance/dossier.sh

"$BUILD/pilot-index" >/dev/null 2>&1
result=$(dossier_measure)
echo "$result" | grep '^#'
# number FIELD: of "found 20 of 21 (20 not weakly), calm 11 of 12"
number() { echo "$result" | sed -n "s/^found \([0-9]*\) of \([0-9]*\).*calm \([0-9]*\) of \([0-9]*\).*/\\$1/p"; }
ok "$(number 1) of $(number 2) questions that have a pilot find it in the first three" \
	[ $(($(number 1) * 10)) -ge $(($(number 2) * 9)) ]
ok "$(number 3) of $(number 4) about something else show nothing or weak passages only" \
	[ $(($(number 3) * 10)) -ge $(($(number 4) * 8)) ]
done_testing
