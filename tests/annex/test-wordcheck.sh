# What --check says of a file of the thesaurus: each thing with its line; nothing of what is right.
# shellcheck disable=SC2059
. tests/tap.sh

index=$BUILD/pilot-index
docs=$tmp/docs
mkdir "$docs" "$docs/thesaurus"
{
	echo 'Bijlage, peildatum 1 juni 2022'
	for n in 1 2 3 4; do printf 'Pilot %s\t<u>Doel</u> Mensen helpen met de huur van hun grobbelhuis.\n' $n; done
} >"$docs/bijlage.txt"
printf '[geldzorg]\ngelijk = schuld\n[huurder]\nsmaller = onderhuurder\n' >"$docs/thesaurus.ini"
exits 0 "an index" "$index" "$docs"

# checked TEXT STATUS: what is said of a file that has it
checked() {
	printf "$1" >"$docs/thesaurus/eigen.ini"
	exits "$2" "checked" "$index" --check "$docs/thesaurus/eigen.ini"
}
checked '[huisbaas]\ngelijk = verhuurder\nregister = leek\n[WW]\nvoluit = Werkloosheidswet\n' 0
is "$(echo "$err" | grep -c warning)" 0 "nothing is said of what is right"
like "$out" '^2 heads, 2 links, 0 warnings' "it is counted"
# says TEXT LINE WHAT
says() {
	checked "$1" 1
	like "$err" "eigen.ini:$2: warning: $3" "$3"
	is "$(echo "$err" | grep -c 'eigen.ini:.*warning')" 1 "and nothing else"
}
says '[huisbaas]\ngelijk = verhuurdr\n' 2 '.huisbaas.: "verhuurdr" is no word of Dutch, nor of any pilot'
checked '[woning]\ngelijk = grobbelhuis\n' 1
is "$(echo "$err" | grep -c 'no word')" 0 "a word that a pilot has is one"
says '[boete]\ngelijk = boetes\n' 2 '.boete.: "boetes" is another form of it'
says '[boete]\ngelijk = bekeuring\nverwant = bekeuring\n' 3 '.boete.: "bekeuring" is verwant here, and gelijk elsewhere'
says '\n[geldzorg]\nverwant = schuld\n' 3 '.geldzorg.: "schuld" is verwant here, and gelijk elsewhere'
says '[schuld]\nverwant = geldzorg\n' 2 '.schuld.: "geldzorg" is verwant here, and the other way round gelijk'
says '[onderhuurder]\nsmaller = huurder\n' 2 '.onderhuurder.: "huurder" is smaller, and .onderhuurder. is smaller than that: a circle'
says '[bewoner]\nverwant = huur\n' 2 '.bewoner.: "huur" stands in 4 of 4 pilots'
printf '[a]\nfout = b\n' >"$docs/thesaurus/eigen.ini"
exits 3 "a file that is wrong" "$index" --check "$docs/thesaurus/eigen.ini"
like "$err" "eigen.ini:2: .*unknown key 'fout'" "is told with its line"
printf '[bewoner]\nverwant = huur\n' >"$docs/thesaurus/eigen.ini"
exits 0 "without an index" "$index" --index "$tmp/none" --check "$docs/thesaurus/eigen.ini"
like "$out" 'no index: how many pilots have a word is not known' "that is said"
for file in corpus/thesaurus.ini corpus/thesaurus/*.ini; do
	"$index" --index "$tmp/none" --check "$file" >/dev/null 2>"$tmp/err"
	is "$(grep 'warning: ' "$tmp/err" | grep -v 'is no word of Dutch')" "" "$file says nothing twice, and nothing against itself"
done
done_testing
