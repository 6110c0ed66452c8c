# Numbers of papers, laws and rulings, however they are written: tests/search/nummers.tsv against
# nummers.txt. All that is found is right: what is asked for and not there finds nothing.
. tests/tap.sh
needs jq

search=$BUILD/pilot-search
"$BUILD/pilot-index" --thesaurus corpus/thesaurus.ini tests/search/nummers.txt >/dev/null 2>&1

tab=$(printf '\t')
while IFS= read -r line; do
	case $line in '#'*) continue ;; esac
	query=${line%%"$tab"*} rest=${line#*"$tab"}
	"$search" --format json --limit 50 "$query" >"$tmp/out" 2>"$tmp/err"
	got=$(jq -r '[.passages[] | select(.volledigeMatch).pilot.id] | sort | join(" ")' "$tmp/out")
	is "$got" "$(printf '%s' "${rest%%"$tab"*}" | tr ' ' '\n' | sort | paste -sd' ')" "$query"
	[ -n "$got" ] || is "$(jq .totaal "$tmp/out")" 0 "$query: nothing, and nothing like it"
	is "$(jq -r '(.passages[0] // {citaat: "", markeringen: []}) | .citaat as $q | [.markeringen[] | $q[.[0]:.[1]]] | join("|")' "$tmp/out")" \
		"${rest#*"$tab"}" "$query: marked"
done <tests/search/nummers.tsv

is "$("$search" --format json 35000-VI-47 | jq -c '[.passages[0].waarom[] | [.term, .waar]]')" '[["35000-vi, nr. 47","voetnoot"]]' "a note that refers to it is the reason"
is "$("$search" --format json 'huur 31753-999' 2>/dev/null | jq -c .zoekvraag.meldingen)" '["Geen pilot verwijst naar Kamerstuk 31753, nr. 999."]' "what nothing refers to is named"
is "$("$search" --format json 'vragen over huur en wonen en schulden van de burger uit 1999 in kamerstuk 31753-999' 2>/dev/null | jq -c .zoekvraag.meldingen)" \
	'["Geen pilot verwijst naar Kamerstuk 31753, nr. 999."]' "in a text of many words too"
is "$("$search" --format json 'xyzzyq 31753-248' 2>/dev/null | jq -c .zoekvraag.meldingen)" '[]' "not where something does"
done_testing
