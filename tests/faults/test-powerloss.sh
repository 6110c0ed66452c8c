# Power that goes while an index is published: the writes, syncs and renames of a run are recorded,
# and replayed to each call as a careless disk may have kept them (powerloss.py). Each state serves
# the old index or the new one, whole.
# shellcheck disable=SC2016
. tests/tap.sh
needs jq python3
plain_only "power loss" "the same calls as without sanitizers and valgrind"
index=$BUILD/pilot-index search=$BUILD/pilot-search
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/inject.so" tests/faults/inject.c -ldl

collection() { mkdir -p "$tmp/$1"; printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\n%s\t<u>Doel</u> %s <u>Looptijd</u> 2021\n' "$1" "$2" >"$tmp/$1/a.txt"; }
collection old huur; collection new pacht
# old, new, or what is wrong: by what is found, and by the whole of it
cat >"$tmp/ask" <<END
#!/bin/sh
"$search" --index "\$1" --format jsonl 'huur OR pacht' 2>&1 | jq -r '.pilot.titel + .citaat' >"$tmp/now" 2>&1
"$index" --index "\$1" --verify >"$tmp/verify" 2>&1 || { echo "damaged: \$(tail -n 1 "$tmp/verify")"; exit; }
for which in old new; do cmp -s "$tmp/now" "$tmp/\$which.answer" && { echo \$which; exit; }; done
echo "neither: \$(head -n 1 "$tmp/now")"
END
for which in old new; do
	"$index" "$tmp/$which" >/dev/null 2>&1
	"$search" --format jsonl 'huur OR pacht' | jq -r '.pilot.titel + .citaat' >"$tmp/$which.answer"
done
ok "the two collections give other answers" sh -c "! cmp -s '$tmp/old.answer' '$tmp/new.answer' && [ -s '$tmp/old.answer' ]"

# lost NAME OPTION...: a run with these options
lost() {
	name=$1; shift
	"$index" --full "$tmp/old" >/dev/null 2>&1
	rm -rf "$tmp/before" "$tmp/record"; cp -a "$tmp/index" "$tmp/before"
	FAULT_RECORD=$tmp/record FAULT=none LD_PRELOAD=$tmp/inject.so "$index" --jobs 1 "$@" "$tmp/new" >/dev/null 2>"$tmp/err" || sed 's/^/# /' "$tmp/err"
	python3 tests/faults/powerloss.py "$tmp/record" "$tmp/before" "$tmp/index" "$tmp" sh "$tmp/ask" >"$tmp/out" 2>"$tmp/err"
	sed 's/^/# /' "$tmp/out"; head -n 20 "$tmp/err"
	like "$(sed -n 1p "$tmp/out")" '[1-9][0-9]* old, [1-9][0-9]* new, 0 other' "$name: each state serves the old index or the new one, whole"
	like "$(sed -n 2p "$tmp/out")" ', [1-9][0-9]* other' "which is the work of its syncs: without them some are neither"
}
lost "a run that changes"
lost "a full run" --full
done_testing
