#!/bin/sh
# make serve: the corpus behind a real lighttpd with FastCGI; Ctrl-C stops all of it.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
PATH=$PATH:/usr/sbin
command -v lighttpd >/dev/null || { echo "make serve needs lighttpd: apt-get install lighttpd, or ./setup --test" >&2; exit 1; }
PORT=${PORT:-8080}
PILOTZOEKER_CGI=$PWD/$BUILD/pilot-search.cgi
PILOTZOEKER_INDEX=$PWD/$BUILD/index
PILOTZOEKER_RUN=$(mktemp -d)
export PORT PILOTZOEKER_CGI PILOTZOEKER_INDEX PILOTZOEKER_RUN
trap 'rm -rf "$PILOTZOEKER_RUN"' EXIT
trap 'exit 0' INT TERM
"$BUILD/pilot-index"
echo "http://127.0.0.1:$PORT/ (Ctrl-C stops it)"
lighttpd -D -f doc/servers/lighttpd-fastcgi.conf
