# Plain words that are filters, and those that are not: plain.tsv has what is typed, what is right ("-": none),
# and "x" where that is known to be missed. The last sixty were written by another author before they were tried.
# shellcheck disable=SC2016
. tests/tap.sh
needs jq
search="$BUILD/pilot-search"

"$BUILD/pilot-index" >/dev/null 2>&1

# as_filters: what the answer says was read from the words, in the order of plain.tsv
as_filters='.zoekvraag.filters as $f | [("loopt", "status", "plaats", "provincie", "organisatie", "thema", "sectie") as $n
	| $f[$n] // [] | .[] | select(type == "object" and .uit == "vraag") | "\($n)=\(.waarde)"] | join("; ")'
while IFS="$(printf '\t')" read -r query filters missed; do
	got=$("$search" --format json -- "$query" 2>/dev/null | jq -r "$as_filters")
	if [ "$missed" ]; then ok "known to be missed: $query" [ "$got" != "$filters" ]
	else is "${got:--}" "$filters" "$query"; fi
done <tests/search/plain.tsv

# ---- what follows from it
total() { "$search" --format json "$@" 2>/dev/null | jq "$pick"; }
pick=.totaal
is "$(total 'scheiding 2022')" "$(total scheiding --active 2022)" "a year is the option for it"
is "$(total 'lopende pilots')" "$(total --status lopend)" "and a status"
is "$(total --literal 'lopende pilots' | jq '. > 30')" true "--literal reads words"
pick='.zoekvraag.filters'
is "$(total --literal 'lopende pilots scheiding 2022')" '{}' "and no filter"
pick='[.passages[].pilot.id] | index("divosa-gemeente-den-bosch")'
is "$(total "'s-Hertogenbosch")" 0 "another name of a place"
pick='[.passages[0] | .citaat[.markeringen[0][0]:.markeringen[0][1]]][0]'
is "$(total 'Juridisch Loket')" '"Juridisch Loket"' "a name that is a filter is marked as well"
like "$("$search" 'huur 2021')" "^Gelezen als filter: ‘2021’ \\(loopt:2021-01..2021-12\\); --literal" "is told in a line"
pick=.totaal
is "$(total --active 2021)" "$(total --active 2021-01..2021-12)" "--active takes a year"
is "$(total --active 2022-06..)" "$(total --active 2022-06..2042-05)" "and an open end"
is "$(total --active ..2019-12)" "$(total --active 2000-01..2019-12)" "and an open start"
"$search" --active .. >/dev/null 2>&1; is $? 2 "but not neither"

is "$(total 'in het doel schulden')" "$(total schulden --section doel)" "a section is the option for it"
is "$(total 'stand van zaken buurtbemiddeling')" "$(total buurtbemiddeling)" "a section that every pilot has narrows nothing"
pick='.zoekvraag.genegeerd'
is "$(total 'stand van zaken buurtbemiddeling' | jq -c .)" '["stand van zaken"]' "and that is said"
pick=.zoekvraag.filters
is "$(total 'Wat hebben de lopende pilots over schulden voor mensen met kinderen in Rotterdam en Eindhoven opgeleverd?')" '{}' "a long question is narrowed by nothing"

# ---- a list that is asked for, before any passage
listed() { "$search" --format json "$1" 2>/dev/null | jq -c '[.totaalVolledig, (.lijst | length), (.lijst | map(.status) | unique | join(" "))]'; }
is "$(listed 'Hoeveel pilots zijn afgerond?')" '[4,4,"afgerond"]' "how many are over"
is "$(listed 'Welke pilots lopen er in Rotterdam?')" '[2,2,"lopend"]' "which run in a place"
is "$(listed 'overzicht van alle pilots' | cut -d, -f1,2)" '[33,33' "all of them, of whatever page"
is "$(listed 'welke pilots gaan over scheiden' | cut -d, -f1,2)" '[7,7' "those of a subject, and none that only may be"
is "$("$search" --format json 'Waarom is de pilot gestopt?' | jq .lijst)" null "another question asks for none"
is "$("$search" --format json --literal 'welke pilots lopen' | jq .lijst)" null "nor do words"
like "$("$search" 'welke pilots zijn gestopt')" '^- ADR cliëntenondersteuningstool \(al stopgezet op 1 december 2021' "on the command line, with its date"
is "$("$search" --format json 'welke pilots gaan over kwantumfysica' | jq -c '[.totaalVolledig,.lijst]')" '[0,[]]' "an empty list is one"

# ---- on the page
page() { PATH_INFO=/ QUERY_STRING="$1" REQUEST_METHOD=GET "$BUILD/pilot-search.cgi" </dev/null; }
like "$(page 'q=huur+2021')" 'Uit uw zoekvraag als filter gelezen' "the page says so"
like "$(page 'q=huur+2021')" 'href="[^"]*q=huur"' "with a link without it"
like "$(page 'q=huur+2021')" 'q=huur%20EN%20%222021%22' "and one that looks for the word"
is "$(page 'q=huur+2021&letterlijk=1' | grep -c 'als filter gelezen')" 0 "letterlijk reads words"
is "$(page 'q=huur%20AND%20%222021%22' | grep -c 'als filter gelezen')" 0 "as that link does"
like "$(page 'q=in+het+doel+schulden')" 'Onderdeel: Doel</a>' "a section too"
like "$(page 'q=hoeveel+pilots+zijn+gestopt')" '<caption id="tabel">1 pilot</caption>' "a list has its number"
done_testing
