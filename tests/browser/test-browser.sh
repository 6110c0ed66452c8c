# The pages in a real Chromium, their markup, and the API against its description.
. tests/tap.sh
case $BUILD${VALGRIND-} in
build) ;;
*) echo "ok 1 # skip a sanitizer finds nothing more here"; echo "1..1"; exit 0 ;;
esac
needs node chromium curl lighttpd tests/browser/node_modules/.installed
. tests/servers.sh
"$BUILD/pilot-index" corpus tests/search/tweede-editie.txt tests/kamer/keten tests/kamer/genoemd >/dev/null 2>&1
start lighttpd-fastcgi
node tests/browser/run.mjs "$url" "$PWD" >"$tmp/tap" 2>&1
sed '/^1\.\./d' "$tmp/tap"
tests_run=$(grep -c '^ok\|^not ok' "$tmp/tap")
is "$(grep -c "^1[.][.]" "$tmp/tap")" 1 "all of them ran"
ok "the API's description follows the rules" tests/browser/node_modules/.bin/spectral lint -q \
	-r tests/browser/.spectral.yml --fail-severity warn search/web/openapi.json
"$BUILD/pilot-index" --dump "$annex" tests/annex >"$tmp/records.jsonl" 2>/dev/null
ok "every record is as its schema says" node tests/browser/records.mjs doc/record.schema.json "$tmp/records.jsonl"
done_testing
