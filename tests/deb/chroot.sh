#!/bin/sh
# The Debian packages in a clean Debian 12: installed, a search, a page through lighttpd and the
# socket's own program, removed; then nothing of them may be left. Needs root and debootstrap.
#   make deb && tests/deb/chroot.sh [DIRECTORY]     (default: a new one, removed at the end)
# shellcheck disable=SC2016
set -eu
cd "$(dirname "$0")/../.."
debs=$(pwd)/build/deb
. tests/tap.sh
root=${1:-$tmp/root}
mirror=${MIRROR:-http://deb.debian.org/debian}
ls "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb >/dev/null

[ -x "$root/usr/bin/apt" ] || debootstrap --variant=minbase bookworm "$root" "$mirror" >"$tmp/debootstrap.log" ||
	{ tail -n 5 "$tmp/debootstrap.log"; exit 1; }
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf.d/99*; do [ -e "$file" ] && cp "$file" "$root/etc/apt/apt.conf.d/"; done
mkdir -p "$root/debs"; cp "$debs"/pilotzoeker_*.deb "$debs"/pilotzoeker-web_*.deb "$root/debs/"
mount -t proc proc "$root/proc"; mount -t tmpfs none "$root/run"; mount --bind /dev "$root/dev"
trap 'umount -l "$root/proc" "$root/run" "$root/dev"; rm -rf "$tmp"' EXIT
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"; chmod 755 "$root/usr/sbin/policy-rc.d"

inside apt-get update -qq
# What is there before, with what they need, so that only their own files can be left.
inside apt-get install -y -qq --no-install-recommends lighttpd curl man-db systemd-standalone-sysusers \
	libxapian30 libxml2 libstemmer0d libjansson4 libzip4 libglib2.0-0 >"$tmp/apt.log" 2>&1 || { tail "$tmp/apt.log"; exit 1; }
files() { (cd "$root" && find . \( -path ./proc -o -path ./run -o -path ./dev -o -path ./debs -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
	-o -path ./var/cache -o -path ./var/log -o -path ./tmp -o -path "./etc/*-" \) -prune -o -print | sort); }
files >"$tmp/before"
cp "$root/etc/passwd" "$root/etc/group" "$tmp"

ok "the packages install" inside sh -c 'apt-get install -y -qq --no-install-recommends /debs/*.deb'
is "$(inside pilot-index --index /tmp/index.$$ 2>/dev/null | cut -c 1-17)" "33 pilots: 33 new" "the indexer works"
is "$(inside pilot-search --index /var/lib/pilotzoeker/index --format json huurgeschil | grep -c '"rang"')" 7 "the search finds, in the index that the package made"
ok "the manual is there" inside sh -c 'test -s /usr/share/man/man1/pilot-search.1.gz'
# As the socket unit and the service do, without systemd: the program on a socket.
inside mkdir -p /run/pilotzoeker
inside sh -c 'exec perl -MSocket -e '\''
	socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("/run/pilotzoeker/web.sock")); listen(S, 9); chmod 0666, "/run/pilotzoeker/web.sock";
	open(STDIN, "<&=" . fileno(S)); POSIX::dup2(fileno(S), 0) if eval { require POSIX };
	$ENV{PILOTZOEKER_INDEX} = "/var/lib/pilotzoeker/index"; exec "/usr/lib/cgi-bin/pilot-search.cgi"'\''' >"$tmp/web.log" 2>&1 & web=$!
printf 'server.port = 18099\nserver.bind = "127.0.0.1"\nserver.document-root = "/tmp"\ninclude "/etc/lighttpd/conf-available/60-pilotzoeker.conf"\n' >"$root/tmp/lighttpd.conf"
inside lighttpd -D -f /tmp/lighttpd.conf >"$tmp/lighttpd.log" 2>&1 & server=$!
sleep 2
like "$(inside curl -s 'http://127.0.0.1:18099/?q=huurgeschil')" 'Regie op geschiloplossing in het huurdomein' "a page is served through its snippet for lighttpd"
kill -9 $server $web 2>/dev/null || true; wait $server $web 2>/dev/null || true

ok "the packages are purged" inside sh -c 'apt-get purge -y -qq pilotzoeker pilotzoeker-web'
files >"$tmp/after"
is "$(diff "$tmp/before" "$tmp/after")" "" "nothing is left behind"
is "$(diff "$tmp/passwd" "$root/etc/passwd"; diff "$tmp/group" "$root/etc/group")" "" "nor a user"
done_testing
