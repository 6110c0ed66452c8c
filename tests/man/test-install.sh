# What make install puts somewhere works from there, and make uninstall leaves nothing; what is
# missing is said.
. tests/tap.sh

make -s B="$BUILD" DESTDIR="$tmp/root" PREFIX=/opt/pilots install >"$tmp/log" 2>&1
is $? 0 "make install"
exits 0 "the indexer finds its corpus" "$tmp/root/opt/pilots/bin/pilot-index"
like "$out" '^33 pilots: 33 new' "all of it"
exits 0 "the search works" "$tmp/root/opt/pilots/bin/pilot-search" huurgeschil
is "$(REQUEST_METHOD=GET PATH_INFO=/gezond "$tmp/root/opt/pilots/lib/cgi-bin/pilot-search.cgi" </dev/null | tail -n 1)" gezond "and the web"
is "$(find "$tmp/root/opt/pilots/share/man" -type f | wc -l)" "$(find doc/man -type f | wc -l)" "every page is there"
is "$(find "$tmp/root/opt/pilots/share" -path '*comp*' -type f -size +0 -o -path '*site-functions*' -type f -size +0 | wc -l)" 6 "completion for three shells and two programs"
version=$(sed -n 's/^VERSION := //p' Makefile)
is "$("$BUILD/pilot-search" --version)" "pilot-search (pilotzoeker) $version" "programs say their version"
like "$(head -n 1 debian/changelog)" "^pilotzoeker \($version\)" "so does the Debian package"
like "$(grep -m 1 '^## ' CHANGELOG.md)" "^## $version" "and the list of changes"
make -s B="$BUILD" DESTDIR="$tmp/root" PREFIX=/opt/pilots uninstall >"$tmp/log" 2>&1
is "$(find "$tmp/root" -type f)" "" "make uninstall leaves no file"

# What is missing is said, with what to run.
PKG_CONFIG_LIBDIR=$tmp/none make -s B="$tmp/build" "$tmp/build/.ready" >"$tmp/log" 2>&1
is "$?" 2 "a library that is not there"
like "$(cat "$tmp/log")" "a library that pilotzoeker needs is missing: run ./setup" "is said, with what to run"
out=$(sh -c '. tests/tap.sh; needs sh no-such-tool; ok "never said" true')
like "$out" 'not ok 1 - not installed: no-such-tool \(./setup --test' "a tool that a test needs"
is "$(echo "$out" | tail -n 1)" 1..1 "without which it does nothing"
exits 2 "an option that ./setup does not have" ./setup --all
like "$err" 'usage: ./setup \[--test' "is told which there are"
done_testing
