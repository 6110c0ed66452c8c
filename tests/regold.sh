#!/bin/sh
# Writes every golden anew. Read the difference before you commit it.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
"$BUILD/pilot-index" "$annex" >/dev/null
"$BUILD/pilot-index" --dump "$annex" >tests/annex/real.jsonl
for golden in tests/annex/*.warnings; do
	name=${golden%.warnings}
	for input in "$name".txt "$name".md "$name".html; do
		[ -f "$input" ] && "$BUILD/pilot-index" --dump "$input" >"$name.jsonl" 2>"$golden"
	done
done
for golden in tests/kamer/*/*.jsonl tests/kamer/*/*/*.jsonl; do
	name=${golden%.jsonl}
	[ -f "$name.xml" ] && input=$name.xml || input=$name.html
	"$BUILD/pilot-index" --dump "$input" >"$golden" 2>"$name.warnings"
	[ -s "$name.warnings" ] || rm "$name.warnings"
done
for golden in tests/search/*.args; do
	set --
	while IFS= read -r argument; do set -- "$@" "$argument"; done <"$golden"
	"$BUILD/pilot-search" "$@" >"${golden%.args}.out" 2>/dev/null
done
git diff --stat -- tests
