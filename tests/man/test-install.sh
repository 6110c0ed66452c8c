# What make install puts somewhere works from there, and make uninstall leaves nothing.
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
done_testing
