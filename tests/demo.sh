#!/bin/sh
# make demo: the corpus indexed and the pilots of each theme, for who sees it for the first time.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
export PILOTZOEKER_INDEX="$BUILD/index"
warnings=$(mktemp)
trap 'rm -f "$warnings"' EXIT
# shown COMMAND...: as one would type it, and what it says
shown() {
	printf '\n$ %s\n' "$*"
	program=$1; shift
	"$BUILD/$program" "$@" 2>"$warnings" || [ $? -eq 1 ] || { cat "$warnings" >&2; exit 3; }
}

cat <<'END'
corpus/ holds an annex, as published, in which the Dutch government reports on
its pilots. pilot-index reads it and makes the index:
END
shown pilot-index --full corpus
if [ -s "$warnings" ]; then
	printf '\nWhile reading it notes what a human should look at. In the published annex:\n\n'
	sed 's/^[^:]*:\([0-9]*\): warning: /line \1: /' "$warnings" | fold -s -w 76 | sed 's/^/  /'
fi
printf '\npilot-search finds passages, by words or by theme. The best of each theme:\n'
for theme in $("$BUILD/pilot-search" --themes | awk '/^[^ ]/ { print $1 }'); do
	shown pilot-search --theme "$theme" --limit 3
done
cat <<END

Try next:

  export PILOTZOEKER_INDEX=$PILOTZOEKER_INDEX
  $BUILD/pilot-search huurgeschil            # a word: compounds and synonyms too
  $BUILD/pilot-search huurgeschil --explain  # why each passage was found
  $BUILD/pilot-search --place Rotterdam      # in a place
  $BUILD/pilot-search --timeline             # all pilots against the months
  $BUILD/pilot-search --theme huur --format json | head -n 30
  $BUILD/pilot-index --help                  # an annex of your own
  make serve                                # in a browser (it needs lighttpd)
END
