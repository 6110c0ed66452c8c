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
open=$(get / 'q=laagdrempelige+rechtspraak&soort=kamervraag')
like "$open" '<dd>Kamervragen 2018Z06702, vraag [0-9]' "a question without an answer is not cited as one"
is "$(echo "$open" | grep -c 'Kamervragen 2018Z06702, antwoord')" 0 "nowhere"
is "$(echo "$open" | grep -o 'name="minister" value="[Mm]inister voor Rechtsbescherming"' | sort -u | wc -l)" 1 "a minister is one, with a capital or without"
like "$open" 'href="/kamerstukken/kv-tk-2018Z06702.7#citaat-1">Citeer' "it leads to the box with its citation"
like "$(get /kamerstukken/kv-tk-2018Z06702.7)" '<textarea id="citaat-1"' "which is there"
like "$(get / 'q=sectie:vraag+huurcommissie&soort=kamervraag')" 'href="/kamerstukken/ah-tk-20212022-658.1#citaat-vraag">Citeer' "the question of an answer has its own"
like "$(get /kamerstukken/ah-tk-20212022-658.1)" 'id="citaat-vraag".*>Aanhangsel Handelingen II 2021/22, nr. 658, vraag 1\.<' "beside that of the answer"
like "$open" 'sorteer=begin">datum</a>' "papers are in order of their date"
like "$open" '<legend>Datum</legend>' "and have no Looptijd"
is "$(echo "$open" | grep -c 'Vergelijk de gekozen')" 0 "nor are they compared"
done_testing
