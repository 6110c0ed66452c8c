# The manual pages: well-formed, their examples work, and every option is in them.
# shellcheck disable=SC2013,SC2016
. tests/tap.sh
needs mandoc col

PATH=$PWD/$BUILD:$PATH
cd "$tmp" || exit 1
pilot-index >/dev/null 2>&1
man=$OLDPWD/doc/man
for page in "$man"/*; do
	name=${page##*/}
	is "$(mandoc -T lint -W warning "$page" 2>&1)" "" "$name is well-formed"
	mandoc -T ascii "$page" | col -b | sed -n '/^EXAMPLES/,/^[A-DF-Z]/s/^[[:space:]]*\$ //p' >"$tmp/examples"
	ok "$name has examples" [ -s "$tmp/examples" ]
	while IFS= read -r example; do
		sh -c "$example" >"$tmp/out" 2>"$tmp/err" </dev/null; status=$?
		[ "$status" -eq 0 ] || sed 's/^/# /' "$tmp/err"
		is "$status" 0 "$name: $example"
	done <"$tmp/examples"
done
for program in pilot-index pilot-search; do
	mandoc -T ascii "$man/$program.1" | col -b >"$tmp/page"
	for option in $($program --help | sed -n 's/^  \(-h, \)\{0,1\}\(--[a-z]*\).*/\2/p'); do
		ok "$program.1 tells of $option" grep -q -- "$option" "$tmp/page"
	done
done
for name in $(sed -n 's/^| `\(PILOTZOEKER_[A-Z_]*\)`.*/\1/p' "$OLDPWD/doc/web.md"); do
	ok "pilot-search.cgi.8 tells of $name" grep -q "$name" "$man/pilot-search.cgi.8"
done
done_testing
