#!/bin/sh
# Style and the rules of the house (HACKING.md). Says what is wrong, or nothing.
# shellcheck disable=SC2016
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0
wrong() { echo "lint: $1"; failed=1; }

# includes ROOM: the rooms whose headers a room includes
rooms="lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli indexer indexer/read indexer/kamer search search/render search/cli search/web"
includes() {
	grep -ho '^#include "[^"]*"' "$1"/*.c "$1"/*.h "$1"/*.cc 2>/dev/null | sort -u |
		sed 's/.*"\(.*\)"/\1/' | while read -r header; do
		for room in $rooms; do [ -f "$room/$header" ] && echo "$room"; done
	done | sort -u | grep -vx "$1"
}
# may ROOM ALLOWED...: a room uses no others
may() {
	room=$1; shift
	for used in $(includes "$room"); do
		case " $* " in *" $used "*) ;; *) wrong "$room must not use $used" ;; esac
	done
}
may lib/dutch
may lib/xapian-c
may lib/pilot
may lib/cli
may lib/index lib/dutch lib/xapian-c lib/pilot
may lib/query lib/dutch lib/xapian-c lib/pilot lib/index
may indexer/read lib/dutch lib/pilot
may indexer/kamer indexer/read lib/dutch lib/pilot
may indexer indexer/read indexer/kamer lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli
may search lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli
may search/render search lib/dutch lib/pilot lib/index lib/query
may search/cli search search/render lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli
may search/web search search/render lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli

# Files that need each other: which includes which, without their own headers, has no circle.
for file in $(git ls-files 'lib/*.[ch]' 'lib/*.cc' 'indexer/*.[ch]' 'search/*.[ch]'); do
	grep -o '^#include "[^"]*\.h"' "$file" | sed 's/.*"\(.*\)\.h"/\1/' | while read -r used; do
		for room in "$(dirname "$file")" $rooms; do
			[ -f "$room/$used.h" ] || continue
			[ "${file%.*}" = "$room/$used" ] || echo "${file%.*} $room/$used"
			break
		done
	done
done | tsort >/dev/null || wrong "files need each other in a circle"

grep -l 'xapian\.h>' -r lib indexer search | grep -v '^lib/xapian-c/' &&
	wrong "only lib/xapian-c may include <xapian.h>"
grep -l 'libxml/HTMLparser' -r lib indexer search | grep -vx 'indexer/read/markup.c' &&
	wrong "only indexer/read/markup.c may parse HTML"
grep -nE '\b(printf|puts|fputs|exit)\(' -r lib indexer search --include='*.c' |
	grep -vE '^(indexer/main|search/cli/main|lib/cli/cli|lib/xapian-c/example|lib/dutch/mk(data|words))\.c:' &&
	wrong "nothing below main prints or exits"

for file in $(git ls-files '*.c' '*.h' '*.cc'); do
	[ "$(wc -l <"$file")" -le 600 ] || wrong "$file is longer than 600 lines"
done
if command -v clang-format >/dev/null; then
	git ls-files '*.c' '*.h' '*.cc' | xargs clang-format --dry-run -Werror || wrong "make format mends it"
fi
if command -v shellcheck >/dev/null; then
	shellcheck -s sh -e SC2034,SC2154 setup tests/*.sh || wrong shellcheck
	shellcheck -s sh -e SC1091,SC1112,SC2034,SC2154 tests/*/*.sh search/web/libs.sh || wrong shellcheck
	shellcheck .ci/run || wrong shellcheck
fi
if command -v cppcheck >/dev/null; then
	mkdir -p build/cppcheck
	cppcheck -q --cppcheck-build-dir=build/cppcheck --std=c11 --error-exitcode=1 --enable=warning,performance,portability \
		--inline-suppr --library=gtk --suppress=varFuncNullUB --suppress=missingInclude --suppress=unknownMacro \
		-Ilib/dutch -Ilib/xapian-c -Ilib/pilot -Ilib/index -Ilib/query -Ilib/cli \
		lib/dutch lib/pilot lib/index lib/query lib/cli indexer search || wrong cppcheck
fi
if command -v clang-tidy >/dev/null; then
	# only what changed since it was last right, as make knows
	${MAKE:-make} -s -k -j"$(nproc)" tidy || wrong clang-tidy
fi
if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning doc/man/* || wrong mandoc
fi
[ "$failed" -eq 0 ] && echo "lint: ok"
exit "$failed"
