# xapian-c: the header and the library say the same, and the example runs.
. tests/tap.sh

header=lib/xapian-c/xapian-c.h
sed 's,/\*.*\*/,,' $header | tr '\n' ' ' | grep -o 'xapian_[a-z_]*(' | tr -d '(' |
	grep -v '^xapian_error_quark$' | sort -u >"$tmp/declared"
nm -g --defined-only "$BUILD"/lib/xapian-c/*.o | awk '$2 == "T" { print $3 }' |
	grep '^xapian_' | grep -v '^xapian_error_quark$' | sort -u >"$tmp/defined"
# the comments of the header name functions too, so every name must exist
ok "every name in the header is a function, and every function is in the header" \
	diff "$tmp/declared" "$tmp/defined"
is "$(nm -g --defined-only "$BUILD"/lib/xapian-c/*.o | awk '$2 == "T" { print $3 }' |
	grep -v '^xapian_' | grep -v '^_ZN6Xapian' | grep -vc '^main$')" 1 \
	"the one other symbol is the ladder that the parts share"
ok "the header compiles as C on its own" sh -c "echo '#include \"$header\"' |
	${CC:-cc} -std=c11 -Wall -Wextra -Werror -fsyntax-only $(pkg-config --cflags glib-2.0) -I. -x c -"
is "$(grep -l 'xapian\.h>' -r lib indexer search tests --include=*.c --include=*.h --include=*.cc |
	grep -v '^lib/xapian-c/')" "" "only the wrapper includes <xapian.h>"

out=$(printf 'een huis\neen huurhuis\nhet huis van een huurder\n' |
	run "$BUILD/xapian-c-example" "$tmp/db" huis een)
is "$out" "66% een huis
52% het huis van een huurder" "the example finds and ranks" 
like "$("$BUILD/xapian-c-example" "$tmp/db" 2>&1)" usage "the example tells its usage"
ok "the example is about sixty lines" [ "$(grep -vc '^ \*\|^/\*\|^$' lib/xapian-c/example.c)" -le 64 ]
ok "pilot-search has no writer in it" sh -c \
	"! nm -C '$BUILD/pilot-search' | grep -q 'xapian_writer_\|WritableDatabase::add'"
done_testing
