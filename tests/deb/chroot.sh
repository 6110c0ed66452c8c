#!/bin/sh
# The Debian packages in a clean Debian: the version before, upgraded to this one, which works: a
# search, a page through lighttpd and the program below its supervisor; removed, and then nothing
# of them may be left. Needs root and debootstrap.
#   make deb && tests/deb/chroot.sh [SUITE]     (default: this machine's; DEBS: where they are; OLD:
#   where packages of an older version are; without these, the same ones with a lower number)
# shellcheck disable=SC2016
set -eu
cd "$(dirname "$0")/../.."
suite=${1:-$(. /etc/os-release; echo "${VERSION_CODENAME-bookworm}")}
debs=${DEBS:-build/deb}
. tests/tap.sh
. tests/chroot.sh
ls "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb >/dev/null

is "$(TMPDIR=$tmp lintian --allow-root --tag-display-limit 0 "$debs"/*.changes 2>&1)" "" "lintian has nothing to say"

chroot_new "$suite"
mkdir "$root/debs" "$root/debs/old"; cp "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb "$root/debs/"
if [ -n "${OLD-}" ]; then cp "$OLD"/pilotzoeker_*.deb "$OLD"/pilotzoeker-web_*.deb "$root/debs/old/"; else
	for deb in "$root/debs"/*.deb; do
		rm -rf "$tmp/old"; dpkg-deb -R "$deb" "$tmp/old"
		sed -i 's/^Version: .*/Version: 0.1/; s/pilotzoeker (= [^)]*)/pilotzoeker (= 0.1)/' "$tmp/old/DEBIAN/control"
		dpkg-deb --root-owner-group -b "$tmp/old" "$root/debs/old/" >/dev/null
	done
fi
# What they need is there before, so that only their own files can be left.
inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends lighttpd curl man-db systemd-standalone-sysusers &&
	apt-get install -s --no-install-recommends /debs/*.deb | sed -n "s/^Inst \([^ ]*\) .*/\1/p" | grep -v ^pilotzoeker |
	xargs apt-get install -y -qq --no-install-recommends' >"$tmp/apt.log" 2>&1 || { tail "$tmp/apt.log"; exit 1; }
files() { (cd "$root" && find . \( -path ./proc -o -path ./run -o -path ./dev -o -path ./sys -o -path ./debs -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
	-o -path ./var/cache -o -path ./var/log -o -path ./tmp -o -path "./etc/*-" \) -prune -o -print | sort); }
files >"$tmp/before"
cp "$root/etc/passwd" "$root/etc/group" "$tmp"

ok "the version before installs" inside sh -c 'apt-get install -y -qq --no-install-recommends /debs/old/*.deb'
echo 'PILOTZOEKER_NAAM="Zoeker van ons"' >>"$root/etc/default/pilotzoeker"
# An index that the new version cannot read: of an older format, or as good as that.
[ -n "${OLD-}" ] || echo 'auto gen-0' >"$root/var/lib/pilotzoeker/index/XAPIANDB"
ok "and is upgraded" inside sh -c 'apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold /debs/*.deb'
is "$(inside pilot-search --version)" "pilot-search (pilotzoeker) $(dpkg-deb -f "$debs"/pilotzoeker_*.deb Version)" "to this one"
is "$(inside sh -c "dpkg -s pilotzoeker pilotzoeker-web | grep obsolete")" "" "with no settings of the version before that nobody reads"
is "$(tail -n 1 "$root/etc/default/pilotzoeker")" 'PILOTZOEKER_NAAM="Zoeker van ons"' "and those that were changed"
ok "an index that it cannot read was made anew" inside setpriv --reuid=pilotzoeker --regid=pilotzoeker --clear-groups pilot-index --verify --index /var/lib/pilotzoeker/index
ok "the packages install again" inside sh -c 'apt-get install -y -qq --no-install-recommends --reinstall /debs/*.deb'
is "$(inside pilot-index --index /tmp/index.$$ 2>/dev/null | cut -d , -f 1 | paste -sd ' ')" "33 pilots: 33 new 52 papers: 52 new" "the indexer works"
is "$(inside pilot-search --index /var/lib/pilotzoeker/index --format json huurgeschil | jq '.passages | length')" 10 "the search finds, in the index that the package made"
# The folder of an editor (beheer.md), by what the rebuild unit runs, with its settings and user.
cat >"$root/tmp/rebuild.sh" <<'END'
mkdir /srv/pilots && cp -r /usr/share/pilotzoeker/corpus/* /srv/pilots
printf '[zolderruzie]\ngelijk = huurgeschil\n' >>/srv/pilots/thesaurus.ini
sed -i 's,^PILOTZOEKER_DOCUMENTS=.*,PILOTZOEKER_DOCUMENTS=/srv/pilots,' /etc/default/pilotzoeker
set -a; . /etc/default/pilotzoeker
setpriv --reuid=pilotzoeker --regid=pilotzoeker --clear-groups sh -c "$(sed -n s/^ExecStart=//p /lib/systemd/system/pilotzoeker-rebuild.service)" 2>&1
rm -r /srv/pilots
END
like "$(inside sh /tmp/rebuild.sh)" '^pilot-index: used: /srv/pilots/thesaurus.ini' "the rebuild unit uses the folder of an editor"
like "$(inside pilot-search --index /var/lib/pilotzoeker/index zolderruzie)" 'geschiloplossing in het huurdomein' "which the search knows"
is "$(inside pilot-search --index /var/lib/pilotzoeker/index --format odt huurgeschil | head -c 77 | tail -c 39)" application/vnd.oasis.opendocument.text "an export finds its libzip"
dpkg -L --root="$root" pilotzoeker pilotzoeker-web | sed 's/\.gz$//' >"$tmp/installed"
missing=$(git ls-files corpus | sed 's,^,/usr/share/pilotzoeker/,'; git ls-files doc/man | sed 's,.*/\(.*\.\([1-9]\)\)$,/usr/share/man/man\2/\1,'
	git ls-files debian/systemd | sed 's,.*/,/lib/systemd/system/,'; echo /usr/lib/pilotzoeker/keep-running; echo /usr/lib/pilotzoeker/mail-news; git ls-files doc/servers | sed 's,.*/,/usr/share/doc/pilotzoeker-web/examples/,')
is "$(echo "$missing" | grep -Fxv -f "$tmp/installed")" "" "the documents, words, manuals, units and configurations that git knows are in the packages"
# As the socket unit and the service do, without systemd: the program on a socket.
printf 'server.port = 18099\nserver.bind = "127.0.0.1"\nserver.document-root = "/tmp"\ninclude "/etc/lighttpd/conf-available/60-pilotzoeker.conf"\n' >"$root/tmp/lighttpd.conf"
cat >"$root/tmp/web.sh" <<'END'
mkdir -p /run/pilotzoeker; rm -f /run/pilotzoeker/web.sock
perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("/run/pilotzoeker/web.sock")); listen(S, 9); chmod 0666, "/run/pilotzoeker/web.sock";
	open(STDIN, "<&=" . fileno(S)); POSIX::dup2(fileno(S), 0) if eval { require POSIX };
	$ENV{PILOTZOEKER_INDEX} = "/var/lib/pilotzoeker/index"; exec "/usr/lib/pilotzoeker/keep-running", "/usr/lib/cgi-bin/pilot-search.cgi"' >&2 &
lighttpd -D -f /tmp/lighttpd.conf >&2 &
for _ in 1 2 3 4 5 6 7 8 9 10; do
	sleep 0.5
	curl -sf "http://127.0.0.1:18099/$1" && break
done
END
like "$(inside sh /tmp/web.sh '?q=huurgeschil' 2>"$tmp/web.log")" 'Regie op geschiloplossing in het huurdomein' "a page is served through its snippet for lighttpd"
like "$(inside sh /tmp/web.sh 'export?q=huurgeschil&formaat=odt' 2>>"$tmp/web.log" | tr '\0' ' ' | head -c 77)" 'application/vnd.oasis.opendocument.text' "and a document"

ok "the packages are purged" inside sh -c 'apt-get purge -y -qq pilotzoeker pilotzoeker-web'
files >"$tmp/after"
is "$(diff "$tmp/before" "$tmp/after")" "" "nothing is left behind"
is "$(diff "$tmp/passwd" "$root/etc/passwd"; diff "$tmp/group" "$root/etc/group")" "" "nor a user"

# Under a started systemd, where one can be started: the socket, the service with all that guards it,
# and the rebuild.
inside sh -c 'apt-get install -y -qq --no-install-recommends systemd systemd-sysv lighttpd curl /debs/*.deb' >"$tmp/apt.log" 2>&1 || tail "$tmp/apt.log"
{ cat "$root/tmp/lighttpd.conf"; echo 'server.username = "www-data"'; } >"$root/root/lighttpd.conf" # a boot empties /tmp
if boot; then
	cat >"$root/root/page.sh" <<'END'
lighttpd -D -f /root/lighttpd.conf >&2 & server=$!
sleep 1; curl -s --max-time 20 "http://127.0.0.1:18099/$1"; kill $server
END
	ok "systemd: the rebuild" booted systemctl start pilotzoeker-rebuild
	like "$(booted sh /root/page.sh '?q=huurgeschil' 2>"$tmp/web.log")" 'Regie op geschiloplossing in het huurdomein' "systemd: a page, through the socket"
	like "$(booted sh /root/page.sh 'export?q=huurgeschil&formaat=odt' 2>>"$tmp/web.log" | tr '\0' ' ' | head -c 77)" 'application/vnd.oasis.opendocument.text' "systemd: and a document"
	is "$(booted journalctl -q --no-pager -u pilotzoeker-web | grep -c keep-running)" 0 "systemd: of which the journal has nothing to say"
	main() { booted systemctl show --value -p MainPID pilotzoeker-web; }
	before=$(main)
	ok "systemd: the packages install again" booted env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 sh -c 'rm /usr/sbin/policy-rc.d; apt-get install -y -qq --no-install-recommends --reinstall /debs/*.deb'
	ok "systemd: and the service runs the new program" [ "$(main)" != "$before" ]
	shut
else
	echo "ok $((tests_run += 1)) - systemd # skip it cannot be started here: $(tail -n 1 "$tmp/boot.log")"
fi
done_testing
