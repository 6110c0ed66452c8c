# The web binary as a web server calls it: an environment in, an answer out.
. tests/tap.sh
needs jq xmllint perl unzip

"$BUILD/pilot-index" >/dev/null 2>&1
# get PATH [QUERY] [VARIABLE=VALUE]...: the answer, split in $tmp/head and $tmp/body
get() {
	path=$1 query=${2-}
	if [ $# -gt 2 ]; then shift 2; else shift $#; fi
	env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET \
		PATH_INFO="$path" QUERY_STRING="$query" HTTP_HOST=localhost SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" "$@" \
		"$BUILD/pilot-search.cgi" </dev/null 2>"$tmp/err" | tr -d '\r' >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"
	sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
status() { sed -n '1s/Status: \([0-9]*\).*/\1/p' "$tmp/head"; }
header() { sed -n "s/^$1: //p" "$tmp/head"; }
# page STATUS PATTERN DESCRIPTION
page() { is "$(status)" "$1" "$3: status"; like "$(cat "$tmp/body")" "$2" "$3"; }

get /;                          page 200 '<label for="q">' "the search page has a labelled box"
is "$(xmllint --html --noout "$tmp/body" 2>&1 | grep -v 'Tag \(header\|main\|nav\|footer\|time\) invalid' | grep -c error)" 0 "and is well-formed"
like "$(cat "$tmp/body")" '<html lang="nl">' "in Dutch"
is "$(grep -c '<script\| style=\| on[a-z]*=' "$tmp/body")" 0 "without script or inline style"
get / q=huurgeschil;            page 200 '<mark>huurgeschil</mark>' "a query gives marked quotes"
like "$(cat "$tmp/body")" '<title>10 passages voor ‘huurgeschil’ – Pilotzoeker</title>' "counted in the title"
like "$(cat "$tmp/body")" 'class="badge lopend">lopend op <time datetime="2021-12-01">1 december 2021</time>' "with the status as of the reference date"
like "$(cat "$tmp/body")" '>1 december 2021</time>, looptijd eindigde december 2021</span>' "and that the period ended since"
get / 'q=rechtsbijstand&pagina=2'; page 200 'aria-current="page">Pagina 2<' "pages"
like "$(cat "$tmp/body")" 'href="/\?q=rechtsbijstand">' "with links that keep the query"
get / 'q=rechtsbijstand&status=afgerond&status=stopgezet'; page 200 'Verwijder filter </span>Status op de peildatum: afgerond<' "filters"
like "$(cat "$tmp/body")" 'value="lopend"' "whose siblings stay"
get / q=alimentaite;            page 200 '<h1>Niets gevonden voor ‘alimentaite’</h1>' "a typing error is mended, and said"
like "$(cat "$tmp/body")" 'Voor ‘alimentatie’: Resultaten 1 tot' "what stands in for it under a name of its own"
like "$(cat "$tmp/body")" 'Bedoelde u <a href="/[?]q=alimentatie">' "with a link"
get / q=huurgeschil+wijkrechtbnak; page 200 '<h1>[0-9]* passages voor ‘huurgeschil EN wijkrechtbank’' "among other words it counts as its correction"
like "$(cat "$tmp/body")" 'class="melding">‘wijkrechtbnak’ is gelezen als ‘wijkrechtbank’' "and is marked"
get / q=budget;                 page 200 '<h1>Niets gevonden voor ‘budget’</h1>' "correct Dutch is not replaced"
is "$(grep -c 'class="treffers"' "$tmp/body")" 0 "and nothing else is shown under its name"
get / 'q=rechtsbijstand&pagina=9'; page 404 'Zo veel pagina' "a page behind the last"
get / 'q=&loopt=';              page 200 '<h1>Zoeken in pilots' "boxes that were left empty"
get /vergelijk pilot=beslisboom; page 200 'value="beslisboom" checked' "one pilot: choose another"
get / q=xyzzyq;                 page 200 'Haal een filter weg' "nothing found gives advice"
get / thema=huur;               page 200 '2 passages voor ‘Huur’' "a theme"
get /pilots/beslisboom;         page 200 '<h2 id="stand-van-zaken">Stand van zaken</h2>' "a pilot"
like "$(cat "$tmp/body")" '<dt>Status volgt uit</dt>' "with the words that decided its status"
get /themas;                    page 200 'href="/themas/multiproblematiek"' "the themes"
get /themas.ttl;                is "$(status) $(header Content-Type)" "200 text/turtle; charset=utf-8" "the themes as SKOS"
is "$(grep -c ' a skos:Concept ;' "$tmp/body")" 4 "a concept for each"
like "$(cat "$tmp/body")" 'skos:altLabel "echtscheiding"@nl' "with the words it is recognised by"
get /themas/huur;               page 200 '2 passages voor ‘Huur’' "a theme by its path"
get /themas/scheiden 'sorteer=titel'; page 200 'op: <strong>titel' "in another order"
get /pilots/samenwerken-in-de-eerste-lijn; page 200 '<li value="[0-9]">.*href="https://www.advocatenorde.nl/' "footnotes with their links"
get /pilots/rechtsbijstand-slachtoffers-van-ernstige-gewelds-en-zedenmisdrijven-pilot-slachtofferadvocatuur
page 200 '31753/33552, 157 <a href="https://zoek.officielebekendmakingen.nl/kst-31753-157.html">.*<a href="https://zoek.officielebekendmakingen.nl/kst-33552-157.html">Kamerstuk 33552, nr. 157</a>' "a note with two papers has a link to either"
get / 'q=huur+31753-999';       page 200 'class="melding">Geen pilot verwijst naar Kamerstuk 31753, nr. 999.<' "what nothing refers to is named"
get / 'q=31.753';               page 200 '<title>1 passage voor ‘31.753’' "a dossier with a full stop in it, that a note refers to"
get /pilots/beslisboom; like "$(cat "$tmp/body")" 'Nieuwere stukken dan 1 december 2021\? Zie <a href="https://zoek.officielebekendmakingen.nl/dossier/31753">' "a link to newer papers"
get /pilots/beslisboom editie=2021-12-01; page 200 '<h1>Beslisboom' "an edition"
get /pilots/beslisboom editie=2020-01-01; page 404 'geen editie met deze peildatum' "an edition that is not there"
get /tijdlijn;                  page 200 '<svg class="tijdlijn"' "a timeline"
is "$(grep -c '<th scope="row">' "$tmp/body")" 33 "with a table of all pilots"
get /tijdlijn q=alimentaite;    page 200 'class="melding">Niets gevonden voor ‘alimentaite’; dit is gevonden voor ‘alimentatie’' "with what was read otherwise"
get /tijdlijn thema=huur;       is "$(grep -c '<th scope="row">' "$tmp/body")" 2 "or of those asked for"
is "$(grep -o 'class="badge lopend">lopend op ' "$tmp/body" | wc -l) $(grep -o 'looptijd eindigde [a-z]* 2021' "$tmp/body")" "2 looptijd eindigde december 2021" "with each status on its date, and the one that ended"
get /vergelijk 'pilot=beslisboom&pilot=mijn-zaak'; page 200 '<th scope="row">Doel</th>' "two pilots side by side"
is "$(grep -o 'class="badge lopend">lopend op <time' "$tmp/body" | wc -l)" 2 "each status on its date"
get /vergelijk;                 is "$(grep -c 'type="checkbox"' "$tmp/body")" 33 "all to choose from"
get /vergelijk pilot=geen;      page 400 'De pilot ‘geen’ bestaat niet' "one that does not exist"
get /vergelijk "$(echo beslisboom mijn-zaak gezinsadvocaat wijkrechtbank-eindhoven beslisboom beslisboom | tr ' ' '\n' | sed 's/^/pilot=/' | paste -sd '&')"
page 400 'ten hoogste 5' "too many to compare"
get /hulp;                      page 200 'loopt:2022-03' "help"
get /kamervraag;               page 200 '<textarea id="tekst"' "a box for questions"
get /export 'q=huurgeschil&formaat=csv'; is "$(status) $(header Content-Type) $(header Content-Disposition)" '200 text/csv; charset=utf-8 attachment; filename="pilots.csv"' "a download"
like "$(cat "$tmp/body")" 'http://localhost/pilots/wijkrechtbank-eindhoven\?editie=2021-12-01' "with links to the site"
get /export q=huurgeschil;     page 400 'Kies een formaat' "without a format"
get /export 'q=huur&formaat=atom'; page 400 'bestaat niet' "a format that is not offered"
get /atom q=huurgeschil;        is "$(status) $(header Content-Type)" "200 application/atom+xml; charset=utf-8" "a feed"
is "$(xmllint --noout "$tmp/body" 2>&1)" "" "that is well-formed"
is "$(xmllint --xpath 'count(//*[local-name()="entry"])' "$tmp/body") $(xmllint --xpath 'string(//*[local-name()="totalResults"])' "$tmp/body")" "10 10" "with its entries and their number"
like "$(cat "$tmp/body")" '<summary type="text">Status: lopend op 1 december 2021, looptijd eindigde december 2021\.' "and each status on its date"
get /opensearch.xml;            is "$(xmllint --xpath 'string(//*[local-name()="Url"]/@template)' "$tmp/body")" 'http://localhost/?q={searchTerms}' "a description for browsers"
like "$(xmllint --xpath 'string(//*[local-name()="ShortName"])' "$tmp/body")" '^.{1,16}$' "with a short name"
get /suggesties q=huurg;        is "$(jq -c '.[0:3]' "$tmp/body")" '["huurg",["huurgeschil"],["2 pilots"]]' "suggestions"
get /suggesties 'q=mediation+echts'; is "$(jq -c '.[1][0]' "$tmp/body")" '"mediation echtscheidingen"' "of the last word"
get /suggesties q=h;            is "$(jq -c '.[1]' "$tmp/body")" '[]' "not for a single letter"
get /stijl.css;                 page 200 'forced-colors' "the style"
get /gezond;                    page 200 gezond "health"

# the API
get /v1/passages q=huur;        is "$(header Content-Type)" "application/json; charset=utf-8" "the API speaks JSON"
is "$(jq -c '[.totaalVolledig, .passages[0].pilot.id]' "$tmp/body")" '[2,"regie-op-geschiloplossing-in-het-huurdomein"]' "as the command line does"
is "$(header API-Version)" 1.0.0 "with its version"
get /v1/pilots/beslisboom;      is "$(jq -r .titel "$tmp/body")" Beslisboom "a record"
is "$(jq -c '[.statusOp, .looptijdVoorbij]' "$tmp/body")" '["2021-12-01",false]' "with what is so today"
get /v1/pilots/beslisboom '' SOURCE_DATE_EPOCH=1656633600; is "$(jq -c .looptijdVoorbij "$tmp/body")" true "and is not in the next month"
get /v1/pilots 'aantal=5&pagina=2'; is "$(jq -c '[.totaal, .startIndex, (.pilots|length), ._links.next.href]' "$tmp/body")" '[33,5,5,"http://localhost/v1/pilots?aantal=5&pagina=3"]' "pilots, page by page"
get /v1/themas;                 is "$(jq '.themas | length' "$tmp/body")" 4 "themes"
for bad in sectie=doel\&sectie=looptijd editie=latest sorteer=title aantal=0 pagina=0 loopt=2021-13 status=weg plaats=%20x\&formaat=odt; do
	get /v1/passages "$bad"; is "$(status) $(jq '.fouten | length' "$tmp/body")" "400 1" "no such value: $bad"
done
get /v1/passages 'status=weg'; like "$(jq -r '.fouten[0].detail' "$tmp/body")" 'Kies uit: lopend, afgerond' "what there is is said"
get /v1/passages 'onzin=1';     is "$(status) $(header Content-Type)" "400 application/problem+json; charset=utf-8" "errors are problems"
is "$(jq -r .detail "$tmp/body")" 'De parameter ‘onzin’ bestaat niet.' "that say what is wrong"
get /v1/passages 'onzin=1&thema=x&aantal=0'; is "$(jq -c '[.fouten[].naam]' "$tmp/body")" '["onzin","thema","aantal"]' "all at once"
get /v1/themas/;                is "$(status)" 404 "no slash at the end"
get /v1/passages/_zoek;         is "$(status) $(header Allow)" "405 POST" "a search by POST only"
# post BODY TYPE [LENGTH]: to /v1/passages/_zoek
post() {
	printf %s "$1" | env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=POST PATH_INFO=/v1/passages/_zoek \
		CONTENT_TYPE="$2" CONTENT_LENGTH="${3-${#1}}" "$BUILD/pilot-search.cgi" 2>"$tmp/err" | tr -d '\r' >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"; sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
post '{"q":"huur","status":["lopend","afgerond"]}' 'application/json; charset=utf-8'
is "$(jq -c '[.totaalVolledig, .zoekvraag.filters.status]' "$tmp/body")" '[2,["lopend","afgerond"]]' "JSON in a POST"
is "$(header Cache-Control)" no-store "is not kept"
post 'q=huur' application/x-www-form-urlencoded; is "$(jq .totaalVolledig "$tmp/body")" 2 "a form in a POST"
post '{"q":"huur","thema":"x"}' application/json; is "$(status) $(jq -r '.fouten[0].in' "$tmp/body")" "400 body" "what is wrong in it is said"
for bad in '' '[]' '{"q":' '{"q":{"a":1}}' '{"q":[["a"]]}' '{"q":"a","q":"b"}'; do
	post "$bad" application/json; is "$(status)" 400 "no such JSON: $bad"
done
post '<q/>' text/xml;           is "$(status)" 415 "no other type"
post '{"q":"huur"}' application/json 100; is "$(status)" 400 "a body that ends too soon"
post '{"q":"huur"}' application/json x; is "$(status)" 400 "a length that is no number"
post "{\"q\":\"$(head -c 70000 /dev/zero | tr '\0' a)\"}" application/json; is "$(status)" 400 "a body that is too long"
# a body that does not come in time, or by the letter
late() {
	env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=POST PATH_INFO="$1" CONTENT_TYPE=application/x-www-form-urlencoded \
		CONTENT_LENGTH=60000 PILOTZOEKER_WAIT_MS=200 timeout -s KILL 20 "$BUILD/pilot-search.cgi" 2>"$tmp/err" | tr -d '\r' >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"; sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
mkfifo "$tmp/slow"
late /kamervraag <"$tmp/slow" & waiting=$!
exec 7>"$tmp/slow"; printf 'tekst=' >&7
wait $waiting; exec 7>&-
page 408 'kwam niet op tijd aan' "a body that does not come"
late /v1/passages/_zoek <"$tmp/slow" & waiting=$!
exec 7>"$tmp/slow"
trap '' PIPE # the program may be gone before what is behind it
while kill -0 $waiting 2>/dev/null; do printf 'a' >&7; sleep 0.02; done 2>/dev/null
trap - PIPE
wait $waiting; exec 7>&-
is "$(status) $(jq .status "$tmp/body")" "408 408" "one that comes by the letter"
# questions
ask() { # BODY: to /kamervraag, as a form
	printf %s "$1" | env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=POST PATH_INFO=/kamervraag \
		CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#1} HTTP_HOST=localhost "$BUILD/pilot-search.cgi" >"$tmp/raw" 2>"$tmp/err"
	tr -d '\r' <"$tmp/raw" >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"; sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
docx=application/vnd.openxmlformats-officedocument.wordprocessingml.document
questions='1.+Wat+doet+u+voor+huurders+met+een+conflict%3F%0D%0A2.+Hoeveel+wolven+zijn+er%3F'
ask "tekst=$questions"; page 200 '>Vraag 2</h2>' "questions one by one"
like "$(cat "$tmp/body")" '<mark>huur' "with passages"
like "$(cat "$tmp/body")" '<a href="#vraag-1">Vraag 1</a>: [a-z ]* overeenkomst' "on top each with how well it is met, and a link"
like "$(cat "$tmp/body")" '<a href="#vraag-2">Vraag 2</a>: niets gevonden' "or not"
like "$(cat "$tmp/body")" '<h2 id="vraag-2">' "to where it is"
is "$(grep -o '<h3>.*</h3>' "$tmp/body" | sort | uniq -d)" "" "each pilot once, with its passages under it"
like "$(cat "$tmp/body")" '<p>2 vragen herkend\. Klopt dat niet\? <a href="#veranderen">' "how many were seen is said"
like "$(cat "$tmp/body")" 'Niets gevonden: geen van de pilots' "or the word that there are none"
is "$(grep -o ' id="[^"]*"' "$tmp/body" | sort | uniq -d)" "" "no id twice"
ask "tekst=$questions&formaat=odt"; is "$(status) $(header Content-Type)" "200 application/vnd.oasis.opendocument.text" "as a document"
ask "tekst=$questions&formaat=docx"; is "$(status) $(header Content-Type) $(header Content-Disposition)" "200 $docx attachment; filename=\"kamervragen.docx\"" "for Word as well"
ask "tekst=$questions"; is "$(grep -o 'name="formaat" value="[a-z]*"' "$tmp/body" | grep -o '"[a-z]*"$' | paste -sd ' ')" '"odt" "docx" "md" "csv"' "each with its button"
ask "tekst=$questions&formaat=csv"; like "$(cat "$tmp/body")" '"2";"Hoeveel wolven zijn er\?"' "as a spreadsheet"
ask "tekst=Groet%0D%0A%0D%0A1.+Wat+doet+u+voor+huurders%3F%0D%0A2.+Wat+kost+dit%3F"
like "$(cat "$tmp/body")" '<li>Groet</li>' "as is what was left out"
like "$(cat "$tmp/body")" 'noemt zelf geen onderwerp. Er is gezocht met dat van vraag 1: huurders\.' "and the subject that a question takes along"
ask "tekst=$questions&splitsing=niet"; page 200 '<h1>Passages bij 1 vraag</h1>' "or it is split as it is told"
like "$(cat "$tmp/body")" '<option value="niet" selected>' "which stays chosen"
like "$(cat "$tmp/body")" '<input type="hidden" name="splitsing" value="niet"' "also for downloads"
ask "tekst=$questions&splitsing=x"; page 400 'Kies uit: nummers, regels, alineas, niet\.' "and in no other way"
ask 'tekst=+++'; is "$(status)" 400 "no question at all"
ask "tekst=$questions&formaat=exe"; is "$(status)" 400 "no such format"
ask "onzin=1"; is "$(status)" 400 "no such parameter"
# and in the API
send() { # BODY TYPE: to /v1/kamervragen
	printf %s "$1" | env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=POST PATH_INFO=/v1/kamervragen HTTP_HOST=localhost \
		CONTENT_TYPE="$2" CONTENT_LENGTH="${#1}" "$BUILD/pilot-search.cgi" 2>"$tmp/err" >"$tmp/raw"
	tr -d '\r' <"$tmp/raw" >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"; sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
asked='"tekst":"1. Wat doet u voor huurders met een conflict? 2. Hoeveel wolven zijn er?"'
send "{$asked}" application/json; is "$(header Content-Type) $(jq -c '[.vragen[] | [.nummer, .sterkte != "niets"]]' "$tmp/body")" 'application/json; charset=utf-8 [[1,true],[2,false]]' "questions in the API"
is "$(header Content-Disposition)$(header API-Version)" 1.0.0 "are an answer, and no file"
for format in odt docx; do
	send "{$asked,\"formaat\":\"$format\"}" application/json
	is "$(status) $(header Content-Disposition)" "200 attachment; filename=\"kamervragen.$format\"" "unless they are asked for as $format"
	is "$(header Content-Type)" "$(jq -r '.paths["/kamervragen"].post.responses["200"].content | keys[]' search/web/openapi.json | grep -Fx "$(header Content-Type)")" "of a type that is described"
	perl -0pe 's/^.*?\r\n\r\n//s' "$tmp/raw" >"$tmp/k.$format"
	ok "which is whole" unzip -q -t "$tmp/k.$format"
done
is "$(unzip -p "$tmp/k.docx" word/_rels/footnotes.xml.rels | xmllint --xpath 'count(//@*[starts-with(., "http://localhost/pilots/")])' -)" "$(unzip -p "$tmp/k.docx" word/footnotes.xml | grep -o '<w:hyperlink ' | wc -l)" "with a link in each footnote"
is "$(unzip -p "$tmp/k.odt" content.xml | grep -o '<text:a ' | wc -l)" "$(unzip -p "$tmp/k.docx" word/footnotes.xml | grep -o '<w:hyperlink ' | wc -l)" "in both"
exits 0 "and quotes that stand" "$BUILD/pilot-search" --verify "$tmp/k.docx"
send 'tekst=Wat+doet+u+voor+huurders%3F&splitsing=niet' application/x-www-form-urlencoded; is "$(status) $(jq '.vragen | length' "$tmp/body")" '200 1' "as a form"
send '{"tekst":" "}' application/json; is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 tekst' "none at all"
send '{}' application/json;     is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 tekst' "not even a text"
send "{$asked,\"formaat\":\"exe\"}" application/json; is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 formaat' "no such format"
get /v1/kamervragen;            is "$(status) $(header Allow)" "405 POST" "by POST only"
get /v1/pilots/geen;            is "$(jq .status "$tmp/body")" 404 "no such pilot"

# bad input: 400, the box still filled, nothing reflected unescaped
for bad in 'thema=onzin' 'aantal=5' 'status=onzin' 'loopt=2021-13' 'sorteer=x' 'pagina=0' 'pagina=-1' 'pagina=99999' 'sectie=x' 'editie=x' 'onzin=1'; do
	get / "q=huur&$bad"; page 400 'value="huur"' "$bad keeps the box filled"
done
for bad in 'q=%zz' 'q=%' 'q=%e9' 'q=%00' 'q=a%'; do
	get / "$bad"; is "$(status)" 400 "badly encoded: $bad"
done
get / "q=$(head -c 5000 /dev/zero | tr '\0' a)"; is "$(status)" 400 "too long a query"
get / "$(seq 100 | sed 's/.*/q=a/' | paste -sd '&')"; is "$(status)" 400 "too many parameters"
# what a query may cost: each limit, and that what it allows is answered
words() { seq "$1" | sed "s/.*/$2/" | paste -sd+; }
for limit in 64:'woord&' 8:'e&*'; do
	most=${limit%%:*} word=${limit#*:}
	get / "q=$(words "$most" "$word" | sed 's/+/+OR+/g')"; is "$(status)" 200 "$most times $word"
	get / "q=$(words $((most + 1)) "$word" | sed 's/+/+OR+/g')"; page 400 "meer dan $most" "more than $most times $word"
done
get / "q=$(seq 100 | sed 's/.*/(/' | tr -d '\n')huur$(seq 100 | sed 's/.*/)/' | tr -d '\n')"; page 200 'dieper genest dan 32' "brackets deeper than can be read"
heavy="q=$(echo recht juridisch gemeente problemen pilot project bijstand samenwerking loket advocaat inwoners kinderen hulp oplossing zaak rechter kosten gebruik digitaal sociaal ondersteuning besluit partijen mediation 'a* e* i* o* s* v* d* g*' | sed 's/ /+OR+/g')"
many="tekst=$(for i in $(seq 90); do printf '%d.+Wat+doet+de+gemeente+bij+schulden%%3F+' "$i"; done)"
get /kamervraag "$many" PILOTZOEKER_CPU_MS=1; page 503 'kost nu te veel' "CPU time"
get /v1/passages "$heavy&aantal=100" PILOTZOEKER_CPU_MS=1; is "$(status) $(header Content-Type)" "503 application/problem+json; charset=utf-8" "CPU time, in the API"
get / "$heavy"; is "$(status)" 200 "what takes no longer than allowed is answered"
get / 'q=%3Cscript%3Ealert(1)%3C/script%3E%22%27'; page 200 '&lt;script&gt;alert\(1\)&lt;/script&gt;&quot;&#39;' "what is typed is escaped"
is "$(grep -c '<script' "$tmp/body")" 0 "everywhere"
get '/pilots/%2e%2e/x';         is "$(status)" 404 "no path leads out"
get /pilots/../../etc/passwd;   is "$(status)" 404 "in no way"
get "/pilots/$(head -c 300 /dev/zero | tr '\0' a)"; is "$(status)" 404 "an id that is too long"
get /nergens;                   page 404 'Deze pagina bestaat niet' "no such page"
get /themas/geen;               is "$(status)" 404 "no such theme"

# HTTP
get / q=huur; tag=$(header ETag)
get / q=huur HTTP_IF_NONE_MATCH="$tag"; is "$(status) $(wc -c <"$tmp/body")" "304 0" "304 when nothing changed"
get / q=huur REQUEST_METHOD=HEAD; is "$(status) $(wc -c <"$tmp/body")" "200 0" "HEAD has no body"
get / q=huur HTTP_IF_NONE_MATCH="W/$tag, \"x\""; is "$(status)" 304 "in a list of names too"
get / q=huren HTTP_IF_NONE_MATCH="$tag"; is "$(status)" 200 "another query has another name"
get / q=huur HTTP_IF_NONE_MATCH="$tag" PILOTZOEKER_NAAM=Anders; is "$(status)" 200 "another site too"
get / q=huur HTTP_IF_NONE_MATCH="$tag" SOURCE_DATE_EPOCH=1656633599; is "$(status)" 304 "the same on the last day of the month"
get / q=huur HTTP_IF_NONE_MATCH="$tag" SOURCE_DATE_EPOCH=1656633600; is "$(status)" 200 "another month has another name: other periods are past"
get / q=huur REQUEST_METHOD=DELETE; is "$(status) $(header Allow)" "405 GET, HEAD" "405 says what may be done"
for path in / /nergens /v1/themas /stijl.css; do
	get $path
	like "$(header Content-Security-Policy)" "default-src 'none'.*frame-ancestors 'none'" "$path has a policy"
	is "$(header X-Content-Type-Options) $(header Referrer-Policy)" "nosniff no-referrer" "$path and the rest"
	is "$(header Content-Length)" "$(sed '1,/^$/d' "$tmp/answer" | wc -c)" "$path and its length"
done
get / '' SCRIPT_NAME=/cgi-bin/zoek; like "$(cat "$tmp/body")" 'href="/cgi-bin/zoek/stijl.css"' "links are under our root"
get / '' PILOTZOEKER_VERKLARING=https://verklaring.example/; like "$(cat "$tmp/body")" 'href="https://verklaring.example/">Toegankelijkheidsverklaring' "the accessibility statement"
get / '' PILOTZOEKER_CSS=/huisstijl.css; like "$(cat "$tmp/body")" 'rel="stylesheet" href="/huisstijl.css"' "a style sheet of the site"
get / '' PILOTZOEKER_FRAME_ANCESTORS="'self' https://intranet.example"; like "$(header Content-Security-Policy)" "frame-ancestors 'self' https://intranet.example$" "who may embed"
get / '' PILOTZOEKER_NAAM='Zoek & vind'; like "$(cat "$tmp/body")" 'Zoek &amp; vind</title>' "the name of the site"
env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=GET PATH_INFO=/gezond \
	"$BUILD/pilot-search.cgi" --help -o /tmp/x </dev/null >"$tmp/answer"
like "$(cat "$tmp/answer")" '^gezond' "arguments are not read"
if ! grep -q "san\|coverage" <<END; then # they do what a sandbox forbids
$BUILD
END
# a request whose body is still to come: the sandbox is there before any of it is read
mkfifo "$tmp/body-to-come"
env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=POST PATH_INFO=/kamervraag CONTENT_TYPE=application/x-www-form-urlencoded \
	CONTENT_LENGTH=10 "$BUILD/pilot-search.cgi" <"$tmp/body-to-come" >"$tmp/raw" 2>"$tmp/err" & waiting=$!
exec 7>"$tmp/body-to-come"
for i in 1 2 3 4 5 6 7 8 9 10; do
	confined=$(sed -n 's/^Seccomp:[^0-9]*//p' "/proc/$waiting/status"); [ "$confined" = 2 ] && break; sleep 0.1
done
is "$confined" 2 "the web program confines itself before it reads"
is "$(sed -n 's/^Max core file size *\([0-9a-z]*\).*/\1/p' "/proc/$waiting/limits")" 0 "and leaves no core"
printf 'tekst=huur' >&7; exec 7>&-; wait $waiting
like "$(cat "$tmp/raw")" '^Status: 200' "and answers"
fi
PILOTZOEKER_INDEX=$tmp/none; get / q=huur; page 503 'even niet beschikbaar' "no index: 503"
is "$(grep -c "$tmp" "$tmp/body")" 0 "without telling paths"
is "$(nm -C "$BUILD/pilot-search.cgi" | grep -c 'xapian_writer_')" 0 "the web binary cannot write an index"
done_testing
