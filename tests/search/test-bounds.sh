# What a query may cost is bounded, and what was cut is said: on 6,000 pilots that have sixty
# words in common, and some of their own.
. tests/tap.sh
needs jq xapian-delve

index=$BUILD/pilot-index search=$BUILD/pilot-search
awk 'function word(n,  w) { w = ""; do { w = w substr("bdfgklmnprst", n % 12 + 1, 1) substr("aeiou", int(n / 12) % 5 + 1, 1); n = int(n / 60) } while (n); return w "k" }
	BEGIN {
		print "Bijlage 1 - Proef - peildatum 1 mei 2022"
		for (i = 0; i < 60; i++) { common = common " ge" word(i * 7 + 60); asked = asked " ge" word(i * 7 + 60) }
		print "Wat is de stand van" asked "?" >"'"$tmp"'/question"
		for (i = 1; i <= 6000; i++)
			print "Proef " word(i) "\t<p><u>Doel</u> Het doel is" common " be" word(i) (i % 2 ? " oneven" : "") (i % 3 ? "" : " drievoud") ".</p><p><u>Looptijd</u> " 2000 + i % 20 " - 2021</p>"
	}' >"$tmp/many.txt"
exits 0 "6,000 pilots are indexed" "$index" "$tmp/many.txt"
ask() { "$search" --format json "$@" 2>/dev/null; }
one=$(sed 's/.*van \([a-z]*\) .*/\1/' "$tmp/question")

is "$(ask "$one" | jq -c '[.totaal, .circa]')" '[6000,null]' "how many have one word is known"
two='oneven drievoud'
found=$(ask --facets --limit 3 "$two")
like "$(echo "$found" | jq .totaal)" '^(3[5-9]|4[0-5])[0-9]{2}$' "how many of 4,000 have one of two is about right"
is "$(echo "$found" | jq .circa)" true "which is said"
is "$(echo "$found" | jq '[.facetten.jaar[] | .circa] | unique | .[0]')" true "facets are estimated too"
is "$(echo "$found" | jq '[.facetten[][] | select(.circa) | .aantal | tostring | sub("0+$"; "") | length] | max')" 2 "with two digits that tell something"
like "$("$search" --facets "$two" 2>/dev/null | head -n 1)" '^circa [0-9]+ pilots' "in words as well"
like "$("$search" --facets "$two" 2>/dev/null)" '\(circa [0-9]+\)' "with each value"
few=$(ask --facets "titel:bak")
is "$(echo "$few" | jq -c '[.circa, (.facetten.status[0].circa)]')" '[null,null]' "what is counted exactly is not"
is "$(ask --facets --status afgerond --limit 1 | jq '.facetten.jaar | length > 3')" true "facets without a query"

like "$(ask 'be*' | jq -r '.zoekvraag.begrensd[]')" "‘be\*’ staat voor meer dan [0-9]+ woorden" "a wildcard stands for so many words"
like "$(ask '*kak' | jq -r .totaal)" '^[1-9]' "words are found by their end"
is "$(ask '*kak' | jq -r '[.passages[].waarom[] | select(.via == "jokerteken") | .term | test("kak$")] | all')" true "by that end only"
like "$(ask '*ak' | jq -r '.zoekvraag.begrensd[]')" 'staat voor meer dan [0-9]+ woorden' "by two letters too, within bounds"
is "$(ask huur | jq -c .zoekvraag.begrensd)" '[]' "else nothing is cut"

like "$(ask "$(cat "$tmp/question")" | jq -r '.zoekvraag.begrensd[]' | head -n 1)" 'staat in te veel pilots en telt niet mee' \
	"of a long question the most common words are left out"
like "$(ask "$(cat "$tmp/question")" | jq '.zoekvraag.genegeerd | length')" '^[1-9]' "which are named"
like "$(ask "$(cat "$tmp/question")" | jq .totaal)" '^[1-9]' "and the rest is searched for"
web() { PATH_INFO=$1 QUERY_STRING=$2 REQUEST_METHOD=GET run "$BUILD/pilot-search.cgi" </dev/null; }
like "$(web / 'q=be*')" 'staat voor meer dan [0-9]+ woorden' "the web says what was cut"
like "$(web / "q=oneven+drievoud")" 'van circa [0-9]+' "and that a number is an estimate"
like "$(web /v1/passages "q=oneven+drievoud")" '"circa": true' "so does its API"

# A large annex is read in parts, whatever its size, by as many threads as there are.
"$index" --index "$tmp/twice" --jobs 3 "$tmp/many.txt" >/dev/null 2>&1
is "$(xapian-delve "$tmp/twice" | sed -n 's/number of documents = //p')" 6000 "several threads read one annex"
is "$("$search" --index "$tmp/twice" --format json --sort title --limit 5 --offset 3000 "$one" | jq -c '[.passages[].pilot.id]')" \
	"$("$search" --format json --sort title --limit 5 --offset 3000 "$one" | jq -c '[.passages[].pilot.id]')" "as one does"
done_testing
