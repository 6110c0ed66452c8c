# The stemmer has another name from Snowball 3 on: the same index and the same answers; and an
# index of other stems is refused.
. tests/tap.sh
needs xapian-delve

index=$BUILD/pilot-index search=$BUILD/pilot-search
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/stemmers.so" tests/search/stemmers.c -ldl
# with STEMMERS COMMAND...: those of another release
with() { stemmers=$1; shift; env STEMMERS="$stemmers" LD_PRELOAD="$tmp/stemmers.so" ASAN_OPTIONS=verify_asan_link_order=0 "$@"; }
terms() { xapian-delve -a -v "$1" | tr ' ' '\n' | sort; }

"$index" >/dev/null 2>&1
with 3 "$index" --index "$tmp/other" >/dev/null 2>&1
terms "$tmp/index" >"$tmp/here.terms"; terms "$tmp/other" >"$tmp/other.terms"
ok "there are stems" grep -q '^Zhuurder' "$tmp/here.terms"
ok "Snowball 3: the same terms" cmp "$tmp/here.terms" "$tmp/other.terms"
"$search" huurders >"$tmp/here" 2>&1
with 3 "$search" huurders >"$tmp/there" 2>&1; status=$?
is "$status $(diff "$tmp/here" "$tmp/there")" "0 " "it searches an index of before"
"$search" --index "$tmp/other" huurders >"$tmp/back" 2>&1; status=$?
is "$status $(diff "$tmp/here" "$tmp/back")" "0 " "and the other way round"
like "$(with 3 "$index" 2>&1)" '33 pilots: 0 new, 0 changed, 33 unchanged' "nothing is made again"

words='huurders mogelijkheden scheidingen evaluaties'
is "$("$search" --analyse "$words")" "$(with 3 "$search" --analyse "$words")" "words have the same stems"
ok "with another stemmer they have not" [ "$("$search" --analyse "$words")" != "$(with lost "$search" --analyse "$words")" ]
with lost "$search" huurders >"$tmp/out" 2>"$tmp/err"; status=$?
is "$status" 3 "and the index is refused"
like "$(cat "$tmp/err")" 'pilot-index' "with what mends that"
with lost "$index" >/dev/null 2>&1
with lost "$search" huurders >"$tmp/out" 2>&1
is "$?" 0 "which makes it anew"
done_testing
