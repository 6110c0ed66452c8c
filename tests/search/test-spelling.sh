# Spelling never replaces correct Dutch, and mends most errors of typing. Words and errors are drawn
# with a fixed seed (SEED) from Debian's wdutch and from the words that the index has.
# shellcheck disable=SC2016
. tests/tap.sh
list=/usr/share/dict/dutch
needs jq xapian-delve "$list"

search=$BUILD/pilot-search
exits 0 "the corpus is indexed" "$BUILD/pilot-index"

# read_as: of the words of stdin, asked for in queries of fifty (AND: else it is a question): "word meant" for each that was
# read as another
read_as() {
	xargs -n 50 | while IFS= read -r words; do
		"$search" --format json --limit 0 "huurgeschil AND $words" 2>/dev/null
		[ $? -le 1 ] || echo '{"zoekvraag": {"meldingen": ["‘no answer’ is gelezen als ‘it failed’."]}}'
	done | jq -r '.zoekvraag.meldingen[] | select(test("is gelezen als"))' |
		sed 's/^‘\(.*\)’ is gelezen als ‘\(.*\)’\.$/\1 \2/'
}
# alone: each word of stdin as a query; "word verbeterd bedoeldeU totaal totaalVolledig", tabs between
alone() {
	while read -r word; do "$search" --format json --limit 0 "$word" 2>/dev/null; done |
		jq -r '[.zoekvraag.tekst, .zoekvraag.verbeterd, .zoekvraag.bedoeldeU, .totaal, .totaalVolledig] | @tsv'
}

# lacking: words of stdin that are neither a word nor a part in the index
xapian-delve -a -1 "$PILOTZOEKER_INDEX" | sed 's/^P//' | LC_ALL=C sort -u >"$tmp/terms"
lacking() { LC_ALL=C sort -u | LC_ALL=C comm -23 - "$tmp/terms"; }

# A generator of our own: that of awk differs from one to the next.
random='function random(n) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * n) }
	BEGIN { seed = '${SEED:-20211201}' }'
draw="$random"' { word[NR] = $0 }
	END { while (n < many && NR) { i = 1 + random(NR); if (word[i] == "") continue; print word[i]; word[i] = ""; n++ } }'
grep -x '[a-z]*' "$list" | awk -v many=600 "$draw" >"$tmp/correct"
is "$(wc -l <"$tmp/correct")" 600 "600 words of correct Dutch"
is "$(read_as <"$tmp/correct")" "" "none is replaced among other words"
head -n 60 "$tmp/correct" | alone >"$tmp/alone"
is "$(awk -F'\t' '$2 == "false"' "$tmp/alone" | wc -l)" 60 "nor alone"
is "$(awk -F'\t' '$3 != "" { print $3 }' "$tmp/alone" | lacking)" "" "what is proposed for them the index has"

# One error in each: a letter more, less, another, or two that changed places; no word comes of it.
slip="$random"'
	function letter() { return substr("abcdefghijklmnopqrstuvwxyz", 1 + random(26), 1) }
	FILENAME == list { dutch[$0]; next }
	{
		do {
			at = 1 + random(length($0)); before = substr($0, 1, at - 1); rest = substr($0, at); kind = random(4)
			if (kind == 0) made = before letter() rest
			if (kind == 1) made = before substr(rest, 2)
			if (kind == 2) made = before letter() substr(rest, 2)
			if (kind == 3) made = before substr(rest, 2, 1) substr(rest, 1, 1) substr(rest, 3)
		} while (made == $0 || made in dutch)
		print made, $0
	}'
xapian-delve -a -1 "$PILOTZOEKER_INDEX" | grep -xE '[a-z]{5,}' >"$tmp/known"
awk -v many=300 "$draw" "$tmp/known" | awk -v list="$list" "$slip" "$list" - | sort >"$tmp/slips"
is "$(wc -l <"$tmp/slips")" 300 "300 errors of typing in words that the index has"
cut -d' ' -f1 "$tmp/slips" | read_as | sort -u >"$tmp/read"
good=$(join "$tmp/slips" "$tmp/read" | awk '$2 == $3' | wc -l)
join -a 1 "$tmp/slips" "$tmp/read" | awk '$2 != $3 { print "# " $0 }'
ok "$good are read as they were meant: 85 % is asked for" [ "$good" -ge 255 ]
is "$(echo qwertyhuur | lacking)" qwertyhuur "a word that the index lacks is seen"
is "$(cut -d' ' -f2 "$tmp/read" | lacking)" "" "and none is read as one"
awk 'NR % 5 == 0 { print $1 }' "$tmp/slips" | alone >"$tmp/alone"
is "$(wc -l <"$tmp/alone")" 60 "alone each is answered"
is "$(awk -F'\t' '$2 == "true" && $3 == ""' "$tmp/alone")" "" "and what is found instead is named"
is "$("$search" --format json --limit 0 wethouders 2>/dev/null | jq -r .zoekvraag.bedoeldeU)" null "no word is made up for one that is right"
done_testing
