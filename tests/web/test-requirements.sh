# Every test that doc/requirements.md names is there.
. tests/tap.sh

grep -E '^\| [MW][0-9]+ \|' doc/requirements.md >"$tmp/rows"
while IFS='|' read -r _ id _ names files _; do
	echo "$files" | tr -d ' ' | tr ',' '\n' | xargs cat >"$tmp/files"
	echo "$names" | tr '`' '\n' | sed -n 'n;p' >"$tmp/names" # every other piece is a name
	while IFS= read -r name; do
		ok "${id# }: $name" grep -qF -- "$name" "$tmp/files"
	done <"$tmp/names"
done <"$tmp/rows"
is "$(cut -d '|' -f 2 "$tmp/rows" | grep -o 'M[0-9]*' | sort -u | wc -l)" 30 "all thirty are named"
done_testing
