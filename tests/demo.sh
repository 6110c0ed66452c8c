#!/bin/sh
# make demo: the corpus indexed, and the pilots of each theme.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
export PILOTZOEKER_INDEX="$BUILD/index"
"$BUILD/pilot-index"
for theme in $("$BUILD/pilot-search" --themes | awk '/^[^ ]/ { print $1 }'); do
	printf '\n== %s ==\n' "$theme"
	"$BUILD/pilot-search" --theme "$theme" --limit 3
done
cat <<END

Try next:
  export PILOTZOEKER_INDEX=$PILOTZOEKER_INDEX
  $BUILD/pilot-search huurgeschil
  $BUILD/pilot-search --theme multiproblematiek --format json
  $BUILD/pilot-search --help
END
