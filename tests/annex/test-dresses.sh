# The real annex in other dresses, as ministries' documents look: made anew from its records, by
# hand (dresses/make.mjs) and with LibreOffice, pandoc and Chromium. Each must give the records of
# the text; how many of its 33 pilots, and of its 4 notes, is in the table below.
# KEEP=DIRECTORY keeps the documents there.
. tests/tap.sh
needs node

index=$BUILD/pilot-index
made=${KEEP:-$tmp/dresses}
mkdir -p "$made"
"$index" --dump corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt >"$tmp/wanted.jsonl" 2>/dev/null
ok "the documents are made" node tests/annex/dresses/make.mjs "$tmp/wanted.jsonl" "$made"

# ---- what programs make of them
has() { command -v "$1" >/dev/null; }
# office FORMAT FILE...: one start for all; from .htm as a document for paper
office() {
	format=$1; shift
	case $1 in *.htm) set -- --infilter='HTML (StarWriter)' "$@" ;; esac
	(cd "$made" && HOME=$tmp soffice --headless --convert-to "$format" "$@") >>"$tmp/log" 2>&1
}
# shellcheck disable=SC2086
with_office() {
	htms=$(cd "$made" && echo office-*.htm)
	odts=$(echo "$htms" | sed 's/\.htm/.odt/g')
	office odt $htms
	office docx $odts
	office pdf $odts
	office doc office-pairs.odt
	office rtf office-pairs.odt
	office 'html:HTML (StarWriter)' office-plain.docx
}
with_pandoc() {
	for source in "$made"/pandoc-*.text; do
		for format in docx odt html; do
			pandoc -s --quiet -f markdown-smart -o "${source%.text}.$format" "$source"
		done
	done
	pandoc -s -f docx -t markdown-smart --columns=120 -o "$made/pandoc-grid.md" "$made/pandoc-grid.docx"
	pandoc -s -f docx -t gfm -o "$made/pandoc-headings.md" "$made/pandoc-headings.docx"
}
with_chromium() {
	for source in "$made"/print-*.htm; do
		HOME=$tmp timeout 60 chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
			--user-data-dir="$tmp/chromium" --print-to-pdf="${source%.htm}.pdf" "file://$(realpath "$source")"
	done >>"$tmp/log" 2>&1
}
! has soffice || with_office
! has pandoc || with_pandoc
! has chromium || with_chromium

# made_by FILE: the program that it needs
made_by() {
	case $1 in office-*) echo soffice ;; pandoc-*) echo pandoc ;; print-*) echo chromium ;; *) echo node ;; esac
}
# skipped FILE: its program is not here
skipped() {
	program=$(made_by "$1")
	! has "$program" || return
	echo "ok $((tests_run += 1)) - $1 # skip not installed: $program"
}
# dress FILE SAME NOTES [TAKEN]...: what it must give, and what it takes away (dresses/same.mjs)
dress() {
	file=$1; shift
	skipped "$file" && return
	[ -e "$made/$file" ] || { report 1 "$file: not made"; tail -n 5 "$tmp/log" | sed 's/^/# /'; return; }
	"$index" --dump "$made/$file" >"$tmp/got.jsonl" 2>"$tmp/err"
	node tests/annex/dresses/same.mjs "$tmp/wanted.jsonl" "$tmp/got.jsonl" "$@" >"$tmp/report"; status=$?
	report "$status" "$file: $(head -n 1 "$tmp/report")"
	[ "$status" -eq 0 ] || sed '1d; s/^/# /' "$tmp/report" | head -n 40 | cut -c 1-300
}
# shellcheck disable=SC2086
while read -r line; do
	case $line in '' | '#'*) ;; *) dress $line ;; esac
done <<'EOF'
# file                    same notes taken
pairs.html                  33 4
columns.html                33 4 kop
columns-numbered.html       33 4 kop
columns-other-names.html    33 4 kop
pairs-numbered.html         33 4
values-heading.html         33 4
values-span.html            33 4
values-named.html           33 4
rowspan.html                33 4
rowspan-pairs.html          33 4
groups.html                 33 4
continued.html              33 4
pages.html                  33 4
pages-cut.html              33 4
th-all.html                 33 4
th-rows.html                33 4
nested.html                 33 4
headings.html               33 4
headings-bold.html          33 4
headings-groups.html        33 4
accordion.html              33 4
label-class.html            33 4
label-dl.html               33 4
label-strong.html           33 4
label-plain.html            33 4
label-colon.html            33 4
label-lines.html            33 4
label-h4.html               33 4
endnotes.html               33 4
brackets.html               33 4 marks
restarting.html             33 4 numbers
numbered-lists.html         33 4 items
word.html                   33 4 marks
page.xhtml                  33 4
utf16.html                  33 4
crlf.html                   33 4 kop
bad-byte.html               33 4
text.txt                    33 4
utf16.txt                   33 4
crlf.txt                    33 4
# One line, and so one pilot, is read in another encoding than most of it.
bad-byte.txt                32 4
pipe-pairs.md               33 4 breaks
pipe-columns.md             33 4 breaks kop
headings.md                 33 4
headings-bold.md            33 4
grid.md                     33 4

pandoc-headings.docx        33 4 items
pandoc-headings.odt         33 4 items
pandoc-headings.html        33 4 items
pandoc-headings.md          33 4 items
pandoc-grid.docx            33 4 items
pandoc-grid.odt             33 4 items
pandoc-grid.html            33 4 items
pandoc-grid.md              33 4 items
pandoc-pipes.docx           33 4 breaks kop
pandoc-style.docx           33 4 items
pandoc-style.odt            33 4 items
pandoc-definitions.docx     33 4 items
pandoc-definitions.html     33 4 items

office-pairs.odt            33 4
office-pairs.docx           33 4
office-plain.html           33 4
office-plain.odt            33 4
office-plain.docx           33 4
office-columns.odt          33 4 kop
office-columns.docx         33 4 kop
office-values.odt           33 4
office-values.docx          33 4
office-span.odt             33 4
office-span.docx            33 4
office-rowspan.odt          33 4
office-rowspan.docx         33 4
office-groups.odt           33 4
office-groups.docx          33 4
office-headings.odt         33 4
office-headings.docx        33 4
office-endnotes.odt         33 4
office-endnotes.docx        33 4

office-pairs.pdf            30 2
office-plain.pdf            30 2
office-groups.pdf           30 2
office-headings.pdf         30 2
print-head.pdf              30 2 bullets
print-narrow.pdf            30 2 bullets
print-nohead.pdf            30 2 bullets
print-feet.pdf              30 2 bullets
print-landscape.pdf         30 2 bullets
print-columns.pdf           30 2 kop bullets
print-headings.pdf          30 2 bullets
# Short of the bar of 30 and 0: cells that stand in the middle of their rows, rows over two pages. With
# the LibreOffice of Debian 12 as of 13.
office-columns.pdf          23 4/2 kop
office-values.pdf           27 2/3
office-rowspan.pdf          22 4/2
print-values.pdf            29 2 bullets
EOF

# refused FILE: no text, and nothing of it is read
refused() {
	skipped "$1" && return
	"$index" --dump "$made/$1" >"$tmp/got.jsonl" 2>"$tmp/err"
	is "$? $(wc -l <"$tmp/got.jsonl")" "3 0" "$1 is refused"
}
refused office-pairs.doc
refused office-pairs.rtf
done_testing
