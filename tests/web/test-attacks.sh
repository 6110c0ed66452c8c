# Attacks on the web program, a line each in attacks.tsv, and documents that attack.
. tests/tap.sh
needs jq xmllint unzip perl

"$BUILD/pilot-index" >/dev/null 2>&1
repeat() { awk "BEGIN { for (i = 0; i < $2; i++) printf \"%s\", \"$1\" }"; }
LONG=$(repeat a 70000) MANY=$(repeat 'q=a&' 100) DEEP=$(repeat '(' 300)huur WILD=$(repeat 'a*+' 9) WORDS=$(repeat 'woord+OR+' 65)
JSONDEEP=$(repeat '[' 5000)
filled() { printf '%b' "$1" | sed "s/\$LONG/$LONG/; s/\$MANY/$(echo "$MANY" | sed 's/&/\\\&/g')/; s/\$DEEP/$DEEP/; s/\$WILD/$WILD/; s/\$WORDS/$WORDS/; s/\$JSONDEEP/$JSONDEEP/"; }
# ask METHOD PATH QUERY BODY
ask() {
	type=application/x-www-form-urlencoded
	case $2 in /v1/*) type=application/json ;; esac
	printf '%s' "$4" >"$tmp/body"
	env -i PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" REQUEST_METHOD="$1" PATH_INFO="$2" QUERY_STRING="$3" CONTENT_TYPE=$type \
		CONTENT_LENGTH="$(wc -c <"$tmp/body")" HTTP_HOST=localhost "$BUILD/pilot-search.cgi" <"$tmp/body" >"$tmp/raw" 2>"$tmp/err"
	ended=$?
	tr -d '\r' <"$tmp/raw" >"$tmp/answer"
}
tab=$(printf '\t')
while IFS= read -r line; do
	case $line in '#'*) continue ;; esac
	# Empty fields count, so not by IFS.
	set -- ; rest=$line
	for i in 1 2 3 4 5 6; do set -- "$@" "${rest%%"$tab"*}"; rest=${rest#*"$tab"}; done
	ask "$(filled "$2")" "$(filled "$3")" "$(filled "$4")" "$(filled "$5")"
	got=$(sed -n '1s/Status: \([0-9]*\).*/\1/p' "$tmp/answer")
	sed '/^$/q' "$tmp/answer" >"$tmp/head"
	searched=$tmp/answer; [ "$rest" = "${rest#H:}" ] || searched=$tmp/head
	held=$([ "$rest" = - ] || grep -aE -m 1 -- "${rest#H:}" "$searched" | head -c 200)
	paths=$(grep -acE "$tmp|/usr/|\.c:[0-9]" "$tmp/answer")
	is "$ended $got [$held] $paths $(wc -c <"$tmp/err")" "0 $6 [] 0 0" "$1"
done <tests/web/attacks.tsv

# Documents that attack: nothing of them is markup, in any page or format.
PILOTZOEKER_INDEX=$tmp/hostile
"$BUILD/pilot-index" tests/web/hostile.txt >/dev/null 2>&1
ok "a hostile document is indexed" [ "$("$BUILD/pilot-search" --format json boef | jq .totaal)" -ge 5 ]
for page in '/ q=boef' '/tijdlijn ' '/vergelijk pilot=script-alert-1-script-boef&pilot=sum-1-boef' '/pilots/script-alert-1-script-boef ' '/pilots/svg-onload-alert-1-boef ' '/pilots/cmd-c-calc-a0-boef ' \
	'/export q=boef&formaat=md' '/export q=boef&formaat=html' '/atom q=boef' '/kamervraag tekst=Wat+is+een+boef%3F'; do
	ask GET "${page%% *}" "${page#* }" ''
	is "$(sed -n '1s/Status: \([0-9]*\).*/\1/p' "$tmp/answer") $(grep -acE '(^|[^\\])(<script|<svg[ /]onload|<img)|href="javascript|^Set-Cookie' "$tmp/answer")" "200 0" "no markup of it in ${page% }"
	is "$(grep -acP '\x{202e}|\x{202d}|[\x01-\x08]' "$tmp/answer")" 0 "nothing that turns text around, no control characters"
done
ask GET /atom q=boef ''; sed '1,/^$/d' "$tmp/answer" >"$tmp/feed"
is "$(xmllint --noout "$tmp/feed" 2>&1)" "" "the feed is well-formed"
ask GET /export 'q=boef&formaat=csv' ''
is "$(sed '1,/^$/d' "$tmp/answer" | grep -acE '(^|;)"[=+@-]')" 0 "no cell of a spreadsheet is a formula"
ask GET /export 'q=boef&formaat=odt' ''
perl -0pe 's/^.*?\r\n\r\n//s' "$tmp/raw" >"$tmp/boef.odt"
is "$(unzip -p "$tmp/boef.odt" content.xml | xmllint --noout - 2>&1)" "" "the document is well-formed"
done_testing
