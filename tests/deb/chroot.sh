#!/bin/sh
# The Debian packages in a clean Debian: installed, a search, a page through lighttpd and the
# socket's own program, removed; then nothing of them may be left. Needs root and debootstrap.
#   make deb && tests/deb/chroot.sh [SUITE]     (default: this machine's; DEBS: where they are)
# shellcheck disable=SC2016
set -eu
cd "$(dirname "$0")/../.."
suite=${1:-$(. /etc/os-release; echo "${VERSION_CODENAME-bookworm}")}
debs=${DEBS:-build/deb}
. tests/tap.sh
. tests/chroot.sh
ls "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb >/dev/null

chroot_new "$suite"
mkdir "$root/debs"; cp "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb "$root/debs/"
# What they need is there before, so that only their own files can be left.
inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends lighttpd curl man-db systemd-standalone-sysusers &&
	apt-get install -s --no-install-recommends /debs/*.deb | sed -n "s/^Inst \([^ ]*\) .*/\1/p" | grep -v ^pilotzoeker |
	xargs apt-get install -y -qq --no-install-recommends' >"$tmp/apt.log" 2>&1 || { tail "$tmp/apt.log"; exit 1; }
files() { (cd "$root" && find . \( -path ./proc -o -path ./run -o -path ./dev -o -path ./sys -o -path ./debs -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
	-o -path ./var/cache -o -path ./var/log -o -path ./tmp -o -path "./etc/*-" \) -prune -o -print | sort); }
files >"$tmp/before"
cp "$root/etc/passwd" "$root/etc/group" "$tmp"

ok "the packages install" inside sh -c 'apt-get install -y -qq --no-install-recommends /debs/*.deb'
is "$(inside pilot-index --index /tmp/index.$$ 2>/dev/null | cut -c 1-17)" "33 pilots: 33 new" "the indexer works"
is "$(inside pilot-search --index /var/lib/pilotzoeker/index --format json huurgeschil | grep -c '"rang"')" 7 "the search finds, in the index that the package made"
# The folder of an editor (beheer.md), by what the rebuild unit runs, with its settings and user.
cat >"$root/tmp/rebuild.sh" <<'END'
mkdir /srv/pilots && cp /usr/share/pilotzoeker/corpus/* /srv/pilots
printf '[zolderruzie]\ngelijk = huurgeschil\n' >>/srv/pilots/thesaurus.ini
sed -i 's,^PILOTZOEKER_DOCUMENTS=.*,PILOTZOEKER_DOCUMENTS=/srv/pilots,' /etc/default/pilotzoeker
set -a; . /etc/default/pilotzoeker
setpriv --reuid=pilotzoeker --regid=pilotzoeker --clear-groups sh -c "$(sed -n s/^ExecStart=//p /lib/systemd/system/pilotzoeker-rebuild.service)" 2>&1
rm -r /srv/pilots
END
like "$(inside sh /tmp/rebuild.sh)" '^pilot-index: used: /srv/pilots/thesaurus.ini' "the rebuild unit uses the folder of an editor"
like "$(inside pilot-search --index /var/lib/pilotzoeker/index zolderruzie)" 'geschiloplossing in het huurdomein' "which the search knows"
is "$(inside pilot-search --index /var/lib/pilotzoeker/index --format odt huurgeschil | head -c 77 | tail -c 39)" application/vnd.oasis.opendocument.text "an export finds its libzip"
ok "the manual is there" inside sh -c 'test -s /usr/share/man/man1/pilot-search.1.gz'
# As the socket unit and the service do, without systemd: the program on a socket.
printf 'server.port = 18099\nserver.bind = "127.0.0.1"\nserver.document-root = "/tmp"\ninclude "/etc/lighttpd/conf-available/60-pilotzoeker.conf"\n' >"$root/tmp/lighttpd.conf"
cat >"$root/tmp/web.sh" <<'END'
mkdir -p /run/pilotzoeker; rm -f /run/pilotzoeker/web.sock
perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("/run/pilotzoeker/web.sock")); listen(S, 9); chmod 0666, "/run/pilotzoeker/web.sock";
	open(STDIN, "<&=" . fileno(S)); POSIX::dup2(fileno(S), 0) if eval { require POSIX };
	$ENV{PILOTZOEKER_INDEX} = "/var/lib/pilotzoeker/index"; exec "/usr/lib/cgi-bin/pilot-search.cgi"' >&2 &
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
done_testing
