# Everything that a fuzzer starts from or ever found, given to its target once more.
. tests/tap.sh

"$BUILD/pilot-index" >/dev/null
for cases in tests/fuzz/cases/*; do
	target=${cases##*/}
	for case in "$cases"/*; do ok "$target: ${case##*/}" run "$BUILD/fuzz/$target" "$case"; done
done
done_testing
