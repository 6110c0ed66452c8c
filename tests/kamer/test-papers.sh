# Papers of parliament in the index, beside pilots: what is new and gone, what is found, and that
# pilots are found as before.
. tests/tap.sh
needs jq

index=$BUILD/pilot-index search=$BUILD/pilot-search
docs=$tmp/docs
mkdir "$docs" "$docs/papers" "$docs/letter"
cp corpus/bijlage-2*.txt corpus/SOURCES "$docs"
ask() { "$search" --format json "$@" 2>/dev/null; }
# as ROW: what every answer about pilots says; queries of several forms
pilots() {
	for query in huur 'plaats:Utrecht' rechtsbijstand 'lopende pilots' SJD mediaton '"de rechtzoekende"'; do
		ask --facets --limit 100 "$query" | jq -S 'del(.kamerstukken)'
	done
	ask --related regie-op-geschiloplossing-in-het-huurdomein | jq -S 'del(.kamerstukken)'
	"$search" --run tests/relevance/own-queries.tsv
}
counts() { "$index" "$docs" 2>/dev/null | sed 's/ (.*//'; }

exits 0 "an index of pilots alone" "$index" "$docs"
is "$([ -e "$tmp/index/kamer" ] && echo there)" "" "makes nothing for papers"
pilots >"$tmp/alone"
is "$(ask --facets huur | jq 'has("kamerstukken"), (.facetten | has("minister"))' | tr '\n' ' ')" "false false " "and says nothing of them"
exits 1 "papers that are asked for are not there" "$search" --kind brief huur
like "$err" 'heeft geen Kamerstukken' "as it says"

cp tests/kamer/echt/vragen/*.xml "$docs/papers"
cp tests/kamer/echt/motie/*.xml "$docs/letter"
is "$(counts)" "33 pilots: 0 new, 0 changed, 33 unchanged, 0 removed
10 papers: 10 new, 0 changed, 0 unchanged, 0 removed" "papers beside them"
pilots >"$tmp/beside"
ok "the answers about pilots are the same" diff "$tmp/alone" "$tmp/beside"
exits 0 "the checksums of both are right" "$index" --verify
is "$(counts | tail -n 1)" "10 papers: 0 new, 0 changed, 10 unchanged, 0 removed" "nothing changed"
before=$(cat "$tmp/index/kamer/XAPIANDB")
counts >/dev/null
is "$(cat "$tmp/index/kamer/XAPIANDB")" "$before" "and nothing is published"
sed -i 's/Koolmees/Koolmeesje/' "$docs/papers/metadata.xml"
like "$(counts | tail -n 1)" '0 new, [09] changed' "what metadata say counts as well"
[ "$(cat "$tmp/index/kamer/XAPIANDB")" != "$before" ]; report $? "the paper beside it is read again"
cp tests/kamer/echt/bladzijde/ah-tk-20202021-3235.html "$docs/papers"
is "$("$index" "$docs" 2>&1 | grep -c 'not read: the XML of this paper is here too')" 1 "its HTML is not read too"
rm "$docs/papers/ah-tk-20202021-3235.html"

# A question is one passage with its answer.
cp tests/kamer/echt/vragen/metadata.xml "$docs/papers"; counts >/dev/null
found=$(ask --kind kamervraag 'spaarrente negatief' --limit 1)
is "$(printf '%s' "$found" | jq -r '.passages[0] | .soort + " " + .document + " " + .kamerstuk.id')" \
	"kamervraag ah-tk-20202021-3235 ah-tk-20202021-3235.$(printf '%s' "$found" | jq -r '.passages[0].kamerstuk.id' | cut -d. -f2)" "a passage of a question"
question=$(ask --kind kamervraag 'kamerstuk:ah-tk-20202021-3235' --limit 100)
is "$(printf '%s' "$question" | jq .totaal)" 9 "all of a publication by its number"
is "$(ask --kind kamervraag 'Aanhangsel Handelingen II 2020/21, nr. 3235' | jq .totaal)" 9 "as it is cited too"
is "$(printf '%s' "$question" | jq -r '[.passages[] | .bronvermelding.leidraad | sub("[0-9]+\\.$"; "N.") | sub("(, )?(antwoord op )?vraag"; " V")] | unique[]')" \
	"Aanhangsel Handelingen II 2020/21, nr. 3235 V N." "and each is cited"
is "$(printf '%s' "$question" | jq -r '[.passages[] | .url] | unique[]')" "https://zoek.officielebekendmakingen.nl/ah-tk-20202021-3235.html" "with where it is published"
is "$(printf '%s' "$question" | jq -r '[.passages[] | .status + " " + .datum] | unique[]')" "beantwoord 2021-06-21" "and the day of the answer"

# Dossiers, however they are written.
for written in 32545 '32 545' 32.545 32545-143 '32 545, nr. 143'; do
	is "$(ask --kind brief --dossier "$written" | jq .totaal)" 1 "--dossier $written"
	is "$(ask --kind brief "$written" | jq .totaal)" 1 "and as a query"
done
is "$(ask --kind brief 32545 | jq -r '.passages[0].bronvermelding | .leidraad, .kamer')" \
	"Kamerstukken II 2020/21, 32545, nr. 143.
Kamerstuk 32 545, nr. 143" "a letter is cited in both styles"
is "$(ask --kind brief --dossier 32545 | jq -r '.passages[0].citaat[0:61]')" \
	"[…] constaterende dat diverse financiële instellingen klanten" "a quote without a query begins where something is said"
like "$("$search" --kind brief --dossier 32545 2>/dev/null | tr -s '\n ' ' ')" ' motie · Kamerstukken .* ingediend op 6 juli 2021 ' "a motion is called one, and not sent"
is "$(ask --kind brief --dossier 31753 | jq .totaal)" 0 "another dossier is not found"

# Facets and filters of papers.
is "$(ask --kind kamervraag --facets negatieve | jq -r '[.facetten | keys[]] | sort | join(" ")')" \
	"dossier jaar lid minister partij soort status thema" "what papers are counted by"
is "$(ask --kind kamervraag --minister 'minister van sociale zaken en werkgelegenheid' bank | jq '.totaal > 0')" true "a filter on the minister"
exits 2 "an unknown kind" "$search" --kind motie huur
like "$err" "kind 'motie'" "is named"

# On a page of pilots a few papers stand behind them.
mixed=$(ask bank)
is "$(printf '%s' "$mixed" | jq '(.kamerstukken.passages | length) <= 3 and .kamerstukken.totaal >= 1')" true "at most three, and how many there are"
is "$(ask --offset 10 bank | jq -c '.kamerstukken.passages | map(.pilot.id)')" "$(printf '%s' "$mixed" | jq -c '.kamerstukken.passages | map(.pilot.id)')" \
	"the same on each page"
is "$(ask --kind pilot bank | jq 'has("kamerstukken")')" false "not where pilots alone are asked for"
like "$("$search" bank 2>/dev/null)" '^-- Kamerstukken \([0-9]+; --kind' "the text says what they are"
like "$("$search" --kind kamervraag bank 2>/dev/null)" '^[0-9]+ kamervra(ag|gen)' "and what was found"

# What is taken away is gone.
rm -r "$docs/papers"
is "$(counts | tail -n 1)" "1 papers: 0 new, 0 changed, 1 unchanged, 9 removed" "a file that is gone"
is "$(ask --kind kamervraag bank | jq .totaal)" 0 "is not found"
rm -r "$docs/letter"
like "$(counts | tail -n 1)" '^0 papers: .* 1 removed' "the last as well"
pilots >"$tmp/after"
ok "and the answers are those of pilots alone" diff "$tmp/alone" "$tmp/after"
exits 0 "an index of papers alone" "$index" --index "$tmp/papers" tests/kamer/echt/motie
like "$out" '^0 pilots' "has no pilots"
is "$("$search" --index "$tmp/papers" --kind brief --format json 'negatieve spaarrente' 2>/dev/null | jq .totaal)" 1 "and is searched"
done_testing
