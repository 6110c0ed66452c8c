# How work grows with what is given: counted in instructions, those of libraries among them, by
# valgrind's callgrind, so it does not matter how busy the machine is. Four times as much may cost
# seven times as much; what is quadratic costs sixteen times. WORK=full: up to the largest.
# shellcheck disable=SC2086
. tests/tap.sh
plain_only "work is counted" "callgrind goes with neither sanitizers nor valgrind"
needs valgrind

index=$BUILD/pilot-index search=$BUILD/pilot-search
small=16 large=64
[ "${WORK-}" != full ] || large=1024
"$index" "$annex" >/dev/null 2>&1

work() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'; }
# grows NAME FUNCTION: FUNCTION KB prints the instructions for so much; what a start costs is not counted
grows() {
	start=$($2 3) few=$($2 $small) many=$($2 $large)
	few=$((few - start)) many=$((many - start))
	echo "# $1: $few instructions for $small kB, $many for $large kB"
	ok "$1: work grows no faster than what is given" [ "$many" -le $((few * (large / small) * 7 / 4)) ]
}
# repeated TEXT KB: the text again and again
repeated() { yes "$1" | tr '\n' ' ' | head -c $(($2 * 1000)); }
annex() { printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\nEen\t%s\n' "$1" >"$tmp/annex.txt"; }

sentence='De rechtbank Rotterdam helpt sinds 1 maart 2021 rechtzoekenden met een huurgeschil (zie de kamer).'
questions() {
	repeated 'Kunt u aangeven welke pilots over huurgeschillen er sinds maart 2020 in Rotterdam en Utrecht liepen en' "$1" >"$tmp/questions"
	work "$search" --question "$tmp/questions"
}
marks() { # numbers of questions and of notes, labels, answers, bullets: in lines and inside them
	repeated '1. Een? 1) 2) Vraag 2: Twee?1 2 Antwoord 1: x | 3 Bent u, | 1 | - a | b) c? | 4NRC | 1, 2, 1 ¹²' "$1" | tr '|' '\n' >"$tmp/marks"
	work "$search" --question "$tmp/marks"
}
period() { annex "<u>Doel</u> x <u>Looptijd</u> $(repeated 'januari 2020 tot en met maart 2022 en' "$1")"; work "$index" --dump "$tmp/annex.txt"; }
numbers() { annex "<u>Doel</u> x <u>Looptijd</u> $(repeated '1' "$1" | tr -d ' ')"; work "$index" --dump "$tmp/annex.txt"; }
section() { annex "<u>Doel</u> $(repeated "$sentence" "$1")"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }
found() { annex "<u>Doel</u> $(repeated 'Huurgeschil.' "$1")"; "$index" --index "$tmp/section" "$tmp/annex.txt" >/dev/null 2>&1; work "$search" --index "$tmp/section" --format json huurgeschil; }
shared() { # what two pilots say in the same words, again and again
	text=$(repeated 'Een huurgeschil.' "$1")
	printf 'Bijlage 2, peildatum 1 december 2021\nPilot\tToelichting\nEen\t<u>Doel</u> %s Iets.\nTwee\t<u>Doel</u> %s Anders.\n' "$text" "$text" >"$tmp/annex.txt"
	"$index" --index "$tmp/section" "$tmp/annex.txt" >/dev/null 2>&1; work "$search" --index "$tmp/section" --format json huurgeschil
}
accents() { annex "<u>Doel</u> $(repeated ëïö "$1" | tr -d ' ')"; work "$index" --dump "$tmp/annex.txt"; }
abbreviations() { annex "<u>Doel</u> $(repeated 'de Sociaal Juridische Dienst (SJD) en' "$1")"; work "$index" --check "$tmp/annex.txt"; }

# Texts that are nothing but numbers, and what is read of them for papers, groups and articles
digits() { annex "<u>Doel</u> $(repeated 12345 "$1" | tr -d ' ')"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }
groups() { annex "<u>Doel</u> $(repeated '123' "$1")"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }
papers() { annex "<u>Doel</u> Kamerstukken II 2018/19, 31 753, nrs. $(repeated '180,' "$1")"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }
heads() { annex "<u>Doel</u> $(repeated 'Kamerstukken dossier 31 753' "$1")"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }
articles() { annex "<u>Doel</u> artikelen $(repeated '12,' "$1")"; work "$index" --index "$tmp/section" "$tmp/annex.txt"; }

grows "a pasted question" questions
grows "marks in pasted questions" marks
grows "a Looptijd" period
grows "one number" numbers
grows "a section that is indexed" section
grows "a section that is found" found
grows "a sentence that pilots share" shared
grows "letters with accents" accents
grows "abbreviations" abbreviations
grows "digits" digits
grows "numbers in threes" groups
grows "a list of papers" papers
grows "names of papers" heads
grows "a list of articles" articles

word() { repeated qvrxtz 8 | tr -d ' ' | head -c "$1"; }
forty=$(work "$search" "$(word 40)") long=$(work "$search" "$(word 4000)")
echo "# a word of 40 letters: $forty instructions, of 4000: $long"
ok "the spelling of a word of 4000 letters costs little more than that of 40" [ "$long" -le $((forty * 3)) ]

# What is longer than a period can be is none, and that is said.
annex "<u>Doel</u> x <u>Looptijd</u> $(repeated '2020 tot en met 2022 en' 1)"
is "$("$index" --dump "$tmp/annex.txt" 2>/dev/null | jq '.looptijd.delen | length > 1')" true "a Looptijd of 1 kB is read"
annex "<u>Doel</u> x <u>Looptijd</u> $(repeated '2020 tot en met 2022 en' 3)"
exits 0 "one of 3 kB" "$index" --dump "$tmp/annex.txt"
is "$(printf '%s' "$out" | jq -c '.looptijd.delen')" "[]" "is not"
like "$err" 'annex.txt:3: warning: Looptijd longer than 2000 bytes: no period is read from it' "which is said"
done_testing
