# The web binary as a web server calls it: an environment in, an answer out.
. tests/tap.sh

"$BUILD/pilot-index" >/dev/null 2>&1
# get PATH [QUERY] [VARIABLE=VALUE]...: the answer, split in $tmp/head and $tmp/body
get() {
	path=$1 query=${2-}
	if [ $# -gt 2 ]; then shift 2; else shift $#; fi
	env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET \
		PATH_INFO="$path" QUERY_STRING="$query" HTTP_HOST=localhost "$@" \
		"$BUILD/pilot-search.cgi" </dev/null 2>"$tmp/err" | tr -d '\r' >"$tmp/answer"
	sed '/^$/q' "$tmp/answer" >"$tmp/head"
	sed '1,/^$/d' "$tmp/answer" >"$tmp/body"
}
status() { sed -n '1s/Status: \([0-9]*\).*/\1/p' "$tmp/head"; }
header() { sed -n "s/^$1: //p" "$tmp/head"; }
# page STATUS PATTERN DESCRIPTION
page() { is "$(status)" "$1" "$3: status"; like "$(cat "$tmp/body")" "$2" "$3"; }

get /;                          page 200 '<label for="q">' "the search page has a labelled box"
is "$(xmllint --html --noout "$tmp/body" 2>&1 | grep -v 'Tag \(header\|main\|article\|nav\|mark\|details\|summary\) invalid' | grep -c error)" 0 "and is well-formed"
like "$(cat "$tmp/body")" '<html lang="nl">' "in Dutch"
is "$(grep -c '<script\| style=\| on[a-z]*=' "$tmp/body")" 0 "without script or inline style"
get / q=huurgeschil;            page 200 '<mark>huurgeschil</mark>' "a query gives marked quotes"
like "$(cat "$tmp/body")" '<title>7 passages voor ‘huurgeschil’ – Pilotzoeker</title>' "counted in the title"
like "$(cat "$tmp/body")" 'lopend \(op peildatum 1 december 2021\)' "with the status as of the reference date"
get / 'q=rechtsbijstand&pagina=2'; page 200 'aria-current="page">Pagina 2<' "pages"
like "$(cat "$tmp/body")" 'href="/\?q=rechtsbijstand">' "with links that keep the query"
get / 'q=rechtsbijstand&status=afgerond&status=stopgezet'; page 200 'Verwijder filter: afgerond' "filters"
like "$(cat "$tmp/body")" 'value="lopend"' "whose siblings stay"
get / q=alimentaite;            page 200 'Niets gevonden voor ‘alimentaite’' "a typing error is mended, and said"
get / q=xyzzyq;                 page 200 'Probeer het met minder' "nothing found gives advice"
get / thema=huur;               page 200 '2 passages voor ‘Huur’' "a theme"
get /pilots/beslisboom;         page 200 '<h2>Stand van zaken</h2>' "a pilot"
like "$(cat "$tmp/body")" 'Deze status volgt uit: ‘Januari 2021 – juni 2022’' "with the words that decided its status"
get /themas;                    page 200 'href="/\?thema=multiproblematiek"' "the themes"
get /themas/huur;               is "$(status) $(header Location)" "303 /?thema=huur" "a theme by its path"
get /stijl.css;                 page 200 'forced-colors' "the style"
get /gezond;                    page 200 gezond "health"

# the API
get /v1/passages q=huur;        is "$(header Content-Type)" "application/json; charset=utf-8" "the API speaks JSON"
is "$(jq -c '[.totaalVolledig, .passages[0].pilot.id]' "$tmp/body")" '[2,"regie-op-geschiloplossing-in-het-huurdomein"]' "as the command line does"
is "$(header API-Version)" 1.0.0 "with its version"
get /v1/pilots/beslisboom;      is "$(jq -r .titel "$tmp/body")" Beslisboom "a record"
get /v1/themas;                 is "$(jq '.themas | length' "$tmp/body")" 4 "themes"
get /v1/passages 'onzin=1';     is "$(status) $(header Content-Type)" "400 application/problem+json; charset=utf-8" "errors are problems"
is "$(jq -r .detail "$tmp/body")" 'De parameter ‘onzin’ bestaat niet.' "that say what is wrong"
get /v1/pilots/geen;            is "$(jq .status "$tmp/body")" 404 "no such pilot"

# bad input: 400, the box still filled, nothing reflected unescaped
for bad in 'thema=onzin' 'status=onzin' 'loopt=2021-13' 'sorteer=x' 'pagina=0' 'pagina=-1' 'pagina=99999' 'sectie=x' 'editie=x' 'onzin=1'; do
	get / "q=huur&$bad"; page 400 'value="huur"' "$bad keeps the box filled"
done
for bad in 'q=%zz' 'q=%' 'q=%e9' 'q=%00' 'q=a%'; do
	get / "$bad"; is "$(status)" 400 "badly encoded: $bad"
done
get / "q=$(head -c 5000 /dev/zero | tr '\0' a)"; is "$(status)" 400 "too long a query"
get / "$(seq 100 | sed 's/.*/q=a/' | paste -sd '&')"; is "$(status)" 400 "too many parameters"
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
get / q=huur REQUEST_METHOD=DELETE; is "$(status) $(header Allow)" "405 GET, HEAD" "405 says what may be done"
for path in / /nergens /v1/themas /stijl.css; do
	get $path
	like "$(header Content-Security-Policy)" "default-src 'none'.*frame-ancestors 'none'" "$path has a policy"
	is "$(header X-Content-Type-Options) $(header Referrer-Policy)" "nosniff no-referrer" "$path and the rest"
	is "$(header Content-Length)" "$(sed '1,/^$/d' "$tmp/answer" | wc -c)" "$path and its length"
done
get / '' SCRIPT_NAME=/cgi-bin/zoek; like "$(cat "$tmp/body")" 'href="/cgi-bin/zoek/stijl.css"' "links are under our root"
get / '' PILOTZOEKER_NAAM='Zoek & vind'; like "$(cat "$tmp/body")" 'Zoek &amp; vind</title>' "the name of the site"
env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD=GET PATH_INFO=/gezond \
	"$BUILD/pilot-search.cgi" --help -o /tmp/x </dev/null >"$tmp/answer"
like "$(cat "$tmp/answer")" '^gezond' "arguments are not read"
PILOTZOEKER_INDEX=$tmp/none; get / q=huur; page 503 'even niet beschikbaar' "no index: 503"
is "$(grep -c "$tmp" "$tmp/body")" 0 "without telling paths"
is "$(nm -C "$BUILD/pilot-search.cgi" | grep -c 'xapian_writer_')" 0 "the web binary cannot write an index"
done_testing
