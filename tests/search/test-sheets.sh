# Results as a spreadsheet: a row a pilot with every fact of it, a row a passage, and types.
. tests/tap.sh
needs jq python3 soffice unzip xmllint

search=$BUILD/pilot-search
"$BUILD/pilot-index" "$annex" tests/annex >/dev/null 2>&1
# column FILE NAME: of CSV, a line a cell, as JSON
column() { python3 -c '
import csv, json, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig"), delimiter=";"): print(json.dumps(row[sys.argv[2]], ensure_ascii=False))' "$1" "$2"; }
# json FILTER: of the records, in the order of the list
json() { jq -r "$1" "$tmp/records"; }

PATH_INFO=/v1/pilots QUERY_STRING='aantal=100&sorteer=titel' REQUEST_METHOD=GET GATEWAY_INTERFACE=CGI/1.1 "$BUILD/pilot-search.cgi" </dev/null |
	sed -n '/^{/,$p' >"$tmp/records"
exits 0 "those of a query" "$search" pilot OR rechtsbijstand OR huur OR zaak --sort title --limit 100 --format csv --output "$tmp/a.csv"
exits 0 "and as XLSX" "$search" pilot OR rechtsbijstand OR huur OR zaak --sort title --limit 100 --format xlsx --output "$tmp/a.xlsx"
"$search" pilot OR rechtsbijstand OR huur OR zaak --sort title --limit 100 --format json >"$tmp/a.json"
count=$(jq '.passages | length' "$tmp/a.json")
is "$("$search" --kind pilot --format csv >"$tmp/all.csv" 2>"$tmp/err"; column "$tmp/all.csv" id | wc -l) $(cat "$tmp/err")" "$(jq .totaal "$tmp/records") " "without a limit a sheet has all that is found"
is "$("$search" --kind pilot --format csv --limit 10 2>"$tmp/err" >"$tmp/all.csv"; column "$tmp/all.csv" id | wc -l) $(cat "$tmp/err")" "10 pilot-search: hier staan 1 tot en met 10 van $(jq .totaal "$tmp/records")" "with one, what is left out is told"
ok "there are many" [ "$count" -gt 30 ]
is "$(column "$tmp/a.csv" id | wc -l) $(column "$tmp/a.csv" id | sort -u | wc -l)" "$count $count" "a row each, once"

# every fact of a record stands in its row
jq -s '(.[0].pilots | map({key: .id, value: .}) | from_entries) as $r | .[1].passages | map($r[.pilot.id] + {citaat})' "$tmp/records" "$tmp/a.json" >"$tmp/expected"
# fact COLUMN FILTER
fact() { is "$(column "$tmp/a.csv" "$1")" "$(jq -c ".[] | ($2) // \"\"" "$tmp/expected")" "$1"; }
fact pilot '.titel | if test("^[=+@-]") then "'"'"'" + . else . end'
fact id .id
fact status_op .peildatum
fact looptijd .looptijd.tekst
fact begin '.looptijd.delen // [] | map(.van) | if length == 0 or any(. == null) then null else min end'
fact einde '.looptijd.delen // [] | map(.totEnMet) | if length == 0 or any(. == null) then null else max end'
fact themas '.themas | join("; ")'
fact plaatsen '.plaatsen | join("; ")'
fact provincies '.provincies | join("; ")'
fact organisaties '.organisaties | join("; ")'
fact status_volgt_uit .statusWaarom
fact bestand .bron.bestand
fact regel '.bron.regel | tostring'
fact sha256 .bron.sha256
fact citaat .citaat
for section in achtergrond doel "stand van zaken"; do
	fact "$section" "[.secties[] | select(.soort == \"$(echo "$section" | tr ' ' '-')\") | .tekst] | join(\"\n\n\")"
done
is "$(column "$tmp/a.csv" voetnoten | grep -c '"[0-9]*: ')" "$(jq '[.[] | select(.voetnoten | length > 0)] | length' "$tmp/expected")" "voetnoten"
is "$(column "$tmp/a.csv" looptijd_voorbij | sort | uniq -c | tr -s ' ')" "$(jq -c '.[].looptijdVoorbij | if . == null then "" elif . then "ja" else "nee" end' "$tmp/expected" | sort | uniq -c | tr -s ' ')" "looptijd_voorbij"

# the package, as the standard has it
unzip -q "$tmp/a.xlsx" -d "$tmp/x"
is "$(unzip -Z1 "$tmp/a.xlsx" | head -n 1)" '[Content_Types].xml' "xlsx: what its parts are comes first"
ok "its parts are well-formed" sh -c "find '$tmp/x' -type f | xargs xmllint --noout"
is "$(cd "$tmp/x" && find xl -name '*.xml' | sort)" "$(xmllint --xpath '//@PartName' "$tmp/x/[Content_Types].xml" | sed 's/.*"\/\(.*\)"/\1/' | sort)" "and each has its type"
"$search" pilot OR rechtsbijstand OR huur OR zaak --sort title --limit 100 --format xlsx --output "$tmp/b.xlsx"
ok "it is the same every time" cmp "$tmp/a.xlsx" "$tmp/b.xlsx"

# questions: the passages a row each, and the pilots once
printf '1. Wat doet u voor huurders met een conflict?\n2. Hoeveel wolven zijn er?\n3. Wat doet u voor huurders met een geschil?\n' >"$tmp/q.txt"
exits 0 "questions" "$search" --question "$tmp/q.txt" --format xlsx --output "$tmp/q.xlsx"
exits 0 "and their JSON" "$search" --question "$tmp/q.txt" --format json --output "$tmp/q.json"
unzip -q "$tmp/q.xlsx" -d "$tmp/qx"
rows() { xmllint --xpath 'count(//*[local-name()="row"])' "$1"; }
is "$(rows "$tmp/qx/xl/worksheets/sheet1.xml")" "$(jq '[.vragen[].passages[].pilot.id] | unique | length + 1' "$tmp/q.json")" "their pilots, once"
is "$(rows "$tmp/qx/xl/worksheets/sheet2.xml")" "$(jq '[.vragen[] | [.passages[], .passages[].verder[]] | if length == 0 then 1 else length end] | add + 1' "$tmp/q.json")" "their passages, and a row for a question without"
like "$(cat "$tmp/qx/xl/worksheets/sheet2.xml")" 'Niets gevonden: geen van de pilots gaat hierover' "which says so"

# what a cell cannot have, and what it would take for something else
{ printf 'Bijlage 9 - Proef van 1 mei 2020\n\nPilot\tToelichting\n=1+1 _x0041_ \t<p><u>Doel</u> '; head -c 40000 /dev/zero | tr '\0' 'e'; printf ' einde</p>\n'; } >"$tmp/long.txt"
"$BUILD/pilot-index" "$tmp/long.txt" >/dev/null 2>&1
exits 0 "a long text" "$search" titel:1 --format xlsx --output "$tmp/long.xlsx"
unzip -q "$tmp/long.xlsx" -d "$tmp/lx"
sheet=$tmp/lx/xl/worksheets/sheet1.xml
is "$(grep -c '<f>' "$sheet")" 0 "there are no formulas"
like "$(cat "$sheet")" '>=1\+1 _x005F_x0041_<' "text stays text"
like "$(cat "$sheet")" 'e \[…\] \(te lang voor een cel\)<' "what does not fit is left out, and said"
is "$(xmllint --xpath '//*[local-name()="t"]' "$sheet" | awk '{ if (length($0) > most) most = length($0) } END { print most < 32800 }')" 1 "so it fits"

# a spreadsheet program opens it, with the types
if [ -z "${VALGRIND-}" ]; then # which finds nothing in one
	for name in a q long; do (cd "$tmp" && HOME=$tmp soffice --headless --convert-to fods "$name.xlsx") >"$tmp/log" 2>&1; done
	# types COLUMN: what is in the cells of that column of the first sheet
	types() { python3 - "$tmp/a.fods" "$1" <<'PY'
import sys, xml.etree.ElementTree as E
O, T = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}', '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
table = E.parse(sys.argv[1]).getroot().find(f'.//{T}table')
rows = []
for row in table.iter(f'{T}table-row'):
    cells = []
    for cell in row.iter(f'{T}table-cell'):
        kind = cell.get(f'{O}value-type')
        text = ' '.join(''.join(p.itertext()) for p in cell)
        cells += [(kind, cell.get(f'{O}date-value') or cell.get(f'{O}value') or text)] * min(int(cell.get(f'{T}number-columns-repeated', 1)), 60)
    if any(kind for kind, _ in cells): rows.append(cells)
at = [text for _, text in rows[0]].index(sys.argv[2])
for row in rows[1:]: print(*row[at])
PY
	}
	is "$(types status_op | cut -d ' ' -f 1 | sort -u | paste -sd ' ')" "$(jq -r '.[].peildatum | if . then "date" else "None" end' "$tmp/expected" | sort -u | paste -sd ' ')" "a reference date is a date"
	is "$(types status_op)" "$(jq -r '.[].peildatum | if . then "date \(.)" else "None " end' "$tmp/expected")" "the right one"
	is "$(types begin)" "$(jq -r '.[].looptijd.delen // [] | map(.van) | if length == 0 or any(. == null) then "None " else "date \(min)-01" end' "$tmp/expected")" "the month of begin is its first day"
	like "$(types einde | grep -v None | head -n 1)" '^date [0-9]{4}-[0-9]{2}-(28|29|30|31)$' "that of the end its last"
	is "$(types einde | sed 's/-[0-9][0-9]$//')" "$(jq -r '.[].looptijd.delen // [] | map(.totEnMet) | if length == 0 or any(. == null) then "None " else "date \(max)" end' "$tmp/expected")" "of that month"
	is "$(types regel)" "$(jq -r '.[].bron.regel | "float \(.)"' "$tmp/expected")" "a number is a number"
	is "$(types pilot)" "$(jq -r '.[].titel | "string \(.)"' "$tmp/expected")" "text is text"
	is "$(grep -c '<table:table table:name="\(Pilots\|Passages\)"' "$tmp/q.fods")" 2 "both sheets"
	like "$(cat "$tmp/long.fods")" '>=1\+1 _x0041_<' "and it reads what was written"
fi
done_testing
