# pilot-search on the command line, against an index of the real annex.
# A golden is tests/search/NAME.args (one argument a line) with NAME.out, what it
# prints. To add a case, add these two files.
. tests/tap.sh
needs jq script

search=$BUILD/pilot-search
exits 0 "the corpus is indexed" "$BUILD/pilot-index" "$annex"
like "$out" '^33 pilots: 33 new, 0 changed, 0 unchanged, 0 removed' "and counted"
exits 0 "and again" "$BUILD/pilot-index" "$annex"
like "$out" '33 pilots: 0 new, 0 changed, 33 unchanged, 0 removed' "with nothing changed"

for golden in tests/search/*.args; do
	name=${golden%.args}
	# an argument a line
	set --
	while IFS= read -r argument; do set -- "$@" "$argument"; done <"$golden"
	run "$search" "$@" >"$tmp/out" 2>"$tmp/err"
	ok "golden: $name" diff "$name.out" "$tmp/out"
done

exits 2 "more words than a query may have" "$search" "$(seq 65 | sed 's/^/woord/' | paste -sd' ' | sed 's/ / OR /g')"
like "$err" 'more than 64 words' "is said"
exits 2 "more wildcards" "$search" "$(seq 9 | sed 's/.*/a&*/' | paste -sd' ')"
like "$err" 'more than 8 wildcards' "is said too"

# colour: on a terminal, or when it is asked for
exits 0 "no colour off a terminal" "$search" huurgeschil
is "$(grep -c "$(printf '\033')" "$tmp/out")" 0 "is none"
exits 0 "unless it is asked for" "$search" --color always huurgeschil
like "$out" "$(printf '\033')" "then it is"

# how many there are, which of them stand here, and how to go on
exits 0 "a thousand at most" "$search" rechtsbijstand --limit 1000
exits 2 "and no more" "$search" rechtsbijstand --limit 1001
exits 0 "more than a page" "$search" rechtsbijstand --limit 3
like "$(head -n 1 "$tmp/out")" '; hier staan 1 tot en met 3 van 31$' "says which these are"
is "$(tail -n 1 "$tmp/out")" "Verder: --offset 3" "and how to go on"
exits 0 "the last of them" "$search" rechtsbijstand --limit 3 --offset 30
like "$(head -n 1 "$tmp/out")" '; hier staan 31 tot en met 31 van 31$' "are told too"
is "$(grep -c Verder "$tmp/out")" 0 "with nothing behind them"
exits 0 "behind the last" "$search" rechtsbijstand --offset 40
like "$(head -n 1 "$tmp/out")" '; na de eerste 40 komt er geen meer$' "is said in a sentence"
exits 0 "all of them" "$search" huurgeschil
is "$(grep -c 'hier staan\|Verder' "$tmp/out")" 0 "needs no such words"

# the terminal's width, for all that is a sentence
wide() { script -qec "stty cols $1; $search $2" /dev/null </dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' >"$tmp/wide"; LC_ALL=C.UTF-8 grep -E ".{$(($1 + 1))}" "$tmp/wide" | grep '[^ ] '; }
for query in huurgeschil '--related divosa-gemeente-wijk-bij-duurstede' '--question tests/search/kamervragen.txt'; do
	is "$(wide 60 "$query" | grep -v '^pilot-search:')" "" "60 columns: $query"
	ok "of which there are lines" [ "$(wc -l <"$tmp/wide")" -gt 10 ]
done
wide 90 huurgeschil >/dev/null
ok "90 columns are used" env LC_ALL=C.UTF-8 grep -qE '.{81}' "$tmp/wide"

# what begins with a dash, and what comes from standard input
exits 2 "a word to leave out, first" "$search" -mediation scheiding
is "$err" "pilot-search: unknown option -mediation (see --help); if it is none, put -- before it: -- -mediation" "says how"
exits 0 "which works" "$search" -- -mediation scheiding
like "$out" '^Begrepen als: NIET mediation EN scheiding' "as it says"
is "$(echo huurgeschil | "$search" -)" "$("$search" huurgeschil)" "- alone is standard input"
is "$(printf 'q1\thuur\n' | "$search" --run - | head -n 1 | cut -d ' ' -f 1-4)" "q1 Q0 regie-op-geschiloplossing-in-het-huurdomein 1" "for a run too"
is "$("$search" huur --format json | "$search" --verify - | tail -n 1)" "3 citaten staan, 0 niet" "and to verify"

# bytes that are no text, in plain words
bytes() { is "$("$@" 2>&1 >/dev/null)" "pilot-search: $wanted; in Windows-1252 or Latin-1? Make it UTF-8: iconv -f WINDOWS-1252 -t UTF-8" "bytes: $wanted"; }
latin=$(printf 'caf\351')
wanted="argument 2: not text in UTF-8: there is a byte 0xE9 behind 'caf'"; bytes "$search" huur "$latin"
wanted="argument 2: not text in UTF-8: there is a byte 0xE9 behind 'caf'"; bytes "$search" --place "$latin"
printf 'Eerste regel.\nWat is caf\351?\n' >"$tmp/latin.txt"
wanted="$tmp/latin.txt, line 2: not text in UTF-8: there is a byte 0xE9 behind 'Wat is caf'"; bytes "$search" --question "$tmp/latin.txt"
printf '\351' >"$tmp/latin.txt"
wanted="standard input: not text in UTF-8: there is a byte 0xE9 at the start"; bytes sh -c "$search - <$tmp/latin.txt"
printf 'a\0b' >"$tmp/latin.txt"
is "$("$search" --question "$tmp/latin.txt" 2>&1)" "pilot-search: $tmp/latin.txt: not text in UTF-8: there is a byte 0x00 behind 'a'" "a NUL"
exits 2 "is asked wrongly" "$search" --question "$tmp/latin.txt"

# how it was read: a line, and all of it when it is explained; lines that fit
exits 0 "a theme" "$search" --theme scheiden
like "$(sed -n 2p "$tmp/out")" '^Begrepen als: scheiden OF .* … \(--explain: alles\)$' "is explained in a line"
is "$(grep -E '.{81}' "$tmp/out")" "" "and nothing is wider than 80 columns"
exits 0 "when all is asked for" "$search" --theme scheiden --explain
like "$(sed -n '2,/^Zoekboom/p' "$tmp/out" | tr -s '\n ' ' ')" 'Begrepen als: .* omgangsregeling → zorgregeling \| bezoekregeling Zoekboom' "all is said"
exits 0 "a query that was read as it stands" "$search" '"aan de voorkant"'
is "$(grep -c 'Begrepen als' "$tmp/out")" 0 "needs no explanation"
exits 0 "facets and what was missed" "$search" 'scheiding kinderen gemeente' --facets --limit 1
is "$(grep -E '.{81}' "$tmp/out")" "" "fit as well"

# why a pilot was found, and what was nearly found
exits 0 "explained" "$search" huur --explain --limit 1
like "$out" '   - huurgeschil \(achtergrond\): een samenstelling met ‘huur’, gewicht [0-9.]+' "each word, where, how and with what weight"
like "$out" 'Zoekboom: .*Zhuur' "and the query as it runs"
exits 0 "explained in JSON" "$search" huur --explain --format json
is "$(jq -r '.zoekboom != null and (.passages[0].waarom[0] | has("waar"))' "$tmp/out")" true "too"
exits 0 "few hits" "$search" 'huurgeschil mediation' --format json
is "$(jq -c '[.bijnaGemist[] | [.zonder, .totaal > 0, (.pilots | length > 0)]]' "$tmp/out")" '[["‘huurgeschil’",true,true],["‘mediation’",true,true]]' "tell what each word less would bring"
exits 1 "a filter that is too narrow" "$search" huur --place Tilburg
like "$out" 'Zonder het filter op plaats: 2 pilots: Regie op' "is told"
exits 0 "hits enough" "$search" rechtsbijstand --format json
is "$(jq 'has("bijnaGemist")' "$tmp/out")" false "tell nothing of the kind"

# related pilots
exits 0 "pilots like one" "$search" --related divosa-gemeente-wijk-bij-duurstede --format json
is "$(jq -c '[.passages[0].pilot.id, .passages[0].reeks.naam, (.passages[0].reeks.anderen | length)]' "$tmp/out")" \
	'["divosa-gemeente-hollands-kroon","Divosa",7]' "a series is one of them, named by what its titles share"
is "$(jq '[.passages[1:5][] | .themas | index("scheiden") != null] | all' "$tmp/out")" true "and does not crowd out the rest"
is "$(jq '[.passages[] | .redenen | length > 0] | all' "$tmp/out")" true "all with their reasons"
is "$(jq '[.passages[].pilot.id] | index("divosa-gemeente-wijk-bij-duurstede")' "$tmp/out")" null "the pilot itself is not among them"
exits 0 "one that another mentions" "$search" --related samenwerken-in-de-eerste-lijn --format json
is "$(jq -r '.passages[0].redenen[0]' "$tmp/out")" "noemt deze pilot" "is known by that"
exits 0 "within a filter" "$search" --related mijn-zaak --status afgerond --format json
is "$(jq -r '[.passages[].status] | unique | join(" ")' "$tmp/out")" afgerond "only those"
exits 2 "no such pilot" "$search" --related geen
like "$err" "no pilot with id 'geen'" "is said"
exits 2 "and a query" "$search" --related mijn-zaak huur

# every theme answers, with quotes that stand in the record
for theme in scheiden huur bestuursrecht multiproblematiek; do
	exits 0 "theme $theme answers" "$search" --theme "$theme" --format json --limit 33
	cp "$tmp/out" "$tmp/$theme.json"
done
is "$(jq -r '.passages[-1].pilot.id' "$tmp/scheiden.json")" pakketafhankelijke-eigen-bijdrage \
	"what only touches a theme stands last in it"
is "$(jq -s '[.[].passages | map(.score) | . == (sort | reverse)] | all' "$tmp"/*.json)" true "scores fall within a theme"
jq -r '.passages[] | [.pilot.id, (.citaat | gsub("^\\[…\\] | \\[…\\]$"; ""))] | @tsv' \
	"$tmp"/*.json >"$tmp/quotes"
"$BUILD/pilot-index" --dump | jq -r '[.id, ([.secties[].tekst] | join(" "))] | @tsv' >"$tmp/texts"
is "$(awk -F '\t' 'NR == FNR { text[$1] = $2; next } !index(text[$1], $2) { print $1 }' \
	"$tmp/texts" "$tmp/quotes")" "" "every quote is verbatim"
ok "there are quotes" [ "$(wc -l <"$tmp/quotes")" -ge 20 ]
is "$(jq -r '.passages[] | . as $p | .markeringen[] | select(.[0] >= .[1] or .[1] > ($p.citaat | length))' \
	"$tmp"/*.json)" "" "every mark lies in its quote"
is "$(jq -r '.passages[] | .citaat[.markeringen[0][0]:.markeringen[0][1]]' "$tmp/huur.json" | head -n 1)" \
	huur "a mark cuts out the part that matched"
is "$(jq -c '[.versie, .startIndex, .aantalPerPagina, (.totaal == (.passages | length))]' "$tmp/huur.json")" \
	'[1,0,33,true]' "the envelope is as the schema says"
is "$(jq -rc '.passages[0] | keys_unsorted' "$tmp/huur.json")" \
	'["rang","score","pilot","sectie","citaat","tekens","markeringen","volledigeMatch","waarom","status","statusWaarom","peildatum","looptijd","statusOp","looptijdVoorbij","themas","plaatsen","provincies","organisaties","edities","bron","bronvermelding"]' \
	"and so is a passage"

# what is so today, which is the clock or SOURCE_DATE_EPOCH
past() { "$search" --format json --limit 1 "$@" | jq -c '.passages[0] | [.status, .statusOp, .looptijdVoorbij]'; }
is "$(past titel:gezinsadvocaat)" '["lopend","2021-12-01",false]' "a period that is not past"
is "$(past titel:wijkrechtbank)" '["lopend","2021-12-01",false]' "nor is one that ends in this month"
is "$(past titel:buurtbemiddeling)" '["lopend","2021-12-01",true]' "one that is"
is "$(past titel:hillesluis)" '["lopend","2021-12-01",null]' "an open end"
is "$(past titel:keuzehulp)" '["afgerond","2021-12-01",null]' "no period"
is "$(unset SOURCE_DATE_EPOCH; past titel:gezinsadvocaat)" '["lopend","2021-12-01",true]' "by the clock"
is "$(SOURCE_DATE_EPOCH=gisteren past titel:gezinsadvocaat)" '["lopend","2021-12-01",true]' "and when it is no moment"

# partial matches come after the full ones and say so
"$search" --format json --limit 33 huurgeschil wijkrechtbank >"$tmp/out"
is "$(jq -c '[.totaalVolledig, .passages[0].volledigeMatch, .passages[1].volledigeMatch]' "$tmp/out")" \
	'[1,true,false]' "full matches first"
is "$(jq -r '[.passages[].score] | . == (sort | reverse)' "$tmp/out")" true "scores never rise"
is "$("$search" --format jsonl --offset 1 --limit 1 huurgeschil wijkrechtbank | jq -c '[.rang, .pilot.id]')" \
	"$(jq -c '.passages[1] | [.rang, .pilot.id]' "$tmp/out")" "pages go on where the last one ended"

# what a word weighs: half for one of any subject ("jaar"), double for the links of one that no pilot has
weighs() { "$search" --explain --limit 33 "$1" | sed -n "s/.*$2 (.*gewicht \([0-9.]*\)$/\1/p" | sort -u | head -n 1; }
ok "a word of any subject weighs less than one that more pilots have" \
	awk "BEGIN { exit !($(weighs 'jaar geschil' jaar) < $(weighs 'jaar geschil' geschil)) }"
is "$(weighs 'aangerand jaar' zedenmisdrijven)" 0.60 "what the thesaurus says of a word that no pilot has counts double"

# filters, order, facets
is "$("$search" --status stopgezet huurgeschil --format json | jq .totaalVolledig)" 0 "a filter that fits nothing"
exits 1 "no hits is exit 1" "$search" xyzzyq
exits 0 "--status" "$search" --status lopend --sort title --limit 33 --format jsonl
ok "by title" sh -c "jq -r .pilot.titel '$tmp/out' | LC_ALL=C sort -fc"
is "$("$search" --facets --format json --theme huur | jq -c .facetten.status)" \
	'[{"waarde":"lopend","aantal":2}]' "facets count"
is "$("$search" --facets --format json --theme huur | jq -c '.facetten.thema[] | select(.waarde == "huur")')" \
	'{"waarde":"huur","aantal":2}' "themes too"
is "$("$search" --edition 2020-01-01 huurgeschil --format json | jq .totaal)" 0 "another edition has none"
is "$("$search" --section doel huurgeschil --format json | jq -c '[.passages[].sectie] | unique')" '["doel"]' \
	"--section searches that section"

# bad input
exits 2 "unknown option" "$search" --thema x
like "$err" 'unknown option --thema; did you mean --theme' "names the nearest"
exits 2 "unknown theme" "$search" --theme scheidn
like "$err" "unknown theme 'scheidn'; did you mean 'scheiden'" "names the nearest"
exits 2 "unknown status" "$search" --status loopt x
exits 2 "unknown format" "$search" --format xml x
exits 2 "bad date" "$search" --edition 2021-13-01 x
exits 2 "bad number" "$search" --limit veel x
like "$err" "bad limit 'veel': give 0 to 1000" "is named"
exits 2 "number out of range" "$search" --limit -1 x
exits 2 "one more than there can be" "$search" --offset 10001 x
exits 2 "an order that is not there" "$search" --sort titel x
like "$err" "unknown order 'titel'; did you mean 'title'" "but nearly is"
exits 2 "two sections" "$search" --section doel --section looptijd x
like "$err" '--section can be given once' "are one too many"
exits 2 "a name that is empty" "$search" --place '' x
exits 2 "a value that is no text" "$search" --place "$(printf '\377')" x
is "$("$search" --active 2021-01..2021-03 --section doel --edition all --format json x | jq -c .zoekvraag.filters)" \
	'{"sectie":["doel"],"loopt":"2021-01..2021-03","editie":"all"}' "what was asked is in the answer"
exits 2 "invalid UTF-8" "$search" "$(printf 'a\377')"
exits 2 "a query of 20 kB and more" "$search" "$(head -c 20001 /dev/zero | tr '\0' a)"
exits 2 "nothing to search for" "$search"
exits 0 "unbalanced input is understood" "$search" '(huurgeschil "wijk'
like "$err" 'sluithaakje' "with a notice"
for empty in '' '()' AND '"'; do
	exits 1 "nothing to look for: '$empty'" "$search" "$empty"
	like "$err" '.' "is said"
done
exits 3 "no index" "$search" --index "$tmp/none" x
like "$err" 'no index at .*; build one: pilot-index --index' "says the command that mends it"
exits 3 "a full disk" sh -c "'$search' huurgeschil >/dev/full"
exits 0 "help" "$search" --help
like "$out" 'pilot-search huurgeschil' "leads with an example"

# spelling
exits 0 "a word that nothing has, near one that is known" "$search" --format json alimentaite
is "$(jq -c '[.zoekvraag.bedoeldeU, .zoekvraag.verbeterd, .passages[0].pilot.id[0:12]]' "$tmp/out")" \
	'["alimentatie",true,"berekenjesch"]' "is searched for as that, and said"
like "$err" 'Niets gevonden voor ‘alimentaite’' "on standard error as well"
is "$("$search" --format json echtscheidngsproces | jq -r .zoekvraag.bedoeldeU)" echtscheidingsproces \
	"a compound that nothing has is mended by its parts"
is "$("$search" --format json 'huurgeschil wijkrechtbnak' | jq -c '[.zoekvraag.bedoeldeU, .zoekvraag.verbeterd]')" \
	'["huurgeschil EN wijkrechtbank",true]' "among other words it counts as its correction"
is "$("$search" --format json 'huurgeschil wijkrechtbnak' | jq -r '.zoekvraag.meldingen[0]')" \
	'‘wijkrechtbnak’ is gelezen als ‘wijkrechtbank’.' "and that is said"
like "$("$search" --format atom 'huurgeschil wijkrechtbnak')" 'role="correction" searchTerms="huurgeschil EN wijkrechtbank"' \
	"in a feed too"
exits 1 "a word of correct Dutch that no pilot has" "$search" budget
is "$out" 'Niets gevonden voor ‘budget’.' "finds nothing under its name"
like "$err" 'Bedoelde u ‘burger’' "another is only proposed"

# why
is "$("$search" --format json huur | jq -c '.passages[0].waarom[0] | [.term, .via, .zoekterm]')" \
	'["huurcommissie","samenstelling","huur"]' "the reason names the compound"
is "$("$search" --format json bieb | jq -r '.passages[0].waarom[0].via')" thesaurus "or the thesaurus"
like "$("$search" --format json bieb | jq -r .zoekvraag.begrepenAls)" 'ook: bieb → bibliotheek' \
	"which is shown"

# a pasted question
question='Bent u bekend met het bericht dat ouders die uit elkaar gaan geen advocaat vinden? Zo nee, waarom niet?'
exits 0 "a question" "$search" --format json "$question"
is "$(jq -r .zoekvraag.begrepenAls "$tmp/out" | sed 's/;.*//')" \
	"uit elkaar gaan EN geen advocaat vinden EN ouders EN advocaat EN vinden" "is read by its telling words"
like "$(jq -r '.zoekvraag.genegeerd | join(" ")' "$tmp/out")" 'Bent u bekend met.*waarom niet' "the rest is shown as left out"

# look inside
exits 0 "--analyse" "$search" --analyse 'De huurders huurgeschil'
is "$out" "$(printf 'de\tde\tde\nhuurders\thuurder\thuurders\nhuurgeschil\thuurgeschil\thuur+geschil')" \
	"prints words, stems and parts"
printf 'q1\thuurgeschil\nq2\txyzzyq\n' >"$tmp/queries.tsv"
exits 0 "--run" "$search" --limit 2 --run "$tmp/queries.tsv"
is "$(cut -d' ' -f 1,2,4,6 "$tmp/out")" "$(printf 'q1 Q0 1 pilotzoeker\nq1 Q0 2 pilotzoeker')" "writes a TREC run"
echo "geen tab" >"$tmp/bad.tsv"
exits 2 "--run with a bad file" "$search" --run "$tmp/bad.tsv"
exits 0 "--themes" "$search" --themes
is "$(awk '/^[^ ]/ { print $1 }' "$tmp/out" | tr '\n' ' ')" "scheiden huur bestuursrecht multiproblematiek " "lists them"
exits 0 "--output" "$search" --output "$tmp/file" --format json huurgeschil
ok "writes the file" jq -e '.totaalVolledig == 2' "$tmp/file"
# ---- slips of who types
for slip in 'huur"' 'huur?' 'huur!' 'huur,' 'huur;'; do
	is "$("$search" --format json -- "$slip" 2>/dev/null | jq -c '[.totaal,.totaalVolledig]')" "$("$search" --format json huur | jq -c '[.totaal,.totaalVolledig]')" "$slip is huur"
done
like "$("$search" --format json -- 'huur"' 2>/dev/null | jq -r '.zoekvraag.meldingen[]')" '^Een los aanhalingsteken is genegeerd' "a lone quote is told of"
is "$("$search" --format json 'huur recht' | jq -r .zoekvraag.begrepenAls | cut -d';' -f1)" 'huur EN recht' "operators are Dutch, as the query language has them"

# ---- values that no pilot has
near() { "$search" --format json "$@" 2>/dev/null | jq -r '.zoekvraag.meldingen[]' | grep -v 'één woord'; }
is "$(near huur --place Roterdam)" 'Geen pilot heeft plaats ‘Roterdam’. Bedoelde u ‘Rotterdam’?' "a place that is misspelt"
is "$(near huur --place ROTERDAM)" 'Geen pilot heeft plaats ‘ROTERDAM’. Bedoelde u ‘Rotterdam’?' "whatever its capitals"
is "$(near huur --place Enschede)" 'Geen pilot heeft plaats ‘Enschede’.' "one that is not there, and nothing like it"
is "$(near huur --place Rotterdam)" '' "but not one that some pilots have"
is "$(near huur --place "'s-Hertogenbosch")" '' "nor another name of one"
is "$(near advocaat --place Rotterdam --place Utrechd)" 'Geen pilot heeft plaats ‘Utrechd’. Bedoelde u ‘Utrecht’?' "beside a value that finds something too"
is "$(near huur --organisation 'raad voor rechtsbijstnd')" 'Geen pilot heeft organisatie ‘raad voor rechtsbijstnd’. Bedoelde u ‘Raad voor Rechtsbijstand’?' "an organisation"
is "$(near huur --edition 2021-12-02)" 'Er is geen peildatum 2 december 2021. Bedoelde u 1 december 2021?' "a reference date: the last before it"
is "$(near huur --edition 2020-01-01)" 'Er is geen peildatum 1 januari 2020. Bedoelde u 1 december 2021?' "or the first"
# ---- what several pilots say in the same words is no passage
"$search" --format json --organisation Divosa --limit 20 >"$tmp/series"
is "$(jq -r '.passages[].citaat' "$tmp/series" | grep -c 'Dit is een van de projecten onder de paraplu')" 0 "a sentence that a series shares is not quoted"
is "$(jq '.passages | length > 8' "$tmp/series")" true "of pilots that have it"
is "$(jq -r '.passages[].citaat' "$tmp/series" | sort | uniq -d)" "" "no two quotes are the same"
is "$("$search" --format json --edition all 'sectie:looptijd 2021' --limit 40 | jq -r '[.passages[] | select(.citaat == "")] | length')" 0 "a pilot that has nothing else keeps its passage"

done_testing
