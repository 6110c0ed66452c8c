# Questions that are open for more than three weeks: on a page and on the command line.
. tests/tap.sh
needs jq

search=$BUILD/pilot-search
"$BUILD/pilot-index" "$annex" tests/kamer/keten >/dev/null 2>&1
get() { PATH_INFO=$1 QUERY_STRING=${2-} REQUEST_METHOD=GET run "$BUILD/pilot-search.cgi" </dev/null; }
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); export SOURCE_DATE_EPOCH; }
list() { "$search" --overdue --format json | jq -r '.openstaand[] | [.document, .gevraagd, .uiterlijk, .dagenTeLaat, .vragen] | join(" ")'; }

on 2098-09-25
is "$(list)" "kv-tk-2098Z00200 2098-09-01 2098-09-22 3 1
kv-tk-2098Z00300 2098-09-03 2098-09-24 1 1" "what is open too long, the longest first; of a part of an answer the rest"
is "$("$search" --overdue --format json | jq -r '.peildatum, .uitgesteld, .begrensd' | paste -sd ' ')" "2098-09-25 3 false" "the day it is told of, and what was postponed"
on 2098-09-24
is "$(list)" "kv-tk-2098Z00200 2098-09-01 2098-09-22 2 1" "the last day of the term is in time"
on 2099-01-01
is "$(list | cut -d' ' -f1 | paste -sd ' ')" "kv-tk-2098Z00200 kv-tk-2098Z00300 kv-tk-2098Z00400" "what is answered or postponed is never in it"
exits 0 "as text" "$search" --overdue
like "$out" '^Open vragen van meer dan drie weken, op 1 januari 2099$' "with the day"
like "$out" 'Kamervragen 2098Z00200, ingezonden 1 september 2098, 1 open, 101 dagen te laat' "and each with its days"
exits 2 "in no other format" "$search" --overdue --format csv
like "$err" 'not for overdue questions' "as it says"

is "$(get /v1/openstaand | sed '1,/^\r*$/d' | jq -S .)" "$("$search" --overdue --format json | jq -S .)" "the API has the same"
is "$(get /v1/openstaand onzin=1 | head -n 1 | tr -d '\r')" "Status: 400 Bad Request" "and takes no parameters"

page=$(get /openstaand)
like "$page" '<h1>Vragen zonder antwoord</h1>' "the page"
like "$page" 'waren op 1 januari 2099 langer open' "says of which day"
like "$page" 'kent alleen de stukken in deze verzameling' "and what it cannot know"
like "$page" '<a href="/kamerstukken/kv-tk-2098Z00200">' "leads to the questions"
is "$(printf '%s' "$page" | grep -c '2098Z00500')" 0 "postponed ones are not in it"
like "$page" 'status=uitgesteld">Vragen met uitstel: 3</a>' "but counted"
like "$(get / 'q=gras&soort=kamervraag')" 'href="/openstaand"' "results of questions lead to it"
tag=$(get /v1/openstaand | grep -i '^etag')$(get /openstaand | grep -i '^etag')
on 2099-01-02
[ "$(get /v1/openstaand | grep -i '^etag')$(get /openstaand | grep -i '^etag')" != "$tag" ]; report $? "the next day it is another page"
on 2098-09-02
exits 1 "none" "$search" --overdue
like "$(get /openstaand)" 'Er zijn geen vragen die te lang open staan' "is told"
"$BUILD/pilot-index" --index "$tmp/none" "$annex" >/dev/null 2>&1
exits 1 "none without papers" "$search" --index "$tmp/none" --overdue
done_testing
