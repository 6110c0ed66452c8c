# The web binary as a web server calls it: an environment in, an answer out.
. tests/tap.sh
needs jq xmllint perl unzip

"$BUILD/pilot-index" "$annex" >/dev/null 2>&1
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
is "$(xmllint --html --noout "$tmp/body" 2>&1 | grep -v 'Tag [a-z]* invalid' | grep -c error)" 0 "and is well-formed"
like "$(cat "$tmp/body")" '<html lang="nl">' "in Dutch"
is "$(grep -c '<script\| style=\| on[a-z]*=' "$tmp/body")" 0 "without script or inline style"
get / q=huurgeschil;            page 200 '<mark>huurgeschil</mark>' "a query gives marked quotes"
like "$(cat "$tmp/body")" '<title>2 pilots voor ‘huurgeschil’, en 8 ook mogelijk relevant – Pilotzoeker</title>' "counted in the title"
is "$(grep -o "<title>.*‘huurgeschil’, en [0-9]* ook mogelijk relevant" "$tmp/body" | grep -o '[0-9]*' | paste -sd ' ')" "$("$BUILD/pilot-search" huurgeschil | head -n 1 | grep -o '[0-9]*' | paste -sd ' ')" "the same numbers as on the command line"
like "$(cat "$tmp/body")" '<p>Bron: Bijlage 2 - Stand van zaken pilots</p>' "the source that all hits share is said once"
is "$(grep -c '<dt>Bron</dt>' "$tmp/body")" 0 "and not at each"
like "$(cat "$tmp/body")" 'class="badge lopend">lopend op <time datetime="2021-12-01">1 december 2021</time>' "with the status as of the reference date"
like "$(cat "$tmp/body")" '>1 december 2021</time>, looptijd eindigde december 2021</span>' "and that the period ended since"
get / q=huur+gemeente; is "$(grep -c '<article>' "$tmp/body") $(($(wc -c <"$tmp/body") <= 22800))" "10 1" "ten hits are at most 60% of the 38 kB that they were"
get / "q=rechtsbijstand&editie=alle"; is "$(grep -c '<dt>Bron</dt>' "$tmp/body")" 0 "one edition: one source"
get / "q=huur&editie=alle"; like "$(cat "$tmp/body")" 'href="/pilots/[a-z-]*[?]q=huur&amp;editie=alle&amp;editie=2021-12-01#citeer-[a-z-]*">Citeer' "a hit leads to how it is cited, in its edition"
get / 'q=rechtsbijstand&pagina=2'; page 200 'aria-current="page">Pagina 2<' "pages"
like "$(cat "$tmp/body")" 'href="/\?q=rechtsbijstand">' "with links that keep the query"
get / 'q=rechtsbijstand&status=afgerond&status=stopgezet'; page 200 'Verwijder filter </span>Status op de peildatum: afgerond<' "filters"
like "$(cat "$tmp/body")" 'value="lopend"' "whose siblings stay"
get / q=alimentaite;            page 200 '<h1>Niets gevonden voor ‘alimentaite’</h1>' "a typing error is mended, and said"
like "$(cat "$tmp/body")" 'Voor ‘alimentatie’: Resultaten 1 tot' "what stands in for it under a name of its own"
like "$(cat "$tmp/body")" 'Bedoelde u <a href="/[?]q=alimentatie">' "with a link"
get / q=huurgeschil+wijkrechtbnak; page 200 '<h1>[0-9]* pilots? voor ‘huurgeschil EN wijkrechtbank’' "among other words it counts as its correction"
like "$(cat "$tmp/body")" 'class="melding">‘wijkrechtbnak’ is gelezen als ‘wijkrechtbank’' "and is marked"
get / q=budget;                 page 200 '<h1>Niets gevonden voor ‘budget’</h1>' "correct Dutch is not replaced"
is "$(grep -c 'name="pilot" value=' "$tmp/body")" 0 "and nothing else is shown under its name"
get / 'q=rechtsbijstand&pagina=9'; page 404 'Zo veel pagina' "a page behind the last"
get / 'q=&loopt=';              page 200 '<h1>Zoeken in pilots' "boxes that were left empty"
get /vergelijk pilot=beslisboom; page 200 'value="beslisboom" checked' "one pilot: choose another"
like "$(cat "$tmp/body")" 'Kies er nog een om mee te vergelijken' "which is said"
get / 'soort=pilot';            page 200 '<h1>33 pilots</h1>' "all pilots"
get / 'q=ik+word+uit+mijn+huis+gezet'; page 200 '<h1>[0-9]+ pilots mogelijk relevant voor' "what has not all that was asked is not counted as if it had"
like "$(cat "$tmp/body")" '>Mogelijk relevant: 1 tot' "nor headed"
get / 'q=titel:pakketafhankelijke'; page 200 '<dd>oktober 2019 tot en met december 2021</dd>' "a Looptijd that is too long for a line keeps its end"
get / q=xyzzyq;                 page 200 'Controleer de spelling' "nothing found gives advice"
like "$(cat "$tmp/body")" 'href="/themas/huur">Huur</a>' "and the themes"
is "$(grep -c 'Haal een filter weg' "$tmp/body")" 0 "not to take away a filter that is not there"
get / 'q=xyzzyq&status=lopend'; page 200 'Haal een filter weg' "but one that is"
get / 'q=%22huurgescha%22';     page 200 'Woorden die op ‘huurgescha’ lijken: <a href="/[?]q=huurgeschil">huurgeschil</a>' "and words that begin alike"
get /;                          page 200 '<dd class="aantal">2 pilots: <a href="/[?]thema=huur&amp;status=lopend">2 lopend</a></dd>' "a theme says how many pilots it has, by status"
is "$(grep -o 'href="/[?]thema=[a-z]*&amp;status=[a-z-]*">[0-9]*<' "$tmp/body" | grep -o '[0-9]*<' | paste -sd '+' | tr -d '<' | sed 's/$/\n/' | bc)" "$(for t in scheiden huur bestuursrecht multiproblematiek; do "$BUILD/pilot-search" --theme $t --format json --limit 0 | jq .totaal; done | paste -sd + | bc)" "themes by status, as many as there are"
is "$(tr -d '\n' <"$tmp/body" | grep -o 'kwartaal van [0-9]*</a></th><td>[0-9]*</td><td>[0-9]*' | sed 's/.*<td>\([0-9]*\).*<td>/\1 /' | awk '{a += $1; b += $2} END {print a, b}')" "$("$BUILD/pilot-index" --dump corpus 2>/dev/null | jq -s -r '[([.[].looptijd.delen | select(length > 0 and all(.van)) ] | length), ([.[].looptijd.delen | select(length > 0 and all(.totEnMet))] | length)] | @sh')" "and what begins and ends in each quarter, as the records say"
like "$(cat "$tmp/body")" '<h3>Wanneer pilots beginnen en eindigen</h3>' "with a picture of it"
like "$(cat "$tmp/body")" '<a href="/[?]soort=pilot">33<' "the total leads to all pilots"
like "$(cat "$tmp/body")" 'href="/export[?]soort=pilot&amp;sorteer=titel&amp;formaat=xlsx">Download alle pilots' "and all are a download"
get / 'q=Welke+pilots+zijn+er+voor+mensen+met+een+huurgeschil+en+wat+doen+gemeenten+die+daaraan+meedoen%3F'; page 200 '<textarea id="q" name="q" rows="2">Welke pilots' "a long question is shown whole"
get / thema=huur;               page 200 '2 pilots voor ‘Huur’' "a theme"
get /pilots/beslisboom;         page 200 '<textarea id="citeer-doel"' "a pilot can be cited by its sections"
get /pilots/beslisboom;         page 200 '<h2 id="stand-van-zaken">Stand van zaken</h2>' "a pilot"
like "$(cat "$tmp/body")" '<dt>Status volgt uit</dt>' "with the words that decided its status"
get /pilots/wijkrechtbank-eindhoven 'q=huurgeschil&pagina=2&status=lopend'; page 200 'een <mark>huurgeschil</mark>\.' "a pilot that was found keeps its marks"
like "$(cat "$tmp/body")" '<a href="/[?]q=huurgeschil&amp;status=lopend&amp;pagina=2">Terug naar de resultaten</a>' "and leads back to the results"
like "$(tr -d '\n' <"$tmp/body")" 'name="q" value="huurgeschil">.*<h1>' "with the search box on top"
like "$(cat "$tmp/body")" '<li><a href="#stand-van-zaken">Stand van zaken</a></li>' "and links to its sections"
is "$(grep -o 'href="#[a-z-]*"' "$tmp/body" | cut -d'"' -f2 | tr -d '#' | sort -u | while read -r id; do grep -q " id=\"$id\"" "$tmp/body" || echo "$id"; done)" "" "that all lead somewhere"
get /pilots/wijkrechtbank-eindhoven q=alimentaite; is "$(status) $(grep -c '<mark>' "$tmp/body")" "200 0" "nothing is marked that was not asked for"
get /pilots/wijkrechtbank-eindhoven q=huurgeshcil; page 200 '<mark>huurgeschil</mark>' "what was misspelt is marked as it was read"
get /pilots/wijkrechtbank-eindhoven; is "$(grep -c '<mark>\|Terug naar' "$tmp/body")" 0 "without a search there are no marks, and no way back"
get /pilots/wijkrechtbank-eindhoven "q=$(seq 65 | sed 's/.*/a/' | paste -sd+ | sed 's/+/+OR+/g')"; is "$(status) $(grep -c '<mark>' "$tmp/body")" "200 0" "nor for a query that is too large"
get /themas;                    page 200 'href="/themas/multiproblematiek"' "the themes"
get /themas.ttl;                is "$(status) $(header Content-Type)" "200 text/turtle; charset=utf-8" "the themes as SKOS"
is "$(grep -c ' a skos:Concept ;' "$tmp/body")" 4 "a concept for each"
like "$(cat "$tmp/body")" 'skos:altLabel "echtscheiding"@nl' "with the words it is recognised by"
get /themas/huur;               page 200 '2 pilots voor ‘Huur’' "a theme by its path"
get /themas/scheiden 'sorteer=titel'; page 200 'op: <strong>titel' "in another order"
get /pilots/samenwerken-in-de-eerste-lijn; page 200 '<li value="[0-9]">.*href="https://www.advocatenorde.nl/' "footnotes with their links"
get /pilots/rechtsbijstand-slachtoffers-van-ernstige-gewelds-en-zedenmisdrijven-pilot-slachtofferadvocatuur
page 200 '31753/33552, 157 <a href="https://zoek.officielebekendmakingen.nl/kst-31753-157.html"[^>]*>.*<a href="https://zoek.officielebekendmakingen.nl/kst-33552-157.html">Kamerstuk 33552, nr. 157</a>' "a note with two papers has a link to either"
get / 'q=huur+31753-999';       page 200 'class="melding">Geen pilot verwijst naar Kamerstuk 31753, nr. 999.<' "what nothing refers to is named"
get / 'q=31.753';               page 200 '<title>1 pilot voor ‘31.753’' "a dossier with a full stop in it, that a note refers to"
get /pilots/beslisboom; like "$(cat "$tmp/body")" 'Nieuwere stukken dan 1 december 2021\? Zie <a href="https://zoek.officielebekendmakingen.nl/dossier/31753">' "a link to newer papers"
get /pilots/beslisboom editie=2021-12-01; page 200 '<h1>Beslisboom' "an edition"
get /pilots/beslisboom 'q=huur&editie=alle&editie=2021-12-01&pagina=2'; page 200 'href="/[?]q=huur&amp;editie=alle&amp;pagina=2">Terug' "from a list of all editions the way back leads there"
get /pilots/beslisboom 'editie=alle&editie=2021-12-01'; page 200 'href="/[?]editie=alle">Terug' "also of one without a query"
get /pilots/beslisboom 'q=huur&editie=2021-12-01'; page 200 'href="/[?]q=huur&amp;editie=2021-12-01">Terug' "from one of a date to that"
get /pilots/beslisboom editie=2020-01-01; page 404 'geen editie met deze peildatum' "an edition that is not there"
get /tijdlijn;                  page 200 '<svg class="tijdlijn" aria-hidden="true"><use href="#raster"></use>' "a timeline"
is "$(grep -o 'class="balk" rx="2" fill="url(#vlak-[a-z-]*)' "$tmp/body" | grep -o 'vlak-[a-z-]*' | sort -u | paste -sd ' ')" "vlak-afgerond vlak-lopend vlak-start-binnenkort vlak-stopgezet" "with bars in the look of their status"
is "$(grep -o 'fill="url(#[a-z-]*' "$tmp/body" | sort -u | sed 's/.*#//' | while read -r id; do grep -q "<pattern id=\"$id\"" "$tmp/body" || echo "$id"; done)" "" "each of which is drawn"
is "$(grep -c '<path class="merk"' "$tmp/body")" 4 "by a pattern as well as a colour"
like "$(tr -d '\n' <"$tmp/body")" '<li><a href="/pilots/beslisboom"><span>Beslisboom<span class="onzichtbaar">: lopend op 1 december 2021; januari 2021 tot en met juni 2022</span>' "each a link, that says what is drawn"
like "$(cat "$tmp/body")" '<text class="vandaag[a-z ]*" [^>]*>vandaag</text>' "with today"
like "$(cat "$tmp/body")" '<line class="maand" ' "and months"
is "$(grep -c 'name="thema" value="huur" form="zoek"' "$tmp/body")" 1 "and filters"
get /tijdlijn '' SOURCE_DATE_EPOCH=1800000000; page 200 'Vandaag, januari 2027, valt buiten de tekening' "unless today is too far away"
get /tijdlijn groep=thema;      page 200 '<h2>Huur \(2\)</h2>' "in groups by theme"
like "$(cat "$tmp/body")" '<h2>Zonder thema \([0-9]*\)</h2>' "with the rest"
get /tijdlijn groep=plaats;     page 200 '<h2>Eindhoven \(1\)</h2>' "by place"
get /tijdlijn groep=reeks;      page 200 '<h2>Divosa \(9\)</h2>' "by series"
is "$(grep -c '<li><a href="/pilots/' "$tmp/body") $(grep -c '<th scope="row">' "$tmp/body")" "31 33" "of which none is lost"
get /tijdlijn 'groep=reeks&thema=huur'; page 200 'href="/tijdlijn[?]thema=huur">alles bij elkaar' "a filter stays when groups go"
like "$(cat "$tmp/body")" '<input type="hidden" name="groep" value="reeks">' "and groups when filters change"
get /tijdlijn groep=x;          page 400 'Kies uit: thema, plaats, reeks' "by nothing else"
get /tijdlijn;                  page 200 '<svg class="tijdlijn as"' "or not"
is "$(grep -c '<th scope="row">' "$tmp/body")" 33 "with a table of all pilots"
get /tijdlijn q=alimentaite;    page 200 'class="melding">Niets gevonden voor ‘alimentaite’; dit is gevonden voor ‘alimentatie’' "with what was read otherwise"
get /tijdlijn thema=huur;       is "$(grep -c '<th scope="row">' "$tmp/body")" 2 "or of those asked for"
page 200 ' x="16.67%" width="58.33%"' "a bar of September 2019 to December 2021 ends where 2022 begins, in a drawing of 2019 to 2022"
is "$(grep -o 'class="badge lopend">lopend op ' "$tmp/body" | wc -l) $(grep -o '</time>, looptijd eindigde [a-z]* 2021' "$tmp/body" | cut -c10-)" "2 looptijd eindigde december 2021" "with each status on its date, and the one that ended"
get /vergelijk 'pilot=beslisboom&pilot=mijn-zaak'; page 200 '<td data-pilot="MIJN ZAAK">' "a cell names its pilot, for who sees no columns"
get /vergelijk 'pilot=beslisboom&pilot=mijn-zaak'; page 200 '<th scope="row">Doel</th>' "two pilots side by side"
is "$(grep -o 'class="badge lopend">lopend op <time' "$tmp/body" | wc -l)" 2 "each status on its date"
get /vergelijk;                 is "$(grep -c 'type="checkbox"' "$tmp/body")" 33 "all to choose from"
get /vergelijk pilot=geen;      page 400 'De pilot ‘geen’ bestaat niet' "one that does not exist"
get /vergelijk "$(echo beslisboom mijn-zaak gezinsadvocaat wijkrechtbank-eindhoven beslisboom beslisboom | tr ' ' '\n' | sed 's/^/pilot=/' | paste -sd '&')"
page 400 'ten hoogste 5' "too many to compare"
get /wijzigingen;               page 200 'Er is nu één peildatum: 1 december 2021' "with one overview there is nothing to compare"
like "$(cat "$tmp/body")" '<a href="/atom">Volg alle pilots' "but pilots to follow"
get /wijzigingen.atom;          is "$(status)" 404 "and no feed of it"
get /hulp;                      page 200 'loopt:2022-03' "help"
get /kamervraag;               page 200 '<textarea id="tekst"' "a box for questions"
get /export 'q=huurgeschil&formaat=csv'; is "$(status) $(header Content-Type) $(header Content-Disposition)" '200 text/csv; charset=utf-8 attachment; filename="pilots.csv"' "a download"
like "$(cat "$tmp/body")" 'http://localhost/pilots/wijkrechtbank-eindhoven\?editie=2021-12-01' "with links to the site"
get /export 'q=rechtsbijstand&formaat=csv'; is "$(grep -c '^"[0-9]' "$tmp/body")" "$(PATH_INFO=/v1/passages QUERY_STRING=q=rechtsbijstand REQUEST_METHOD=GET GATEWAY_INTERFACE=CGI/1.1 "$BUILD/pilot-search.cgi" </dev/null | sed -n '/^{/,$p' | jq .totaal)" "of all that is found, a row each"
get /export 'q=rechtsbijstand&formaat=csv&aantal=5&pagina=2'; like "$(header Content-Disposition)" 'filename="pilots-6-tot-10-van-[0-9]*.csv"' "or of a part, and then its name says which"
get /export 'q=huurgeschil&formaat=xlsx'; is "$(status) $(header Content-Type) $(header Content-Disposition)" '200 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet attachment; filename="pilots.xlsx"' "for Excel, made within the sandbox"
is "$(head -c 2 "$tmp/body")" PK "which is a package"
get /export q=huurgeschil;     page 400 'Kies een formaat' "without a format"
get /export 'q=huur&formaat=atom'; page 400 'bestaat niet' "a format that is not offered"
get /atom q=huurgeschil;        is "$(status) $(header Content-Type)" "200 application/atom+xml; charset=utf-8" "a feed"
is "$(xmllint --noout "$tmp/body" 2>&1)" "" "that is well-formed"
is "$(xmllint --xpath 'count(//*[local-name()="entry"])' "$tmp/body") $(xmllint --xpath 'string(//*[local-name()="totalResults"])' "$tmp/body")" "10 10" "with its entries and their number"
like "$(cat "$tmp/body")" '<summary type="text">Status: lopend op 1 december 2021, looptijd eindigde december 2021\.' "and each status on its date"
get /opensearch.xml;            is "$(xmllint --xpath 'string(//*[local-name()="Url"]/@template)' "$tmp/body")" 'http://localhost/?q={searchTerms}' "a description for browsers"
like "$(xmllint --xpath 'string(//*[local-name()="ShortName"])' "$tmp/body")" '^.{1,16}$' "with a short name"
get /opensearch.xml '' PILOTZOEKER_NAAM='Zoeker van het ministerie'; is "$(xmllint --xpath 'string(//*[local-name()="ShortName"])' "$tmp/body")" 'Zoeker van het m' "of sixteen characters, whatever the site is called"
get /suggesties q=huurg;        is "$(jq -c '.[0:3]' "$tmp/body")" '["huurg",["huurgeschil"],["staat in 2 pilots"]]' "suggestions"
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
ask "tekst=$questions"; is "$(grep -o 'name="formaat" value="[a-z]*"' "$tmp/body" | grep -o '"[a-z]*"$' | sort | uniq -c | tr -s ' \n' ' ')" ' 2 "csv" 2 "docx" 2 "md" 2 "odt" 2 "xlsx" ' "each with its button, above and below"
ask "tekst=$questions&formaat=csv"; like "$(cat "$tmp/body")" '"2";"Hoeveel wolven zijn er\?"' "as a spreadsheet"
ask "tekst=Groet%0D%0A%0D%0A1.+Wat+doet+u+voor+huurders%3F%0D%0A2.+Wat+kost+dit%3F"
like "$(cat "$tmp/body")" '<li>Groet</li>' "as is what was left out"
like "$(cat "$tmp/body")" 'noemt zelf geen onderwerp. Er is gezocht met dat van vraag 1: huurders\.' "and the subject that a question takes along"
ask "tekst=$questions&splitsing=niet"; page 200 '<h1>Passages bij 1 vraag</h1>' "or it is split as it is told"
like "$(cat "$tmp/body")" '<option value="niet" selected>' "which stays chosen"
like "$(cat "$tmp/body")" '<input type="hidden" name="splitsing" value="niet"' "also for downloads"
ask "tekst=$questions&splitsing=x"; page 400 'Kies uit: nummers, regels, alineas, niet\.' "and in no other way"
two='tekst=1.+Waarom+is+de+ADR-tool+gestopt%3F%0A2.+Welke+resultaten+heeft+de+Wijkrechtbank+Eindhoven%3F'
ask "$two"; page 200 'name="mee" value="1.adr-clientenondersteuningstool" form="dossier" checked>' "a passage goes along when it is ticked"
quoted() { sed -n 's,^\*\*\(.*\) – [A-Z][a-z ]*\. Status.*,\1,p' "$tmp/body" | sort -u | paste -sd'|'; }
ask "$two&formaat=md&mee=0&mee=2.wijkrechtbank-eindhoven"; is "$(quoted)" "Wijkrechtbank Eindhoven" "and no other does"
is "$(grep -c '^## Vraag' "$tmp/body")" 2 "the questions stay"
ask "$two&formaat=md&mee=0"; is "$(quoted)" "" "none when none is"
ask "$two&formaat=md&mee=0&mee=1.wijkrechtbank-eindhoven"; is "$(quoted)" "" "a box is of one question"
ask "$two&formaat=md"; is "$(quoted)" "ADR cliëntenondersteuningstool|Wijkrechtbank Eindhoven" "without boxes all go along"
ask "$two&formaat=md&mee=x"; page 400 '3\.beslisboom' "a box that is none"
ask "$two&$(seq 300 | sed 's/.*/mee=1.pilot-&/' | paste -sd '&')"; is "$(status)" 200 "a form has many boxes"
ask 'tekst=+++'; is "$(status)" 400 "no question at all"
ask "tekst=$questions&formaat=exe"; is "$(status)" 400 "no such format"
ask "onzin=1"; is "$(status)" 200 "a parameter that does not exist is nothing"
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
is "$(unzip -p "$tmp/k.docx" word/_rels/footnotes.xml.rels | xmllint --xpath 'count(//@*[starts-with(., "http://localhost/")])' -)" "$(unzip -p "$tmp/k.docx" word/footnotes.xml | grep -o '<w:hyperlink ' | wc -l)" "with a link in each footnote"
is "$(unzip -p "$tmp/k.odt" content.xml | grep -o '<text:a ' | wc -l)" "$(unzip -p "$tmp/k.docx" word/footnotes.xml | grep -o '<w:hyperlink ' | wc -l)" "in both"
exits 0 "and quotes that stand" "$BUILD/pilot-search" --verify "$tmp/k.docx"
send 'tekst=Wat+doet+u+voor+huurders%3F&splitsing=niet' application/x-www-form-urlencoded; is "$(status) $(jq '.vragen | length' "$tmp/body")" '200 1' "as a form"
send '{"tekst":" "}' application/json; is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 tekst' "none at all"
send '{}' application/json;     is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 tekst' "not even a text"
send "{$asked,\"formaat\":\"exe\"}" application/json; is "$(status) $(jq -r '.fouten[0].naam' "$tmp/body")" '400 formaat' "no such format"
get /v1/kamervragen;            is "$(status) $(header Allow)" "405 POST" "by POST only"
get /v1/pilots/geen;            is "$(jq .status "$tmp/body")" 404 "no such pilot"

# bad input: 400, the box still filled, nothing reflected unescaped
for bad in 'thema=onzin' 'status=onzin' 'loopt=2021-13' 'sorteer=x' 'pagina=0' 'pagina=-1' 'pagina=99999' 'sectie=x' 'editie=x'; do
	get / "q=huur&$bad"; page 400 'value="huur"' "$bad keeps the box filled"
done
get / 'q=huur&status=weg&loopt=2021-13&plaats=Rotterdam&utm_source=x'; page 400 '<input type="hidden" name="plaats" value="Rotterdam" form="zoek">' "and the filters that are right"
is "$(grep -c 'name="status"\|utm_source' "$tmp/body")" 0 "but not those that are wrong"
like "$(cat "$tmp/body")" 'name="loopt" value="2021-13" [^>]*aria-invalid="true"' "a period is there to mend"
like "$(cat "$tmp/body")" 'href="/">' "all can be taken away" 
get / 'q=huur&plaats=Roterdam'; page 200 'href="[^"]*plaats=Rotterdam">Zoek met Plaats ‘Rotterdam’</a>' "a place that was meant is a link"
get / 'q=huur&utm_source=nieuwsbrief&fbclid=1'; page 200 'huur' "what links get on their way is nothing"
is "$(grep -c 'utm_source\|fbclid' "$tmp/body")" 0 "and is passed on to nobody"
get / 'q=huur&loopt=juni+2021'; page 200 'Loopt in: juni 2021' "a period in words"
for bad in 'q=%zz' 'q=%' 'q=%e9' 'q=%00' 'q=a%'; do
	get / "$bad"; is "$(status)" 400 "badly encoded: $bad"
done
get / "q=$(head -c 5000 /dev/zero | tr '\0' a)"; is "$(status)" 400 "too long a query"
get / "$(seq 100 | sed 's/.*/q=a/' | paste -sd '&')"; is "$(status)" 400 "too many parameters"
for n in 64:200 65:400; do
	get / "$(seq "${n%:*}" | sed 's/.*/x=a/' | paste -sd '&')"; is "$(status)" "${n#*:}" "${n%:*} parameters"
done
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
for https in :http off:http on:https 1:https; do
	get /opensearch.xml '' HTTPS="${https%:*}"; like "$(cat "$tmp/body")" "template=\"${https#*:}://localhost/" "HTTPS=${https%:*}"
done
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
# two overviews: what changed between them
PILOTZOEKER_INDEX=$tmp/two; "$BUILD/pilot-index" --index "$tmp/two" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
get /wijzigingen;               page 200 '<h1>Wijzigingen van 1 december 2021 tot 1 juni 2022</h1>' "what changed between the last two"
for kind in 'nieuw">Nieuw' 'afgelopen">Afgelopen' 'hernoemd">Hernoemd' 'verlengd">Verlengd' 'gewijzigd">Tekst gewijzigd' 'weg">Niet meer genoemd'; do
	like "$(cat "$tmp/body")" "<h2 id=\"$kind</h2>" "a heading: ${kind#*>}"
done
like "$(cat "$tmp/body")" '<a href="#verlengd">Verlengd: 1</a>' "and how many"
is "$(grep -c '<h3>' "$tmp/body")" "$("$BUILD/pilot-search" --index "$tmp/two" --changes 2021-12-01..2022-06-01 --format md | grep -c '^- ')" "as many as the command line says"
like "$(tr -d '\n' <"$tmp/body")" '<th scope="row">Looptijd</th><td data-pilot="1 december 2021"><p><del>December 2020 – december 2022</del></p></td><td data-pilot="1 juni 2022"><p><ins>December 2020 – december 2023</ins>' "changed text side by side"
like "$(cat "$tmp/body")" 'href="/pilots/beslisboom[?]editie=2021-12-01">Beslisboom' "what is gone leads to its last edition"
get /wijzigingen 'van=2021-12-01&tot=2022-06-01'; page 200 '<option value="2022-06-01" selected>' "of dates that are asked for"
get /wijzigingen 'van=2020-01-01'; page 400 'geen overzicht met peildatum 1 januari 2020' "that there are"
get /wijzigingen 'van=2022-06-01&tot=2021-12-01'; page 400 'eerste datum moet voor de tweede' "in their order"
get /wijzigingen 'van=2022-06-01'; page 400 'eerste datum moet voor de tweede' "also when one is left out"
get /wijzigingen 'tot=2021-12-01'; page 400 'eerste datum moet voor de tweede' "or the other"
get /wijzigingen van=x;         page 400 'Geef een datum als' "and dates"
get /wijzigingen.atom;          is "$(status) $(header Content-Type)" "200 application/atom+xml; charset=utf-8" "a feed of it"
is "$(xmllint --noout "$tmp/body" 2>&1)" "" "that is well-formed"
is "$(xmllint --xpath 'count(//*[local-name()="entry"]) = count(//*[local-name()="entry"]/*[local-name()="link"][starts-with(@href, "http://localhost/pilots/")])' "$tmp/body")" true "each with a link"
is "$(xmllint --xpath '//*[local-name()="id"]/text()' "$tmp/body" | sort | uniq -d)" "" "and an id of its own"
is "$(xmllint --xpath 'string(/*/*[local-name()="link"][@rel="self"]/@href)' "$tmp/body")" "http://localhost/wijzigingen.atom" "under its address"
get /pilots/huizen-van-het-recht-heerlen editie=2021-12-01; page 200 'oudere editie\. <a href="/pilots/huizen-van-het-recht-heerlen">Lees die van 1 juni 2022</a>' "an older edition leads to the newest"
# a feed that is followed: what came last stands first, with the moment at which it came
PILOTZOEKER_INDEX=$tmp/followed
entries() { xmllint --xpath "//*[local-name()='entry']/*[local-name()='$1']/text()" "$tmp/body"; }
came() { moment=$1; shift; SOURCE_DATE_EPOCH=$moment "$BUILD/pilot-index" --index "$tmp/followed" "$@" >/dev/null 2>&1; }
came 1640995200 corpus
get /atom;                      is "$(entries updated | sort | uniq -c | tr -s ' ')" " 33 2022-01-01T00:00:00Z" "an entry for each pilot, dated when it came into the index"
get /atom; cp "$tmp/body" "$tmp/feed-before"
came 1654041600 corpus tests/search/tweede-editie.txt
get /atom;                      is "$(entries updated | uniq -c | tr -s ' ' | paste -sd,)" " 4 2022-06-01T00:00:00Z, 30 2022-01-01T00:00:00Z" "what came later stands first"
is "$(entries title | head -n 4 | grep -c 'Gemeente Zwolle')" 1 "so a pilot that is added is at the top"
is "$(xmllint --xpath '//*[local-name()="entry"]/*[local-name()="id"]/text()' "$tmp/feed-before" "$tmp/body" | sort | uniq -c | awk '{n[$1]++} END {print n[2], n[1]}')" "30 7" "once: the ids of the others stay"
is "$(xmllint --xpath 'string(/*/*[local-name()="updated"])' "$tmp/body")" 2022-06-01T00:00:00Z "and the feed itself is of that moment"
came 1660000000 --full corpus tests/search/tweede-editie.txt
get /atom;                      is "$(entries updated | uniq -c | tr -s ' ' | paste -sd,)" " 4 2022-06-01T00:00:00Z, 30 2022-01-01T00:00:00Z" "made anew it keeps these moments"
id() { xmllint --xpath 'string(/*/*[local-name()="id"])' "$tmp/body"; }
get /atom 'status=lopend&status=afgerond&q=recht'; one=$(id)
get /atom 'q=recht&status=afgerond&status=lopend&sorteer=titel'; is "$(id)" "$one" "one request has one id, however it is written"
get /atom 'q=recht&status=afgerond'; ok "another has another" test "$(id)" != "$one"
page_of() { xmllint --xpath "string(/*/*[local-name()='link'][@rel='$1']/@href)" "$tmp/body"; }
get /atom 'aantal=20';          is "$(page_of next) $(page_of previous)" "http://localhost/atom?aantal=20&pagina=2 " "a long feed goes on"
entries id >"$tmp/first"
get /atom 'aantal=20&pagina=2'; is "$(page_of previous) $(page_of next)" "http://localhost/atom?aantal=20 " "on pages"
is "$(entries id | cat - "$tmp/first" | sort -u | wc -l) $(id)" "34 http://localhost/atom" "that together have all, in one feed"
is "$("$BUILD/pilot-search" --index "$tmp/followed" --format atom --limit 1 divosa | grep -c '<title>Divosa / Gemeente Zwolle</title>')" 1 "the command line writes the same order"
ok "with an id for each request" test "$("$BUILD/pilot-search" --index "$tmp/followed" --format atom --status lopend recht | grep -o 'urn:pilotzoeker:feed:[^<]*')" != "$("$BUILD/pilot-search" --index "$tmp/followed" --format atom recht | grep -o 'urn:pilotzoeker:feed:[^<]*')"
# a collection that is too large to read for its home page: themes are counted by searching
{ printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\n'; seq 1100 | sed 's/.*/Pilot &\t<u>Doel<\/u> Een huurgeschil van een huurder en een verhuurder. <u>Looptijd<\/u> Januari 2021 – juni 2022/'; } >"$tmp/many.txt"
PILOTZOEKER_INDEX=$tmp/many; "$BUILD/pilot-index" --index "$tmp/many" "$tmp/many.txt" >/dev/null 2>&1
get /; is "$(status) $(grep -o '<dd class="aantal">[0-9]* pilots: <a href="/[?]thema=huur' "$tmp/body" | grep -o '[0-9]*')" "200 $("$BUILD/pilot-search" --index "$tmp/many" --theme huur --format json --limit 0 2>/dev/null | jq .totaal)" "a large collection has its themes counted"
is "$(grep -c 'Wanneer pilots beginnen' "$tmp/body")" 0 "and no picture by quarter"
PILOTZOEKER_INDEX=$tmp/none; get / q=huur; page 503 'even niet beschikbaar' "no index: 503"
is "$(header Retry-After)" 60 "and when to come back"
is "$(grep -c "$tmp" "$tmp/body")" 0 "without telling paths"
is "$(nm -C "$BUILD/pilot-search.cgi" | grep -c 'xapian_writer_')" 0 "the web binary cannot write an index"
done_testing
