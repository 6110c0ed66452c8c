# Memory that is refused: one allocation at a time (MEMORY_STEP=1: each of them), and by a limit
# (MEMORY_LIMITS=full: each megabyte). A message and a status, no signal, nobody waits; what is
# written or answered is what would be with memory enough, or nothing, and the web always answers.
# shellcheck disable=SC2094,SC3045,SC2086
. tests/tap.sh
needs unzip
plain_only "memory that is refused" "sanitizers and valgrind have a malloc of their own"

index=$BUILD/pilot-index search=$BUILD/pilot-search
${CC:-cc} -std=gnu11 -O1 -shared -fPIC -o "$tmp/memory.so" tests/faults/memory.c -ldl
collection() { mkdir -p "$tmp/$1"; printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\n%s\t<u>Doel</u> %s (zie Kamerstukken II 2018/2019, 31753, nr. 157) <u>Looptijd</u> 2021\n' "$1" "$2" >"$tmp/$1/a.txt"; }
collection Een huurgeschil; collection Twee pachtgeschil
# Each runs one of our programs, below $under: memory is refused to that, not to the shell.
under=
answer() { "$search" --format jsonl 'huurgeschil OR pachtgeschil' 2>&1; }
dump() { $under "$index" --dump "$tmp/Een"; }
found() { $under "$search" --format jsonl 'huurgeschil OR pachtgeschil'; }
exported() { rm -f "$tmp/export.odt"; $under "$search" --format odt --output "$tmp/export.odt" huurgeschil || return; unzip -p "$tmp/export.odt" content.xml; }
questions() { $under "$search" --question tests/search/kamervragen.txt --format md; }
page() { REQUEST_METHOD=GET PATH_INFO=$1 QUERY_STRING=$2 $under "$BUILD/pilot-search.cgi" </dev/null; }
html() { page / q=huurgeschil; }
api() { page /v1/pilots/een ''; }
post() { printf 'tekst=1.+Klopt+dit+van+huurgeschil%%3F' >"$tmp/body"; REQUEST_METHOD=POST CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=$(stat -c %s "$tmp/body") PATH_INFO=/kamervraag $under "$BUILD/pilot-search.cgi" <"$tmp/body"; }
for which in Een Twee; do "$index" "$tmp/$which" >/dev/null 2>&1; answer >"$tmp/$which.answer"; done

allocations() { sed -n 's/^allocations: //p' "$tmp/err"; }
# refused NAME STEPS FUNCTION ARGUMENT...: about so many single refusals, spread over all allocations
total=0
refused() {
	name=$1 steps=$2; shift 2
	under="env MEMORY_COUNT=1 LD_PRELOAD=$tmp/memory.so"
	"$@" >"$tmp/wanted" 2>"$tmp/err"
	count=$(allocations) step=${MEMORY_STEP:-$((count / steps + 1))}
	signals=0 hung=0 wrong=0 silent=0 tried=0 ended=0
	for at in $(seq 1 "$step" "$count"); do
		tried=$((tried + 1))
		under="timeout 60 env MEMORY_AT=$at LD_PRELOAD=$tmp/memory.so"
		"$@" >"$tmp/out" 2>"$tmp/err"; status=$?
		[ "$status" -lt 124 ] || { signals=$((signals + 1)); echo "# $name: signal at $at: $status"; }
		grep -q '^Status: 503' "$tmp/out" && { ended=$((ended + 1)); continue; }
		if [ "$status" -eq 0 ]; then
			cmp -s "$tmp/out" "$tmp/wanted" || { wrong=$((wrong + 1)); echo "# $name: another output, exit 0, at $at"; }
		else
			ended=$((ended + 1))
			case $name in page*) silent=$((silent + 1)); echo "# $name: no answer at $at" ;; *) [ -s "$tmp/err" ] || silent=$((silent + 1)) ;; esac
		fi
	done
	total=$((total + tried))
	is "$signals $wrong $silent" "0 0 0" "$name: $tried of $count allocations refused, $ended ends: no signal, no other output, an answer or a message"
}
refused "records" 150 dump
refused "a search" 150 found
refused "an export" 60 exported
refused "questions" 60 questions
refused "page of results" 150 html
refused "page of the API" 100 api
refused "page of questions" 100 post

# A run that publishes: the old or the new index, whole.
MEMORY_COUNT=1 LD_PRELOAD=$tmp/memory.so "$index" --full "$tmp/Een" >/dev/null 2>"$tmp/err"
count=$(allocations) step=${MEMORY_STEP:-$((count / 150 + 1))} torn=0 signals=0 tried=0
for at in $(seq 1 "$step" "$count"); do
	tried=$((tried + 1)) which=$([ $((tried % 2)) -eq 0 ] && echo Een || echo Twee)
	MEMORY_AT=$at LD_PRELOAD=$tmp/memory.so timeout 60 "$index" --full "$tmp/$which" >/dev/null 2>"$tmp/err"; status=$?
	[ "$status" -lt 124 ] || { signals=$((signals + 1)); echo "# at $at: $status"; }
	answer >"$tmp/now"
	cmp -s "$tmp/now" "$tmp/$which.answer" || { [ "$status" -ne 0 ] && { cmp -s "$tmp/now" "$tmp/Een.answer" || cmp -s "$tmp/now" "$tmp/Twee.answer"; }; } ||
		{ torn=$((torn + 1)); echo "# at $at: exit $status, another index"; }
done
total=$((total + tried))
is "$signals $torn" "0 0" "a run: $tried of $count allocations refused: no signal, the index whole"
echo "# $total single refusals"

# A limit: from too little for anything to enough, with one and two jobs, and a large pilot.
{ printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\nGroot\t<u>Doel</u> '; yes 'De rechtbank helpt bij een huurgeschil.' | tr '\n' ' ' | head -c 12000000; echo; } >"$tmp/large.txt"
mkdir "$tmp/many"; for i in 1 2 3; do sed "s/1 december 2021/$i december 2021/" corpus/*.txt >"$tmp/many/$i.txt"; done
step=$([ "${MEMORY_LIMITS-}" = full ] && echo 1000 || echo 9000)
for work in "--jobs 1 $tmp/many" "--jobs 2 $tmp/many" "$tmp/large.txt"; do
	case $work in *large*) last=900000 stride=$((step * 9)) ;; *) last=130000 stride=$step ;; esac
	"$index" --dump $work >"$tmp/wanted" 2>/dev/null
	signals=0 wrong=0 silent=0 failed=0 tried=0
	for kb in $(seq 15000 "$stride" "$last"); do
		tried=$((tried + 1))
		(ulimit -v "$kb"; exec "$index" --dump $work) >"$tmp/out" 2>"$tmp/err"; status=$?
		[ "$status" -lt 128 ] || { signals=$((signals + 1)); echo "# $work: signal at $kb: $status"; }
		[ "$status" -ne 0 ] || { cmp -s "$tmp/out" "$tmp/wanted" || { wrong=$((wrong + 1)); echo "# $work: other records at $kb"; }; continue; }
		failed=$((failed + 1)); [ -s "$tmp/err" ] || silent=$((silent + 1))
	done
	is "$signals $wrong $silent" "0 0 0" "--dump ${work##*/} under $tried limits, $failed too low: no signal, the same records or a message"
	ok "some were too low, some were not" [ "$failed" -gt 0 ] && [ "$failed" -lt "$tried" ]
done
signals=0 torn=0
for kb in $(seq 30000 "$step" 130000); do
	(ulimit -v "$kb"; exec "$index" --full --jobs 2 "$tmp/Twee") >/dev/null 2>&1; status=$?
	[ "$status" -lt 128 ] || { signals=$((signals + 1)); echo "# signal at $kb: $status"; }
	answer >"$tmp/now"; cmp -s "$tmp/now" "$tmp/Een.answer" || cmp -s "$tmp/now" "$tmp/Twee.answer" || torn=$((torn + 1))
done
is "$signals $torn" "0 0" "a run under limits: no signal, the index whole"
done_testing
