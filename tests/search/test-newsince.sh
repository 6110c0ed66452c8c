# What came into the index since a day or a moment, of all or of a query.
. tests/tap.sh
needs jq

search=$BUILD/pilot-search
in=$tmp/in
mkdir "$in"; cp "$annex" "$in"
# index MOMENT: what it is made of, as of that moment
index() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s) "$BUILD/pilot-index" "$in" >/dev/null 2>&1; }
# news DATE [ARGUMENT...]: as JSON
news() { since=$1; shift; run "$search" --new-since "$since" --format json "$@" 2>"$tmp/err"; }
titles() { jq -r ".veranderingen[] | select(.soort == \"$1\") | .titel"; }

index 2022-01-10T10:00:00Z
exits 0 "a first annex" "$search" --new-since 2022-01-10
like "$out" '^Nieuw in de verzameling sinds 10 januari 2022$' "is of a day"
is "$(news 2022-01-10 | jq -c '[(.veranderingen | length), ([.veranderingen[].soort] | unique), .kamerstukken, .begrensd]')" '[33,["nieuw"],[],false]' "all of it is new"
exits 1 "after that there is nothing" "$search" --new-since 2022-01-11
like "$out" '^Niets nieuws\.$' "which is said"
is "$(news 2022-01-10T10:00:00Z | jq '.veranderingen | length')" 33 "the moment itself is among it"
is "$(news 2022-01-10T11:00:00+01:00 | jq -r '.van')" 2022-01-10T10:00:00Z "in any zone"
next=$(news 2022-01-10 | jq -r .tot)
is "$next $(news "$next" | jq '.veranderingen | length')" "2022-01-10T10:00:01Z 0" "what it says to ask from next tells nothing twice"

# another annex: its pilots against those of before
cp tests/search/tweede-editie.txt "$in"
index 2022-06-20T10:00:00Z
news "$next" >"$tmp/second"
"$search" --changes 2021-12-01..2022-06-01 --format json >"$tmp/changes"
is "$(jq -S '.veranderingen' "$tmp/second")" "$(jq -S '.veranderingen' "$tmp/changes")" "all that the new annex changes"
is "$(titles nieuw <"$tmp/second")" "Divosa / Gemeente Zwolle" "what only that has is new"
exits 0 "as text" "$search" --new-since "$next"
like "$out" '^Nieuw in de verzameling sinds 10 januari 2022 om 10:00 uur \(UTC\)$' "from a moment"
like "$out" '^Huizen van het Recht \(Heerlen\) \(peildatum 1 juni 2022\): al afgerond op 1 juni 2022$' "each with its date"
like "$out" 'betekent niet dat ze gestopt zijn' "of what is gone is said what that means"
exits 0 "as Markdown" "$search" --new-since "$next" --format md
like "$out" '^- Divosa / Gemeente Zwolle \(peildatum 1 juni 2022\)$' "a list"
is "$(news 2022-01-01 | jq -c '[.veranderingen[].soort] | unique')" '["nieuw"]' "from before both all is new, and nothing is gone"

# of a query, and of kinds
is "$(news "$next" zwolle | jq -r '.veranderingen[].titel')" "Divosa / Gemeente Zwolle" "of a query what has all of it"
is "$(news "$next" --status afgerond | titles afgelopen)" "Huizen van het Recht (Heerlen)" "of a filter"
exits 1 "none of a word that nothing new has" "$search" --new-since "$next" dialyse
exits 2 "a question is no query for this" "$search" --new-since "$next" "Wat doet u voor huurders met een geschil?"
like "$err" 'takes words, not a question' "as it says"

# an annex of a date that is partly there already, and one of an older date
next=$(news 2022-01-10 | jq -r .tot)
printf 'Bijlage 9, peildatum 1 juni 2022\nWaterloket\t<u>Doel</u> Inwoners van Waterstad helpen.\n' >"$in/derde.txt"
index 2022-06-21T10:00:00Z
is "$(news "$next" | jq -c '[.veranderingen[] | [.soort, .titel]]')" '[["nieuw","Waterloket"]]' "more of the same date: nothing is gone by it"
next=$(news 2022-01-10 | jq -r .tot)
printf 'Bijlage 1, peildatum 1 december 2020\nWaterloket\t<u>Doel</u> Inwoners van Waterstad raad geven.\n' >"$in/ouder.txt"
index 2022-06-22T10:00:00Z
is "$(news "$next" | jq -c '.veranderingen')" '[]' "an older edition is no news of a pilot"
sed -i 's/raad geven/raden/' "$in/ouder.txt"
index 2022-06-23T10:00:00Z
is "$(news "$next" | jq -c '.veranderingen')" '[]' "nor is what was corrected"

# papers of parliament
next=$(news 2022-01-10 | jq -r .tot)
cp -r tests/kamer/keten "$in"
index 2022-06-24T10:00:00Z
news "$next" >"$tmp/papers"
is "$(jq '.veranderingen | length' "$tmp/papers")" 0 "new papers are no news of pilots"
is "$(jq -r '.kamerstukken[].document' "$tmp/papers" | sort)" "$("$search" --kind kamervraag --kind brief --limit 100 --format jsonl | jq -r .document | sort -u)" "each publication once"
is "$(jq -r '[.kamerstukken[].datum] == ([.kamerstukken[].datum] | sort | reverse)' "$tmp/papers")" true "the last first"
is "$(jq -r '.kamerstukken[] | select(.document == "kv-tk-2098Z00200") | .soort, .datum, .bronvermelding' "$tmp/papers" | paste -sd '|')" "kamervraag|2098-09-01|Kamervragen 2098Z00200" "with what it is cited by"
exits 0 "papers alone are news" "$search" --new-since "$next"
like "$out" '^  Kamervragen 2098Z00200, 1 september 2098$' "as text"
is "$(news "$next" --kind pilot | jq -c .kamerstukken)" '[]' "pilots alone"
is "$(news 2022-01-01 --kind brief --kind kamervraag | jq -c '[(.veranderingen | length), (.kamerstukken | length > 5)]')" '[0,true]' "papers alone"
is "$(news "$next" egels | jq -r '.kamerstukken[].document')" kv-tk-2098Z00200 "of a query"
next=$(jq -r .tot "$tmp/papers")
exits 1 "and told once" "$search" --new-since "$next"

# who asks between the two parts of a run: what is told next comes after what was told
rm -r "$PILOTZOEKER_INDEX"
index 2022-06-25T10:00:00Z
is "$(news 2022-06-25T10:00:01Z | jq -c '[(.veranderingen | length), (.kamerstukken | length > 5), .tot]')" '[0,true,"2022-06-25T10:00:02Z"]' "papers come after the pilots of a run"

exits 2 "no date" "$search" --new-since gisteren
like "$err" "bad date 'gisteren': give one as 2022-06-01" "is told"
exits 2 "a day that does not exist" "$search" --new-since 2022-02-30
exits 2 "half a moment" "$search" --new-since 2022-02-20T
exits 2 "another format" "$search" --new-since 2022-01-01 --format atom
like "$err" 'text, md or json' "is told too"
done_testing
