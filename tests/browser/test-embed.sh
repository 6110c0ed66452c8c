# What doc/embed.html gives another site: a search box, a frame and a search engine, as that site would use them.
. tests/tap.sh
case $BUILD${VALGRIND-} in
build) ;;
*) echo "ok 1 # skip a sanitizer finds nothing more here"; echo "1..1"; exit 0 ;;
esac
needs node chromium curl lighttpd tests/browser/node_modules/.installed
. tests/servers.sh
"$BUILD/pilot-index" >/dev/null 2>&1
for allowed in yes no; do
	case $allowed in
	yes) export PILOTZOEKER_FRAME_ANCESTORS='http://localhost:*' ;;
	no) unset PILOTZOEKER_FRAME_ANCESTORS ;;
	esac
	start lighttpd-fastcgi
	node tests/browser/embed.mjs "$url" "$PWD" "$allowed" >"$tmp/tap" 2>&1
	status=$?
	sed '/^1\.\.[0-9]*$/d; s/^\(not ok\|ok\) [0-9]*/\1/' "$tmp/tap"
	tests_run=$((tests_run + $(grep -c '^ok\|^not ok' "$tmp/tap")))
	tests_failed=$((tests_failed + $(grep -c '^not ok' "$tmp/tap")))
	is "$status" 0 "with a site that is allowed: $allowed"
done
done_testing
