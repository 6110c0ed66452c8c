# What belongs together: questions, postponement, answer. keten/ has a chain by number and one by
# "zie ook", a part of an answer, a number that does not fit, a postponement alone.
. tests/tap.sh
needs jq

index=$BUILD/pilot-index search=$BUILD/pilot-search
docs=$tmp/docs
cp -r tests/kamer/keten "$docs"
cp "$annex" "$docs"
get() { PATH_INFO=$1 QUERY_STRING=${2-} REQUEST_METHOD=GET run "$BUILD/pilot-search.cgi" </dev/null; }
body() { get "$@" | sed '1,/^\r*$/d'; }
ask() { "$search" --format json "$@" 2>/dev/null; }
# STATUS of each piece, and which publication tells it
status() { ask --kind kamervraag --limit 100 '' | jq -r '.passages[] | [.kamerstuk.id, .status, .datum, .statusIn // "-"] | join(" ")' | sort; }
update() { "$index" "$docs" 2>"$tmp/warnings" | sed -n 's/ (.*//; /papers:/p'; }

is "$(update)" "17 papers: 17 new, 0 changed, 0 unchanged, 0 removed" "a first run"
is "$(grep -c 'says to be on kv-tk-2098Z00400, but those questions are of 2098-09-05: left apart' "$tmp/warnings")" 1 "a number that does not fit is told of"
status >"$tmp/all"
is "$(cat "$tmp/all")" "ah-tk-20982099-100.1 beantwoord 2098-11-10 ah-tk-20982099-150
ah-tk-20982099-100.2 beantwoord 2098-11-10 ah-tk-20982099-150
ah-tk-20982099-100.m1 beantwoord 2098-11-10 ah-tk-20982099-150
ah-tk-20982099-150.1 beantwoord 2098-11-10 -
ah-tk-20982099-150.2 beantwoord 2098-11-10 -
ah-tk-20982099-160.1 beantwoord 2098-09-20 -
ah-tk-20982099-160.2 onbekend 2098-09-20 -
ah-tk-20982099-170.1 beantwoord 2098-11-25 -
ah-tk-20982099-180.1 uitgesteld 2098-09-29 -
ah-tk-20982099-180.m1 uitgesteld 2098-09-29 -
kv-tk-2098Z00100.1 beantwoord 2098-11-10 ah-tk-20982099-150
kv-tk-2098Z00100.2 beantwoord 2098-11-10 ah-tk-20982099-150
kv-tk-2098Z00200.1 open 2098-09-01 -
kv-tk-2098Z00300.1 beantwoord 2098-09-20 ah-tk-20982099-160
kv-tk-2098Z00300.2 open 2098-09-03 -
kv-tk-2098Z00400.1 open 2098-09-05 -
kv-tk-2098Z00500.1 uitgesteld 2098-09-29 ah-tk-20982099-180" "what is answered elsewhere is answered, and nothing else"
is "$(ask --kind kamervraag --status open '' | jq -r '[.passages[].kamerstuk.id] | sort | join(" ")')" \
	"kv-tk-2098Z00200.1 kv-tk-2098Z00300.2 kv-tk-2098Z00400.1" "a filter on open questions has those alone"
is "$(ask --kind kamervraag --facets '' | jq -c '[.facetten.status[] | {(.waarde): .aantal}] | add')" \
	'{"beantwoord":10,"open":3,"uitgesteld":3,"onbekend":1}' "and so are they counted"
is "$(ask --kind kamervraag 'kamerstuk:kv-tk-2098Z00300' | jq -r '[.passages[].document] | unique | join(" ")')" \
	"ah-tk-20982099-160 kv-tk-2098Z00300" "the number of questions finds their answer too"

# The page and the API.
page=$(get /kamerstukken/kv-tk-2098Z00100)
like "$page" '<dd><span class="badge beantwoord">beantwoord op <time datetime="2098-11-10">' "a question with an answer elsewhere does not look open"
like "$page" '<dt>Antwoord staat in</dt>' "the answer is elsewhere"
like "$page" '<a href="/kamerstukken/ah-tk-20982099-150">' "with a link to it"
is "$(printf '%s' "$page" | sed -n '/<h2 id="keten">/,/<\/ol>/p' | grep -o 'Vraag ingezonden\|Antwoord uitgesteld\|Antwoord\|2098-..-..\|(dit stuk)' | paste -sd ' ')" \
	"Vraag ingezonden 2098-10-01 (dit stuk) Antwoord uitgesteld 2098-10-21 Antwoord 2098-11-10" "the chain stands in its order"
page=$(get /kamerstukken/kv-tk-2098Z00300)
like "$page" '<dt>Status van vraag 2</dt>' "of a part of an answer each question has its status"
like "$page" 'nog zonder antwoord op <time datetime="2098-09-03">' "as one that has none"
like "$(get /kamerstukken/kv-tk-2098Z00500)" '<dt>Uitstel staat in</dt>' "where the postponement is"
is "$(get /kamerstukken/kv-tk-2098Z00400 | grep -c 'id="keten"')" 0 "what is not sure has no chain"
is "$(body /v1/kamerstukken/ah-tk-20982099-100.1 | jq -c '[.keten[] | [.document, .stap, .datum, .status, .statusIn]]')" \
	'[["kv-tk-2098Z00100","vraag","2098-10-01","beantwoord","ah-tk-20982099-150"],["ah-tk-20982099-100","uitstel","2098-10-21","beantwoord","ah-tk-20982099-150"],["ah-tk-20982099-150","antwoord","2098-11-10","beantwoord",null]]' "the API has the chain"
is "$(body /v1/kamerstukken/kv-tk-2098Z00300 | jq -c '[.keten[] | .status]')" '["open","beantwoord"]' "of which a question is still open"
is "$(body /v1/kamerstukken/kv-tk-2098Z00200 | jq -c .keten)" "[]" "or none"

# An answer that is only a reference shows what it points to.
page=$(get /kamerstukken/ah-tk-20982099-150.2)
like "$page" 'Daar staat: Antwoord op vraag 1</h2>' "to another answer of the same paper"
like "$page" '<blockquote><p>Aan de proef doen twaalf gemeenten mee' "as a quote"
page=$(get /kamerstukken/ah-tk-20982099-170)
like "$page" '<blockquote><p>Aan de proef doen twaalf gemeenten mee' "to one of another paper as well"
like "$page" '<a href="/kamerstukken/ah-tk-20982099-150.1">Aanhangsel Handelingen II 2098/99, nr. 150, antwoord op vraag 1' "with its citation"
is "$(body /v1/kamerstukken/ah-tk-20982099-170 | jq -r '.kamerstukken[0].zieStuk')" ah-tk-20982099-150 "the API names it"

# A feed: by the day of the answer, which each entry has.
feed=$(get /atom 'soort=kamervraag&status=beantwoord')
is "$(printf '%s' "$feed" | grep -o '<updated>2098-[^T]*' | cut -d'>' -f2 | tail -n +2 | sort -ru | paste -sd ' ')" \
	"2098-11-25 2098-11-10 2098-09-20" "a feed of answers has their days"
is "$(printf '%s' "$feed" | grep -o '<updated>2098-[^T]*' | tail -n +2)" \
	"$(printf '%s' "$feed" | grep -o '<updated>2098-[^T]*' | tail -n +2 | sort -r)" "the last answer first"
like "$feed" '<link rel="alternate" href="[^"]*/kamerstukken/ah-tk-20982099-170.1"' "and leads to the papers"
like "$feed" '<title>Kamerstukken voor ' "which it is called after"

# Answers come and go; each time it is as a full run makes it.
same() {
	"$index" --index "$tmp/full" --full "$docs" >/dev/null 2>&1
	status >"$tmp/part"
	PILOTZOEKER_INDEX="$tmp/full" status >"$tmp/whole"
	ok "$1" diff "$tmp/whole" "$tmp/part"
}
is "$(update)" "17 papers: 0 new, 0 changed, 17 unchanged, 0 removed" "nothing changed"
mv "$docs/ah-tk-20982099-150" "$tmp"
like "$(update)" '0 new, 5 changed, 10 unchanged, 2 removed' "without the answer"
is "$(status | grep -c '^kv-tk-2098Z00100.* uitgesteld 2098-10-21 ah-tk-20982099-100$')" 2 "its questions are postponed"
same "as in a full run"
mv "$docs/ah-tk-20982099-100" "$tmp"
update >/dev/null
is "$(status | grep -c '^kv-tk-2098Z00100.* open 2098-10-01 -$')" 2 "without the postponement open"
same "as in a full run"
mv "$tmp/ah-tk-20982099-150" "$tmp/ah-tk-20982099-100" "$docs"
update >/dev/null
status >"$tmp/again"
ok "and with both as they were" diff "$tmp/all" "$tmp/again"
done_testing
