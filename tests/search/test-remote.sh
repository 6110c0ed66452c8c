# An index over several servers: Xapian's own server for each shard, on the loopback.
. tests/tap.sh
needs jq xapian-delve xapian-tcpsrv

index=$BUILD/pilot-index search=$BUILD/pilot-search
mkdir "$tmp/docs"
cp corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt tests/search/tweede-editie.txt "$tmp/docs"
"$index" --index "$tmp/one" "$tmp/docs" >/dev/null 2>&1
"$index" --index "$tmp/three" --shards 3 "$tmp/docs" >/dev/null 2>&1
generation=$tmp/three/$(sed -n '1s/auto \(.*\)\/head/\1/p' "$tmp/three/XAPIANDB")

servers=
trap 'kill $servers 2>/dev/null; rm -rf "$tmp"' EXIT
port=$((20000 + $$ % 20000))
listening() { grep -q ":$(printf '%04X' "$port") " /proc/net/tcp /proc/net/tcp6; }
# serve SHARD: adds it to the stub
serve() {
	while listening; do port=$((port + 1)); done
	# It ends its whole process group when it is told to: so it has one of its own.
	setsid xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$port" "$generation/shard-$1" >/dev/null 2>&1 &
	servers="$servers $!"
	for _ in $(seq 100); do listening && break; sleep 0.05; done
	echo "remote 127.0.0.1:$port" >>"$tmp/stub"
}
cp -r "$generation/head" "$tmp/head"
echo "auto $tmp/head" >"$tmp/stub"
for shard in 1 2 3; do serve $shard; done
stub=$tmp/stub

shown() {
	for query in huur scheiding 'plaats:Utrecht' '*recht' 'be*' '"de rechtzoekende"' mediaton \
		'status:lopend OR titel:pilot' rechtsbijstand SJD 'onderzoek naar mediation'; do
		"$search" --index "$1" --format json --facets --edition all --limit 100 "$query"
		"$search" --index "$1" --format json --sort start --limit 100 "$query"
	done
	"$search" --index "$1" --format json --limit 100 --theme scheiden --facets
	"$search" --index "$1" --format json --related regie-op-geschiloplossing-in-het-huurdomein
	"$search" --index "$1" --changes 2021-12-01..2022-06-01
	"$search" --index "$1" --question tests/search/kamervragen.txt
	"$search" --index "$1" --run tests/relevance/own-queries.tsv
} 2>/dev/null
shown "$tmp/one" >"$tmp/one.shown"
shown "$stub" >"$tmp/remote.shown"
like "$(grep -c '"rang"' "$tmp/one.shown")" '^[0-9]{3,}$' "one index answers"
ok "three servers answer as one index: hits, facets, editions, related, questions" diff "$tmp/one.shown" "$tmp/remote.shown"
web() { PATH_INFO=$1 QUERY_STRING=$2 REQUEST_METHOD=GET PILOTZOEKER_INDEX=$stub PILOTZOEKER_PARTIAL=${3-} run "$BUILD/pilot-search.cgi" </dev/null; }
like "$(web / q=huurgeschil)" 'Regie op geschiloplossing' "the web finds it over the network"
like "$(web /pilots/regie-op-geschiloplossing-in-het-huurdomein '')" 'Regie op geschiloplossing' "and shows it"
like "$(web /suggesties q=huur)" 'huur' "and suggests"
like "$(web /gezond '' | head -n 1)" '200' "and is healthy"

# One server dies.
# shellcheck disable=SC2086
set -- $servers
kill -9 "$2"; wait "$2" 2>/dev/null
exits 3 "without one server there is no answer" "$search" --index "$stub" rechtsbijstand
like "$err" 'pilot-search: .*check that xapian-tcpsrv runs there' "but a clear error"
like "$(web / q=huur)" '^Status: 503' "the web says 503"
like "$(web /gezond '')" '^Status: 503' "so does the health check"
exits 0 "--partial answers with what is left" "$search" --index "$stub" --partial --format json rechtsbijstand
like "$out" '"ontbreekt": \[' "and says that a part is missing"
like "$(printf '%s' "$out" | jq -c .ontbreekt)" '^\["deel 2 van 3"\]$' "which part"
like "$(printf '%s' "$out" | jq .totaal)" '^[1-9]' "with hits"
"$search" --index "$stub" --partial rechtsbijstand >"$tmp/out" 2>"$tmp/err"
like "$(cat "$tmp/err")" 'een deel van de verzameling is nu niet doorzocht' "the text says so too"
like "$(web / q=rechtsbijstand 1)" 'een deel van de verzameling is nu niet doorzocht' "the web too, where it may"
like "$(web /v1/passages q=rechtsbijstand 1)" '"ontbreekt":' "and its API"
exits 0 "an index that is whole misses nothing" "$search" --index "$tmp/one" --partial --format json huur
is "$(printf '%s' "$out" | jq -c .ontbreekt)" null "and does not speak of it"

# A copy of a shard, kept up to date by Xapian.
while listening; do port=$((port + 1)); done
setsid xapian-replicate-server --one-shot --interface 127.0.0.1 --port $port "$generation" >/dev/null 2>&1 & servers="$servers $!"
for _ in $(seq 100); do listening && break; sleep 0.05; done
ok "a shard is replicated" xapian-replicate --host 127.0.0.1 --port $port --master shard-1 --one-shot "$tmp/replica"
is "$(xapian-delve "$tmp/replica" 2>/dev/null | sed -n 's/number of documents = //p')" \
	"$(xapian-delve "$generation/shard-1" | sed -n 's/number of documents = //p')" "with all its pilots"
done_testing
