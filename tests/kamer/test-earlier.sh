# What was answered before, for a question: beside the pilots, cited, and in every export.
. tests/tap.sh
needs jq python3 unzip

search=$BUILD/pilot-search
"$BUILD/pilot-index" >/dev/null 2>&1
cat >"$tmp/q.txt" <<'END'
1. Kunt u uitleggen waarom de rente op een TOZO-lening twee procent is?
2. Wat doet de Huurcommissie in het project over regie op geschiloplossing in het huurdomein?
3. Hoeveel fietspaden zijn er in Groningen?
END
ask() { run "$search" --question "$tmp/q.txt" "$@" 2>/dev/null; }

ask --format json >"$tmp/all.json"
first() { jq -r ".vragen[0].eerder[0] | $1" "$tmp/all.json"; }
is "$(first .document)" ah-tk-20202021-3235 "an earlier question is found"
is "$(first .sectie)" antwoord "its answer is quoted"
is "$(first '.datum + " " + .bewindspersonen[0]')" "2021-06-21 Minister van Sociale Zaken en Werkgelegenheid" "with its day and minister"
like "$(first .bronvermelding.leidraad)" '^Aanhangsel Handelingen II 2020/21, nr. 3235, antwoord op vraag [0-9]+\.$' "and cited"
is "$(jq '.vragen[2].eerder | length' "$tmp/all.json")" 0 "nothing for a question on something else"
is "$(jq '[.vragen[].eerder | length] | max <= 3' "$tmp/all.json")" true "no more than three"
is "$(jq '[.vragen[].eerder[].kans] | min >= 0.25' "$tmp/all.json")" true "none that is only a little alike"
is "$(jq '[.vragen[].eerder | [.[].kans] | . == (sort | reverse)] | all' "$tmp/all.json")" true "most alike first"
like "$(jq -r '.vragen[1].eerder[0].redenen[0]' "$tmp/all.json")" 'ouder dan de laatste stand van de pilot ‘.*’ \(1 december 2021\)' "older than what the pilot says: told"

"$BUILD/pilot-index" --dump tests/kamer/echt/vragen 2>/dev/null | jq -r .antwoord | tr -s '\n' ' ' >"$tmp/answers"
jq -r '.vragen[].eerder[].citaat' "$tmp/all.json" | sed 's/ \[…\]$//; s/^\[…\] //' | tr -s '\n' ' ' | cut -c 1-200 >"$tmp/quote"
ok "quotes are verbatim" grep -qF "$(head -c 150 "$tmp/quote")" "$tmp/answers"

# In every export.
like "$(ask)" '^-- Eerder beantwoord --$' "text"
is "$(ask --format jsonl | jq -r 'select(.soort) | .soort' | sort -u)" kamervraag "JSON Lines"
like "$(ask --format csv)" 'Aanhangsel Handelingen II 2020/21, nr. 3235' "CSV"
ask --format csv >"$tmp/all.csv"
is "$(python3 -c '
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig"), delimiter=";"))
print(sorted({(bool(r["pilot"]), bool(r["eerder_antwoord"]), "Handelingen" in r["bronvermelding Kamerstuk"]) for r in rows if r["onderdeel"]}))' "$tmp/all.csv")" \
	"[(False, True, True), (True, False, False)]" "CSV: in a column of their own"
md=$(ask --format md)
like "$md" 'Eerder beantwoord' "Markdown"
like "$md" 'beantwoord op 21 juni 2021 door de Minister van Sociale Zaken' "with the day and the minister"
like "$md" 'Bron [0-9]+: Aanhangsel Handelingen II 2020/21, nr. 3235. Bestand ' "and the source with its checksum"
like "$(ask --format html)" 'Eerder beantwoord' "HTML"
for format in odt docx; do
	ask --format $format --output "$tmp/out.$format"
	unzip -p "$tmp/out.$format" content.xml word/document.xml 2>/dev/null | grep -q 'Eerder beantwoord'
	report $? "$format"
	exits 0 "whose quotes all stand" "$search" --verify "$tmp/out.$format"
	like "$out" 'staat	ah-tk-20202021-3235' "those of answers too"
done
page=$(printf 'tekst=%s' "$(jq -rR @uri <"$tmp/q.txt" | paste -sd '\n' | sed ':a;N;$!ba;s/\n/%0A/g')" | REQUEST_METHOD=POST PATH_INFO=/kamervraag \
	CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH="$(printf 'tekst=%s' "$(jq -rR @uri <"$tmp/q.txt" | sed ':a;N;$!ba;s/\n/%0A/g')" | wc -c)" \
	"$BUILD/pilot-search.cgi")
like "$page" '<h3>Eerder beantwoord</h3>' "the page has them"
like "$page" 'href="/kamerstukken/ah-tk-20202021-3235\.' "with links to their pages"

# Ticks take earlier answers along, or not.
filled() { # TICKS...: of a dossier in Markdown, whose earlier answers are quoted
	body="tekst=$(jq -rRs @uri <"$tmp/q.txt")&formaat=md$(printf '&mee=%s' "$@")"
	printf %s "$body" | REQUEST_METHOD=POST PATH_INFO=/kamervraag CONTENT_TYPE=application/x-www-form-urlencoded \
		CONTENT_LENGTH="$(printf %s "$body" | wc -c)" "$BUILD/pilot-search.cgi" | grep -c 'nr. 3235, antwoord'
}
id=$(first .kamerstuk.id)
is "$(filled 0)" 0 "what is not ticked stays behind"
ok "what is ticked goes along" [ "$(filled 0 "1.$id")" -gt 0 ]

# Another member, the same answer: one passage, which names the other.
mkdir "$tmp/two"
sed 's/20202021-3235/20202021-9999/g; s/>3235</>9999</g' tests/kamer/echt/vragen/ah-tk-20202021-3235.xml >"$tmp/two/ah-tk-20202021-9999.xml"
"$BUILD/pilot-index" corpus "$tmp/two" >/dev/null 2>&1
echo 'Kunt u toelichten waarom het rentepercentage voor de TOZO-lening op 2% is gesteld?' >"$tmp/q2.txt"
run "$search" --question "$tmp/q2.txt" --format json >"$tmp/two.json" 2>/dev/null
is "$(jq -r '.vragen[0].eerder[0].reeks.anderen | length' "$tmp/two.json")" 1 "the same answer to others is folded"
is "$(jq '[.vragen[0].eerder[].citaat] | length == (unique | length)' "$tmp/two.json")" true "and shown once"

# Without papers nothing is said of them.
"$BUILD/pilot-index" --index "$tmp/none" corpus/bijlage-2*.txt >/dev/null 2>&1
is "$(PILOTZOEKER_INDEX="$tmp/none" "$search" --question "$tmp/q.txt" --format json 2>/dev/null | jq '[.vragen[] | has("eerder")] | any')" false "an index without papers says nothing"
done_testing
