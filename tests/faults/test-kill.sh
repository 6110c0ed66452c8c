# kill -9 at random moments of a run (KILLS=500: so many): the index stays one of the two that
# were asked for, and the next run succeeds.
# shellcheck disable=SC2046,SC3045,SC2013,SC2059
. tests/tap.sh
. tests/faults/two.sh

kills=${KILLS:-40} seed=${SEED:-1}
start=$(date +%s%N); "$index" --full "$tmp/first" >/dev/null 2>&1; run_ms=$((($(date +%s%N) - start) / 1000000))
torn=0 hit=0 n=0
while [ "$hit" -lt "$kills" ] && [ "$n" -lt $((kills * 9)) ]; do
	n=$((n + 1))
	which=$([ $((n % 2)) -eq 0 ] && echo first || echo second)
	"$index" $([ $((n % 3)) -eq 0 ] || echo --full) $([ $((n % 5)) -eq 0 ] && echo --shards 2) "$tmp/$which" >/dev/null 2>&1 & pid=$!
	sleep "$(awk "BEGIN { srand($seed * 1000 + $n); rand(); printf \"%.3f\", rand() * $run_ms / 1000 }")"
	kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
	[ $? -eq 137 ] || continue
	hit=$((hit + 1))
	whole || { torn=$((torn + 1)); head -c 300 "$tmp/now.answer" | sed 's/^/# /'; }
	"$index" --verify >"$tmp/verify" 2>&1 || { torn=$((torn + 1)); sed 's/^/# /' "$tmp/verify"; }
done
is "$hit" "$kills" "so many were killed while they ran ($n tried)"
is "$torn" 0 "the index was whole after each"
exits 0 "a run succeeds" "$index" --shards 1 "$tmp/first"
is "$(cat "$tmp/first.answer")" "$(answer)" "and serves what it was given"
ok "what the killed ones left is gone" [ "$(find "$tmp/index" -mindepth 1 -maxdepth 1 | wc -l)" -le 4 ]
done_testing
