# A disk that answers in parts or is full; one that may not be written; a
# clock that goes back. The old index is whole and served, the message is clear, and the next
# run succeeds.
# shellcheck disable=SC2046,SC3045,SC2013,SC2059
. tests/tap.sh
needs jq
. tests/faults/two.sh

# Interrupted calls, and calls that do a part.
inject slow 0 "$index" --full "$tmp/second" >"$tmp/out" 2>&1
is $? 0 "a run that is interrupted at every call succeeds"
is "$(answer)" "$(cat "$tmp/second.answer")" "with the same index"
is "$(inject slow 0 "$search" --format json --limit 40 'rechtsbijstand OR huurgeschil OR pachtgeschil' | jq -cS 'del(.index, .tijdMs)')" "$(cat "$tmp/second.answer")" "and so is a search"

# The clock goes back: an index that is newer but says it is older.
inject past 0 "$index" "$tmp/first" >"$tmp/out" 2>&1
is $? 0 "a run with a clock that went back succeeds"
is "$(answer)" "$(cat "$tmp/first.answer")" "and is served"

# A real small disk, where one may be mounted.
mkdir "$tmp/disk"
if mount -t tmpfs -o size=3m none "$tmp/disk" 2>/dev/null; then
	PILOTZOEKER_INDEX=$tmp/disk/index
	exits 0 "an index fits on a small disk" "$index" "$tmp/first"
	before=$(answer)
	head -c 100m /dev/zero >"$tmp/disk/fill" 2>/dev/null
	exits 3 "the next does not" "$index" "$tmp/second"
	like "$err" 'No space left on device|write|database' "which is said"
	is "$(answer)" "$before" "and the old one is served"
	rm "$tmp/disk/fill"; mount -o remount,size=8m "$tmp/disk"
	exits 0 "with room it succeeds" "$index" "$tmp/second"
	is "$(answer)" "$(cat "$tmp/second.answer")" "and serves the new one"
	mount -o remount,ro "$tmp/disk"
	exits 3 "a disk that may not be written is an error" "$index" "$tmp/first"
	like "$err" 'Read-only file system|lock' "which is said"
	is "$(answer)" "$(cat "$tmp/second.answer")" "and the index is served from it"
	umount "$tmp/disk"
	PILOTZOEKER_INDEX=$tmp/index
else
	echo "ok $((tests_run += 1)) - a real small disk # skip nothing may be mounted here"
fi

done_testing
