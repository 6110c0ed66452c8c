# A libzip that cannot be loaded, or cannot write: said, and no file is begun.
# shellcheck disable=SC2046,SC2086
. tests/tap.sh

"$BUILD/pilot-index" >/dev/null 2>&1
"$BUILD/pilot-search" huurgeschil --format odt --output "$tmp/good.odt"
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/nozip.so" tests/faults/nozip.c -ldl
# without FAULT: what comes before a command
without() { echo env FAULT="$1" LD_PRELOAD="$tmp/nozip.so" ASAN_OPTIONS=verify_asan_link_order=0; }
web() { $(without "$1") REQUEST_METHOD=GET PATH_INFO="$2" QUERY_STRING="$3" "$BUILD/pilot-search.cgi" </dev/null | tr -d '\r' >"$tmp/answer"; }

for fault in load compress; do
	for what in huurgeschil '--question tests/search/kamervragen.txt'; do
		echo before >"$tmp/export.odt"
		exits 3 "$fault fails: $what" $(without $fault) "$BUILD/pilot-search" $what --format odt --output "$tmp/export.odt"
		like "$err" '^pilot-search: .*libzip' "which is said"
		is "$(cat "$tmp/export.odt")" before "and what was there is still there"
	done
	for page in '/export q=huur&formaat=odt' '/kamervraag tekst=Wat+is+huur%3F&formaat=odt' '/export q=huur&formaat=docx' '/export q=huur&formaat=xlsx'; do
		web $fault "${page% *}" "${page#* }"
		is "$(head -n 1 "$tmp/answer")" 'Status: 503 Service Unavailable' "$fault fails on the web: ${page%% *}"
		like "$(cat "$tmp/answer")" 'Kies een ander formaat' "in words"
		is "$(grep -c '^Content-Disposition\|^Content-Type: application' "$tmp/answer")" 0 "and as a page"
	done
	exits 0 "$fault fails: other formats do not need it" $(without $fault) "$BUILD/pilot-search" huurgeschil --format md
done
exits 3 "nor can an .odt be read" $(without load) "$BUILD/pilot-search" --verify "$tmp/good.odt"
like "$err" 'good.odt: libzip.*cannot be loaded' "which is said"
web none /export 'q=huur&formaat=odt'
is "$(head -n 1 "$tmp/answer")" 'Status: 200 OK' "with it there is a file"
done_testing
