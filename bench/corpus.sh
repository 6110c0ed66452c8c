#!/bin/sh
# A corpus of N annexes' worth of Dutch prose, out of Debian's Dutch documentation.
#   bench/corpus.sh RECORDS      prints the directory that it is in
# The packages are fetched once, and kept with the corpora outside the tree.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
records=${1:-100000}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pilotzoeker-bench
packages='libreoffice-help-nl aptitude-doc-nl debian-faq-nl debian-edu-doc-nl'

mkdir -p "$cache/packages"
if [ ! -e "$cache/pages" ]; then
	# shellcheck disable=SC2086
	(cd "$cache/packages" && apt-get download -qq $packages >&2)
	for package in "$cache"/packages/*.deb; do dpkg -x "$package" "$cache/packages/files"; done
	find "$cache/packages/files" -name '*.html' | LC_ALL=C sort >"$cache/pages.new"
	mv "$cache/pages.new" "$cache/pages"
fi
if [ ! -e "$cache/$records/done" ]; then
	rm -rf "${cache:?}/$records"
	mkdir -p "$cache/$records/annexes"
	"$BUILD/bench-corpus" "$records" 1 "$cache/$records/annexes" <"$cache/pages" >&2
	mv "$cache/$records/annexes/records.txt" "$cache/$records/records.txt"
	: >"$cache/$records/done"
fi
echo "$cache/$records"
