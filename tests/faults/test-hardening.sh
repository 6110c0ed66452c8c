# What makes a fault in C harder to use is in every program that is installed, as plain make builds it.
. tests/tap.sh
needs readelf
case $BUILD in *san* | *coverage* | *fuzz*) echo "ok 1 - hardening # skip sanitizers have their own"; echo "1..1"; exit ;; esac
if [ -n "${CFLAGS-}${CPPFLAGS-}${LDFLAGS-}" ]; then echo "ok 1 - hardening # skip built with flags of somebody else"; echo "1..1"; exit; fi

for program in pilot-index pilot-search pilot-search.cgi; do
	readelf -Wh -Wl -Wd "$BUILD/$program" >"$tmp/elf"
	readelf -Ws "$BUILD/$program" | grep -o "__[a-z0-9_]*_\(chk\|fail\)" >"$tmp/symbols"
	like "$(cat "$tmp/elf")" 'Type: *DYN' "$program: anywhere in memory (PIE)"
	like "$(cat "$tmp/elf")" 'FLAGS_1.*PIE' "$program: and says so"
	like "$(cat "$tmp/elf")" 'GNU_RELRO' "$program: its tables are made read-only"
	like "$(cat "$tmp/elf")" 'BIND_NOW|FLAGS_1.*NOW' "$program: all of them, before it begins"
	like "$(cat "$tmp/elf")" 'GNU_STACK .* RW +0x' "$program: nothing on the stack is run"
	is "$(grep -c ' RWE ' "$tmp/elf")" 0 "$program: nor elsewhere what can be written"
	like "$(cat "$tmp/symbols")" '__stack_chk_fail' "$program: the stack is guarded"
	like "$(cat "$tmp/symbols")" '__(printf|snprintf|fprintf|memcpy|memmove|read|pread64|memset|strcpy)_chk' "$program: lengths are checked (FORTIFY)"
done
done_testing
