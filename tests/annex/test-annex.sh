# Annexes on the command line: goldens, other formats, broken input.
# A golden is tests/annex/NAME.jsonl beside NAME.txt, .md or .html; warnings that
# it must give are in NAME.warnings. To add a case, add these files.
. tests/tap.sh

index=$BUILD/pilot-index
annex=corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt
# A record without what depends on the file it came in.
bare() { sed 's/,"bron":.*//'; }

exits 0 "the real annex is read" "$index" --dump "$annex"
is "$(wc -l <"$tmp/err")" 1 "with one warning"
like "$err" ':34: warning: Looptijd "September 2020 – oktober 2021" and "De pilot is eind juni 2021 afgerond' \
	"where the annex contradicts itself"
cp "$tmp/out" "$tmp/real.jsonl"
ok "its records are the golden, read by eye against the source" \
	diff tests/annex/real.jsonl "$tmp/real.jsonl"
exits 1 "--check says so in its exit status" "$index" --check "$annex"
like "$out" '^33 pilots in 1 files, 1 warnings$' "and counts"
like "$out" '^abbreviation: PCMO = Prettig Contact met de Overheid$' "and shows what it learned"
"$index" --dump "$annex" >"$tmp/again.jsonl" 2>/dev/null
ok "two runs give equal dumps" cmp "$tmp/real.jsonl" "$tmp/again.jsonl"

# The same rows as an HTML table and as a Markdown table.
bare <"$tmp/real.jsonl" >"$tmp/bare.jsonl"
awk -F '\t' 'BEGIN { print "<html><body>" }
	NF == 2 { print "<table><tr><td>" $1 "</td><td>" $2 "</td></tr></table>"; next }
	/./ { gsub("<", "\\&lt;"); print "<p>" $0 "</p>" }' "$annex" >"$tmp/a.html"
"$index" --dump "$tmp/a.html" 2>"$tmp/err" | bare >"$tmp/html.jsonl"
ok "as an HTML table it gives the same records" diff "$tmp/bare.jsonl" "$tmp/html.jsonl"
awk -F '\t' 'NF == 2 { gsub(/\|/, "\\|"); print "| " $1 " | " $2 " |"; next } { print }' \
	"$annex" >"$tmp/a.md"
"$index" --dump "$tmp/a.md" 2>"$tmp/err" | bare >"$tmp/md.jsonl"
ok "as a Markdown table it gives the same records" diff "$tmp/bare.jsonl" "$tmp/md.jsonl"
sed 's/$/\r/; 1s/^/\xef\xbb\xbf/' "$annex" >"$tmp/crlf.txt"
"$index" --dump "$tmp/crlf.txt" 2>"$tmp/err" | bare >"$tmp/crlf.jsonl"
ok "with a BOM and CRLF it gives the same records" diff "$tmp/bare.jsonl" "$tmp/crlf.jsonl"

# Two threads that begin with markup at the same moment once locked each other out, in one run of 25.
mkdir "$tmp/pair"; cp "$annex" "$tmp/pair/a.txt"; cp tests/annex/odd.txt "$tmp/pair/b.txt"
ended=0
for _ in $(seq 60); do timeout 30 "$index" --dump --jobs 2 "$tmp/pair" >/dev/null 2>&1 && ended=$((ended + 1)); done
is "$ended" 60 "two threads begin together, and end"

for golden in tests/annex/*.jsonl; do
	name=${golden%.jsonl}
	[ "$name" = tests/annex/real ] && continue
	input=$(ls "$name".txt "$name".md "$name".html 2>/dev/null)
	run "$index" --dump "$input" >"$tmp/out" 2>"$tmp/err"
	ok "golden: $name" diff "$golden" "$tmp/out"
	[ -f "$name.warnings" ] && ok "warnings: $name" diff "$name.warnings" "$tmp/err"
	exits "$([ -s "$name.warnings" ] && echo 1 || echo 0)" "--check: $name" "$index" --check "$input"
done

# Windows-1252, no rows, no file.
printf 'Bijlage - peildatum 1 mei 2022\nPilot\tToelichting\nCaf\351\t<p><u>Doel</u> \200 5 voor cli\353nten</p>\n' >"$tmp/1252.txt"
exits 0 "Windows-1252 is read" "$index" --dump "$tmp/1252.txt"
like "$out" '"titel":"Café".*€ 5 voor cliënten' "as what it says"
like "$err" 'warning: not UTF-8: read as Windows-1252' "with a warning"
echo "geen rijen" >"$tmp/none.txt"
exits 3 "a file without pilots is an error" "$index" --dump "$tmp/none.txt"
like "$err" 'none.txt: no pilots found' "that names the file"
exits 3 "a file that is not there is an error" "$index" --dump "$tmp/nowhere.txt"
exits 2 "an unknown option is a usage error" "$index" --dmp
like "$err" "unknown option --dmp; did you mean --dump" "that names the nearest"
done_testing
