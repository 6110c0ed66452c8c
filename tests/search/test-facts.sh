# Facts on the command line: filters, facets, order, timeline, editions.
. tests/tap.sh
needs jq xmllint

search=$BUILD/pilot-search index=$BUILD/pilot-index
"$index" >/dev/null 2>&1
total() { "$search" --format json --limit 0 "$@" | jq .totaal; }
ids() { "$search" --format jsonl --limit 50 "$@" | jq -r .pilot.id; }

# each pilot, as a reader writes it down from the text
"$index" --dump 2>/dev/null | jq -r '[.id[0:24], .status, ([.looptijd.delen[] | "\(.van)..\(.totEnMet)"] | join("+")), (.plaatsen | join(",")), (.provincies | join(","))] | @tsv' >"$tmp/facts"
ok "status, period, places and provinces of all 33" diff tests/annex/facts.tsv "$tmp/facts"
is "$("$index" --dump 2>/dev/null | jq -r 'select(.status != "onbekend") | select(.statusWaarom as $w | [.secties[].tekst | contains($w)] | any | not) | .id')" "" \
	"the words that decided a status stand in the pilot"

# months
is "$(total loopt:2022-01)" 26 "loopt: a month"
is "$(total --active 2022-01)" 26 "--active says the same"
is "$(ids --active 2019-03)" legalguard-consumentenrecht "the first month of a period"
is "$(total --active 2019-02)" 0 "and the month before"
is "$(ids --active 2024-01)" pilot-rotterdam-zuid-hillesluis "an open end goes on"
is "$(ids --active 2020-02..2020-03 | grep -c legalguard)" 1 "tot 1 maart 2020: February is in it"
is "$(ids --active 2020-03 | grep -c legalguard)" 0 "and March is not"
for range in 2021-03..2021-06 2019-01..2019-12 2022-04..2023-01; do
	"$index" --dump 2>/dev/null | jq -r --arg from "${range%..*}" --arg to "${range#*..}" \
		'select([.looptijd.delen[] | (.van == null or .van <= $to) and (.totEnMet == null or .totEnMet >= $from)] | any) | .id' |
		sort >"$tmp/wanted"
	ids --active "$range" | sort >"$tmp/got"
	ok "--active $range gives exactly those whose period meets it" diff "$tmp/wanted" "$tmp/got"
done
exits 2 "a month that is none" "$search" --active 2021-13
like "$err" "bad month '2021-13'" "is named"
exits 2 "a range backwards" "$search" --active 2021-06..2021-03

# places, organisations, papers
is "$(ids --place Rotterdam | sort | tr '\n' ' ')" \
	"pilot-rotterdam-zuid-hillesluis regie-op-geschiloplossing-in-het-huurdomein " "--place"
is "$(ids --place "'s-Hertogenbosch")" divosa-gemeente-den-bosch "under its other name too"
is "$(ids 'plaats:"Den Haag"')" regie-op-geschiloplossing-in-het-huurdomein "plaats: with a space"
# a province is its places
brabant="divosa-gemeente-den-bosch divosa-gemeente-deurne divosa-gemeente-tilburg wijkrechtbank-eindhoven "
all() { ids "$@" | sort | tr '\n' ' '; }
for asked in '--place Noord-Brabant' '--place Brabant' '--province Noord-Brabant' '--province noord-brabant' '--province Brabant' \
	plaats:brabant plaats:Noord-Brabant provincie:Brabant Brabant Noord-Brabant 'noord brabant' 'Noord Brabant'; do
	case $asked in # an option and its value
	--*) is "$(all "${asked%% *}" "${asked#* }")" "$brabant" "$asked" ;;
	*) is "$(all "$asked" | tr ' ' '\n' | head -n 4 | sort | tr '\n' ' ')" "$brabant" "$asked" ;;
	esac
done
full() { "$search" --format json --literal --limit 50 "$1" | jq -c "${2:-.totaalVolledig}"; }
is "$(full 'pilots in Brabant')" 4 "pilots in Brabant: those have all that was asked"
is "$(full 'pilots in Brabant' '[.passages[] | select(.volledigeMatch) | .pilot.id] | sort | join(" ")')" "\"${brabant% }\"" "and stand on top"
is "$(full Brabant '.passages[0].waarom')" '[{"term":"noord-brabant","via":"provincie","zoekterm":"Brabant","waar":"provincie","gewicht":2.2246}]' \
	"with the reason"
is "$(full 'scheiden Brabant' '[.passages[] | select([.waarom[].via] | index("provincie")) | .pilot.id] | length')" 4 "beside a word that none of them has"
is "$(full 'wijkrechtbank Brabant' '[.totaalVolledig, .passages[0].pilot.id]')" '[1,"wijkrechtbank-eindhoven"]' "and beside one that one has"
is "$(full 'Brabant NOT Eindhoven')" 3 "without a place of it"
is "$(full 'Welke pilots lopen er in Noord Holland?' '[.passages[:2][].provincies[]]')" '["Noord-Holland","Noord-Holland"]' "in a question"
is "$(total titel:brabant) $(total doel:Brabant)" "0 0" "not in a title or section that does not say so"
# Utrecht is a place, and a province with other places
utrecht="divosa-gemeente-utrecht divosa-gemeente-wijk-bij-duurstede regie-op-geschiloplossing-in-het-huurdomein "
is "$(all --place Utrecht)" "divosa-gemeente-utrecht regie-op-geschiloplossing-in-het-huurdomein " "a name that is both is the place"
is "$(full Utrecht)" 2 "as a word too"
for asked in '--place=Utrecht (provincie)' '--province=Utrecht' '--province=Utrecht (provincie)' 'provincie:Utrecht' 'plaats:"Utrecht (provincie)"'; do
	is "$(all "$asked")" "$utrecht" "$asked: the province"
done
is "$(full 'provincie Utrecht')" 3 "and in words"
is "$("$index" --dump 2>/dev/null | jq -c 'select(.id == "regie-op-geschiloplossing-in-het-huurdomein") | [.plaatsen, .provincies]')" \
	'[["Rotterdam","Utrecht","Den Haag"],["Zuid-Holland","Utrecht (provincie)"]]' "a record keeps what is named apart from where it lies"
is "$("$search" --facets --format json --limit 0 --place Noord-Brabant | jq -c '[.facetten.provincie[] | [.waarde, .aantal]]')" \
	'[["Noord-Brabant",4]]' "provinces are counted"
printf 'Peildatum: 1 december 2021\nLoket\tDoel: Een loket in gemeente Bergen.\n' >"$tmp/bergen.txt"
exits 1 "a name of two provinces" "$index" --check "$tmp/bergen.txt"
like "$err" 'warning: pilot "Loket" names Bergen, which lies in several provinces' "is told of"
printf 'Peildatum: 1 december 2021\nLoket\tDoel: Een loket van de heer Limburch in Venlo.\n' >"$tmp/venlo.txt"
"$index" --index "$tmp/venlo" "$tmp/venlo.txt" >/dev/null 2>&1
is "$("$search" --index "$tmp/venlo" --format json Limburg | jq -c '[.totaalVolledig, .zoekvraag.bedoeldeU]')" '[1,null]' "the name of a province is no word to mend"

is "$(total --organisation UWV)" "$(total organisatie:UWV)" "--organisation and organisatie:"
is "$(total --organisation hJL)" "$(total --organisation 'Juridisch Loket')" "by its abbreviation"
for paper in 35000-VI-47 kst-35000-VI-47 '35 000 VI, nr. 47' '33552-157'; do
	is "$(ids "$paper" | cut -c 1-26)" rechtsbijstand-slachtoffer "the paper $paper"
done
is "$(total --place Utrecht --place Heerlen)" 3 "two places: either"
is "$(total --place Utrecht --status afgerond)" 0 "a place and a status: both"

# facets: over all matches; an own choice does not empty its siblings
"$search" --facets --format json --limit 1 --status lopend --active 2021-12 >"$tmp/out"
is "$(jq -c '[.facetten.status[] | .waarde] | sort' "$tmp/out")" '["lopend","start-binnenkort"]' "siblings of the chosen status stay"
is "$(jq '[.facetten.plaats[].aantal] | add' "$tmp/out")" 21 "other facets count what is found"
is "$(jq -r '.facetten | keys_unsorted | join(" ")' "$tmp/out")" "thema status plaats provincie organisatie jaar" "all facets are there"

# order
is "$(ids --sort start --limit 50 --status afgerond --status lopend | head -n 1)" legalguard-consumentenrecht "by start"
is "$("$search" --sort end --format jsonl --limit 50 --timeline --edition latest 2>/dev/null | head -n 1 | grep -c 2019)" 1 "the timeline begins with its years"
is "$(ids --sort end --active 2019-01..2030-01 | head -n 1)" legalguard-consumentenrecht "by end"
is "$(ids --sort end --active 2019-01..2030-01 | tail -n 1)" pilot-rotterdam-zuid-hillesluis "open ends last"

# timeline
exits 0 "--timeline" "$search" --timeline
is "$(grep -c '=' "$tmp/out")" 31 "a bar for each pilot with a period"
like "$out" 'Zuid .*#=*>$' "an open end has an arrow"
like "$out" '^2 zonder leesbare looptijd$' "the others are counted"
is "$(LC_ALL=C grep -c '[^ -~]' "$tmp/out")" 0 "plain ASCII off a terminal"
is "$(awk '{ if (length($0) > 80) print }' "$tmp/out")" "" "within 80 columns"
exits 0 "--timeline of what is found" "$search" --timeline --theme huur
is "$(grep -c '=' "$tmp/out")" 2 "draws those"

# editions: a second, invented annex
export PILOTZOEKER_INDEX="$tmp/editions"
"$index" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
is "$(ids Heerlen)" huizen-van-het-recht-heerlen "one result per pilot"
"$search" --format json Heerlen >"$tmp/out"
is "$(jq -c '.passages[0] | [.peildatum, .status, (.edities | map(.peildatum))]' "$tmp/out")" \
	'["2022-06-01","afgerond",["2021-12-01","2022-06-01"]]' "the latest edition, with both named"
is "$(jq -c '[.passages[0].edities[1].wijzigingen[] | select(.sectie == "looptijd") | [.toegevoegd, .zin]]' "$tmp/out")" \
	'[[false,"Januari 2020 – juli 2022"],[true,"Januari 2020 – mei 2022"]]' "and what changed"
is "$("$search" --edition 2021-12-01 --format json Heerlen | jq -c '.passages[0] | [.peildatum, .status]')" \
	'["2021-12-01","lopend"]' "an older edition by its date"
is "$("$search" --edition all --format json Heerlen | jq .totaalVolledig)" 2 "all editions"
is "$(ids Berekenjescheiding | cut -c 1-18)" rekenhulp-scheidin "renamed: voorheen"
is "$(ids --edition latest gezinsadvocaat | head -n 1)" gezinsadvokaat "nearly the same title"
is "$("$search" --format json --limit 0 --timeline Zwolle | grep -c Zwolle)" 1 "a new pilot is new"
is "$(ids --sort title --active 2000-01..2019-12 --edition all | sort | uniq -d)" "" "nothing twice"

# what changed between two reference dates
exits 0 "changes" "$search" --changes 2021-12-01..2022-06-01
block() { awk -v name="$1" '$0 == name { on = 2; next } on && $0 == "" { on--; next } on' "$tmp/out"; }
is "$(block Nieuw)" "Divosa / Gemeente Zwolle" "a new pilot"
is "$(block Afgelopen)" "Huizen van het Recht (Heerlen): al afgerond op 1 juni 2022" "one that ended"
like "$(block Hernoemd)" '^Gezinsadvokaat: voorheen ‘Gezinsadvocaat’' "one that was renamed"
like "$(block Verlengd)" '^Rekenhulp scheiding .*van ‘.*’ naar ‘' "one that runs longer"
like "$(block 'Tekst gewijzigd')" '^  erbij \(Doel\): Eén aanspreekpunt\.' "sentences that are new"
like "$(block 'Niet meer genoemd')" '^Beslisboom' "those that are gone"
exits 0 "as Markdown" "$search" --changes 2021-12-01..2022-06-01 --format md
like "$out" '^## Nieuw' "with headings"
exits 0 "as a feed" "$search" --changes 2021-12-01..2022-06-01 --format atom --output "$tmp/changes.xml"
is "$(xmllint --noout "$tmp/changes.xml" 2>&1)" "" "that is well-formed"
exits 2 "a date that is not there" "$search" --changes 2020-01-01..2022-06-01
like "$err" 'the index has: 2021-12-01, 2022-06-01' "is told, with those that are"
exits 2 "the wrong way round" "$search" --changes 2022-06-01..2021-12-01
exits 2 "a format that is not for it" "$search" --changes 2021-12-01..2022-06-01 --format csv

# A period that is made shorter is no extension.
for edition in '1 mei 2022:2024:2024' '1 juni 2022:2023:2025'; do
	rest=${edition#*:}
	printf 'Bijlage 1 - Proef - peildatum %s\nKortere proef\t<p><u>Doel</u> x</p><p><u>Looptijd</u> 2020 - %s</p>\nLangere proef\t<p><u>Doel</u> x</p><p><u>Looptijd</u> 2020 - %s</p>\n' \
		"${edition%%:*}" "${rest%:*}" "${rest#*:}" >"$tmp/proef-$(echo "${edition%%:*}" | tr -d ' ').txt"
done
"$index" --index "$tmp/proef" "$tmp"/proef-*.txt >/dev/null 2>&1
is "$("$search" --index "$tmp/proef" --changes 2022-05-01..2022-06-01 --format json | jq -r '.veranderingen[] | select(.soort == "verlengd") | .titel')" "Langere proef" "only what runs longer is called so"
done_testing
