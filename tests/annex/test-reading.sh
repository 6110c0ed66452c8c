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
labelled '<h3>DOELSTELLING</h3><p>huurders helpen.</p><h3>Planning</h3><p>2022</p>' "headings, in other words"
page '' "$(row Loket '<p><u>Doel</u> helpen.</p><p>doel is ook: leren.</p><p>Het doel: beter.</p><p>Status quo: niets.</p><ul><li>Doel: stip</li></ul>')"
is_read '[.[].secties[]|.soort]' '["doel"]' "words that only look like one are text"
page '' "$(row Loket '<u>Kosten</u> veel')"
is_read "$texts" '[["Loket",["overig","veel"]]]' "a label that is not known"
like "$err" 'unknown label "Kosten": kept as a section "overig"' "is told of"

# ---- what stands on lines of its own is not one word
page '' "$(row 'Huurteam<br>Almelo' '<u>Doel</u> x')$(row '<p>Wijkrechter</p><p>Breda</p>' '<u>Doel</u> y')"
is_read '[.[]|[.id,.titel]]' '[["huurteam-almelo","Huurteam Almelo"],["wijkrechter-breda","Wijkrechter Breda"]]' "a title on two lines"
done_testing
