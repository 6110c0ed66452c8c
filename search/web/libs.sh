#!/bin/sh
# With what pilot-search.cgi is linked on this system: a library whose archive links, with all
# that it needs itself, is linked in (the Makefile says why); any other is shared, and said.
#   CC=gcc search/web/libs.sh LIBRARY:FUNCTION... >FILE       (for the linker: @FILE)
# The function is one that makes the linker take what is used of the archive.
# shellcheck disable=SC2046,SC2086
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo 'int main(void) { return 0; }' >"$tmp/main.c"

# asked LIBRARY FLAG...: its flags as pkg-config has them, or its name alone
asked() {
	name=$1; shift
	pkg-config --libs "$@" "$name" 2>/dev/null || echo "-l$name"
}
# The C library and its parts stay shared: what they load at run time must fit them.
from_archives() {
	for flag; do
		case $flag in
		-lc | -lm | -ldl | -lrt | -latomic | -lpthread) echo "-Wl,-Bdynamic $flag -Wl,-Bstatic" ;;
		*) echo "$flag" ;;
		esac
	done
}
# links FUNCTION FLAG...
links() {
	function=$1; shift
	${CC:-cc} ${LDFLAGS-} -o "$tmp/main" "$tmp/main.c" "-Wl,--require-defined=$function" "$@" >"$tmp/log" 2>&1
}

echo -Wl,--as-needed
for one; do
	library=${one%:*}
	flags="-Wl,-Bstatic $(from_archives $(asked "$library" --static)) -Wl,-Bdynamic"
	if links "${one#*:}" $flags; then
		echo $flags
	else
		asked "$library"
		echo "pilot-search.cgi: $library is linked shared:" \
			"$(grep -m 1 -o 'cannot find .*\|undefined .*\|required symbol .*' "$tmp/log" || echo 'its archive does not link')" >&2
	fi
done
