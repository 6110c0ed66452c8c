# make demo: what who sees it first gets to see, in a terminal of 80 columns.
. tests/tap.sh

exits 0 "the demo runs" env BUILD="$BUILD" sh tests/demo.sh
is "$(grep -v '^  build-' "$tmp/out" | grep -E '.{81}')" "" "and fits 80 columns"
like "$(grep -A 2 'what a human should look at' "$tmp/out")" 'line [0-9]+: Looptijd' "a warning is introduced as what it is"
is "$(grep -c '^\$ pilot-search --theme' "$tmp/out")" "$(grep -c '^\[' corpus/themes.ini)" "every theme is shown"
is "$(sed "/^-- Kamerstukken/,/^[$]/d" "$tmp/out" | grep -c "^1\\. ")" "$(grep -c '^\[' corpus/themes.ini)" "with its pilots"
sed -n '/^Try next/,$s/^  \([a-z].*\)/\1/p' "$tmp/out" | grep -v '^make\|^export' >"$tmp/next"
ok "what to try next is said" [ "$(wc -l <"$tmp/next")" -ge 5 ]
while IFS= read -r line; do
	ok "it works: ${line%%  *}" sh -c "PILOTZOEKER_INDEX=$BUILD/index; export PILOTZOEKER_INDEX; $line"
done <"$tmp/next"
exits 3 "an indexer that fails" env BUILD="$tmp/none" sh tests/demo.sh
like "$err" 'not found' "is not passed over in silence"
done_testing
