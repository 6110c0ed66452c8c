# Papers of parliament: records of questions with their answers, and of letters. A golden is
# NAME.jsonl beside NAME.xml or .html; warnings that it must give are in NAME.warnings. echt/ has
# what the State published, eigen/ what was thought of. check.py reads the XML in another way.
. tests/tap.sh
needs jq python3

index=$BUILD/pilot-index
real=tests/kamer/echt/vragen/ah-tk-20202021-3235.xml

for golden in tests/kamer/*/*.jsonl tests/kamer/*/*/*.jsonl; do
	name=${golden%.jsonl}
	[ -f "$name.xml" ] && input=$name.xml || input=$name.html
	run "$index" --dump "$input" >"$tmp/out" 2>"$tmp/err"
	ok "golden: $name" diff "$golden" "$tmp/out"
	[ -f "$name.warnings" ] || : >"$tmp/none"
	ok "warnings: $name" diff "$([ -f "$name.warnings" ] && echo "$name.warnings" || echo "$tmp/none")" "$tmp/err"
done

# Read by another reader: every question and answer in one record, with what has its number.
for part in echt eigen; do
	mkdir "$tmp/$part" && cp -r tests/kamer/$part/* "$tmp/$part"
	rm -rf "$tmp/$part/ah-tk-20982099-2.xml" "$tmp/$part/oud" # doubtful on purpose; it knows no other XML
	"$index" --dump "$tmp/$part" >"$tmp/all.jsonl" 2>/dev/null
	ok "$part: nothing lost, pairs right" tests/kamer/check.py "$tmp/$part" <"$tmp/all.jsonl"
done
"$index" --dump "$real" 2>/dev/null | jq -c 'if .vragen == [2] then .antwoord = "Anders." else . end' >"$tmp/wrong.jsonl"
mkdir "$tmp/one"; cp "$real" "$tmp/one"
exits 1 "the other reader sees a wrong pair" tests/kamer/check.py "$tmp/one" <"$tmp/wrong.jsonl"
like "$out" 'ah-tk-20202021-3235.2: its answer has other words' "and says which"

# XML and HTML of one paper have the same questions and answers.
same='[.id,.vragen,.vraag,.antwoord,.gevraagd,.beantwoord,.bewindspersonen,.status]'
"$index" --dump "$real" 2>/dev/null | jq -c "$same" >"$tmp/xml"
"$index" --dump tests/kamer/echt/bladzijde/ah-tk-20202021-3235.html 2>/dev/null | jq -c "$same" >"$tmp/html"
ok "XML and HTML say the same" diff "$tmp/xml" "$tmp/html"
"$index" --dump tests/kamer/echt >"$tmp/out" 2>"$tmp/err"
is "$(jq -r .document "$tmp/out" | sort | uniq -c | tr -s ' ')" " 9 ah-tk-20202021-3235
 1 kst-32545-143" "beside its XML the HTML is not read again"
like "$(cat "$tmp/err")" 'html: warning: not read: the XML of this paper is here too$' "which is told"
is "$(jq -r .id tests/kamer/eigen/*.jsonl tests/kamer/eigen/*/*.jsonl | sort | uniq -d)" "" "each record has an id of its own"

# The repository's own folders: metadata/, metadataowms/ and xml/ beside each other.
mkdir -p "$tmp/repo/xml" "$tmp/repo/metadataowms"
cp tests/kamer/echt/motie/*.xml "$tmp/repo/xml"; mv "$tmp/repo/xml/metadata_owms.xml" "$tmp/repo/metadataowms"
"$index" --dump "$tmp/repo" 2>/dev/null >"$tmp/out"
is "$(jq -r '.soortStuk + " " + .bron.metadata' "$tmp/out")" "Motie metadata_owms.xml" "metadata in a folder beside it"
sed 's/ah-tk-20202021-3235/ah-tk-20202021-1/' tests/kamer/echt/vragen/metadata.xml >"$tmp/one/metadata.xml"
"$index" --dump "$tmp/one" 2>"$tmp/err" >"$tmp/out"
is "$(jq -r .bron.metadata "$tmp/out" | sort -u)" null "metadata of another paper are not used"
like "$(cat "$tmp/err")" 'metadata.xml not used: it is of ah-tk-20202021-1$' "which is told"

# What must not be read.
sed '/Antwoord 5/q' "$real" >"$tmp/cut.xml"
exits 3 "XML that stops halfway is an error" "$index" --dump "$tmp/cut.xml"
is "$out" "" "of which nothing is told"
like "$err" 'cut.xml:[0-9]+: the XML is damaged: ' "with the line"
sed '1a <!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "/etc/passwd">]>' "$real" |
	sed '0,/Klopt/s//\&b;\&a;/' >"$tmp/entity.xml"
exits 3 "an entity is not expanded" "$index" --dump "$tmp/entity.xml"
is "$(printf '%s' "$out" | grep -c root)" 0 "and no file is fetched"
printf '<officiele-publicatie><staatsblad><al>Besluit</al></staatsblad></officiele-publicatie>' >"$tmp/stb.xml"
exits 3 "another publication is no paper of parliament" "$index" --dump "$tmp/stb.xml"
like "$err" 'no questions and no letter of parliament \(it is "staatsblad"\)' "as it says"

exits 0 "--check reads a paper" "$index" --check "$real"
like "$out" '^9 papers of parliament$' "and counts"
done_testing
