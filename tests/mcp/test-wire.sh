# The server for assistants, message by message, as they stand on the wire.
. tests/tap.sh
needs jq

"$BUILD/pilot-index" corpus tests/search/tweede-editie.txt >/dev/null 2>&1
search=$BUILD/pilot-search
hello='{"jsonrpc":"2.0","id":"hallo","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}'
# say LINE...: after a handshake, the answers, without that to the handshake
say() { printf '%s\n' "$hello" "$@" | run "$search" --mcp 2>"$tmp/err" | sed 1d; }
# call TOOL ARGUMENTS
call() { say "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"$1\",\"arguments\":$2}}"; }
# meta VERSION: the params of a request without a handshake
meta() { printf '"_meta":{"io.modelcontextprotocol/protocolVersion":"%s","io.modelcontextprotocol/clientCapabilities":{}}' "$1"; }
code() { jq -r '.error.code'; }

# the handshake
is "$(echo "$hello" | run "$search" --mcp | jq -c '[.id, .result.protocolVersion, .result.capabilities, .result.serverInfo.name]')" \
	'["hallo","2025-11-25",{"tools":{}},"pilotzoeker"]' "a handshake is answered"
is "$(echo "$hello" | sed s/2025-11-25/1999-01-01/ | run "$search" --mcp | jq -r .result.protocolVersion)" 2025-11-25 "an unknown version gets the newest"
is "$(echo "$hello" | sed s/2025-11-25/2024-11-05/ | run "$search" --mcp | jq -r .result.protocolVersion)" 2024-11-05 "an older one that is known is kept"
is "$(say '{"jsonrpc":"2.0","id":7,"method":"ping"}')" '{"jsonrpc":"2.0","id":7,"result":{}}' "ping"
is "$(say '{"jsonrpc":"2.0","method":"notifications/initialized"}' '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}' '{"jsonrpc":"2.0","method":"onzin"}')" "" "a notification gets no answer"
is "$(say '{"jsonrpc":"2.0","id":7,"result":{}}' '{"jsonrpc":"2.0","id":7,"error":{"code":1,"message":"x"}}')" "" "nor does an answer"

# without a handshake
is "$(echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{$(meta 2026-07-28)}}" | run "$search" --mcp |
	jq -c '[.result.resultType, .result.supportedVersions, .result._meta["io.modelcontextprotocol/serverInfo"].name, .result.cacheScope]')" \
	'["complete",["2026-07-28"],"pilotzoeker","public"]' "the newest version has none: it is discovered"
is "$(echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"toon_themas\",$(meta 2026-07-28)}}" | run "$search" --mcp |
	jq -c '[.result.resultType, (.result.structuredContent.themas | length)]')" '["complete",4]' "and each request says its version"
is "$(echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{$(meta 1900-01-01)}}" | run "$search" --mcp | jq -c '[.error.code, .error.data]')" \
	'[-32022,{"supported":["2026-07-28"],"requested":"1900-01-01"}]' "another version is refused, with those there are"
is "$(echo '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' | run "$search" --mcp | code)" -32602 "with neither it is refused"
is "$(echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{$(meta 2026-07-28 | sed 's/,.*/}/')}}" | run "$search" --mcp | code)" -32602 "and without the capabilities of the client"
is "$(echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{$(meta 2026-07-28)}}" | run "$search" --mcp | code)" -32601 "ping is of the older ones"

# what is no message: an error, and the next is answered
bad() { say "$1" '{"jsonrpc":"2.0","id":9,"method":"ping"}' | jq -c 'if .result then "verder" else [.error.code, .id] end' | paste -sd ' '; }
is "$(bad '{"jsonrpc":')" '[-32700,null] "verder"' "half a message"
is "$(bad '')" '[-32700,null] "verder"' "an empty line"
is "$(bad "$(printf '"\377"')")" '[-32700,null] "verder"' "bytes that are no text"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"a\u0000b"}')" '[-32700,null] "verder"' "a NUL"
is "$(bad '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}')" '[-32700,null] "verder"' "a name twice"
is "$(bad '[{"jsonrpc":"2.0","id":1,"method":"ping"}]')" '[-32600,null] "verder"' "a batch"
is "$(bad '"ping"')" '[-32700,null] "verder"' "text alone"
is "$(bad '{"id":1,"method":"ping"}')" '[-32600,1] "verder"' "another version of JSON-RPC"
is "$(bad '{"jsonrpc":"2.0","id":null,"method":"ping"}')" '[-32600,null] "verder"' "an id that is nothing"
is "$(bad '{"jsonrpc":"2.0","id":1.5,"method":"ping"}')" '[-32600,null] "verder"' "or a fraction"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}')" '[-32600,1] "verder"' "params in a list"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"onzin"}')" '[-32601,1] "verder"' "a method that is not there"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"onzin"}}')" '[-32602,1] "verder"' "a tool that is not there"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"tools/call"}')" '[-32602,1] "verder"' "or is not named"
is "$(bad '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"toon_themas","arguments":[]}}')" '[-32602,1] "verder"' "arguments in a list"
{ head -c 3000000 /dev/zero | tr '\0' a; echo; echo '{"jsonrpc":"2.0","id":9,"method":"ping"}'; } >"$tmp/long"
is "$(run "$search" --mcp <"$tmp/long" | jq -c '[.error.code, .id]' | paste -sd ' ')" '[-32600,null] [null,9]' "a line that is too long is left out, and no more"
ping='{"jsonrpc":"2.0","id":9,"method":"ping"}'
for n in 1048576:9 1048577:null; do
	is "$({ printf %s "$ping"; head -c $((${n%:*} - ${#ping})) /dev/zero | tr '\0' ' '; } | run "$search" --mcp | jq -c .id)" "${n#*:}" "a message of ${n%:*} bytes"
done
is "$(head -c 300000 /dev/zero | tr '\0' '[' | run "$search" --mcp | code)" -32700 "brackets without end"
is "$(printf '{"jsonrpc":"2.0","id":9,"method":"ping"}' | run "$search" --mcp | jq .id)" 9 "a last line without its end is answered"
exits 0 "the end of the input is the end" "$search" --mcp </dev/null
is "$out$err" "" "of which nothing is said"
exits 2 "a query does not go with it" "$search" --mcp huur
like "$err" "leave out 'huur'" "and that is said"

# the tools
say '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' >"$tmp/tools"
is "$(jq -r '.result.tools[].name' "$tmp/tools" | paste -sd ' ')" "zoek_passages lees_pilot zoek_kamerstukken lees_kamerstuk toon_openstaande_vragen beantwoord_vragen toon_wijzigingen toon_themas" "the tools"
is "$(jq '[.result.tools[].annotations | .readOnlyHint and (.destructiveHint | not)] | all' "$tmp/tools")" true "only read"
is "$(jq -r '.result.tools[].inputSchema.properties[] | select(.type and .description | not)' "$tmp/tools")" "" "each parameter has a type and a description"
is "$(jq -r '.result.tools[0].inputSchema.properties | keys[]' "$tmp/tools")" \
	"$(jq -r '.paths["/passages"].get.parameters[]["$ref"] | sub(".*/"; "")' search/web/openapi.json | sort)" "searching takes what the API takes"

# what they answer is what the API and the command line answer
api() { PATH_INFO=/v1/$1 QUERY_STRING=${2-} REQUEST_METHOD=GET GATEWAY_INTERFACE=CGI/1.1 HTTP_HOST=localhost "$BUILD/pilot-search.cgi" </dev/null | sed '1,/^\r*$/d' | jq -S 'del(._links)'; }
content() { jq -r '.result.content[0].text'; }
call zoek_passages '{"q":"huurgeschil","status":["lopend","afgerond"],"aantal":3}' >"$tmp/answer"
is "$(jq -c .passages "$tmp/answer" 2>/dev/null; content <"$tmp/answer" | jq -S .passages)" \
	"null
$("$search" huurgeschil --status lopend --status afgerond --limit 3 --format json | jq -S .passages)" "the passages of the command line"
is "$(jq -S '.result.structuredContent' "$tmp/answer")" "$(content <"$tmp/answer" | jq -S .)" "as data and as text"
is "$(jq '[.result.structuredContent.passages[] | .citaat and .peildatum and .bronvermelding.kamer and .statusOp] | all' "$tmp/answer")" true "each verbatim, dated and cited"
is "$(call lees_pilot '{"id":"beslisboom"}' | content | jq -S .)" "$(api pilots/beslisboom)" "the pilot of the API"
is "$(call lees_pilot '{"id":"beslisboom","editie":"2021-12-01"}' | content | jq -r .peildatum)" 2021-12-01 "of a reference date"
is "$(call lees_pilot '{"id":"geen"}' | jq -c '[.result.isError, .result.content[0].text]')" '[true,"Er is geen pilot met dit id en deze peildatum."]' "one that is not there"
is "$(call lees_pilot '{}' | jq -r '.result.isError, .result.content[0].text')" "true
‘id’ ontbreekt. Het id van een pilot, zoals de zoeker het geeft." "one that is not named"
is "$(call zoek_kamerstukken '{"q":"rechtsbijstand","soort":"kamervraag","aantal":3}' | content | jq -S .)" "$(api kamerstukken 'q=rechtsbijstand&soort=kamervraag&aantal=3')" "papers, as the API finds them"
is "$(call zoek_kamerstukken '{"q":"rechtsbijstand"}' | content | jq -c '[.totaal > 0, ([.passages[].soort] | index("pilot"))]')" '[true,null]' "of any kind, and no pilots"
is "$(call zoek_kamerstukken '{"soort":"pilot"}' | content)" "Hier zijn alleen Kamerstukken, geen pilots." "which are asked for elsewhere"
for id in ah-tk-20202021-3235 ah-tk-20202021-3235.2; do is "$(call lees_kamerstuk "{\"id\":\"$id\"}" | content | jq -S .)" "$(api "kamerstukken/$id")" "the paper of the API: $id"; done
is "$(call lees_kamerstuk '{"id":"ah-tk-0"}' | jq -c '[.result.isError, .result.content[0].text]')" '[true,"Er is geen Kamerstuk met dit id."]' "one that is not there"
like "$(call lees_kamerstuk '{}' | content)" '^‘id’ ontbreekt. Het id van een Kamerstuk' "one that is not named"
is "$(call toon_openstaande_vragen '{}' | content | jq -S .)" "$("$search" --overdue --format json | jq -S .)" "questions that are open too long"
is "$(call beantwoord_vragen '{"tekst":"1. Wat doet u voor huurders met een conflict?\n2. Hoeveel wolven zijn er?"}' | content | jq -S .)" \
	"$(printf '1. Wat doet u voor huurders met een conflict?\n2. Hoeveel wolven zijn er?' | "$search" --question - --format json 2>/dev/null | jq -S .)" "questions, as the command line answers them"
is "$(call beantwoord_vragen '{"tekst":" "}' | jq -r '.result.isError, .result.content[0].text')" "true
Er staat geen vraag in de tekst." "no question"
is "$(call toon_wijzigingen '{}' | content | jq -S .)" "$("$search" --changes 2021-12-01..2022-06-01 --format json | jq -S .)" "what changed between the last two dates"
is "$(call toon_wijzigingen '{"van":"2021-12-01","tot":"2022-06-01"}' | content | jq -r '.veranderingen[].soort' | sort -u | paste -sd ' ')" \
	"afgelopen gewijzigd hernoemd niet-meer-genoemd nieuw verlengd" "or those that are given"
like "$(call toon_wijzigingen '{"van":"1999-01-01"}' | content)" '^Geef twee peildatums .* Er zijn: 2021-12-01, 2022-06-01\.$' "a date that is not there"
is "$(call toon_themas '{}' | content | jq -r '.themas[].naam' | sort | paste -sd ' ')" "bestuursrecht huur multiproblematiek scheiden" "the themes"

# wrong arguments are told to the assistant, in the words of the web
wrong() { call zoek_passages "$1" | jq -r 'if .result.isError then .result.content[0].text else "geen fout" end'; }
is "$(wrong '{"thema":["huur","wonen"]}')" "De waarde ‘wonen’ voor ‘thema’ bestaat niet. Kies uit: scheiden, huur, bestuursrecht, multiproblematiek." "a theme"
like "$(wrong '{"status":"lopen"}')" '‘lopen’ voor ‘status’ bestaat niet. Kies uit: lopend, ' "a status"
is "$(wrong '{"aantal":101}')" "De waarde ‘101’ voor ‘aantal’ bestaat niet. Geef een getal van 1 tot en met 100." "an amount: bounded as the web"
is "$(wrong '{"onzin":1}')" "De parameter ‘onzin’ bestaat niet." "a parameter"
is "$(wrong '{"q":{}}')" "‘q’ is geen tekst, getal of lijst daarvan." "a kind of value"
is "$(wrong '{"thema":[["huur"]]}')" "‘thema’ is geen tekst, getal of lijst daarvan." "a list in a list"
like "$(wrong "{\"q\":\"$(seq 65 | sed 's/^/woord/' | paste -sd ' ' | sed 's/ / OR /g')\"}")" 'meer dan 64 woorden' "more words than may be"
like "$(wrong "{\"q\":\"$(head -c 20001 /dev/zero | tr '\0' a)\"}")" 'Geef een kortere zoekvraag' "a query that is too long"
like "$(call beantwoord_vragen "{\"tekst\":\"$(head -c 70000 /dev/zero | tr '\0' a)\"}" | content)" 'te lang: hoogstens 65536 bytes' "a text that is too long"

# an index that is made anew is read anew; one that is not there is said
{
	echo "$hello"; echo '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lees_pilot","arguments":{"id":"nieuw-loket"}}}'
	until [ -s "$tmp/first" ]; do sleep 0.1; done
	"$BUILD/pilot-index" corpus >/dev/null 2>&1
	echo '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"toon_wijzigingen"}}'
} | run "$search" --mcp | { sed -u 1d | tee "$tmp/first"; } | jq -c '[.id, .result.isError]' | paste -sd ' ' >"$tmp/said"
like "$(cat "$tmp/said")" '^\[1,(true|false)\] \[2,true\]$' "an index that was made anew meanwhile is the one that answers"
like "$(PILOTZOEKER_INDEX=$tmp/none call toon_themas '{}' | jq -r '[.result.isError, .result.content[0].text] | @tsv')" "^true	.*$tmp/none" "no index is said in the answer"

# a call that takes too much has an error, and the next is answered
dear=$(jq -cn '{jsonrpc: "2.0", id: 1, method: "tools/call", params: {name: "beantwoord_vragen", arguments: {tekst: ([range(30) | "\(. + 1). Wat doet u voor huurders met een conflict over \(.) huizen?"] | join("\n"))}}}')
PILOTZOEKER_CPU_MS=1 say "$dear" '{"jsonrpc":"2.0","id":2,"method":"ping"}' "$(printf '%s\n' "$dear" | sed 's/"id":1/"id":3/')" >"$tmp/dear"
case $BUILD${VALGRIND-} in
build) is "$(jq -c '[.id, .error.code // .result, .error.message]' "$tmp/dear" | paste -sd ' ')" \
	'[1,-32603,"this call took too much: ask less at once"] [2,{},null] [3,-32603,"this call took too much: ask less at once"]' "a call that takes too much has an error, and the next is answered" ;;
esac
# the example of the manual, as an assistant starts it
# shellcheck disable=SC2016
config=$(sed -n '/^```json/,/^```/p' doc/mcp.md | sed '1d;$d')
is "$(echo "$config" | jq -r '.mcpServers.pilotzoeker | .command, .args[0]' | paste -sd ' ')" "pilot-search --mcp" "the example starts it"
# shellcheck disable=SC2016
is "$(jq -r '.result.tools[].name' "$tmp/tools" | sort)" "$(sed -n 's/^| `\([a-z_]*\)` |.*/\1/p' doc/mcp.md | sort)" "the manual names each tool"
done_testing
