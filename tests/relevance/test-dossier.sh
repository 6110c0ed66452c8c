# Questions of parliament against the annex: the bars of the dossier (see dossier.tsv).
. tests/tap.sh
. tests/relevance/dossier.sh

"$BUILD/pilot-index" >/dev/null 2>&1
result=$(dossier_measure)
echo "$result" | grep '^#'
set -- $(echo "$result" | sed -n 's/^found \([0-9]*\) of \([0-9]*\).*calm \([0-9]*\) of \([0-9]*\).*/\1 \2 \3 \4/p')
ok "of $2 questions that have a pilot $1 find it in the first three" [ $(($1 * 10)) -ge $(($2 * 9)) ]
ok "of $4 about something else $3 show nothing or weak passages only" [ $(($3 * 10)) -ge $(($4 * 8)) ]
done_testing
