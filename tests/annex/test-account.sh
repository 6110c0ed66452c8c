# Nothing lost without a warning: --check counts the words of a document and of its records, and names
# the lines whose words are in none.
. tests/tap.sh
needs jq

index=$BUILD/pilot-index
# check FILE: its warnings on words to $lost, by lines; what it says of words to $said, the totals to $words
check() {
	"$index" --check "$1" >"$tmp/out" 2>"$tmp/err"
	lost=$(grep -E 'in no record|that are not in the document' "$tmp/err" | sed "s|^$1||; s/: warning: /: /" | paste -sd'|')
	said=$(grep "^$1:" "$tmp/out" | sed "s|^$1:||" | paste -sd'|')
	words=$(grep '^words: ' "$tmp/out" | sed "s|$1|FILE|")
}
# counts LOST WORDS DESCRIPTION: of the document that was checked
counts() { is "$lost" "$1" "$3: what is lost"; is "${words#words: }" "$2" "$3: how much is where"; }
# page BODY, text LINES, md LINES: a document that is checked
page() { printf '<html><head><title>Bladtitel</title><style>p { color: red }</style></head><body><p>Bijlage, peildatum 1 juni 2022</p>\n%b\n</body></html>\n' "$1" >"$tmp/page.html"; check "$tmp/page.html"; }
text() { printf 'Bijlage, peildatum 1 juni 2022\n%b\n' "$1" >"$tmp/text.txt"; check "$tmp/text.txt"; }
md() { printf '# Bijlage, peildatum 1 juni 2022\n%b\n' "$1" >"$tmp/text.md"; check "$tmp/text.md"; }
row() { printf '<table><tr><td>%s</td><td>%s</td></tr></table>' "$1" "$2"; }

# ---- the real annex: every word is somewhere
annex=corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt
check "$annex"
counts '' '7010 in FILE, 6915 in its records, 72 told of apart, 23 before the first pilot, 0 in none' "the real annex"
is "$said" '5: before the first pilot: 23 words "nb in dit overzicht zijn opgenomen lopende pilots …"' "its remark is named, without a warning"
is "$(tail -n 1 "$tmp/out")" '33 pilots in 1 files, 1 warnings' "the last line stays the last"
"$index" --dump "$annex" >"$tmp/dump" 2>"$tmp/err"
is "$(grep -c 'words' "$tmp/dump")$(grep -c 'before the first' "$tmp/err")" 00 "other runs do not count"

# ---- before the first pilot
page "<p>Belangrijk: de subsidie stopt in 2022.</p>\n<p>Huurteam is opdrachtgever.</p>$(row Loket 'Doel: helpen')"
counts ':2: 9 words before the first pilot: in no record' '17 in FILE, 8 in its records, 9 before the first pilot, 0 in none' "an introduction"
is "$said" '2: before the first pilot: 6 words "belangrijk de subsidie stopt in 2022"|3: before the first pilot: 3 words "huurteam is opdrachtgever"' "its lines are named"
text 'Inleiding van vier woorden\nLoket\t<u>Doel</u> helpen'
counts ':2: 4 words before the first pilot: in no record' '12 in FILE, 8 in its records, 4 before the first pilot, 0 in none' "one of a text"
"$index" --dump "$tmp/text.txt" >"$tmp/out" 2>"$tmp/err"
like "$(cat "$tmp/err")" 'text.txt:2: warning: 4 words before the first pilot: in no record' "every run warns of it"
text 'Nb. Alleen lopende pilots.\nLeeswijzer: een rij per pilot\nLoket\t<u>Doel</u> helpen'
counts '' '17 in FILE, 8 in its records, 9 before the first pilot, 0 in none' "a remark on the whole is no introduction"
md '\nEerst dit.\n\n| Pilot | Toelichting |\n|---|---|\n| Loket | **Doel** helpen |'
counts ':3: 2 words before the first pilot: in no record' '12 in FILE, 8 in its records, 2 told of apart, 2 before the first pilot, 0 in none' "one of Markdown"
printf 'Stand van zaken\nPeildatum 1 juni 2022\nLoket\t<u>Doel</u> helpen\n' >"$tmp/two.txt"; check "$tmp/two.txt"
counts '' '10 in FILE, 10 in its records, 0 in none' "a title and a date are none"

# ---- what the reader loses, and on which line
page '<table><tr><td>Loket</td><td>Doel: helpen</td></tr><tr>los in een rij<td>Tweede</td><td>Doel: leren</td></tr></table>'
counts ':2: 4 words in no record: "los in een rij"' '15 in FILE, 11 in its records, 4 in none' "text in a row but in no cell"
page '<table><tr><th>Eerste</th><th>kop</th></tr><tr><td>Loket</td><td>Doel: helpen</td></tr></table>\n<h2>Tweede</h2><table><tr><td>Doel</td><td>leren</td></tr></table><h2>Derde</h2><table><caption>ertussen</caption><tr><td>Doel</td><td>weten</td></tr></table>'
counts '' '17 in FILE, 14 in its records, 3 told of apart, 0 in none' "cells of th, titles above tables"
page '<table><tr><b>een</b> los <td>Loket</td><td>Doel: helpen twee drie vier vijf zes</td>zeven</tr></table>'
counts ':2: 2 words in no record: "een los"|:2: 1 words in no record: "zeven"' '16 in FILE, 13 in its records, 3 in none' "in two places of a line"
page "$(row Loket 'Doel: de huurders van de wijk helpen')\n<table><tr>de huurders van de stad\n<td>Tweede</td><td>Doel: de huurders van de stad leren</td></tr></table>"
counts ':3: 5 words in no record: "de huurders van de stad"' '26 in FILE, 21 in its records, 5 in none' "words that stand elsewhere too do not make up for it"
page '<table><tr>leren\n<td>Loket</td><td>Doel: leren</td></tr></table>'
counts ':2: 1 words in no record: "leren"' '9 in FILE, 8 in its records, 1 in none' "even a single one"
printf '<html><body><p>Peildatum 1 juni 2022</p>%s<p>&#1;o&#2;cieel</p></body></html>' "$(row Loket 'Doel: helpen')" >"$tmp/page.html"; check "$tmp/page.html"
is "$lost" ':1: 1 words in no record: "�o�cieel"|: 1 words in the records that are not in the document: "ocieel"' "letters that a font hid"
page "$(row Loket 'Doel: helpen')<p>Nog 1<sup>e</sup> <b>Do</b><i>el</i>, huis- en caf&eacute;&shy;houders&nbsp;samen, &amp; ﬁets; 20 m<sup>2</sup> &foo;</p>"
counts '' '19 in FILE, 19 in its records, 0 in none' "words divided by tags and hyphens are one"

# ---- what was lost once, and is kept
page "$(row Loket 'Doel: mail <info@loket.example> of\n<https://loket.example/a>\nof <naam>, <naam >, <x@y>')<p>Bij <jaar> 2022</p><x-knop>klik</x-knop><eigen>woord</eigen>"
counts '' '26 in FILE, 26 in its records, 0 in none' "what looks like a tag"
is "$("$index" --dump "$tmp/page.html" 2>"$tmp/err" | jq -c '[.secties[].tekst]')" '["mail <info@loket.example> of <https://loket.example/a> of <naam>, <naam >, <x@y>","Bij <jaar> 2022","klik","woord"]' "is text, but for tags that are closed or look so"
page '<table><caption>Een bijschrift erbij</caption>'"tekst<tr><td>Loket</td><td>Doel: helpen</td></tr></table>"
counts ':2: 1 words before the first pilot: in no record' '12 in FILE, 8 in its records, 3 told of apart, 1 before the first pilot, 0 in none' "a caption, and text in a table"
page "$(row Loket 'Doel: helpen')<p>Vragen? <b>Doel</b> is het <u>Loket</u></p><p><u>Contact:</u> mail ons</p><h2>Planning</h2>"
is "$("$index" --dump "$tmp/page.html" 2>"$tmp/err" | jq -c '[.secties[1:][].tekst]')" '["Vragen? Doel is het Loket","Contact: mail ons","Planning"]' "what looks like a label outside a row"

page '<table><tr><th>Pilot</th><th>Doel</th><th>Looptijd</th></tr><tr><td>Loket</td><td>helpen</td><td rowspan=2>van mei tot juni</td></tr><tr><td>Tweede</td><td>leren</td></tr></table>'
counts '' '16 in FILE, 13 in its records, 3 told of apart, 0 in none' "a cell beside two pilots is in both"
page "$(row Loket '<p>Doel:</p><p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">o<span>&nbsp; </span></span><![endif]>helpen</p><p><![if !supportLists]><span style="mso-list:Ignore">1.&nbsp;</span><![endif]>leren</p><!-- <![if x]> --><p>na</p>')"
counts '' '12 in FILE, 11 in its records, 1 left out, 0 in none' "what Word writes around a bullet"
is "$("$index" --dump "$tmp/page.html" 2>"$tmp/err" | jq -c '[.secties[].tekst]')" '["• helpen\n\n1. leren\n\nna"]' "which is one"

page '<table><tr><td>Loket</td><td>Doel</td><td>helpen</td></tr><tr><td>Tweede</td><td>Looptijd</td><td></td></tr></table><h2>Derde</h2><table><tr><td>Doel</td><td>weten</td></tr><tr><td>Looptijd</td><td></td></tr></table>'
counts '' '14 in FILE, 12 in its records, 2 told of apart, 0 in none' "labels beside nothing"

# ---- what is no loss
page '<table><tr><th>Nr</th><th>Pilot</th><th>Doel</th></tr><tr><td>1</td><td>Loket</td><td>helpen</td></tr><tr><td colspan=3>Thema wonen</td></tr><tr><td>2</td><td>Tweede</td><td>leren</td></tr><tr><td>Nr</td><td>Pilot</td><td>Doel</td></tr><tr><td>3</td><td>Tweede (vervolg)</td><td>meer</td></tr></table>'
counts '' '23 in FILE, 10 in its records, 13 told of apart, 0 in none' "heads, numbers, headings over rows, what goes on"
page "$(row Loket 'Doel: helpen <!-- stil\ncommentaar --><script>if (1 < 2) weg();\n</script> nu')"
counts '' '9 in FILE, 9 in its records, 0 in none' "scripts and comments"
page "$(row Loket 'Doel: oud <del>weg</del> nieuw <span hidden>intern</span>')\n<p>los <b>Kop</b> eind</p><nav>Start</nav>"
counts '' '15 in FILE, 12 in its records, 3 left out, 0 in none' "struck and hidden text"
is "$said" '2: left out: 2 words "weg … intern"|3: left out: 1 words "start"' "which is named"
text 'Loket\t<u>Doel</u> helpen <s>weg ermee</s> nu\nTweede\t<u>Doel</u> leren <i style="display: none">intern</i>'
counts '' '15 in FILE, 12 in its records, 3 left out, 0 in none' "the same in a row of text"
is "$(grep struck "$tmp/err")" "$tmp/text.txt:2: warning: struck text left out: \"weg ermee\"" "what is struck is told of"
page "$(row Loket 'Doel: zie.<sup>1</sup> en <sup>2</sup>')\n<p><sup>1</sup> Noot een.</p><p><sup>3</sup> Zonder merk.</p>"
counts '' '17 in FILE, 14 in its records, 3 told of apart, 0 in none' "notes"
page "$(row 'Loket<sup>a</sup> en meer' 'Doel<sup>b</sup>: zie<sup>a</sup>, ster*, <sup>2,3</sup> 2<sup>e</sup>, [4]')<p><sup>a</sup> A.</p><p><sup>b</sup> B.</p><p>* Ster.</p><p><sup>2</sup> Twee.</p><p>En door.</p><p><sup>3</sup> Drie.</p><p>[4] Vier.</p>"
counts '' '28 in FILE, 28 in its records, 0 in none' "notes by letters and stars, that have a number in the record"
md '\n| Pilot | Toelichting |\n|---|---|\n| Loket | **Doel** zie[^noot-a] en[^1] |\n\n[^noot-a]: Noot a,\n    en door.\n[^1]: Een.'
counts '' '22 in FILE, 20 in its records, 2 told of apart, 0 in none' "notes of Markdown by names"
page '<table><tr><td>Pilot</td><td>Doel</td></tr><tr><td>Loket</td><td>zie<sup>1</sup></td></tr><tr><td colspan=2><sup>1</sup> Een.<br><sup>2</sup> Twee.</td></tr></table>'
counts '' '13 in FILE, 9 in its records, 4 told of apart, 0 in none' "notes in a row"
page "<table><tr><td>1</td><td>Een</td><td>Doel: x<sup>1</sup> y<sup>2</sup> v</td></tr><tr><td>2</td><td>Twee</td><td>Doel: z</td></tr><tr><td>3</td><td>Drie</td><td>Doel: z</td></tr>$(for i in $(seq 4 22); do printf '<tr><td>%d</td><td>P%d</td><td>Doel: w</td></tr>' "$i" "$i"; done)</table><p><sup>1</sup> Noot.</p><p><sup>2</sup> Nog.</p>"
counts '' '99 in FILE, 77 in its records, 22 told of apart, 0 in none' "marks beside each other are no number together"
page "$(row Loket 'Doel: zie.<sup>1</sup>')$(row Tweede 'Doel: zie.<sup>1</sup>')<p><sup>1</sup> Noot van twee.</p>"
counts '' '17 in FILE, 17 in its records, 0 in none' "a note of two pilots is not said twice"

# ---- documents of word processors: the text of the XML
needs "${CC:-cc}"
# shellcheck disable=SC2046
${CC:-cc} -o "$tmp/mkzip" tests/annex/mkzip.c $(pkg-config --cflags --libs libzip)
mkdir "$tmp/word"
p() { printf '<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' "$1"; }
tc() { printf '<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' "${2-}" "$(p "$1")"; }
r() { printf '<w:r>%s<w:t>%s</w:t></w:r>' "$2" "$1"; }
# docx CELL BELOW: an annex of one row
docx() {
	printf '<w:document xmlns:w="w" xmlns:mc="mc"><w:body>%s<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s%s</w:tc></w:tr></w:tbl>%s</w:body></w:document>' \
		"$(p 'Bijlage, peildatum 1 juni 2022')" "$(p Loket)" "$(p 'Doel: helpen')" "$1" "$2" >"$tmp/word/document.xml"
	(cd "$tmp" && rm -f a.docx && ./mkzip a.docx word/*.xml)
	check "$tmp/a.docx"
}
docx '' ''
counts '' '8 in FILE, 8 in its records, 0 in none' "a .docx"
docx "<w:p><mc:AlternateContent><mc:Choice>$(r een '<w:pict><w:txbxContent><w:p><w:r><w:t>in een kader</w:t></w:r></w:p></w:txbxContent></w:pict>')</mc:Choice><mc:Fallback>$(r een)</mc:Fallback></mc:AlternateContent></w:p>" ''
counts '' '12 in FILE, 12 in its records, 0 in none' "a text box"
docx "<w:p><w:r><w:instrText>DATE x</w:instrText></w:r><w:fldSimple>$(r '3 mei ')</w:fldSimple><w:hyperlink>$(r 'link ')</w:hyperlink><w:sdt><w:sdtContent>$(r vak)</w:sdtContent></w:sdt></w:p>" ''
counts '' '12 in FILE, 12 in its records, 0 in none' "fields and controls"
docx "<w:p>$(r geheim '<w:rPr><w:vanish/></w:rPr>')<w:del><w:r><w:delText>gewist</w:delText></w:r></w:del><w:ins>$(r 'nieuw ')</w:ins>$(r oud '<w:rPr><w:strike/></w:rPr>')</w:p>" "$(p 'na de tabel')"
counts '' '15 in FILE, 12 in its records, 3 left out, 0 in none' "hidden, deleted and struck text"
is "$said" '6: left out: 3 words "geheim gewist … oud"' "which is named"
docx '' "<w:tbl><w:tr>$(tc Tweede)$(tc 'Doel: leren')</w:tr><w:tr>$(tc 'Thema wonen' '<w:gridSpan w:val="2"/>')</w:tr><w:tr>$(tc '' '<w:vMerge/>')$(tc 'en meer')</w:tr></w:tbl>"
counts '' '15 in FILE, 13 in its records, 2 told of apart, 0 in none' "a cell that goes on below one over all"
printf '<w:comments xmlns:w="w"><w:comment>%s</w:comment></w:comments>' "$(p 'klopt dit')" >"$tmp/word/comments.xml"
printf '<w:hdr xmlns:w="w">%s</w:hdr>' "$(p 'Ministerie van JenV')" >"$tmp/word/header1.xml"
docx '' ''
counts '' '13 in FILE, 8 in its records, 5 left out, 0 in none' "remarks, and heads of pages"
rm "$tmp"/word/*
printf '<w:footnotes xmlns:w="w"><w:footnote w:id="2">%s</w:footnote><w:footnote w:id="3">%s</w:footnote></w:footnotes>' "$(p 'Zie daar')" "$(p 'Zonder merk')" >"$tmp/word/footnotes.xml"
docx '<w:p><w:r><w:t>plan</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' ''
counts ':8: 2 words in no record: "zonder merk"' '13 in FILE, 11 in its records, 2 in none' "notes, and one without a mark"
docx '<w:p><w:r><w:t>een</w:t><w:noBreakHyphen/><w:t>twee</w:t><w:br/><w:t>drie</w:t><w:sym/></w:r><w:r><w:t>vi</w:t></w:r><w:r><w:t>er</w:t></w:r></w:p>' ''
counts ':7: 2 words in no record: "zie daar"|:8: 2 words in no record: "zonder merk"' '14 in FILE, 10 in its records, 4 in none' "words in pieces"
rm "$tmp"/word/*
printf '<w:endnotes xmlns:w="w"><w:endnote w:id="2">%s</w:endnote></w:endnotes>' "$(p 'Zie daar')" >"$tmp/word/endnotes.xml"
docx '<w:p><w:r><w:t>plan</w:t><w:endnoteReference w:id="2"/></w:r></w:p>' ''
counts '' '11 in FILE, 11 in its records, 0 in none' "notes at the end"
mkdir "$tmp/odt"
# odt BELOW
odt() {
	printf '<d xmlns:t="t" xmlns:b="b" xmlns:o="o"><o:body><o:text><t:p>Bijlage, peildatum 1 juni 2022</t:p><b:table><b:table-row><b:table-cell><t:p>Loket</t:p></b:table-cell><b:table-cell><t:p>Doel: helpen</t:p></b:table-cell></b:table-row></b:table>%s</o:text></o:body></d>' "$1" >"$tmp/odt/content.xml"
	(cd "$tmp/odt" && ../mkzip ../a.odt content.xml)
	check "$tmp/a.odt"
}
odt '<t:p>Los<o:annotation><t:p>opmerking</t:p></o:annotation> en<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>Noot</t:p></t:note-body></t:note></t:p>'
counts '' '12 in FILE, 11 in its records, 1 left out, 0 in none' "an .odt"
odt '<t:list><t:list-item><t:p>een</t:p><t:section><t:p>in een sectie</t:p></t:section></t:list-item></t:list>'
counts ':7: 3 words in no record: "in een sectie"' '12 in FILE, 9 in its records, 3 in none' "what the reader of an .odt does not know"
done_testing
