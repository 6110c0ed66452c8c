# Documents that are made to hurt (HOSTILE=full: as large as it gets): bounded memory, and what
# is left out is said.
# shellcheck disable=SC3045
. tests/tap.sh
needs jq

index=$BUILD/pilot-index
line=40000000 rows=20000 deep=100000
[ "${HOSTILE-}" != full ] || { line=1000000000 rows=1000000 deep=1000000; }
annex() { printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\n'; }
pilot() { printf '%s\t<p><u>Doel</u></p><p>%s</p>\n' "$1" "$2"; }
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }
# read_bounded FILE MB: reads it within so much memory
read_bounded() {
	case $BUILD in *san*) timeout 120 "$index" --dump --jobs 2 "$1" ;; *) (ulimit -v $(($2 * 1024)); timeout 120 "$index" --dump "$1") ;; esac >"$tmp/out" 2>"$tmp/err"
}
titles() { jq -r .titel "$tmp/out" | head -n 5 | paste -sd ' '; }

{ annex; pilot Een voor; printf 'Lang\t<p><u>Doel</u></p><p>begin '; repeat a "$line"; printf '</p>\n'; pilot Drie na; } >"$tmp/line.txt"
read_bounded "$tmp/line.txt" 500; is "$? $(titles)" "0 Een Lang Drie" "a line of $line bytes"
like "$(cat "$tmp/err")" 'line longer than 16 MB: the rest left out' "the rest of which is left out, with a warning"

{ annex; awk "BEGIN { for (i = 1; i <= $rows; i++) printf \"Pilot %d\t<p><u>Doel</u></p><p>helpen</p>\n\", i }"; } >"$tmp/rows.txt"
read_bounded "$tmp/rows.txt" 900; is "$? $(wc -l <"$tmp/out")" "0 $rows" "an annex of $rows rows"

{ annex; pilot Een begin; awk "BEGIN { for (i = 0; i < $rows; i++) print \"\\tvervolg\" }"; } >"$tmp/goes-on.txt"
read_bounded "$tmp/goes-on.txt" 500; is "$? $(titles)" "0 Een" "a pilot that goes on in $rows rows"

for tag in div span ul table '!--'; do
	{ annex; printf 'Diep\t<p><u>Doel</u></p><p>voor '; awk "BEGIN { for (i = 0; i < $deep; i++) printf \"<$tag>\" }"; printf 'onderin\n'; pilot Drie na; } >"$tmp/deep.txt"
	read_bounded "$tmp/deep.txt" 900; is "$? $(titles)" "0 Diep Drie" "$deep times <$tag>"
	[ "$tag" = '!--' ] || like "$(head -n 1 "$tmp/out")" onderin "of which the innermost text is kept"
done
{ echo '<html><body><p>Pilots</p><table><tr><td>Een<td><p><u>Doel</u></p><p>b</table>'; awk "BEGIN { for (i = 0; i < $deep; i++) printf \"<span>\" }"; echo onderin; } >"$tmp/deep.html"
read_bounded "$tmp/deep.html" 900; is "$? $(titles)" "0 Een" "the same in a file of HTML"

# What took time by its square, or longer: read_soon FILE
read_soon() { (case $BUILD in *san*) ;; *) ulimit -t 20 ;; esac; exec timeout 300 "$index" --dump "$1") >"$tmp/out" 2>"$tmp/err"; }
often() { awk -v n="$1" -v what="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", what }'; }
cell() { { annex; printf 'Een\t<p><u>Doel</u></p><p>begin '; often 40000 "$1"; printf '</p>\n'; pilot Drie na; } >"$tmp/often.txt"; read_soon "$tmp/often.txt"; is "$? $(titles)" "0 Een Drie" "40000 times $1"; }
for what in '*' 'x† ' '<u>abc</u><br>' '<br>x' '<sup>1111111111111111111111111111111111111111x</sup> ' '<details><summary>a</summary>' '<summary>a</summary>'; do cell "$what"; done
{ echo '<html><body><p>Pilots</p><h2>Een</h2><p>Doel: a</p><p>Looptijd: 2022</p><h2>Drie</h2><p>Doel: a</p><p>Looptijd: 2022</p><details>'; often 100000 '<summary>a</summary>'; } >"$tmp/summaries.html"
read_soon "$tmp/summaries.html"; is "$? $(titles)" "0 Een Drie" "100000 summaries beside each other"
{ printf '<html><body><p>Pilots</p><table><tr><td>'; often 40000 '(vervolg '; printf '</td><td><p>Doel: a</p><p>Looptijd: 2022</p></td></tr></table>'; } >"$tmp/often.html"
read_soon "$tmp/often.html"; is "$?" 0 "a title that goes on 40000 times"
{ printf '<html><body><table><tr><th>Pilot</th><th>Doel</th><th>Looptijd</th></tr><tr><td>Een</td><td>'; often 40000 '<p><b>Kosten veel</b></p><p>x</p>'; printf '</td><td>2022</td></tr></table>'; } >"$tmp/often.html"
read_soon "$tmp/often.html"; is "$? $(titles)" "0 Een" "40000 unknown labels below one that is known"
{ printf '<html><body><table>'; often 1000 "<tr>$(often 64 '<td>a</td>')</tr>"; printf '</table><table><tr><td>Een</td><td>Doel: a<br>Looptijd: 2022</td></tr></table>'; } >"$tmp/often.html"
read_soon "$tmp/often.html"; is "$? $(titles)" "0 Een" "1000 rows of 64 columns"
{ printf '# Pilots\n\n| Een | **Doel** a **Looptijd** 2022 |\n\n'; often 40000 '+-'; echo +; often 40000 '|a'; echo '|'; often 40000 '+-'; echo +; } >"$tmp/often.md"
read_soon "$tmp/often.md"; is "$? $(titles)" "0 Een" "a frame of 40000 columns"

# Pages as pdftotext would print them: its place is taken by what only shows the file.
mkdir "$tmp/bin"
# shellcheck disable=SC2016
printf '#!/bin/sh\nexec cat "$4"\n' >"$tmp/bin/pdftotext"
chmod +x "$tmp/bin/pdftotext"
pdf() {
	awk -v lines="$1" -v loose="$2" '
	function word(x, t) { printf "<word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" yMax=\"%d\">%s</word>\n", x, y, x + 5 * length(t), y + 12, t }
	function line() { y += 14; if (y > 700) { y = 40; print "</page><page>" } }
	BEGIN {
		print "%PDF-1.4"; print "<doc><page>"
		line(); word(50, "peildatum"); word(110, "1"); word(120, "december"); word(170, "2021")
		for (i = 0; i < 4; i++) { line(); word(50, "Loket" i); word(200, "Doel"); line(); word(200, "huurders") }
		for (i = 0; i < lines; i++) {
			if (loose && i % 4 == 0) { line(); word(50, "Loket"); word(200, "Doel") }
			line(); word(200, "huurders")
			if (loose && i % 4 == 3) for (k = 0; k < 3; k++) { line(); word(50, "Dit-is-een-regel-die-over-de-kolommen-gaat") }
		}
		print "</page></doc>"
	}' >"$tmp/often.pdf"
	(PATH="$tmp/bin:$PATH" read_soon "$tmp/often.pdf")
	is "$?" 0 "$3"
}
pdf 200000 0 "a PDF of 200000 lines with one column empty"
pdf 100000 1 "a PDF of 25000 tables"

cat >"$tmp/laughs.html" <<'END'
<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lach"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM "file:///etc/passwd">]>
<html><body><table><tr><td>Een</td><td><p><u>Doel</u></p><p>&d;&d;&d;&d; &e;</p><p><u>Looptijd</u></p><p>2022</p></td></tr></table></body></html>
END
read_bounded "$tmp/laughs.html" 300; is "$? $(titles)" "0 Een" "a billion laughs"
is "$(grep -c 'root:\|lachlach' "$tmp/out")" 0 "nobody of which laughs, and no file is read"

{ annex; pilot Een "$(printf 'a\001b\033[31mc\177d\302\205e\342\200\256gnor\342\200\254 \342\201\246f\342\201\251 &#x202e;h &#1;i')"; } >"$tmp/control.txt"
read_bounded "$tmp/control.txt" 300
is "$(jq -r '.secties[0].tekst' "$tmp/out")" "$(printf 'ab[31mcde')gnor f h i" "control characters and marks that turn text around are left out"

{ annex; pilot 'Latijn' "$(printf 'ge\353valueerd')"; pilot 'UTF-8' 'geëvalueerd'; } >"$tmp/mixed.txt"
read_bounded "$tmp/mixed.txt" 300; is "$? $(titles)" "0 Latijn UTF-8" "two encodings in one file"
like "$(cat "$tmp/err")" 'not UTF-8: read as Windows-1252' "are told of"
like "$(head -n 1 "$tmp/out")" 'geëvalueerd' "and read as the one that every byte fits"

# What is no file among the documents: nobody waits for it.
mkdir "$tmp/walk"; annex >"$tmp/walk/a.txt"; pilot Een voor >>"$tmp/walk/a.txt"
mkfifo "$tmp/walk/pipe.txt"
ln -s /dev/zero "$tmp/walk/device.txt"; ln -s "$tmp/walk/pipe.txt" "$tmp/walk/to-pipe.txt"
ln -s nowhere "$tmp/walk/dangling.txt"; ln -s loop.txt "$tmp/walk/loop.txt"; mkfifo "$tmp/walk/SOURCES"
timeout 20 "$index" --dump "$tmp/walk" >"$tmp/out" 2>"$tmp/err"; is "$? $(titles)" "0 Een" "pipes, devices and broken links among the documents"
for name in pipe device to-pipe dangling loop; do like "$(cat "$tmp/err")" "$name.txt: warning: left out: not a file" "$name.txt is left out, and named"; done
timeout 20 "$index" --dump "$tmp/walk/pipe.txt" >"$tmp/out" 2>"$tmp/err"; is "$? $(cat "$tmp/err")" "3 pilot-index: $tmp/walk/pipe.txt: not a file" "a pipe that is named is an error"
ln -s walk/a.txt "$tmp/linked.txt"
timeout 20 "$index" --dump "$tmp/linked.txt" >"$tmp/out" 2>"$tmp/err"; is "$? $(titles)" "0 Een" "a link to a file is followed"

head -c 300000 /dev/urandom >"$tmp/noise.txt"
read_bounded "$tmp/noise.txt" 300; like "$? $(tail -n 1 "$tmp/err")" '^[03] ' "noise is no crash"
printf '\377\376P\000i\000l\000o\000t\000' >"$tmp/utf16.txt"
read_bounded "$tmp/utf16.txt" 300; like "$? $(tail -n 1 "$tmp/err")" '^[03] ' "nor is UTF-16"
: >"$tmp/empty.txt"
read_bounded "$tmp/empty.txt" 300; is "$?" 3 "an empty file is an error"
done_testing
