# Every call of a publish that changes the disk, and every opening of a file, fails once, each in
# turn: the old or the new index is served, whole, and the next run succeeds. And what is published
# has gone to the disk before it is named.
# shellcheck disable=SC2044,SC2046
. tests/tap.sh
index=$BUILD/pilot-index search=$BUILD/pilot-search
export LSAN_OPTIONS="suppressions=$PWD/tests/faults/lsan.supp print_suppressions=0"
# Under sanitizers each run takes ten times as long: then only some of the calls.
case $BUILD in *san*) step=9 ;; *) step=${FAULT_STEP:-1} ;; esac

# Collections as small as can be: what is written is the same.
collection() { mkdir -p "$tmp/$1"; printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\n%s\t<u>Doel</u> %s <u>Looptijd</u> 2021\n' "$1" "$2" >"$tmp/$1/a.txt"; }
collection Een huur; collection Twee pacht
answer() { "$search" --format jsonl 'huur OR pacht' 2>&1 | jq -r '.pilot.titel + .citaat' 2>&1; }
for which in Een Twee; do "$index" "$tmp/$which" >/dev/null 2>&1; answer >"$tmp/$which.answer"; done
ok "the two collections give other answers" sh -c "! cmp -s '$tmp/Een.answer' '$tmp/Twee.answer' && [ -s '$tmp/Een.answer' ]"
inject() { # FAULT AT COMMAND...
	kind=$1 nth=$2; shift 2
	timeout 60 env FAULT="$kind" FAULT_AT="$nth" LD_PRELOAD="$tmp/inject.so" ASAN_OPTIONS=verify_asan_link_order=0 "$@"
}
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/inject.so" tests/faults/inject.c -ldl
whole() { answer >"$tmp/now"; cmp -s "$tmp/now" "$tmp/Een.answer" || cmp -s "$tmp/now" "$tmp/Twee.answer"; }

# steps NAME FAULT OPTION...: the fault at each of its moments of a run with these options
tried_all=0
steps() {
	name=$1 fault=$2; shift 2
	"$index" --full "$@" "$tmp/Een" >/dev/null 2>&1
	FAULT_LOG=$tmp/calls inject none 0 "$index" "$@" "$tmp/Twee" >/dev/null 2>&1
	read -r changes opens <"$tmp/calls"
	case $fault in files) calls=$opens ;; *) calls=$changes ;; esac
	torn=0 unclear=0 tried=0 failed=0
	answer >"$tmp/now"
	for at in $(seq 1 "$step" "$calls"); do
		tried=$((tried + 1)) which=$(cmp -s "$tmp/now" "$tmp/Twee.answer" && echo Een || echo Twee) # the other
		inject "$fault" "$at" "$index" "$@" "$tmp/$which" >"$tmp/out" 2>"$tmp/err"; status=$?
		whole || { torn=$((torn + 1)); echo "# $name: torn by $fault at $at"; head -n 2 "$tmp/now" | sed 's/^/# /'; }
		[ "$status" -ne 0 ] || { cmp -s "$tmp/now" "$tmp/$which.answer" || { torn=$((torn + 1)); echo "# $name: $fault at $at: exit 0, and another index"; }; continue; }
		failed=$((failed + 1))
		{ [ "$status" -eq 3 ] && grep -q '^pilot-index: ..*' "$tmp/err"; } || { unclear=$((unclear + 1)); echo "# $name: $fault at $at: exit $status"; sed 's/^/# /' "$tmp/err"; }
	done
	tried_all=$((tried_all + tried))
	is "$torn $unclear" "0 0" "$name, $fault at $tried of $calls moments: the index is whole, the message clear"
	[ "$fault" = short ] || ok "$name: some of these failed ($failed)" [ "$failed" -gt 0 ]
	"$index" "$@" "$tmp/Een" >/dev/null 2>&1
	is "$(answer)" "$(cat "$tmp/Een.answer")" "$name: then a run succeeds"
	is "$(find "$tmp/index" -regextype posix-extended -mindepth 1 -maxdepth 1 ! -name lock ! -name XAPIANDB ! -regex '.*/gen-[0-9]+')" "" "$name: and leaves nothing behind"
}
for fault in error full readonly files short; do steps "a run that changes" $fault; done
for fault in error files; do steps "a full run" $fault --full; done
steps "three shards" error --full --shards 3
"$index" --shards 1 --full "$tmp/Een" >/dev/null 2>&1

# The first index of all: nothing is served, or the new one.
FAULT_LOG=$tmp/calls inject none 0 "$index" --index "$tmp/first" "$tmp/Een" >/dev/null 2>&1
read -r changes opens <"$tmp/calls"
torn=0 tried=0
for at in $(seq 1 "$step" "$changes"); do
	rm -rf "$tmp/first"; tried=$((tried + 1))
	inject error "$at" "$index" --index "$tmp/first" "$tmp/Een" >/dev/null 2>&1
	"$search" --index "$tmp/first" --format jsonl 'huur OR pacht' >"$tmp/out" 2>"$tmp/err"; status=$?
	case $status in
	0) jq -r '.pilot.titel + .citaat' "$tmp/out" | cmp -s - "$tmp/Een.answer" || torn=$((torn + 1)) ;;
	3) grep -q '^pilot-search: no index at' "$tmp/err" || torn=$((torn + 1)) ;;
	*) torn=$((torn + 1)) ;;
	esac
done
tried_all=$((tried_all + tried))
is "$torn" 0 "a first index, error at $tried of $changes moments: the new one or none"
echo "# $tried_all single faults"

# A stub that cannot be read does not say what is served: nothing is removed.
cp -a "$tmp/index" "$tmp/unread"; rm "$tmp/unread/XAPIANDB"; mkdir "$tmp/unread/XAPIANDB"
exits 3 "a stub that cannot be read is an error" "$index" --index "$tmp/unread" "$tmp/Twee"
is "$(find "$tmp/unread" -maxdepth 1 -name 'gen-*' | wc -l)" "$(find "$tmp/index" -maxdepth 1 -name 'gen-*' | wc -l)" "and no generation is removed"
mkdir "$tmp/unread/gen-notes"; rmdir "$tmp/unread/XAPIANDB"; cp "$tmp/index/XAPIANDB" "$tmp/unread"
exits 0 "with its stub it is as before" "$index" --index "$tmp/unread" "$tmp/Twee"
ok "what others call gen-… stays" [ -d "$tmp/unread/gen-notes" ]

# Each file is on the disk before the stub names it, and the names are too.
FAULT_TRACE=$tmp/trace inject none 0 "$index" --full "$tmp/Twee" >/dev/null 2>&1
generation=$tmp/index/$(sed -n 's/^auto \([^/]*\).*/\1/p' "$tmp/index/XAPIANDB" | head -n 1)
before=$(sed "/^rename	.*XAPIANDB$/q" "$tmp/trace" | sed 's/\.building//')
unsynced=0
for file in $(find "$generation" -type f) "$generation"; do
	last=$(printf '%s\n' "$before" | grep -v '^rename' | grep -F "	$file" | grep "	$file$" | tail -n 1)
	case $last in sync*) ;; *) unsynced=$((unsynced + 1)); echo "# not synced: $file ($last)" ;; esac
done
is "$unsynced" 0 "every file of a generation is synced after its last write, and before the stub names it"
is "$(sed -n '/^rename	.*\/gen-[0-9]*$/,/^rename	.*XAPIANDB$/p' "$tmp/trace" | grep -c "^sync	$tmp/index$")" 1 "so is the directory, after the generation has its name"
ok "and after the stub has its" sh -c "sed -n '/^rename	.*XAPIANDB\$/,\$p' '$tmp/trace' | grep -q '^sync	$tmp/index\$'"
done_testing
