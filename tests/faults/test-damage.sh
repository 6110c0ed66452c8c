# An index that is damaged, cut off or removed under a reader: a clear error, never a crash,
# never another answer (FLIPS=1000: so many flipped bits).
# shellcheck disable=SC2044,SC2046,SC2086,SC3045,SC2013,SC2059
. tests/tap.sh
needs jq
. tests/faults/two.sh

flips=${FLIPS:-60}
generation=$tmp/index/$(sed -n 's/^auto \([^/]*\).*/\1/p' "$tmp/index/XAPIANDB" | head -n 1)
good=$(answer)
cp -r "$generation" "$tmp/good"
files=$(find "$generation" -type f -size +0 ! -name sums)
wrong=0 seen=0 n=0
# flip FILE OFFSET: turns a bit over
flip() {
	byte=$(od -An -tu1 -j "$2" -N 1 "$1")
	printf "$(printf '\\%03o' $((byte ^ 1 << (n % 8))))" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
for random in $(awk "BEGIN { srand(${SEED:-1}); for (i = 0; i < $flips; i++) print int(rand() * 1e8) }"); do
	n=$((n + 1))
	file=$(echo "$files" | sed -n "$((n % $(echo "$files" | wc -l) + 1))p")
	at=$((random % $(stat -c %s "$file")))
	flip "$file" "$at"
	"$search" --format json huurgeschil >"$tmp/out" 2>"$tmp/err"; status=$?
	if [ "$status" -eq 3 ] && [ "$(wc -l <"$tmp/err")" -eq 1 ] && [ ! -s "$tmp/out" ]; then seen=$((seen + 1))
	else wrong=$((wrong + 1)); echo "# ${file##*/} at $at: exit $status $(cat "$tmp/err")"; fi
	flip "$file" "$at"
done
is "$seen $wrong" "$flips 0" "each flipped bit of a small index is an error in one line"
is "$(answer)" "$good" "and turned back it answers as before"

# Xapian believes what the small files say, and a single byte of them can crash it: each byte of
# iamglass and of the sums is changed in turn (BYTES=1; under sanitizers some of them), in a small
# index and, further on, in a large one. A signal is a status of 128 and more.
case $BUILD in *san*) stride=${BYTES:-17} ;; *) stride=${BYTES:-1} ;; esac
# each_byte FILE: flips bits of each byte; prints how many were crashes, and how many passed unseen
each_byte() {
	crashes=0 unseen=0 n=0
	for at in $(seq 0 "$stride" $(($(stat -c %s "$1") - 1))); do
		n=$((n + 1))
		flip "$1" "$at"
		for program in "$search" "$index --verify" "$BUILD/pilot-search.cgi"; do
			REQUEST_METHOD=GET PATH_INFO=/ QUERY_STRING=q=huurgeschil $program $([ "$program" != "$search" ] || echo huurgeschil) </dev/null >"$tmp/out" 2>"$tmp/err"; status=$?
			[ "$status" -lt 128 ] || { crashes=$((crashes + 1)); echo "# $program: ${1##*/} at $at: $status" >&2; }
			case $program in *.cgi) grep -q '^Status: 503' "$tmp/out" || unseen=$((unseen + 1)) ;; *) [ "$status" -eq 3 ] || unseen=$((unseen + 1)) ;; esac
		done
		flip "$1" "$at"
	done
	echo "$crashes $unseen"
}
for name in iamglass sums; do
	is "$(each_byte "$generation/$name")" "0 0" "each byte of $name of a small index: no crash, and all is seen"
done
flip "$generation/iamglass" 20; cp -a "$tmp/index" "$tmp/hurt"
for options in "" --full; do
	rm -rf "$tmp/index"; cp -a "$tmp/hurt" "$tmp/index"
	exits 0 "a rebuild${options:+ with }$options passes over a damaged index" "$index" $options "$tmp/first"
	like "$err" 'iamglass: changed since it was written: the index is damaged; all is made anew' "and says so"
	is "$(answer)" "$(cat "$tmp/first.answer")" "and serves a new one"
done
generation=$tmp/index/$(sed -n 's/^auto \([^/]*\).*/\1/p' "$tmp/index/XAPIANDB" | head -n 1)
printf 'auto gen-\n' >"$tmp/hurt/XAPIANDB"
exits 3 "an index with a broken stub does not pass --verify" "$index" --index "$tmp/hurt" --verify
for stub in '' 'auto nowhere\n' 'no stub\n' '# nothing\n'; do
	printf "$stub" >"$tmp/hurt/XAPIANDB"
	exits 3 "nor does one that nobody can search: '$stub'" "$index" --index "$tmp/hurt" --verify
done

# A large index is not read whole when it is opened: then what a pilot says is checked still,
# nothing crashes, and --verify sees it all.
mkdir "$tmp/large"
for i in $(seq 60); do sed "s/Pilot/Pilot/; s/^\([A-Z][^	]*\)	/\1 $i	/; s/1 december 2021/$((i % 28 + 1)) maart 20$((i % 20 + 10))/" corpus/*.txt >"$tmp/large/b$i.txt"; done
PILOTZOEKER_INDEX=$tmp/large-index
"$index" "$tmp/large" >/dev/null 2>&1
ok "there is a large index ($(du -sk "$PILOTZOEKER_INDEX" | cut -f 1) kB)" [ "$(du -sk "$PILOTZOEKER_INDEX" | cut -f 1)" -gt 5000 ]
texts() { jq -r '.passages[] | .pilot.titel, .citaat' 2>/dev/null; }
"$search" --format json --limit 1000 --edition all rechtsbijstand | texts | sort -u >"$tmp/texts"
ok "with texts" [ "$(wc -l <"$tmp/texts")" -gt 50 ]
generation=$PILOTZOEKER_INDEX/gen-1
crashed=0 invented=0 unseen=0 n=0
for random in $(awk "BEGIN { srand(${SEED:-2}); for (i = 0; i < $flips; i++) print int(rand() * 1e8) }"); do
	n=$((n + 1))
	file=$(find "$generation" -name '*.glass' -size +0 | sort | sed -n "$((n % 5 + 1))p")
	at=$((random % $(stat -c %s "$file")))
	flip "$file" "$at"
	timeout 20 "$search" --format json --limit 1000 --edition all rechtsbijstand >"$tmp/out" 2>"$tmp/err"; status=$?
	[ "$status" -lt 124 ] || { crashed=$((crashed + 1)); echo "# ${file##*/} at $at: exit $status"; }
	texts <"$tmp/out" | sort -u >"$tmp/texts.now"
	[ "$(comm -13 "$tmp/texts" "$tmp/texts.now" | wc -l)" -eq 0 ] || { invented=$((invented + 1)); comm -13 "$tmp/texts" "$tmp/texts.now" | head -n 2 | sed 's/^/# /'; }
	"$index" --verify >/dev/null 2>&1 && unseen=$((unseen + 1))
	flip "$file" "$at"
done
is "$crashed $invented $unseen" "0 0 0" "flipped bits of a large one: no crash, no text that was never written, all seen by --verify"
exits 0 "which finds nothing in a good one" "$index" --verify
stride=$((stride * 5)) search="$search --edition all"
is "$(each_byte "$(find "$generation" -name iamglass)")" "0 0" "bytes of iamglass of a large index too"
search=$BUILD/pilot-search
flip "$(find "$generation" -name 'docdata.glass')" 9000
exits 0 "an indexer that meets damage" "$index" "$tmp/large"
like "$err" 'damaged; all is made anew' "says so"
exits 0 "and mends it" "$index" --verify
PILOTZOEKER_INDEX=$tmp/index

# Cut off, and gone.
generation=$tmp/index/$(sed -n 's/^auto \([^/]*\).*/\1/p' "$tmp/index/XAPIANDB" | head -n 1)
rm -rf "$tmp/good"; cp -r "$generation" "$tmp/good"
for file in $(find "$generation" -type f -size +0 ! -name sums); do
	truncate -s -100 "$file" 2>/dev/null || continue
	"$search" huurgeschil >"$tmp/out" 2>"$tmp/err"; status=$?
	[ "$status $(wc -l <"$tmp/err")" = "3 1" ] || break
	cp "$tmp/good/${file##*/}" "$file"
done
is "$status $(wc -l <"$tmp/err")" "3 1" "a file that was cut off is an error in one line"
rm -r "$generation"
exits 3 "a generation that is gone too" "$search" huurgeschil
is "$(REQUEST_METHOD=GET PATH_INFO=/ QUERY_STRING=q=huur "$BUILD/pilot-search.cgi" </dev/null 2>/dev/null | head -n 1 | tr -d '\r')" "Status: 503 Service Unavailable" "on the web: 503"
exits 0 "and the next run mends it" "$index" "$tmp/second"
is "$(answer)" "$(cat "$tmp/second.answer")" "wholly"
done_testing
