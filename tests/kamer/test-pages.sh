# The pages and the API of papers of parliament.
. tests/tap.sh
needs jq

"$BUILD/pilot-index" >/dev/null 2>&1
get() { PATH_INFO=$1 QUERY_STRING=${2-} REQUEST_METHOD=GET run "$BUILD/pilot-search.cgi" </dev/null; }
body() { get "$@" | sed '1,/^\r*$/d'; }
page=$(get /kamerstukken/ah-tk-20202021-3235.2)
like "$page" '<h2 id="antwoord">Antwoord</h2>' "a question with its answer"
like "$page" 'href="https://zoek.officielebekendmakingen.nl/ah-tk-20202021-3235.html"' "and where it is published"
like "$page" 'Ook in dit stuk' "and what else is in it"
is "$(body /v1/kamerstukken/ah-tk-20202021-3235 | jq '.kamerstukken | length')" 9 "all of a publication"
is "$(body /v1/kamerstukken q=rechtsbijstand | jq '[.passages[] | has("kamerstuk")] | all')" true "a search among papers alone"
like "$(get /kamerstukken/ah-tk-1)" '^Status: 404' "what is not there"
like "$(get / 'q=rechtsbijstand')" 'Ook in Kamerstukken' "a page of pilots has a few"
like "$(get / 'q=rechtsbijstand&soort=kamervraag')" '<dd>kamervraag</dd>' "and can be narrowed to a kind"
like "$page" '<li>11 Kamerstukken</li>' "what was searched"
done_testing
