# Two collections that differ, and what a search of either says: an index must always be one of
# the two, never between. Source this after tap.sh.
export LSAN_OPTIONS="suppressions=$PWD/tests/faults/lsan.supp print_suppressions=0"
mkdir -p "$tmp/first" "$tmp/second"
cp corpus/*.txt "$tmp/first/bijlage.txt"
sed 's/huurgeschil/pachtgeschil/g' "$tmp/first/bijlage.txt" >"$tmp/second/bijlage.txt"
cp tests/search/tweede-editie.txt "$tmp/second/later.txt"
index=$BUILD/pilot-index search=$BUILD/pilot-search
# The answer, without the moment at which the index was made.
answer() { "$search" --format json --limit 40 'rechtsbijstand OR huurgeschil OR pachtgeschil' 2>&1 | jq -cS 'del(.index, .tijdMs)' 2>&1; }
for which in first second; do
	"$index" "$tmp/$which" >/dev/null 2>&1
	answer >"$tmp/$which.answer"
done
# whole: the index is one of the two
whole() { answer >"$tmp/now.answer"; cmp -s "$tmp/now.answer" "$tmp/first.answer" || cmp -s "$tmp/now.answer" "$tmp/second.answer"; }
ok "the two collections give other answers" sh -c "! cmp -s '$tmp/first.answer' '$tmp/second.answer'"
ok "that are answers" [ "$(jq .totaal "$tmp/first.answer")" -gt 10 ]
# inject FAULT AT COMMAND...
inject() {
	fault=$1 at=$2; shift 2
	timeout 120 env FAULT="$fault" FAULT_AT="$at" LD_PRELOAD="$tmp/inject.so" ASAN_OPTIONS=verify_asan_link_order=0 "$@"
}
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/inject.so" tests/faults/inject.c -ldl
