# What the web program is linked with is asked of the system: search/web/libs.sh, gen/libzip.h.
# shellcheck disable=SC2013
. tests/tap.sh
needs objdump

out=$(search/web/libs.sh jansson:json_loads 2>"$tmp/err")
like "$out" '-Wl,-Bstatic .*-ljansson.* -Wl,-Bdynamic' "an archive that links is linked in"
is "$(cat "$tmp/err")" "" "and nothing is said"
out=$(search/web/libs.sh jansson:no_such_function 2>"$tmp/err")
is "$(echo "$out" | grep -c -- '-ljansson') $(echo "$out" | grep -c Bstatic)" "1 0" "one that does not link is shared"
like "$(cat "$tmp/err")" "jansson is linked shared: required symbol .no_such_function" "which is said, and why"
out=$(search/web/libs.sh nosuch:library 2>"$tmp/err")
like "$(cat "$tmp/err")" "nosuch is linked shared: .*nosuch" "one that has no archive"

needed() { objdump -p "$1" | sed -n 's/^ *NEEDED *//p'; }
like "$(needed "$BUILD/pilot-index")" "^$(sed -n 's/.*"\(.*\)"/\1/p' "$BUILD/gen/libzip.h")\$" "the libzip that is loaded late is the one that the indexer is linked with"
is "$(needed "$BUILD/pilot-search.cgi" | grep -c libzip)" 0 "which the web program is not"
for library in $(sed -n 's/^-Wl,-Bstatic -l\([^ ]*\) .*/\1/p' "$BUILD/gen/web-libs" 2>/dev/null); do
	is "$(needed "$BUILD/pilot-search.cgi" | grep -cF "lib$library.so")" 0 "$library is in the web program itself"
done
if command -v dpkg-query >/dev/null && [ -s "$BUILD/gen/web-libs" ]; then
	sources=$(debian/static-built-using "$BUILD/gen/web-libs")
	is "$(echo "$sources" | tr ',' '\n' | grep -cE '^ ?[a-z0-9.+-]+ \(= [^ ]+\)$')" "$(echo "$sources" | tr ',' '\n' | grep -c .)" "the package names the sources of what is linked in"
	like "$sources" 'jansson \(= ' "such as this one"
fi
done_testing
