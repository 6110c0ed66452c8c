# What people have: documents in other dresses than the annex that this was built on. Each stands
# for a kind; what is right was written by hand.
. tests/tap.sh
needs jq iconv

index=$BUILD/pilot-index
# read FILE: its records go to $records, its warnings to $err
read_document() {
	"$index" --dump "$1" >"$tmp/records" 2>"$tmp/err"
	err=$(cat "$tmp/err")
}
# is_read JQ WANTED DESCRIPTION: of all records
is_read() { is "$(jq -sc "$1" "$tmp/records")" "$2" "$3"; }
# page TEXT: a document of HTML, its body given as a format of printf
page() { printf '<html><head>%s</head><body><p>Bijlage, peildatum 1 juni 2022</p>\n%s</body></html>\n' "$1" "$2" >"$tmp/page.html"; read_document "$tmp/page.html"; }
row() { printf '<table><tr><td>%s</td><td>%s</td></tr></table>' "$1" "$2"; }
texts='[.[]|[.titel,(.secties[]|[.soort,.tekst])]]'

# ---- one decoding: by the bytes of each line, whatever the document declares
for charset in windows-1252 iso-8859-1 us-ascii utf-8 utf-16; do
	page "<meta charset=$charset>" "$(row Één '<u>Doel</u> één “citaat” – € 5.')"
	is_read "$texts" '[["Één",["doel","één “citaat” – € 5."]]]' "UTF-8 that declares $charset"
done
page '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">' "$(row Eerste '<u>Doel</u> één “citaat” – € 5.')$(row Tweede '<u>Doel</u> café')"
iconv -f UTF-8 -t WINDOWS-1252 "$tmp/page.html" >"$tmp/word.html"
read_document "$tmp/word.html"
is_read "$texts" '[["Eerste",["doel","één “citaat” – € 5."]],["Tweede",["doel","café"]]]' "Windows-1252, as Word saves it"
like "$err" 'word.html:2: warning: not UTF-8: read as Windows-1252$' "with the line that tells it"
printf 'Bijlage, peildatum 1 juni 2022\nEen\t<u>Doel</u> caf\303\251 – é\nTwee\t<u>Doel</u> caf\351\nDrie\t<u>Doel</u> \351\351n\n' >"$tmp/mixed.txt"
read_document "$tmp/mixed.txt"
is_read "$texts" '[["Een",["doel","café – é"]],["Twee",["doel","café"]],["Drie",["doel","één"]]]' "one bad line does not spoil the others"
like "$err" 'mixed.txt:3: warning: not UTF-8: read as Windows-1252, as are 1 other lines$' "and all are counted"
printf 'Bijlage, peildatum 1 juni 2022\r\nLoket\t<u>Looptijd</u> Juni 2020 – december 2021, ’t Gooi €\r\n' >"$tmp/utf8.txt"
for form in UTF-16 UTF-16LE UTF-16BE; do
	case $form in *LE) printf '\377\376' ;; *BE) printf '\376\377' ;; esac >"$tmp/utf16.txt"
	iconv -f UTF-8 -t $form "$tmp/utf8.txt" >>"$tmp/utf16.txt"
	read_document "$tmp/utf16.txt"
	is_read '[.[]|.looptijd.tekst,.looptijd.delen[0].totEnMet,.bron.sha256]' \
		"[\"Juni 2020 – december 2021, ’t Gooi €\",\"2021-12\",\"$(sha256sum "$tmp/utf16.txt" | cut -d' ' -f1)\"]" "$form"
done

# ---- labels by their words, not by their looks (corpus/labels.lst)
labelled() { page '' "$(row Loket "$1")"; is_read "$texts" '[["Loket",["doel","huurders helpen."],["looptijd","2022"]]]' "labels: $2"; }
labelled '<p><b>Doel:</b> huurders helpen.</p><p><b>Looptijd:</b> 2022</p>' "bold"
labelled '<p>Doel: huurders helpen.</p><p>Looptijd: 2022</p>' "the words before a colon"
labelled '<p>Doel</p><p>huurders helpen.</p><p>Looptijd</p><p>2022</p>' "a paragraph of its own"
labelled 'Doel<br>huurders helpen.<br>Looptijd<br>2022' "a line of its own"
labelled '<p><i>Doel</i></p><p>huurders helpen.</p><p><em>Looptijd</em></p><p>2022</p>' "italic"
labelled '<p><span style="text-decoration:underline">Doel</span></p><p>huurders helpen.</p><p><span class="c5">Looptijd</span></p><p>2022</p>' "by a style"
labelled '<dl><dt>Doel</dt><dd>huurders helpen.</dd><dt>Looptijd</dt><dd>2022</dd></dl>' "terms and definitions"
labelled '<p><b>Do</b><b>el</b></p><p>huurders helpen.</p><p><u>Loop</u><u>tijd</u></p><p>2022</p>' "in pieces"
labelled '<p><u>1. Doel</u></p><p>huurders helpen.</p><p>2) Looptijd:</p><p>2022</p>' "numbered"
labelled '<p><u>Doel&nbsp;:</u> huurders helpen.</p><p><u>Loop&shy;tijd</u> 2022</p>' "with spaces that do not break"
labelled '<p><u>Doel (zie ook 2)</u></p><p>huurders helpen.</p><p>Looptijd per 1 december 2021</p><p>2022</p>' "with a date or something in brackets"
labelled '<h3>DOELSTELLING</h3><p>huurders helpen.</p><h3>Planning</h3><p>2022</p>' "headings, in other words"
page '' "$(row Loket '<p><u>Doel</u> helpen.</p><p>doel is ook: leren.</p><p>Het doel: beter.</p><p>Status quo: niets.</p><ul><li>Doel: stip</li></ul>')"
is_read '[.[].secties[]|.soort]' '["doel"]' "words that only look like one are text"
page '' "$(row Loket '<u>Kosten</u> veel <u>Doel</u> helpen')"
is_read "$texts" '[["Loket",["overig","veel"],["doel","helpen"]]]' "a label that is not known"
like "$err" 'unknown label "Kosten": kept as a section "overig"' "is told of"

# ---- what stands on lines of its own is not one word
page '' "$(row 'Huurteam<br>Almelo' '<u>Doel</u> x')$(row '<p>Wijkrechter</p><p>Breda</p>' '<u>Doel</u> y')"
is_read '[.[]|[.id,.titel]]' '[["huurteam-almelo","Huurteam Almelo"],["wijkrechter-breda","Wijkrechter Breda"]]' "a title on two lines"

# ---- the grid: what rows and columns say
table() { page '' "<table>$1</table>"; }
two='[["Loket",["doel","helpen"],["looptijd","2022"]],["Tweede",["doel","leren"],["looptijd","2021"]]]'
same() { is_read "$texts" "$two" "$1"; is "$(grep -vc "has no section${2:+\|$2}" "$tmp/err")" 0 "without a word"; }
table '<tr><th>Pilot</th><th>Doel</th><th>Looptijd</th></tr><tr><td>Loket</td><td>helpen</td><td>2022</td></tr><tr><td>Tweede</td><td>leren</td><td>2021</td></tr>'
same "columns that are sections"
table '<tr><td>Nr.</td><td>Naam van de pilot</td><td>Doel</td><td>Looptijd</td></tr><tr><td>1</td><td>Loket</td><td>helpen</td><td>2022</td></tr><tr><td>2</td><td>Tweede</td><td>leren</td><td>2021</td></tr>'
same "a column of numbers"
table '<tr><td>1.</td><td>Loket</td><td><p>Doel</p>helpen<p>Looptijd</p>2022</td></tr><tr><td>2.</td><td>Tweede</td><td><p>Doel</p>leren<p>Looptijd</p>2021</td></tr>'
same "one without a head"
table '<tr><td rowspan=2>Loket</td><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr><tr><td rowspan=2>Tweede</td><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr>'
same "a title beside its rows, and a column of labels"
table '<tr><td>Pilot</td><td>Loket</td></tr><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr><tr><td>Pilot</td><td>Tweede</td></tr><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr>'
same "labels and values, the title among them"
table '<tr><td colspan=2><b>Loket</b></td></tr><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr><tr><td colspan=2>Tweede</td></tr><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr>'
same "the title over them"
page '' '<h2>Loket</h2><table><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr></table><h2>Tweede</h2><table><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr></table>'
same "the title above the table"
table '<tr><td>Pilot</td><td>Toelichting</td></tr><tr><td>Loket</td><td><u>Doel</u> helpen</td></tr><tr><td>Pilot</td><td>Toelichting</td></tr><tr><td>Loket (vervolg)</td><td><u>Looptijd</u> 2022</td></tr><tr><td>Tweede</td><td><u>Doel</u> leren<p>Looptijd: 2021</p></td></tr>'
same "a head that comes again, and a row that goes on"
page '' '<nav>Home</nav><table><tr><td>Menu</td><td><a href="#">Contact</a></td></tr></table><table><tr><td>Loket</td><td>Doel<br>helpen<br>Looptijd<br>2022</td></tr><tr><td>Tweede</td><td>Doel<br>leren<br>Looptijd<br>2021</td></tr></table>'
same "a table that is no annex beside one that is" '2 words before the first pilot: in no record'
page '' '<table><tr><td><table><tr><td>Loket</td><td>Doel: helpen<br>Looptijd: 2022</td></tr><tr><td>Tweede</td><td>Doel: leren<br>Looptijd: 2021</td></tr></table></td></tr></table>'
same "a table for the layout"
table '<tr><td>Pilot</td><td>Toelichting</td></tr><tr><td colspan=2>Thema wonen</td></tr><tr><td>Loket</td><td>Doel: helpen</td></tr>'
is_read "$texts" '[["Loket",["doel","helpen"]]]' "a heading over rows is no pilot"
like "$err" 'page.html:2: warning: heading "Thema wonen" over rows: of no pilot, left out' "and is told of"
table '<tr><td colspan=99999999>Wijd</td></tr><tr><td rowspan=-3>Loket</td><td rowspan=x>Doel: helpen</td></tr>'
is_read '[.[].titel]' '["Loket"]' "spans that cannot be"
page '' "$(row Loket 'Doel: jongeren &lt;18 jaar&gt; helpen')<p>Voor jongeren &lt;18 jaar&gt;; mail &lt;info@loket.example&gt;.</p>"
is_read '[.[].secties[].tekst]' '["jongeren <18 jaar> helpen","Voor jongeren <18 jaar>; mail <info@loket.example>."]' "what stands between < and > is text"

# ---- notes: of the pilot that they stand below
notes='[.[]|[.titel,(.voetnoten[]|[.nummer,.tekst])]]'
page '' "$(row Loket 'Doel: zie het plan.<sup>1</sup>')<p><sup>1</sup> Plan van Almelo.</p>$(row Tweede 'Doel: zie daar.<sup>1</sup> En dit [2], m<sup>2</sup> en [3].')<p><sup>1</sup> Verslag van Breda.</p><p>[2] Brief.</p>"
is_read "$notes" '[["Loket",[1,"Plan van Almelo."]],["Tweede",[1,"Verslag van Breda."],[2,"Brief."]]]' "numbers that begin again, and brackets"
page '' "$(row Loket 'Doel: zie.<sup>2</sup>')$(row Tweede 'Doel: zie.<sup>1,2</sup><sup>3</sup>')<p><sup>1</sup> Een.</p><p><sup>2</sup> Twee.</p>"
is_read "$notes" '[["Loket",[2,"Twee."]],["Tweede",[1,"Een."],[2,"Twee."]]]' "notes at the end are of all"
like "$err" 'footnote mark 3 has no note' "a mark without a note is told of"
printf '# Bijlage, peildatum 1 juni 2022\n\n| Pilot | Toelichting |\n| --- | --- |\n| Loket | **Doel** zie[^1] en[^12] |\n\n[^1]: Noot een.\n[^12]: Noot twaalf.\n' >"$tmp/noot.md"
read_document "$tmp/noot.md"
is_read "$notes" '[["Loket",[1,"Noot een."],[12,"Noot twaalf."]]]' "Markdown"
printf '# Bijlage, peildatum 1 juni 2022\n\n| Nr | Pilot | Doel | Looptijd |\n|---|:--|---|---|\n| 1 | Loket | helpen \\| meer | 2022 |\n| 2 | Tweede | leren | 2021\n' >"$tmp/kolommen.md"
read_document "$tmp/kolommen.md"
is_read "$texts" '[["Loket",["doel","helpen | meer"],["looptijd","2022"]],["Tweede",["doel","leren"],["looptijd","2021"]]]' "columns of Markdown"

# ---- more of the grid: titles above, labels beside, what goes on
page '' '<table><caption>Loket</caption><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr></table><p><b>Tweede</b></p><table><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr></table>'
same "a caption, a bold line above"
page '' '<div><h2>Loket</h2></div><div><table><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr></table></div><div><h2>Tweede</h2></div><div><table><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr></table></div>'
same "the title above the table, in a block of its own"
page '' '<h2>Loket</h2><p>Over dit loket.</p><table><tr><td>Doel</td><td>helpen</td></tr></table>'
is_read "$texts" '[["Loket",["doel","helpen"],["overig","Over dit loket."]]]' "a text between a title and its table is of that pilot"
page '' '<p>Zie de tabel.</p><table><tr><td>Doel</td><td>helpen</td></tr></table>'
is_read "$texts" '[["(zonder titel)",["doel","helpen"]]]' "a sentence is no title"
like "$err" 'page.html:2: warning: pilot without a title' "and that is told"
page '' '<table><tr><td>Doel</td><td>helpen</td></tr></table>'
is_read '[.[].titel]' '["(zonder titel)"]' "nor is the heading of the whole"
table '<tr><td>Pilot</td><td>Loket</td><td>Tweede</td></tr><tr><td>Doel</td><td>helpen</td><td>leren</td></tr><tr><td>Looptijd</td><td>2022</td><td>2021</td></tr>'
same "pilots beside each other"
table '<tr><th></th><th>Loket</th><th>Tweede</th></tr><tr><th scope=row>Doel</th><td>helpen</td><td>leren</td></tr><tr><th scope=row>Looptijd</th><td>2022</td><td>2021</td></tr>'
same "with an empty corner, and rows of th"
table '<tr><td></td><td>Loket</td><td>Doel: helpen<br>Looptijd: 2022</td></tr><tr><td></td><td>Tweede</td><td>Doel: leren<br>Looptijd: 2021</td></tr>'
same "a column that is empty"
table '<tr><td>Pilot</td><td>Toelichting</td></tr><tr><td>Loket</td><td><p>Doel: helpen</p><table><tr><td>fase</td><td>nu</td></tr></table></td></tr><tr><td>Tweede</td><td>Doel: leren</td></tr>'
is_read "$texts" '[["Loket",["doel","helpen\n\nfase\nnu"]],["Tweede",["doel","leren"]]]' "a table in a cell is text of it"
table '<tr><td>Loket</td><td><table><tr><td>Doel</td><td>helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr></table></td></tr><tr><td>Tweede</td><td><table><tr><td>Doel</td><td>leren</td></tr><tr><td>Looptijd</td><td>2021</td></tr></table></td></tr>'
same "one of labels too"
for again in 'Loket (vervolg)' 'Loket (Vervolg 2)' 'Loket – vervolg' 'Loket, vervolg' 'Loket vervolg' '(vervolg)' 'Vervolg van Loket' 'Loket (vervolg van vorige pagina)'; do
	page '' "<table><tr><td>Pilot</td><td>Toelichting</td></tr><tr><td>Loket</td><td>Doel: helpen</td></tr></table><p></p><table><tr><td>Pilot</td><td>Toelichting</td></tr><tr><td>$again</td><td>Looptijd: 2022</td></tr><tr><td>Tweede</td><td>Doel: leren<br>Looptijd: 2021</td></tr></table>"
	same "$again"
done
table '<tr><td>Loket</td><td>Doel: helpen</td></tr><tr><td>Huurteam vervolg</td><td>Doel: leren</td></tr>'
is_read '[.[].titel]' '["Loket","Huurteam vervolg"]' "a pilot that is called so goes on with no other"
kinds='[.[]|[.titel,(.secties[]|[.soort,.kop,.tekst])]]'
table '<tr><td>Organisatie</td><td>Pilot</td><td>Doel</td></tr><tr><td rowspan=2>VNG</td><td>Loket</td><td>helpen</td></tr><tr><td>Tweede</td><td>leren</td></tr>'
is_read "$kinds" '[["Loket",["overig","Organisatie","VNG"],["doel","Doel","helpen"]],["Tweede",["overig","Organisatie","VNG"],["doel","Doel","leren"]]]' "a column that nobody knows, over two pilots"
is "$(grep -c 'unknown label "Organisatie": kept' "$tmp/err")" 2 "is told of in both"
table '<tr><td colspan=2>Groep</td></tr><tr><td colspan=2>Loket</td></tr><tr><td>Organisatie</td><td>VNG</td></tr><tr><td rowspan=2>Doel:</td><td>helpen</td></tr><tr><td>en leren</td></tr>'
is_read "$kinds" '[["Loket",["overig","Organisatie","VNG"],["doel","Doel","helpen\n\nen leren"]]]' "a row that nobody knows among labels"
like "$err" 'heading "Groep" over rows' "and the title is right above them"
table '<tr><td>Pilot</td><td>Doel</td></tr><tr><td>Loket</td><td><p><b>Fase 1</b></p><p>helpen</p></td></tr>'
is_read "$texts" '[["Loket",["doel","Fase 1\n\nhelpen"]]]' "a bold line in a column that is known is of it"
table '<tr><td colspan=2>Overzicht, peildatum 1 mei 2021</td></tr><tr><td>Loket</td><td>Doel: helpen</td></tr>'
sed -i 's/Bijlage, peildatum 1 juni 2022/Bijlage/' "$tmp/page.html"; read_document "$tmp/page.html"
is_read '[.[].peildatum]' '["2021-05-01"]' "a reference date over rows"

# ---- labels that nobody knows, and numbers before those that are known
page '' "$(row Loket '<p><b>Doel</b></p><p>helpen</p><p><b>Kosten:</b></p><p>veel</p><b>Risico’s</b><br>geen<p style="font-weight:bold">Geld</p><p>ook</p><p><span style="text-decoration: underline">Meer</span></p>niets')"
is_read "$kinds" '[["Loket",["doel","Doel","helpen"],["overig","Kosten","veel"],["overig","Risico’s","geen"],["overig","Geld","ook"],["overig","Meer","niets"]]]' "a bold line above a text is a label"
is "$(grep -o 'unknown label "[^"]*"' "$tmp/err" | cut -d'"' -f2 | paste -sd' ')" "Kosten Risico’s Geld Meer" "and told of"
page '' "$(row Loket '<p><b>Doel</b></p><p>helpen</p><p><b>Dit is een zin.</b></p><p>zo</p><p><b>klein</b></p><p>zo</p><p><b>Let op: duur</b></p><p>zo</p><ul><li><b>Stip</b></li><li>twee</li></ul><p><b>Vet</b></p><p><b>en vet</b></p><p><b>Kop</b> en meer</p><p><b>Slot</b></p>')"
is_read '[.[].secties[].soort]' '["doel"]' "what is no label is text"
is "$(grep -c unknown "$tmp/err")" 0 "of which nothing is told"
for number in 'a. ' 'A) ' 'I. ' 'iv) ' '(b) ' '1.1 ' '2.3.1. ' '1.' '– ' '- '; do
	labelled "<p>${number}Doel</p><p>huurders helpen.</p><p>${number}Looptijd: 2022</p>" "number $number"
done
labelled '<p>Wat is het doel?</p><p>huurders helpen.</p><p>Hoe lang loopt de pilot?</p><p>2022</p>' "questions"
page '' "$(row Loket '<p>Doel</p><p>2 Doelen</p><p>A.N. Doel</p><p>I Doel</p><p>1.1 miljoen: doel</p>')"
is_read '[.[].secties[].soort]' '["doel"]' "what is no number"
page '' "$(row 'Oﬃciële ﬂat' 'Doel: eﬀectief ﬁnancieren, eﬄuent, beﬅe, ﬆeeds')"
is_read "$texts" '[["Officiële flat",["doel","effectief financieren, effluent, beste, steeds"]]]' "ligatures are letters"
page '' "<p>Eerst dit.</p><p>En dit ook.</p>$(row Loket 'Doel: helpen')<p>Nog <b>Doel</b> iets</p>"
like "$err" 'page.html:2: warning: 5 words before the first pilot: in no record' "what stands before the first pilot is counted"
is_read '[.[].secties[]|.tekst]' '["helpen","Nog Doel iets"]' "text outside a row is whole"

# ---- headings as pilots
page '' '<h1>Bijlage</h1><h2>Loket</h2><h3>Doel</h3><p>helpen</p><h3>Looptijd</h3><p>2022</p><h2>Tweede</h2><h3>1.1 Doel</h3><p>leren</p><h3>1.2 Planning</h3><p>2021</p>'
same "headings with labels as headings" '1 words before the first pilot: in no record'
page '' '<h2>Loket</h2><p><b>Doel</b></p><p>helpen</p><p><b>Looptijd:</b> 2022</p><h2>Tweede</h2><p>Doel: leren</p><p>Looptijd</p><p>2021</p>'
same "as bold, before a colon, on a line of their own"
page '' '<section><div><h2>Loket</h2><div><h3>Doel</h3><p>helpen</p></div><h3>Looptijd</h3>2022</div></section><section><h4>Tweede</h4><p>Doel: leren</p><p>Looptijd: 2021</p></section>'
same "in blocks, and not as deep"
page '' '<h2>Loket</h2><h2>Doel</h2><p>helpen</p><h2>Looptijd</h2><p>2022</p><h2>Tweede</h2><h2>Doel</h2><p>leren</p><h2>Looptijd</h2><p>2021</p>'
same "all of one level"
page '' '<p><b>Loket</b></p><p>Doel: helpen</p><p>Looptijd: 2022</p><p><b>Tweede</b></p><p><b>Doel</b></p><p>leren</p><p><b>Looptijd</b> 2021</p>'
same "bold paragraphs, where all are so"
page '' '<h1>Bijlage</h1><h2>Wonen</h2><p>Over wonen.</p><h3>Loket</h3><p>Doel: helpen<sup>1</sup></p><ul><li>een</li><li>twee</li></ul><table><tr><td>Naam</td><td>Rol</td></tr></table><h4>Kosten</h4><p>veel</p><h2>Zorg</h2><h3>Tweede</h3><p>Doel: leren</p><p><sup>1</sup> Noot.</p>'
is_read "$kinds" '[["Loket",["doel","Doel","helpen¹\n• een\n• twee\n\nNaam\nRol"],["overig","Kosten","veel"]],["Tweede",["doel","Doel","leren"]]]' "lists, tables and other headings are of the pilot"
is_read "$notes" '[["Loket",[1,"Noot."]],["Tweede"]]' "notes are not"
is "$(grep -o 'heading "[^"]*" over rows: of no pilot' "$tmp/err" | cut -d'"' -f2 | paste -sd' ')" "Wonen Zorg" "headings over pilots are told of"
like "$err" 'unknown label "Kosten"' "and a deeper one that is no label"
page '' '<h2>Loket</h2><p>Doel: helpen</p><h2>Tweede</h2><p>Doel: leren</p><h2>Tot slot</h2><p>Einde.</p>'
is_read "$texts" '[["Loket",["doel","helpen"]],["Tweede",["doel","leren"],["overig","Einde."]]]' "a heading without labels is no pilot"
like "$err" 'text outside a row' "and its text is told of"
printf '# Bijlage, peildatum 1 juni 2022\n\n## Loket\n### Doel\nhuurders\nhelpen\n- een\n  meer\n- twee\n\n### Looptijd\n2022\n\n## Tweede\n**Doel:** leren[^1]\nLooptijd: 2021\n\n[^1]: Noot\nverder.\n' >"$tmp/koppen.md"
read_document "$tmp/koppen.md"
is_read "$texts" '[["Loket",["doel","huurders helpen\n• een meer\n• twee"],["looptijd","2022"]],["Tweede",["doel","leren¹"],["looptijd","2021"]]]' "headings of Markdown"
is_read '[.[].voetnoten[].tekst]' '["Noot verder."]' "with a note of two lines"
page '' '<ul><li><h3>Loket</h3><div><p><strong>Doel</strong>: helpen</p><p>Looptijd: 2022</p></div></li></ul><details><summary>Tweede</summary><dl><dt>Doel</dt><dd>leren</dd><dt>Looptijd</dt><dd>2021</dd></dl></details>'
same "in lists and details"
page '' '<h2>Loket</h2><ul><li><b>Doel:</b> helpen</li><li>Looptijd: 2022</li></ul><h2>Tweede</h2><ul><li>Doel: leren</li><li>Looptijd: 2021</li></ul>'
same "labels that are items"
page '' '<h2>Loket</h2><p>Doel: helpen</p><table><tr><td>Fase</td><td>Status</td></tr><tr><td>een</td><td>af</td></tr></table><p>Looptijd: 2022</p><h2>Tweede</h2><p>Doel: leren</p><p>Looptijd: 2021</p>'
is_read '[.[].titel]' '["Loket","Tweede"]' "beside a table in which a word is a label by chance"
page '' '<h2>Wonen</h2><table><tr><td>Pilot</td><td>Doel</td></tr><tr><td>Loket</td><td>helpen</td></tr></table><h2>Zorg</h2><table><tr><td>Pilot</td><td>Doel</td></tr><tr><td>Tweede</td><td>leren</td></tr></table>'
is_read "$texts" '[["Loket",["doel","helpen"]],["Tweede",["doel","leren"]]]' "where tables are of pilots headings are not"
like "$err" 'heading "Zorg" over rows: of no pilot' "and told of"
printf 'Bijlage, peildatum 1 juni 2022\n===\n\nLoket\n-----\n\n__Doel__\n\nhelpen *echt*\n1. een\n2. twee\n\n\t\tingesprongen\n\n## Tweede ##\n\nDoel: leren\nLooptijd: 2021\n' >"$tmp/onder.md"
read_document "$tmp/onder.md"
is_read "$texts" '[["Loket",["doel","helpen echt\n1. een\n2. twee\n\ningesprongen"]],["Tweede",["doel","leren"],["looptijd","2021"]]]' "headings with a line below them, tabs in Markdown"
page '' "$(row Loket '<ul><li><b>Doel:</b> helpen</li><li>Looptijd: 2022</li></ul><ul><li><p>een</p></li><li><p>twee</p></li></ul>')"
is_read "$texts" '[["Loket",["doel","helpen"],["looptijd","2022\n• een\n• twee"]]]' "items in a cell"
# refused TEXT DESCRIPTION
refused() { page '' "$1"; sed -i "s/, peildatum 1 juni 2022/$3/" "$tmp/page.html"; exits 3 "no annex: $2" "$index" --dump "$tmp/page.html"; }
refused '<h1>Rapport</h1><h2>1 Inleiding</h2><h3>Aanleiding</h3><p>x</p><h3>Doel</h3><p>y</p><h2>2 Uitkomst</h2><h3>Resultaten</h3><p>z</p>' "a report"
like "$err" 'no annex: no two headings have the same labels below them \(--force reads it as one\)' "which is said"
refused '<h1>Overzicht</h1><p>Doel: x</p><p>Looptijd: 2022</p><p>Doel: y</p><p>Looptijd: 2021</p>' "one heading over all" ', peildatum 1 juni 2022'
refused '<p><b>Loket</b></p><p>Doel: helpen</p><p>Looptijd: 2022</p><p><b>Anders</b></p><p>Geen label.</p>' "bold paragraphs that differ" ', peildatum 1 juni 2022'
refused '<p><b>Loket</b></p><p>Doel: helpen</p><p>Looptijd: 2022</p>' "one of them" ', peildatum 1 juni 2022'
refused '<h2>Loket</h2><p>Doel: helpen</p>' "one heading with one label" ', peildatum 1 juni 2022'
# ---- notes of every kind
# noted NOTES WANTED DESCRIPTION [WARNING]: text and notes of one pilot; what is warned of besides its sections
said='[.[]|[.secties[0].tekst,(.voetnoten[]|[.nummer,.tekst])]]'
others() { grep -v 'has no section' "$tmp/err" | sed 's/.*warning: //' | paste -sd'|'; }
noted() { page '' "$(row Loket "Doel: $1")$2"; is_read "$said" "[[$3]]" "notes: $4"; is "$(others)" "${5-}" "what is told of them"; }
noted 'zie<sup>a</sup>, 2<sup>e</sup>, m<sup>2</sup>' '<p><sup>a</sup> Een.</p>' '"zie¹, 2^e, m²",[1,"Een."]' "letters"
noted 'ziea, 2<sup>e</sup> en 1<sup>ste</sup>' '' '"ziea, 2^e en 1^ste"' "letters that are of a number"
noted 'zie<sup>a</sup>, 2<sup>e-lijns</sup>' '<p><sup>a</sup> A.</p>' '"zie¹, 2^e-lijns",[1,"A."]' "with more behind them"
noted 'zie<sup>a</sup> en<sup>b</sup>' '<p>ᵃ Een.</p><p><sup>b</sup>Twee.</p>' '"zie¹ en²",[1,"Een."],[2,"Twee."]' "letters of Unicode, and glued to their note"
noted 'zie<sup>1</sup> en<sup>a</sup>' '<p><sup>1</sup> Een.</p><p><sup>a</sup> A.</p>' '"zie¹ en²",[1,"Een."],[2,"A."]' "letters beside numbers, which keep theirs"
noted 'zie<sup>a</sup> en<sup>c</sup>' '<p><sup>a</sup> A.</p><p><sup>b</sup> B.</p>' '"zie¹ en^c",[1,"A."]' "letters without a note, and the other way" 'footnote mark c has no note|note b has no mark in any pilot'
noted 'zie* en** en† en‡ 2*3' '<p>* Een.<br>** Twee.</p><p>† Drie.</p><p>‡Vier.</p>' '"zie¹ en² en³ en⁴ 2*3",[1,"Een."],[2,"Twee."],[3,"Drie."],[4,"Vier."]' "stars and daggers"
noted 'zie<sup>*</sup>' '<p><sup>*</sup> Een.</p>' '"zie¹",[1,"Een."]' "stars that are raised"
noted 'zie* en *zo* en zo' '<p>* Een</p><p>* Twee</p>' '"zie* en *zo* en zo"' "a list with stars is text" 'text outside a row: kept as a section "overig" of the pilot before it|text outside a row: kept as a section "overig" of the pilot before it'
noted 'zie' '<p>* Een</p>' '"zie"' "so is a star that nothing has" 'text outside a row: kept as a section "overig" of the pilot before it'
some='<p><sup>1</sup> Een.</p><p><sup>2</sup> Twee.</p><p><sup>3</sup> Drie.</p>' three='[1,"Een."],[2,"Twee."],[3,"Drie."]'
noted 'zie<sup>1,2</sup>, ³' "$some" "\"zie¹,², ³\",$three" "several at once"
noted 'zie<sup>1</sup><sup>,</sup><sup>2</sup> en<sup>3)</sup>' "$some" "\"zie¹,² en³\",$three" "in pieces"
noted 'zie<sup>1</sup><sup>2</sup> en<sup>(3)</sup>' "$some" "\"zie¹,² en³\",$three" "one right behind the other"
noted 'zie<sup>[1]</sup> en<sup>[2], [3]</sup>' "$some" "\"zie¹ en²,³\",$three" "in brackets"
noted 'zie<sup>1</sup> en² en³' '<p>¹⁾ Een.</p><p><sup>2)</sup> Twee.</p><p><sup>[3]</sup> Drie.</p>' "\"zie¹ en² en³\",$three" "in other signs where the notes are"
noted 'zie<sup><a href="#f1">[1]</a></sup>' '<p>[1] Een.</p>' '"zie¹",[1,"Een."]' "raised, and in brackets where its note is"
noted 'zie<sup>1</sup> en [1]' '<p>[1] Haken.</p><p><sup>1</sup> Een.</p>' '"zie¹ en ²",[1,"Een."],[2,"Haken."]' "raised and in brackets beside each other"
noted 'zie<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style="x:y">[1]</span></span></a>.' '<div style="mso-element:footnote-list"><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Een.</p><p>En meer.</p></div></div>' '"zie¹.",[1,"Een. En meer."]' "as Word saves HTML"
noted 'zie<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>' '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Een.</p><p>En <a href="https://a.example/">meer</a>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>' '"zie¹",[1,"Een. En meer."]' "as pandoc saves it"
noted 'zie<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>' '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Een.</p></div>' '"zie¹",[1,"Een."]' "as LibreOffice saves it"
noted 'zie<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>' '<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Een.</li></ol>' '"zie¹",[1,"Een."]' "as wikis do"
noted 'zie<span style="vertical-align: super">1</span>' '<p><span style="vertical-align:super">1</span> Een.</p>' '"zie¹",[1,"Een."]' "raised by a style"
noted 'zie<sup>1</sup> en<sup>2</sup>' '<p><sup>1</sup> Een.</p><p>Meer.</p><p><sup>2</sup> Twee.</p><p>Los.</p>' '"zie¹ en²",[1,"Een. Meer."],[2,"Twee."]' "a paragraph between two is of the first; behind the last it is not sure" 'text outside a row: kept as a section "overig" of the pilot before it'
noted 'zie<sup>1</sup>' '<p><sup>1</sup> Een,<br>en meer.<br>²  Twee.</p>' '"zie¹",[1,"Een, en meer."]' "lines of one paragraph" 'note 2 has no mark in any pilot'
noted 'zie<sup>1</sup> en<sup>b</sup>' '<p><sup>1</sup> Een.</p><p><sup>1</sup> Weer.</p><p><sup>b</sup> B.</p><p><sup>b</sup> C.</p>' '"zie¹ en²",[1,"Een."],[2,"B."]' "two of one mark between the same rows" 'note 1 stands twice between the same rows: the first is taken|note b stands twice between the same rows: the first is taken'
page '' "$(row Een 'Doel: x<sup>a</sup> y*')<p><sup>a</sup> A een.</p><p>* Ster een.</p>$(row Twee 'Doel: x<sup>a</sup> y*')<p><sup>a</sup> A twee.</p><p>* Ster twee.</p>"
is_read "$said" '[["x¹ y²",[1,"A een."],[2,"Ster een."]],["x¹ y²",[1,"A twee."],[2,"Ster twee."]]]' "letters and stars begin again too"

# Titles, labels and names of columns have marks as well; notes may be rows of the table.
titled='[.[]|[.id,.titel,.titelOrigineel,(.voetnoten[]|[.nummer,.tekst])]]'
page '' "$(row 'Pilot<br>Rotterdam<sup>1</sup>' 'Doel: x')<p><sup>1</sup> Een.</p>$(row 'Pilot*<sup>b</sup> oost' 'Doel: x<sup>1</sup>')<p>* Ster</p><p><sup>b</sup> B</p><p>¹ Weer</p>$(row 'De 2<sup>e</sup> pilot<sup>9</sup>' 'Doel: x')"
is_read "$titled" '[["pilot-rotterdam","Pilot Rotterdam","Pilot Rotterdam",[1,"Een."]],["pilot-oost","Pilot oost","Pilot oost",[1,"Weer"],[2,"Ster"],[3,"B"]],["de-2e-pilot","De 2e pilot⁹","De 2e pilot⁹"]]' "marks in titles"
is "$(others)" 'footnote mark 9 has no note' "one without a note stays, and is told of"
table '<tr><td>Pilot<sup>1</sup></td><td>Doel<sup>2</sup></td></tr><tr><td>Loket</td><td>helpen³</td></tr><tr><td>Loket<sup>4</sup> (vervolg)</td><td>meer</td></tr><tr><td colspan=2><sup>2</sup> Kop.<br><sup>3</sup> Drie.</td></tr><tr><td><sup>4)</sup></td><td>Vier.</td></tr>'
is_read '[.[]|[.titel,(.secties[]|[.soort,.kop,.tekst]),(.voetnoten[]|[.nummer,.tekst])]]' '[["Loket",["doel","Doel","helpen³"],["doel","Doel","meer"],[2,"Kop."],[3,"Drie."]]]' "names of columns, and rows that are notes"
is "$(others)" 'pilot "Loket" has 2 sections Doel: is it one?|note 4 has no mark in any pilot' "a title that goes on is not looked at"

# Below headings: a block, a list of notes, a star; more of them are a list.
outline() { page '' "<h2>Een*</h2><h3>Doel</h3><p>x<sup>1</sup></p><h3>Looptijd</h3><p>2021</p>$1<h2>Twee</h2><h3>Doel</h3><p>y<sup>2</sup></p><h3>Looptijd</h3><p>2022</p>$2"; }
both='[.[]|[.titel,(.voetnoten[]|[.nummer,.tekst]),.secties[2:][].tekst]]'
outline '' '<div id="ftn1"><p><sup>1</sup> Een.</p><p>Meer.</p></div><div id="ftn2"><p><sup>2</sup> Twee.</p></div>'
is_read "$both" '[["Een*",[1,"Een. Meer."]],["Twee",[2,"Twee."]]]' "notes below headings"
outline '<p>* Ster.</p>' '<ol><li id="fn1"><p>Een.</p></li><li id="fn2"><p>Twee.</p></li></ol>'
is_read "$both" '[["Een",[1,"Een."],[2,"Ster."]],["Twee",[2,"Twee."]]]' "and a list of them"
outline '<p>* Ster</p><p>* Ster</p>' '<ol start="2"><li id="fn2">Twee.</li></ol>'
is_read "$both" '[["Een*"],["Twee",[2,"Twee."]]]' "stars in a list are text"
is_read '.[0].secties[1].tekst' '"2021\n\n* Ster\n\n* Ster"' "where they stand"
page '' '<details><summary>Groep</summary><details><summary>Een</summary><h3>Doel</h3><p>x</p><h3>Looptijd</h3><p>2021</p></details><details><summary>Twee</summary><h3>Doel</h3><p>y</p></details></details>'
is_read "$texts" '[["Een",["doel","x"],["looptijd","2021"]],["Twee",["doel","y"]]]' "details with headings in them, in others"
page '' "$(row Loket 'Doel: een<br>twee<br><br>drie<br> <br>vier')"
is_read '.[0].secties[0].tekst' '"een\ntwee\n\ndrie\n\nvier"' "an empty line is the end of a paragraph"

# Text: marks and notes in Unicode and as HTML, a tab behind them, lines that go on.
cat >"$tmp/noten.txt" <<'END'
Bijlage, peildatum 1 juni 2022

Loket¹	Doel: zie ²,³, a<sup>a</sup>, [5].* En 2<sup>e</sup>.

¹ Noot een
gaat door
   en door.
²	Noot twee <https://a.example/b>
<sup>3</sup> Noot <b>drie</b>
<sup>a</sup>	Noot a
[5] Noot vijf

   en een alinea
* Ster

losse regel
Tweede	Doel: x

* punt een
* punt twee
END
read_document "$tmp/noten.txt"
is_read "$said" '[["zie ²,³, a⁶, [5].⁷ En 2^e.",[1,"Noot een gaat door en door."],[2,"Noot twee https://a.example/b"],[3,"Noot drie"],[5,"Noot vijf en een alinea"],[6,"Noot a"],[7,"Ster"]],["x"]]' "text"
is_read '[.[]|.titel,.secties[1:][].tekst]' '["Loket","losse regel","Tweede","* punt een","* punt twee"]' "what is no note stays"
like "$err" 'noten.txt:16: warning: text outside a row' "with its line"
for i in $(seq 600); do printf 'P%d*\tDoel: x<sup>a</sup>\n\nᵃ Noot %d\ngaat door\n* Ster %d\n\n' "$i" "$i" "$i"; done >"$tmp/delen.txt"
read_document "$tmp/delen.txt"
is_read '[.[]|select(.voetnoten!=[{"nummer":1,"tekst":("Ster "+.titel[1:]),"url":null,"kamerstukken":[]},{"nummer":2,"tekst":("Noot "+.titel[1:]+" gaat door"),"url":null,"kamerstukken":[]}])]|length' 0 "in parts that are read apart"
is "$(grep -c 'outside a row' "$tmp/err")" 0 "and nothing is told of"

# Markdown: names of notes, lines that go on, a star.
cat >"$tmp/noten.md" <<'END'
# Bijlage, peildatum 1 juni 2022

| Pilot | Toelichting |
| --- | --- |
| Proef[^t] | **Doel** x[^1] en[^noot-a][^1] en\* |

[^1]: Noot een
    gaat door.

    Ook dit.
[^noot-a]: Noot a,
vervolg.

[^t]: Titel.

\* Ster.

| Twee | **Doel** y[^z] |

Losse tekst.
END
read_document "$tmp/noten.md"
is_read "$titled" '[["proef","Proef","Proef",[1,"Noot een gaat door. Ook dit."],[2,"Titel."],[3,"Noot a, vervolg."],[4,"Ster."]],["twee","Twee","Twee"]]' "Markdown, notes with names"
is_read '[.[]|.secties[].tekst]' '["x¹ en³¹ en⁴","y^z","Losse tekst."]' "and their marks"
is "$(others)" 'text outside a row: kept as a section "overig" of the pilot before it|footnote mark z has no note' "what is told of Markdown"

# ---- what is not said, and when
page '' "$(row Loket '<p>Doel</p><p>Oud <del>weg</del><s>door</s> nieuw<span style="display: none">intern</span><span hidden>ook</span>.</p><p style="text-decoration:line-through">voorbij</p>')"
is_read "$texts" '[["Loket",["doel","Oud nieuw."]]]' "hidden and struck text is left out"
is "$(grep -o 'struck text left out: .*' "$tmp/err" | paste -sd' ')" 'struck text left out: "weg" struck text left out: "door" struck text left out: "voorbij"' "what is struck is told of"
page '' "$(row Loket 'Doel: de 2<sup>e </sup>Kamer, 10 m<sup>2</sup> wonen')"
is_read '[.[].secties[].tekst]' '["de 2^e Kamer, 10 m² wonen"]' "a blank behind a raised letter"
# dated HEADING ISO: the first line of a text
dated() { printf '%b\n\nLoket\t<u>Looptijd</u> 2021\n' "$1" >"$tmp/dated.txt"; read_document "$tmp/dated.txt"; is_read '[.[]|.peildatum]' "[\"$2\"]" "a reference date: $1"; }
dated 'Bijlage 2 - Stand van zaken pilots - peildatum 1 december 2021' 2021-12-01
dated 'Bijlage -\0302\0240peildatum\0302\02401\0302\0240december  2021' 2021-12-01
dated 'Bijlage 3\tpeildatum 1 juni 2022' 2022-06-01
dated 'Stand van zaken 1 december 2021' 2021-12-01
dated 'Overzicht, stand van zaken per 1 december 2021' 2021-12-01
dated 'Overzicht, stand per 1-12-2021' 2021-12-01
dated 'Overzicht, stand 1-12-2021' 2021-12-01
dated 'Stand van zaken pilots per 1 december 2021' 2021-12-01
is_read '[.[]|.bron.titel]' '["Stand van zaken pilots"]' "whose title stays"
dated 'Bijlage 2 - Stand van zaken pilots (1 december 2021)' 2021-12-01
printf 'Verslag van de pilots, 1 december 2021\nLoket\t<u>Doel</u> x\n' >"$tmp/dated.txt"; read_document "$tmp/dated.txt"
is_read '[.[]|.peildatum]' '[null]' "another date is none"

# ---- plausible, or refused; a folder as far as it goes
mkdir "$tmp/folder"
page '' '<h1>Prijzen</h1><table><tr><td>Appels</td><td>2 euro</td></tr><tr><td>Peren</td><td>3 euro</td></tr></table>'
exits 3 "a table without a label or a head is no annex" "$index" --dump "$tmp/page.html"
like "$err" 'no annex: it has rows, but no known label and no head \(--force reads it as one\)' "which is said"
# plausible TEXT WANTED DESCRIPTION: a body of HTML that is one or not
plausible() { printf '<html><body>%s</body></html>' "$1" >"$tmp/maybe.html"; "$index" --dump "$tmp/maybe.html" >"$tmp/records" 2>/dev/null; is "$? $(wc -l <"$tmp/records")" "$2" "plausible: $3"; }
plausible "<p>Memo</p>$(row Regio '<u>Doel</u> Informeren')" '3 0' "a word that is a label is in many documents"
plausible "<p>Overzicht pilots</p>$(row Regio '<u>Doel</u> Informeren')" '0 1' "but not in one of pilots"
plausible "<p>Memo</p>$(row Loket '<u>Doel</u> Helpen <u>Looptijd</u> 2022')" '0 1' "two labels of one pilot"
plausible '<p>Lijst</p><table><tr><td>Naam</td><td>Adres</td></tr><tr><td>Jan</td><td>Ede</td></tr></table>' '3 0' "names are in many tables"
plausible '<p>Lijst</p><table><tr><td>Naam</td><td>Stand van zaken</td></tr><tr><td>Loket</td><td>Loopt</td></tr></table>' '0 1' "but not beside a label"
plausible '<p>Lijst</p><table><tr><td>Pilot</td><td>Gemeente</td></tr><tr><td>Loket</td><td>Ede</td></tr></table>' '0 1' "pilots, whatever is beside them"
printf 'Geachte heer,\n1.\tIn de eerste plaats\n2.\tTen tweede\n' >"$tmp/brief.txt"
exits 3 "a letter with tabs is none" "$index" --dump "$tmp/brief.txt"
is "$("$index" --dump --force "$tmp/page.html" 2>/dev/null | jq -r .titel | paste -sd' ')" "Appels Peren" "but can be read as one"
mv "$tmp/page.html" "$tmp/folder/prijzen.html"
printf '\320\317\021\340\241\261\032\341 EncryptedPackage' >"$tmp/folder/slot.docx"
printf '{\\rtf1 Doel}' >"$tmp/folder/oud.TXT"
printf 'Geachte voorzitter,\n\nHierbij.\n' >"$tmp/folder/brief.txt"
page '' "$(row Loket 'Doel: helpen')"; mv "$tmp/page.html" "$tmp/folder/BIJLAGE.XHTML"
exits 1 "what cannot be read is left out of a folder" "$index" --index "$tmp/read" "$tmp/folder"
like "$out" '^1 pilots: 1 new' "and the rest is indexed"
is "$(grep -c 'left out: ' "$tmp/err")" 4 "each is named"
like "$err" 'slot.docx: warning: left out: a document that is locked with a password, or of Word before 2007; save it as .docx' "with its reason: locked"
like "$err" 'oud.TXT: warning: left out: a document in RTF; save it as .docx' "RTF, whatever the case of its name"
like "$err" 'prijzen.html: warning: left out: no annex: ' "no annex"
like "$err" 'brief.txt: warning: left out: no pilots found' "a letter"
exits 1 "--check goes on too" "$index" --check "$tmp/folder"
like "$out" '^1 pilots in 5 files' "and counts"
exits 3 "a file that is named must be right" "$index" --index "$tmp/read" "$tmp/folder/slot.docx"
# ---- names of columns as their markup says; what stands in a line, and behind a list
page '' '<table><tr><th>Gemeente</th><th>Kosten</th><th>Status</th></tr><tr><td>Breda</td><td></td><td>Afgerond</td></tr><tr><td>Ede</td><td>12</td><td>Loopt</td></tr></table>'
is_read '[.[]|[.titel,(.secties[]|.kop,.tekst)]]' '[["Breda","Status","Afgerond"],["Ede","Kosten","12","Status","Loopt"]]' "cells of th name columns"
page '' '<table><tr><th>Loket</th><th><u>Doel</u> helpen</th></tr><tr><td>Bus</td><td><u>Doel</u> rijden</td></tr></table>'
is_read '[.[]|.titel]' '["Loket","Bus"]' "but not where a row is of them"
printf '# Bijlage, peildatum 1 juni 2022\n\n| Gemeente | Status |\n|---|---|\n| A \\<Ede\\> | 3 \\* 4 \\_x\\_ |\n' >"$tmp/names.md"; read_document "$tmp/names.md"
is_read '[.[]|[.titel,(.secties[]|.kop,.tekst)]]' '[["A <Ede>","Status","3 * 4 _x_"]]' "nor does a rule below them; what is escaped is a character"
page '' "$(row 'Loket • fase 2' '<div><u>Doel</u><ul><li>een</li><li>niet</li></ul>In werking<ol><li>twee</li></ol>Klaar</div>')"
is_read "$texts" '[["Loket • fase 2",["doel","• een\n• niet\nIn werking\n• twee\nKlaar"]]]' "a bullet in a title opens no item; a list ends"
page '' '<table><tr><td>Pilot</td><td>Doel</td><td>Deelnemers</td><td>Startjaar</td></tr><tr><td>Loket</td><td>Helpen</td><td>25</td><td>2021</td></tr><tr><td>Bus</td><td>Rijden</td><td>26</td><td>2022</td></tr></table>'
is_read '[.[]|[.titel,(.secties[]|.kop,.tekst)]]' '[["Loket","Doel","Helpen","Deelnemers","25","Startjaar","2021"],["Bus","Doel","Rijden","Deelnemers","26","Startjaar","2022"]]' "numbers that do not count the rows are text"

# ---- a table of labels of which most are not known
page '' '<h3>Loket</h3><table><tr><td>Uitvoerder</td><td>Gemeente</td></tr><tr><td>Kosten</td><td>2 miljoen</td></tr><tr><td>Contact</td><td>J. de Wit</td></tr><tr><td>Doel</td><td>Helpen</td></tr><tr><td>Fase</td><td>2</td></tr><tr><td>Looptijd</td><td>2022</td></tr><tr><td>Bron</td><td>Brief</td></tr></table>'
is_read '[.[]|[.titel,.looptijd.tekst,(.secties[]|.kop)]]' '[["Loket","2022","Uitvoerder","Kosten","Contact","Doel","Fase","Looptijd","Bron"]]' "two known labels tell what the others are"

# ---- what looks joined is told of
page '' "$(row "Loket $(printf 'lang %.0s' $(seq 50))" '<u>Doel</u> een <u>Looptijd</u> 2021 <u>Doel</u> twee')"
like "$err" 'has 2 sections Doel: is it one\?' "two sections of a kind"
like "$err" 'a title of 255 characters: is all of it one\?' "a title that is a text"
printf 'Pilots, peildatum 1 juni 2022\nLoket\t<u>Doel</u> helpen\n•\teen\n-\ttwee\n' >"$tmp/items.txt"; read_document "$tmp/items.txt"
is_read '[.[]|[.titel,(.secties[]|.tekst)]]' '[["Loket","helpen","• een","- twee"]]' "a bullet before a tab is no title"

# ---- Markdown with frames: cells of lines, a cell over two columns, the numbers of lines
printf '# Bijlage, peildatum 1 juni 2022\n\n+-------+------------+----------+\n| Pilot | Doel       | Looptijd |\n+=======+============+==========+\n| Loket | Helpen:    | 2022     |\n| Zuid  |            |          |\n|       | -   één    |          |\n|       | -   twee   |          |\n+-------+------------+----------+\n| Groep van twee                |\n+-------+------------+----------+\n| Bus   | De 2^e^ x  | 2023     |\n+-------+------------+----------+\n\nEen alinea.\n' >"$tmp/frame.md"
read_document "$tmp/frame.md"
is_read '[.[]|[.titel,.bron.regel,(.secties[]|.tekst)]]' '[["Loket Zuid",6,"Helpen:\n• één\n• twee","2022"],["Bus",13,"De 2^e x","2023","Een alinea."]]' "Markdown in frames"
like "$err" 'frame.md:11: warning: heading "Groep van twee" over rows: of no pilot, left out$' "a row over all columns is a heading"
printf '# Bijlage, peildatum 1 juni 2022\n\n+-------+-------------+\n| Pilot | Toelichting |\n+=======+=============+\n| Loket | **Doel** huurders helpen |\n|       | **Looptijd** 2022, of later\n+-------+-------------+\n| Zuid  | **Doel** buren |\n\n+-------+-------------+\n| Oost  | **Doel** leren |' >"$tmp/frame.md"
read_document "$tmp/frame.md"
is_read "$texts" '[["Loket",["doel","huurders helpen"],["looptijd","2022, of later"]],["Zuid",["doel","buren"]],["Oost",["doel","leren"]]]' "text that stands out of a frame, and rows without a rule below them"

# ---- more columns than are told apart, and one note that many marks lead to
page '' "<table><tr><th>Pilot</th><th>Doel</th></tr><tr><td>Loket</td>$(awk 'BEGIN { for (i = 1; i <= 70; i++) printf "<td>w%d</td>", i }')</tr></table>"
is_read '[.[].secties[].tekst]|[length,.[61],.[62],.[69]]' '[70,"w62","w63","w70"]' "what stands in the 71st column is kept"
page '' "$(row Loket '<u>Doel</u> helpen *****')$(row Zuid '<u>Doel</u> leren ********* en meer*')<p>* Een noot.</p>"
is_read '[.[]|[.secties[0].tekst,.voetnoten[].tekst]]' '[["helpen *****"],["leren ********* en meer¹","Een noot."]]' "a line of stars is no mark, nor is a part of it"

# ---- titles in a row of a table of labels, with no name beside them; titles over heads of labels
fiche() { # NUMBER TITLE: the rows of one
	printf '<tr><td>%s</td><td>%s</td></tr><tr><td>Trekker</td><td>Ede</td></tr><tr><td>Doel</td><td>Helpen</td></tr><tr><td></td><td>En meer</td></tr><tr><td>Looptijd</td><td>2022</td></tr>' "$1" "$2"
}
fields='[.[]|[.titel,(.secties[]|.kop)]]'
page '' "<h2>Fiches</h2><table>$(fiche '' Loket)$(fiche '' Bus)</table>"
is_read "$fields" '[["Loket","Trekker","Doel","Looptijd"],["Bus","Trekker","Doel","Looptijd"]]' "nothing beside a title"
page '' "<table>$(fiche 1 Loket)</table><table>$(fiche 2. Bus)</table>"
is_read "$fields" '[["Loket","Trekker","Doel","Looptijd"],["Bus","Trekker","Doel","Looptijd"]]' "a number beside it"
page '' "<h3>Loket</h3><table><tr><td></td><td>$(printf 'woord %.0s' $(seq 40))</td></tr><tr><td>Doel</td><td>Helpen</td></tr><tr><td>Looptijd</td><td>2022</td></tr></table>"
is_read '[.[]|[.titel,(.secties[]|.kop)]]' '[["Loket","","Doel","Looptijd"]]' "a text beside nothing is none"
labels='<tr><td>Doel</td><td>Stand van zaken</td><td>Looptijd</td></tr>'
page '' "<table><tr><td colspan=3>Loket</td></tr>$labels<tr><td>Helpen</td><td>Loopt</td><td>2022</td></tr><tr><td colspan=3>Bus</td></tr>$labels<tr><td>Rijden</td><td>Klaar</td><td>2023</td></tr></table>"
is_read "$fields" '[["Loket","Doel","Stand van zaken","Looptijd"],["Bus","Doel","Stand van zaken","Looptijd"]]' "a title over a head of labels"
page '' "<h3>Loket</h3><table>$labels<tr><td>Helpen</td><td>Loopt</td><td>2022</td></tr></table><h3>Bus</h3><table>$labels<tr><td>Rijden</td><td>Klaar</td><td>2023</td></tr></table>"
is_read '[.[]|[.titel,(.secties[]|.tekst)]]' '[["Loket","Helpen","Loopt","2022"],["Bus","Rijden","Klaar","2023"]]' "and a heading over the table"

# ---- the reference date, however a heading says it
heading() { # TEXT DATE TITLE
	printf '%b\n\nPilot\tToelichting\nLoket\t<u>Doel</u> helpen\n' "$1" >"$tmp/kop.txt"; read_document "$tmp/kop.txt"
	is_read '.[0]|[.peildatum//"-",.bron.titel]' "[\"$2\",\"$3\"]" "$1"
}
heading 'Bijlage 2 - Stand van zaken pilots per 1 december 2021' 2021-12-01 'Bijlage 2 - Stand van zaken pilots'
heading 'Bijlage 2: Stand van zaken pilots (1 december 2021)' 2021-12-01 'Bijlage 2: Stand van zaken pilots'
heading 'Overzicht pilots, stand per 01-12-2021' 2021-12-01 'Overzicht pilots'
heading 'Overzicht pilots – stand 1\0302\0240december\0302\02402021' 2021-12-01 'Overzicht pilots'
heading 'Bijlage\n\nPeildatum: 1.12.2021' 2021-12-01 Bijlage
heading 'Bijlage pilots (situatie per 1 december 2021)' 2021-12-01 'Bijlage pilots'
heading 'Pilots, bijgewerkt tot en met 1 dec. 2021' 2021-12-01 Pilots
heading 'Pilots\tpeildatum 1  december  2021' 2021-12-01 Pilots
heading 'Voortgang pilots t/m 1 december 2021' 2021-12-01 'Voortgang pilots'
heading 'Pilots per peildatum 1 december 2021' 2021-12-01 Pilots
heading 'Actuele stand pilots: 1 december 2021' 2021-12-01 'Actuele stand pilots'
heading 'Stand van zaken wetsvoorstel van 3 maart 2020, peildatum 1 december 2021' 2021-12-01 'Stand van zaken wetsvoorstel van 3 maart 2020'
heading 'Bijlage bij de brief van 16 december 2021 - Overzicht pilots' - 'Bijlage bij de brief van 16 december 2021 - Overzicht pilots'
heading 'Stand van zaken pilots december 2021' - 'Stand van zaken pilots december 2021'
heading 'Bijlage - peildatum 31 februari 2021' - Bijlage

# ---- a Looptijd per place, by the list of places
printf 'Bijlage, peildatum 1 juni 2022\nLoket\t<u>Looptijd</u> Rotterdam: sept 2020 – aug 2021; Den Haag: vanaf 2021\nBus\t<u>Looptijd</u> Knooppunt: 2020\n' >"$tmp/plaats.txt"; read_document "$tmp/plaats.txt"
is_read '[.[].looptijd.delen|map("\(.van)..\(.totEnMet)")]' '[["2020-09..2021-08","2021-01..null"],[]]' "a place says nothing of time"
like "$err" ':3: warning: period not read: "Knooppunt: 2020" \("knooppunt" is not understood\)' "another word may, and is named"

done_testing
