# Publishing: a reader never sees half an index, whatever happens to the indexer.
. tests/tap.sh
needs jq

index=$BUILD/pilot-index search=$BUILD/pilot-search
total() { "$search" --format json --limit 0 rechtsbijstand 2>&1 | jq .totaal; }

"$index" >/dev/null
whole=$(total)
ok "there is an index" [ "$whole" -gt 10 ]
killed=0
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	"$index" >/dev/null 2>&1 & pid=$!
	sleep "0.0$((i * 7 % 10))"
	kill -9 $pid 2>/dev/null && killed=$((killed + 1))
	wait $pid 2>/dev/null
	[ "$(total)" = "$whole" ] || break
done
is "$i $(total)" "20 $whole" "after each of 20 kills the index is whole ($killed hit)"
exits 0 "and a new run succeeds" "$index"
ok "what the killed ones left is gone" [ "$(find "$tmp/index" -name 'gen-*' | wc -l)" -le 2 ]
[ -z "$(find "$tmp/index" -name '*.building')" ]; report $? "nothing half-built stays"

# A failing run leaves the old one.
exits 3 "a missing document fails" "$index" "$tmp/nowhere"
is "$(total)" "$whole" "and the old index is served"
printf '[x]\nlabel=\n' >"$tmp/themes.ini"
exits 3 "bad themes fail" "$index" --themes "$tmp/themes.ini"
like "$err" 'themes.ini:1: theme \[x\]: has no label' "with the line and the theme"
is "$(total)" "$whole" "and the old index is served"

# Two at once.
( flock 9; : >"$tmp/locked"; while [ ! -e "$tmp/go" ]; do sleep 0.05; done ) 9>"$tmp/index/lock" &
while [ ! -e "$tmp/locked" ]; do sleep 0.05; done
exits 3 "a second indexer stops" "$index"
like "$err" 'another pilot-index is writing this index' "and says why"
: >"$tmp/go"
wait

# Another version, another analysis, damage.
exits 0 "a changed theme is enough for a new index" "$index" --themes corpus/themes.ini corpus
generation=$(cut -d' ' -f 2 "$tmp/index/XAPIANDB")
for file in "$tmp/index/$generation"/*.glass; do : >"$file"; done
exits 3 "an emptied index is an error" "$search" huurgeschil
ok "with one clear line" [ "$(wc -l <"$tmp/err")" = 1 ]
exits 0 "and building again mends it" "$index"
is "$(total)" "$whole" "wholly"
done_testing
