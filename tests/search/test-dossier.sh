# Questions of parliament on the command line, and what is written out: each format, its quotes and footnotes.
. tests/tap.sh
needs jq xmllint perl unzip zip soffice pdftotext

search=$BUILD/pilot-search questions=tests/search/kamervragen.txt
"$BUILD/pilot-index" "$annex" >/dev/null 2>&1
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

# a pilot that is named, in part too, comes first, with what it says of its state, whole; each pilot once
named() { printf '1. %s\n' "$1" | "$search" --question - --format json 2>/dev/null >"$tmp/named"; }
first() { jq -c "[.vragen[0].passages[0] | .pilot.id, ((., .verder[]) | select(.sectie == \"$1\") | .citaat)]" "$tmp/named"; }
named 'Waarom is de ADR-tool gestopt?'
is "$(first looptijd)" '["adr-clientenondersteuningstool","Juni 2021 – november 2021 (stopgezet)"]' "by a word of its own, and its period"
like "$(first stand-van-zaken)" 'niet haalbaar' "and how it is with it"
like "$(first stand-van-zaken | tr -d '\n')" '^[^…]*$' "uncut"
named 'Wat zijn de ervaringen van de Eindhovense wijkrechtbank?'
like "$(first stand-van-zaken)" '^."wijkrechtbank-eindhoven",' "by one long word"
named 'Hoe loopt het met Samen Recht Vinden?'
like "$(first stand-van-zaken)" '^."samen-recht-vinden",' "by its words together"
named 'Kunnen partijen samen een oplossing voor hun recht op omgang vinden?'
is "$(jq -c '.vragen[0].herkend' "$tmp/named")" '[]' "but not by words that only happen to be there"
named 'Hoeveel zaken zijn er in Heerlen behandeld?'
like "$(jq -r '.vragen[0].passages[0].citaat' "$tmp/named")" 'ruim 80 zaken' "the sentence with the number answers how many"
is "$(jq '[.vragen[0].passages[].pilot.id] | length == (unique | length)' "$tmp/named")" true "one pilot has one place"
is "$(jq '.vragen[0] | [.passages[].kans] | . == (sort | reverse)' "$tmp/named")" true "the likelier before the less likely, here"
named 'Komt er ook een huis van het recht in de gemeente Enschede?'
is "$(jq -c '.vragen[0].ontbreekt' "$tmp/named")" '["Enschede"]' "a name that no pilot has is told"

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
jq -r '.vragen[].passages[] | (., .verder[]).citaat | gsub("\n"; " ")' "$tmp/d.json" >"$tmp/quotes"
ok "there are quotes" [ "$(wc -l <"$tmp/quotes")" -ge 15 ]
is "$(verbatim "$tmp/quotes")" "" "json: every quote is in the source"
for format in csv md html odt docx jsonl; do
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
is "$(tr -d '\r' <"$tmp/d.csv" | sed -n '1s/.*tekens van..tot";//p')" '"status_op";"looptijd_voorbij";"eerder_antwoord"' "csv: with columns of their own, last"
is "$(tr -d '\r' <"$tmp/d.csv" | sed -n 's/.*"[0-9]*\.\.[0-9]*";//p' | sort -u)" "$(printf '"2021-12-01";"";""\n"2021-12-01";"ja";""\n"2021-12-01";"nee";""')" "csv: which are filled, where it is known"
like "$("$search" titel:hillesluis --format csv)" '"lopend";"2021-12-01";"[^"]*";"2019-12";"";""' "csv: but for what is not known"

# ODT and DOCX: their parts, and what they say, which is the same
W='*[namespace-uri()="http://schemas.openxmlformats.org/wordprocessingml/2006/main" and local-name()'
is "$(head -c 77 "$tmp/d.odt" | tail -c 39)" application/vnd.oasis.opendocument.text "odt: the type comes first, as it is"
is "$(unzip -Z1 "$tmp/d.docx" | head -n 1)" '[Content_Types].xml' "docx: what its parts are comes first"
for format in odt docx; do
	unzip -q -o "$tmp/d.$format" -d "$tmp/$format"
	(cd "$tmp/$format" && find . -name '*.xml' -o -name '*.rels') >"$tmp/parts"
	while read -r part; do
		ok "$format: $part is well-formed" xmllint --noout "$tmp/$format/$part"
	done <"$tmp/parts"
	exits 0 "again" "$search" --question $questions --format $format --output "$tmp/again.$format"
	ok "$format: the same every time" cmp "$tmp/d.$format" "$tmp/again.$format"
done
# parts_named FILE EXPRESSION: what a part refers to, one a line
parts_named() { xmllint --xpath "$2" "$tmp/docx/$1" | grep -o '"[^"]*"' | tr -d '"' | sort; }
is "$(parts_named '[Content_Types].xml' '//@PartName')" "$(cd "$tmp/docx" && find . -name '*.xml' ! -name '\[*' | cut -c2- | sort)" "docx: each part has its type"
is "$(parts_named word/_rels/document.xml.rels '//@Target')" "$(cd "$tmp/docx/word" && find . -name '*.xml' ! -name document.xml | cut -c3- | sort)" "docx: the text refers to each part beside it"
is "$(parts_named _rels/.rels '//@Target')" "$(printf 'docProps/core.xml\nword/document.xml')" "docx: and the package to the text and its description"
is "$(parts_named word/document.xml "//$W='pStyle']/@*" | sort -u)" "$(parts_named word/styles.xml "//$W='style' and @*[.='paragraph']]/@*[local-name()='styleId']" | grep -v FootnoteText)" "docx: each style that is used is there"
is "$(parts_named word/styles.xml "//$W='lang']/@*")" nl-NL "docx: in Dutch"
is "$(xmllint --xpath 'string(//*[local-name()="language"])' "$tmp/docx/docProps/core.xml")" nl-NL "docx: which it says as well"
is "$(xmllint --xpath 'string(//*[local-name()="title"])' "$tmp/docx/docProps/core.xml")" "$(xmllint --xpath 'string(//*[local-name()="title"])' "$tmp/odt/meta.xml")" "the same title"
is "$(parts_named word/footnotes.xml "//$W='footnote']/@*[local-name()='type']")" "$(printf 'continuationSeparator\nseparator')" "docx: the lines above footnotes"

# their paragraphs without notes and comments, and their footnotes
perl -0777 -CSD -ne 's,<office:annotation .*?</office:annotation>,,gs; s,<text:note-citation>.*?</text:note-citation>,,g;
	s,<text:note [^>]*>,[noot: ,g; s,</text:note>,],g; s,<text:line-break/>, | ,g; s,.*<office:text>,,s;
	s,</text:[ph]>(?!</text:note-body>),\n,g; s,<[^>]*>,,g; print' "$tmp/odt/content.xml" >"$tmp/odt.said"
perl -0777 -CSD -e 'open F, $ARGV[0]; $_ = <F>; $note{$1} = $2 while m,<w:footnote w:id="(\d+)">(.*?)</w:footnote>,gs; s,<[^>]*>,,g, s,^ ,, for values %note;
	open F, $ARGV[1]; $_ = <F>; s,.*<w:body>,,s; s,<w:footnoteReference w:id="(\d+)"/>,[noot: $note{$1}],g; s,<w:br/>, | ,g; s,</w:p>,\n,g; s,<[^>]*>,,g; print' \
	"$tmp/docx/word/footnotes.xml" "$tmp/docx/word/document.xml" >"$tmp/docx.said"
is "$(diff "$tmp/odt.said" "$tmp/docx.said")" "" "both say the same"
said=$(cat "$tmp/docx.said")
notes=$(wc -l <"$tmp/quotes")
like "$said" 'Status: lopend op 1 december 2021, looptijd eindigde december 2021\.' "the status on its date"
is "$(grep -c '\[noot: Onderdeel ‘.*’, peildatum 1 december 2021 (bron 1, tekens [0-9]*–[0-9]*)\.\]$' "$tmp/docx.said")" "$notes" "a footnote for each quote, which is short"
is "$(grep -c SHA-256 "$tmp/docx.said") $(tail -n 1 "$tmp/docx.said" | cut -c1-8)" '1 Bron 1: ' "with the checksum once, at the end"
is "$(grep -c '^\[Schrijf hier het antwoord\.\]$' "$tmp/docx.said")" 6 "a place for the answer below each question, also one without passages"
is "$(grep -ci 'zwak\|niets gevonden' "$tmp/docx.said")" 0 "no warning in the text"
is "$(xmllint --xpath "count(//$W='comment'])" "$tmp/docx/word/comments.xml") $(grep -o 'office:annotation ' "$tmp/odt/content.xml" | wc -l)" \
	"$(answer '[.vragen[] | select(.oordeel)] | length | "\(.) \(.)"' | tr -d '"')" "but beside it, for who writes"
is "$(grep -ci 'zwak\|niets gevonden' "$tmp/d.md") $(grep -ci '^<!-- \(alleen zwak\|niets gevonden\).* -->$' "$tmp/d.md")" "2 2" "md: as comments"
is "$(xmllint --html --xpath 'string(//body)' "$tmp/d.html" 2>/dev/null | grep -ci 'zwak\|niets gevonden')" 0 "html: nor there"
for format in md html; do
	is "$(grep -c 'Schrijf hier het antwoord' "$tmp/d.$format")" 6 "$format: a place for each answer"
done
# a question with what XML has no word for, and lines in a quote
printf 'Wat doet de \001\357\277\277 wijkrechtbank \357\254\201 <b>&amp;?' >"$tmp/odd"
for format in odt docx; do
	exits 0 "$format: an odd question" "$search" --question "$tmp/odd" --format $format --output "$tmp/odd.$format"
done
ok "odt: stays well-formed" sh -c "unzip -p '$tmp/odd.odt' content.xml | xmllint --noout -"
like "$(unzip -p "$tmp/odd.docx" word/document.xml)" '>Wat doet de  ?wijkrechtbank ﬁ &lt;b&gt;&amp;amp;\?<' "and says what it says"
ok "docx: stays well-formed" sh -c "unzip -p '$tmp/odd.docx' word/document.xml | xmllint --noout -"

# a word processor opens both
convert() { HOME=$tmp soffice --headless --convert-to "$2" --outdir "$tmp/$3" "$tmp/d.$1" >/dev/null 2>&1; }
if [ -z "${VALGRIND-}" ]; then # which finds nothing in a word processor
	for format in odt docx; do
		other=$([ $format = odt ] && echo docx || echo odt)
		convert $format txt:Text "as-$format"
		convert $format pdf "as-$format"
		convert $format odt "as-$format"
		convert $format docx "as-$format"
		is "$(unzip -p "$tmp/as-$format/d.docx" word/footnotes.xml | grep -o '<w:footnote w:id="[0-9]*">' | wc -l)" "$notes" "$format: footnotes in Word"
		is "$(unzip -p "$tmp/as-$format/d.odt" content.xml | grep -o '<text:note ' | wc -l)" "$notes" "$format: footnotes in ODT"
		is "$(pdftotext "$tmp/as-$format/d.pdf" - | grep -ci 'zwak\|niets gevonden')" 0 "$format: no warning when printed"
		exits 0 "$format: saved by a word processor, its quotes still stand" "$search" --verify "$tmp/as-$format/d.$format"
		exits 0 "$format: as they do in $other" "$search" --verify "$tmp/as-$format/d.$other"
	done
	ok "there is text" grep -q '^Vraag 6' "$tmp/as-odt/d.txt"
	is "$(diff "$tmp/as-odt/d.txt" "$tmp/as-docx/d.txt")" "" "both are the same to it"
fi

# what was exported can be checked
for format in json jsonl odt docx; do
	exits 0 "$format: all quotes stand" "$search" --verify "$tmp/d.$format"
	like "$out" ' citaten staan, 0 niet$' "$format: and are counted"
	is "${out##*
}" "$notes citaten staan, 0 niet" "$format: each of them"
done
sed 's/scheiden zonder schade/scheiden zonder scha/' "$tmp/d.json" >"$tmp/forged.json"
exits 1 "a quote that was changed" "$search" --verify "$tmp/forged.json"
like "$out" '^VERVALLEN' "is told"
sed 's/"sha256": "[0-9a-f]/"sha256": "x/' "$tmp/d.json" >"$tmp/other.json"
exits 1 "a source that is another" "$search" --verify "$tmp/other.json"
# edited FORMAT PART SED: the document with a part edited
edited() {
	cp -r "$tmp/$1" "$tmp/edited"
	sed -i "$3" "$tmp/edited/$2"
	rm -f "$tmp/edited.$1"
	(cd "$tmp/edited" && zip -q -r "$tmp/edited.$1" .)
	rm -r "$tmp/edited"
}
for what in odt:content.xml:content.xml: docx:word/document.xml:word/footnotes.xml:word; do
	format=${what%%:*} rest=${what#*:}
	body=${rest%%:*} rest=${rest#*:}
	foot=${rest%%:*}
	edited "$format" "$body" 's/scheiden zonder schade/scheiden zonder scha/g'
	exits 1 "$format: a quote that was changed" "$search" --verify "$tmp/edited.$format"
	is "$(printf '%s\n' "$out" | grep -c '^VERVALLEN')" "$(grep -c 'scheiden zonder schade' "$tmp/quotes")" "$format: is told, and no other"
	edited "$format" "$body" 's/SHA-256 [0-9a-f]/SHA-256 x/'
	exits 1 "$format: a source that is another" "$search" --verify "$tmp/edited.$format"
	edited "$format" "$body" 's/Bron 1: /Bron: /'
	exits 2 "$format: without its sources" "$search" --verify "$tmp/edited.$format"
	like "$err" 'sources that its footnotes name' "$format: which is said"
	edited "$format" "$foot" 's/(bron 1, tekens [0-9]*/(bron 1, tekens 1/'
	exits 1 "$format: another place" "$search" --verify "$tmp/edited.$format"
	head -c 2000 "$tmp/d.$format" >"$tmp/half.$format"
	exits 2 "$format: half an export" "$search" --verify "$tmp/half.$format"
done
# Word splits a text as it likes, keeps what was struck, and other programs name parts otherwise
edited docx word/document.xml 's,strafbare feit,strafbare </w:t></w:r><w:del><w:r><w:delText>daad</w:delText></w:r></w:del><w:ins><w:r><w:t>feit</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">,g'
exits 0 "docx: what was struck does not count" "$search" --verify "$tmp/edited.docx"
mv "$tmp/docx/word/document.xml" "$tmp/docx/word/document2.xml"
edited docx '[Content_Types].xml' 's,word/document\.xml,word/document2.xml,'
exits 0 "docx: a text of another name" "$search" --verify "$tmp/edited.docx"
# a comment on a quote is none of it
edited odt content.xml 's,strafbare feit,strafbare <office:annotation><text:p>Klopt dit?</text:p></office:annotation>feit,g'
exits 0 "odt: a comment in a quote does not count" "$search" --verify "$tmp/edited.odt"
exits 2 "no export" "$search" --verify README.md

# results are written out as well
for format in csv xlsx md html odt docx; do
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
	is "$("$search" formules --format csv | tail -n 1 | sed 's/^"1";"//; s/";"onbekend".*//')" "$2" "a title as a cell: $1"
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
	is "$(grep -vc '^\(\|#\{1,2\} .*\|\*\*.*\|>.*\|Bron 1: .*\|\[^1\]: .*\)$' "$tmp/names.md")" 0 "and nothing of it begins a line"
}
md_name '<img src=x onerror=alert(1)>' '\<img src=x onerror=alert(1)\>'
md_name '[x](javascript:alert(1))' '\[x\](javascript:alert(1))'
# shellcheck disable=SC2016
md_name 'a&lt;b~~c~~$d$' 'a\&lt;b\~\~c\~\~\$d\$'
md_name 'a
# kop' 'a\_\# kop'
md_name "$(printf 'a\342\200\256txt\033[31m')" 'a txt\_\[31m'
like "$(cat "$tmp/names.md")" '^\*\*1\\\. \\\[a\\\]\(b\) \\&lt;b – Doel' "nor does a title: neither a list, nor a link, nor an entity"
sed 's/1 december 2021/1 juni 2022/; s/^1\. /2. /; s/Formules/<script> en formules/' "$tmp"/names/a*.txt >"$tmp/names/b.txt"
"$BUILD/pilot-index" "$tmp/names" >/dev/null 2>&1
exits 0 "what changed, as Markdown" "$search" --changes 2021-12-01..2022-06-01 --format md
like "$out" '^- 2\\\. \\\[a\\\]\(b\) \\&lt;b' "too"
# what may be asked of any subject counts for less than the subject, however rare it is here
mkdir "$tmp/vissen"
{
	printf 'Visserij - peildatum 1 juli 2024\n\nPilot\tToelichting\n'
	printf 'Meren\t<p><u>Doel</u> Palingen in meren tellen.</p>\nBruggen\t<p><u>Doel</u> Het traject van de planning vastleggen.</p>\n'
	printf 'Rivieren\t<p><u>Doel</u> Palingen in rivieren tellen.</p>\nOuders\t<p><u>Doel</u> Hulp bij een scheiding.</p>\n'
	for bird in Reigers Zwanen Eenden Ganzen Meeuwen; do printf '%s\t<p><u>Doel</u> %s ringen.</p>\n' $bird $bird; done
} >"$tmp/vissen/vissen.txt"
"$BUILD/pilot-index" --index "$tmp/vissen.index" "$tmp/vissen/vissen.txt" >/dev/null 2>&1
asked() { printf '1. %s\n' "$1" | "$search" --index "$tmp/vissen.index" --question - --explain --format json 2>/dev/null | jq -c ".vragen[0].passages[0] | $2"; }
like "$(asked 'Welk traject is er voor palingen?' .pilot.id)" 'meren|rivieren' "a subject before a word of any question that is rarer"
is "$(asked 'Hoe gaat het met wie uit elkaar gaan?' '[.pilot.id, .kenmerken.dekking > 0.5]')" '["ouders",true]' \
	"an expression of small words is what is asked"
done_testing
