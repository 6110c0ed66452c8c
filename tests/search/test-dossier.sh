# Questions of parliament on the command line, and what is written out: each format, its quotes and footnotes.
. tests/tap.sh
needs jq xmllint unzip soffice

search=$BUILD/pilot-search questions=tests/search/kamervragen.txt
"$BUILD/pilot-index" >/dev/null 2>&1
"$BUILD/pilot-index" --dump 2>/dev/null | jq -r '.secties[].tekst | gsub("\n"; " ")' >"$tmp/source"

exits 0 "questions are answered" "$search" --question $questions --format json
cp "$tmp/out" "$tmp/d.json"
# answer FILTER: of the answers, as JSON
answer() { jq -c "$1" "$tmp/d.json"; }
is "$(answer '[.versie, (.vragen | map(.nummer))]')" '[1,[1,2,3,4,5,6]]' "one by one; the footnote is none"
is "$(answer '.vragen[3].passages[0].pilot.id')" '"wijkrechtbank-eindhoven"' "a pilot that is named comes first"
is "$(answer '.vragen[3].herkend')" '["pilot: wijkrechtbank-eindhoven","plaats: eindhoven"]' "and is recognised, as is a place"
is "$(answer '.vragen[2] | [.volgtOp, .sterkte]')" '["2","sterk"]' "a question without a subject takes that of the one before"
is "$(answer '.vragen[5] | [.sterkte, .passages, .volgtOp]')" '["niets",[],null]' "a question about something else finds nothing"
is "$(answer '.vragen[5].oordeel' | cut -c1-16)" '"Niets gevonden:' "and says so"
is "$(answer '.vragen[0].genegeerd | index("bericht") != null')" true "phrases of parliament do not count"
is "$(answer '[.vragen[].passages[] | .sterkte] | unique | map(select(. == "niets"))')" '[]' "each passage has its strength"
exits 0 "from standard input" sh -c "$search --question - <$questions"
like "$out" 'Vraag 6' "all of them"
exits 0 "a question of a province" sh -c "echo 'Welke buurtrechters zijn er in Brabant?' | $search --question - --format json"
is "$(jq -c '.vragen[0].passages[0] | [.pilot.id, ([.waarom[].via] | index("provincie") != null)]' "$tmp/out")" '["wijkrechtbank-eindhoven",true]' \
	"has what lies in it and is asked for first"
exits 1 "only what is nowhere" sh -c "echo 'Hoeveel wolven leven er op de Veluwe?' | $search --question -"
exits 2 "nothing to ask" sh -c "echo | $search --question -"
exits 2 "not text" sh -c "printf 'a\\0b?' | $search --question -"
exits 3 "no such file" "$search" --question "$tmp/none"
exits 2 "with a query as well" "$search" --question $questions huur
exits 2 "a format that is not for it" "$search" --question $questions --format atom

# in any form; how many were seen, and what was left out, is said
pasted() { printf '%b' "$1" >"$tmp/pasted"; shift; exits 0 "pasted" "$search" --question "$tmp/pasted" --format json "$@"; }
pasted '1 Bent u bekend met huurgeschillen?\n2\tKlopt het van de wijkrechtbank?\n3. Kunt u aangeven:\na) wat mediation kost;\nb) wie dit betaalt?\n\nGroet, Jan'
is "$(printf '%s' "$out" | jq -c '.vragen | map(.nummer)')" '[1,2,"3a","3b"]' "numbers in all forms, and sub-questions"
is "$(printf '%s' "$out" | jq -r '.vragen[3].tekst')" 'Kunt u aangeven: wie dit betaalt?' "which have the words of their question"
is "$err" 'pilot-search: 4 vragen herkend (anders verdelen: --split)
pilot-search: niet als vraag gelezen: Groet, Jan' "what was seen is said, and what was left out"
pasted '1. Bent u bekend met huurgeschillen?\n2. Wat doet u?\n' --split nowhere
is "$(printf '%s' "$out" | jq '.vragen | length') $err" '1 pilot-search: 1 vraag herkend (anders verdelen: --split)' "or split as it is told"
exits 2 "no such way to split" "$search" --question "$tmp/pasted" --split x
like "$err" 'marks, lines, paragraphs, nowhere' "which names those there are"
pasted 'Vragen van het lid Jansen (SP) over huur (ingezonden 3 maart 2022)\n\nBent u bekend met huurgeschillen?\n' --format md
like "$out" '^# Passages bij vragen van het lid Jansen \(SP\) over huur' "who asks whom is the title"

# a subject is taken along by a question that has none, from the one that it refers to
grep -v '^#' tests/search/onderwerp.tsv | while IFS="$(printf '\t')" read -r wanted question; do
	printf '1. Bent u bekend met LegalGuard voor consumenten?\n2. %s\n' "$question" | "$search" --question - --format json 2>/dev/null |
		jq -r --arg wanted "$wanted" '.vragen[1] | (if .volgtOp then "ja" else "nee" end) as $is | select($is != $wanted) | .tekst'
done >"$tmp/otherwise"
is "$(cat "$tmp/otherwise")" "" "a subject is taken along where it should be, and nowhere else"
pasted '1. Wat doet LegalGuard voor consumenten?\n2. Wat doet de wijkrechtbank?\n3. Wat kost dit?\n4. Wat zijn de resultaten van wat in vraag 1 is genoemd?\n5. En de kosten?\n'
is "$(printf '%s' "$out" | jq -c '.vragen | map(.volgtOp)')" '[null,null,"2","1","2"]' "of the last one with a subject, or the one that it names"
pasted '1. Wat is uw reactie op dit bericht?\n2. Wat kost dit?\n3. Wat doet de wijkrechtbank?\n'
is "$(printf '%s' "$out" | jq -c '.vragen | map(.volgtOp)')" '[null,null,null]' "of none when there is none"

# every quote is verbatim, in every format
verbatim() { # FILE of a quote a line
	sed 's/^\[…\] //; s/ \[…\]$//' "$1" | while IFS= read -r quote; do
		grep -qF -- "$quote" "$tmp/source" || echo "not in the source: $quote"
	done
}
jq -r '.vragen[].passages[].citaat | gsub("\n"; " ")' "$tmp/d.json" >"$tmp/quotes"
ok "there are quotes" [ "$(wc -l <"$tmp/quotes")" -ge 15 ]
is "$(verbatim "$tmp/quotes")" "" "json: every quote is in the source"
for format in csv md html odt jsonl; do
	exits 0 "$format" "$search" --question $questions --format $format --output "$tmp/d.$format"
done
is "$(jq -r '.citaat | gsub("\n"; " ")' "$tmp/d.jsonl" | sort)" "$(sort "$tmp/quotes")" "jsonl: the same quotes"
is "$(xmllint --html --xpath 'count(//blockquote)' "$tmp/d.html" 2>/dev/null)" "$(wc -l <"$tmp/quotes")" "html: as many quotes"
is "$(grep -c '^\[^[0-9]*\]: ' "$tmp/d.md")" "$(wc -l <"$tmp/quotes")" "md: a footnote for each"
is "$(head -c 3 "$tmp/d.csv" | od -An -tx1 | tr -d ' ')" efbbbf "csv: its mark of UTF-8"
is "$(tr -d '\r' <"$tmp/d.csv" | grep -c '^"6";.*Niets gevonden')" 1 "csv: a question without passages has its row"

# each status on its date, and whether the period ended since
for format in csv md html; do
	like "$(cat "$tmp/d.$format")" 'lopend op 1 december 2021, looptijd eindigde december 2021' "$format: the status on its date"
done
is "$(tr -d '\r' <"$tmp/d.csv" | sed -n '1s/.*tekens van..tot";//p')" '"status_op";"looptijd_voorbij"' "csv: with columns of their own, last"
is "$(tr -d '\r' <"$tmp/d.csv" | sed -n 's/.*"[0-9]*\.\.[0-9]*";//p' | sort -u)" "$(printf '"2021-12-01";"ja"\n"2021-12-01";"nee"')" "csv: which are filled"
like "$("$search" titel:hillesluis --format csv)" '"2021-12-01";""' "csv: but for what is not known"

# ODT: its parts, real footnotes, opened by a word processor
unzip -q -o "$tmp/d.odt" -d "$tmp/odt"
is "$(head -c 77 "$tmp/d.odt" | tail -c 39)" application/vnd.oasis.opendocument.text "odt: the type comes first, as it is"
for part in content styles meta META-INF/manifest; do
	ok "odt: $part is well-formed" xmllint --noout "$tmp/odt/$part.xml"
done
like "$(cat "$tmp/odt/content.xml")" 'Status: lopend op 1 december 2021, looptijd eindigde december 2021\.' "odt: the status on its date"
notes=$(grep -o '<text:note ' "$tmp/odt/content.xml" | wc -l)
is "$notes" "$(wc -l <"$tmp/quotes")" "odt: a footnote for each quote"
exits 0 "again" "$search" --question $questions --format odt --output "$tmp/again.odt"
ok "odt: the same every time" cmp "$tmp/d.odt" "$tmp/again.odt"
convert() { HOME=$tmp soffice --headless --convert-to "$1" --outdir "$tmp/$2" "$tmp/d.odt" >/dev/null 2>&1; }
if [ -z "${VALGRIND-}" ]; then # which finds nothing in a word processor
	convert docx docx
	is "$(unzip -p "$tmp/docx/d.docx" word/footnotes.xml | grep -o '<w:footnote w:id="[0-9]*">' | wc -l)" "$notes" "odt: footnotes in Word too"
	convert odt saved
	exits 0 "odt: saved by a word processor, its quotes still stand" "$search" --verify "$tmp/saved/d.odt"
fi

# what was exported can be checked
for format in json jsonl odt; do
	exits 0 "$format: all quotes stand" "$search" --verify "$tmp/d.$format"
	like "$out" ' citaten staan, 0 niet$' "$format: and are counted"
done
sed 's/strafbare feit/strafbare feest/' "$tmp/d.json" >"$tmp/forged.json"
exits 1 "a quote that was changed" "$search" --verify "$tmp/forged.json"
like "$out" '^VERVALLEN' "is told"
sed 's/"sha256": "[0-9a-f]/"sha256": "x/' "$tmp/d.json" >"$tmp/other.json"
exits 1 "a source that is another" "$search" --verify "$tmp/other.json"
exits 2 "no export" "$search" --verify README.md
head -c 2000 "$tmp/d.odt" >"$tmp/half.odt"
exits 2 "half an export" "$search" --verify "$tmp/half.odt"

# results are written out as well
for format in csv md html odt; do
	exits 0 "results as $format" "$search" huur --format $format
done
exits 3 "a directory that is not there" "$search" huur --format odt --output "$tmp/none/x.odt"
ok "leaves nothing" [ ! -e "$tmp/none" ]

# a title that a spreadsheet would take for a formula stays text
printf 'Bijlage 9 - Proef\n\nPilot\tToelichting\n=cmd|calc\t<p><u>Doel</u> Formules in een titel; met "aanhalingstekens".</p>\n' >"$tmp/formula.txt"
"$BUILD/pilot-index" "$tmp/formula.txt" >/dev/null 2>&1
exits 0 "a formula as a title" "$search" formules --format csv
like "$out" "\"'=cmd" "gets an apostrophe"
like "$out" 'met ""aanhalingstekens""' "quotes are doubled"
# whatever separator the spreadsheet is told of, and however wide the sign is
# csv_title TITLE WANTED: as a cell
csv_title() {
	printf 'Bijlage 9 - Proef\n\nPilot\tToelichting\n%s\t<p><u>Doel</u> Formules in een titel.</p>\n' "$1" >"$tmp/formula.txt"
	"$BUILD/pilot-index" "$tmp/formula.txt" >/dev/null 2>&1
	is "$("$search" formules --format csv | tail -n 1 | sed 's/";"Doel.*//; s/.*;"//')" "$2" "a title as a cell: $1"
}
csv_title 'a,=cmd|calc' "a,'=cmd|calc"
csv_title 'a;+1' "a;'+1"
csv_title 'a| -1' "a| '-1"
csv_title 'a,"=1' "a,\"\"'=1"
csv_title '＝1' "'＝1"
csv_title 'a;＋1,－1;＠x' "a;'＋1,'－1;'＠x"
csv_title 'a=1+1-1@x, e-mail' 'a=1+1-1@x, e-mail'

# Markdown: what a document and its name say stays text, in its line
# md_name NAME WANTED: as the export has it
md_name() {
	rm -rf "$tmp/names"; mkdir "$tmp/names"
	printf 'Bijlage 9 - Proef, peildatum 1 december 2021\n\nPilot\tToelichting\n1. [a](b) &amp;lt;b\t<p><u>Doel</u> Formules.</p>\n' >"$tmp/names/$1.txt"
	"$BUILD/pilot-index" "$tmp/names" >"$tmp/out" 2>&1 || cat "$tmp/out"
	"$search" formules --format md >"$tmp/names.md"
	is "$(sed -n 's/.* Bestand \(.*\)\.txt, SHA-256 .*/\1/p' "$tmp/names.md")" "$2" "a file in Markdown: $(printf %s "$1" | tr '\n' ' ')"
	is "$(grep -vc '^\(\|# .*\|\*\*.*\|>.*\|\[^1\]: .*\)$' "$tmp/names.md")" 0 "and nothing of it begins a line"
}
md_name '<img src=x onerror=alert(1)>' '\<img src=x onerror=alert(1)\>'
md_name '[x](javascript:alert(1))' '\[x\](javascript:alert(1))'
# shellcheck disable=SC2016
md_name 'a&lt;b~~c~~$d$' 'a\&lt;b\~\~c\~\~\$d\$'
md_name 'a
# kop' 'a\_\# kop'
md_name "$(printf 'a\342\200\256txt\033[31m')" 'a txt\_\[31m'
like "$(cat "$tmp/names.md")" '^\*\*1\\\. \\\[a\\\]\(b\) \\&lt;b\*\* — Doel' "nor does a title: neither a list, nor a link, nor an entity"
sed 's/1 december 2021/1 juni 2022/; s/^1\. /2. /; s/Formules/<script> en formules/' "$tmp"/names/a*.txt >"$tmp/names/b.txt"
"$BUILD/pilot-index" "$tmp/names" >/dev/null 2>&1
exits 0 "what changed, as Markdown" "$search" --changes 2021-12-01..2022-06-01 --format md
like "$out" '^- 2\\\. \\\[a\\\]\(b\) \\&lt;b' "too"
done_testing
