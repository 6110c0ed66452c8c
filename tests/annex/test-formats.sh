# The real annex as LibreOffice saves it: the same records from .odt, .docx and, as far as a
# layout tells, from PDF; and what a damaged one gets.
. tests/tap.sh
needs soffice pdftotext

index=$BUILD/pilot-index
annex=corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt
# Records without what depends on the file; and without the breaks before "2. ", as LibreOffice
# makes one paragraph in .docx of the annex's only list of numbers, which has no items.
bare() { sed 's/,"bron":.*//; s/\\n\([2-9]\. \)/ \1/g'; }
"$index" --dump "$annex" 2>/dev/null | bare >"$tmp/wanted"

awk -F '\t' 'BEGIN { print "<html><head><meta charset=\"utf-8\"></head><body>" }
	NF == 2 { print "<table border=1><tr valign=top><td width=\"30%\">" $1 "</td><td>" $2 "</td></tr></table>"; next }
	/./ { gsub("<", "\\&lt;"); print "<p>" $0 "</p>" }' "$annex" >"$tmp/annex.html"
# convert FORMAT FILE [FILTER]
convert() {
	(cd "$tmp" && HOME=$tmp soffice --headless ${3:+--infilter="$3"} --convert-to "$1" "$2" >"$tmp/log" 2>&1)
}
convert odt annex.html "HTML (StarWriter)"
convert docx annex.odt
convert pdf annex.odt
for format in odt docx; do
	"$index" --dump "$tmp/annex.$format" 2>"$tmp/err" | bare >"$tmp/$format"
	ok ".$format gives the same records" diff "$tmp/wanted" "$tmp/$format"
	is "$(wc -l <"$tmp/err")" 1 "and the same warning"
done
"$index" --dump "$tmp/annex.pdf" 2>"$tmp/err" | bare >"$tmp/pdf"
is "$(wc -l <"$tmp/pdf")" 33 ".pdf gives as many"
# What differs: addresses that were broken, hyphens at the end of a line.
like "$(grep -cxFf "$tmp/wanted" "$tmp/pdf")" '^(2[89]|3.)$' "nearly all the same to the letter"
like "$(cat "$tmp/err")" 'read from the layout of a PDF: compare' "with a warning"
# Titles with a hyphen are looked up in the whole: so there are three passes.
mkdir "$tmp/bin"
printf '#!/bin/sh\necho >>"%s/converted"\nexec "%s" "$@"\n' "$tmp" "$(command -v pdftotext)" >"$tmp/bin/pdftotext"
chmod +x "$tmp/bin/pdftotext"
PATH=$tmp/bin:$PATH "$index" --index "$tmp/one" "$tmp/annex.pdf" >"$tmp/out" 2>&1
is "$(wc -l <"$tmp/converted") $(grep -c '33 pilots' "$tmp/out")" "1 1" "a PDF is converted once"
is "$("$index" --dump "$tmp/annex.pdf" 2>/dev/null | grep -c '"uitOpmaak":true')" 33 "each record says that it is of a layout"
is "$(grep -c uitOpmaak "$tmp/wanted" "$tmp/docx" | tr '\n' ' ')" "$tmp/wanted:0 $tmp/docx:0 " "and of no other format"
like "$(PILOTZOEKER_INDEX=$tmp/one REQUEST_METHOD=GET PATH_INFO=/pilots/beslisboom QUERY_STRING='' "$BUILD/pilot-search.cgi")" 'gelezen uit de opmaak van een PDF' "so does its page"
exits 0 "a directory of them is indexed" "$index" "$tmp"

head -c 20000 "$tmp/annex.docx" >"$tmp/cut.docx"
exits 3 "a document that was cut off is an error" "$index" --dump "$tmp/cut.docx"
like "$err" 'cut.docx: no .docx or .odt document, or a damaged one' "that says so"
head -c 20000 "$tmp/annex.pdf" >"$tmp/cut.pdf"
exits 3 "so is a PDF" "$index" --dump "$tmp/cut.pdf"
PATH=/nowhere "$index" --dump "$tmp/annex.pdf" >"$tmp/out" 2>"$tmp/err"
is $? 3 "and one without pdftotext"
like "$(cat "$tmp/err")" 'a PDF needs pdftotext' "which is said"
done_testing
