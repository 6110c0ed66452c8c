# Completion of command lines, by the shells themselves.
. tests/tap.sh
needs bash fish zsh

PATH=$(cd "$BUILD" && pwd):$PATH
pilot-index >/dev/null 2>&1
is "$(pilot-search --values theme | paste -sd ' ')" "bestuursrecht huur multiproblematiek scheiden" "--values lists what the index has"
like "$(pilot-search --values place)" '^Den Haag$' "places as they are printed"
is "$(pilot-search --values related | wc -l)" 33 "ids of pilots"
is "$(pilot-search --index "$tmp/none" --values status | wc -l)" 9 "and without an index what needs none"
exits 2 "an option without values is an error" pilot-search --values plac
like "$err" "did you mean 'place'" "that names the nearest"
exits 2 "so is another shell" pilot-search --completion csh

for program in pilot-search pilot-index; do
	for shell in bash zsh fish; do pilot_completion=$tmp/$program.$shell; $program --completion $shell >"$pilot_completion"; done
	missing=$($program --help | sed -n 's/^  \(-h, \)\{0,1\}--\([a-z]*\).*/\2/p' | grep -v completion | while read -r option; do
		for shell in bash zsh fish; do grep -qw -- "$option" "$tmp/$program.$shell" || echo "$option in $shell"; done; done)
	is "$missing" "" "every option of $program is in each script"
done

# bash_completes WORD...: what bash makes of the last word
bash_completes() {
	bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); f=$(complete -p "$1" | sed "s/.*-F \([^ ]*\).*/\1/"); $f 2>/dev/null; printf "%s\n" "${COMPREPLY[@]}"' \
		"$tmp/$1.bash" "$@"
}
is "$(bash_completes pilot-search --the | paste -sd ' ')" "--theme --themes" "bash: options"
is "$(bash_completes pilot-search --theme sch)" scheiden "bash: themes"
is "$(bash_completes pilot-search --place 'Den H')" 'Den\ Haag' "bash: a place of two words, quoted"
is "$(bash_completes pilot-search --related besl)" beslisboom "bash: ids"
is "$(bash_completes pilot-search --index "$tmp/none" --place A)" "" "bash: of the index on the line"
like "$(bash_completes pilot-index corpus/t)" '^corpus/themes.ini$' "bash: files"
fish_completes() { HOME=$tmp fish -N -c "source $tmp/${1%% *}.fish; complete -C '$1'" | cut -f 1; }
is "$(fish_completes 'pilot-search --theme sch')" scheiden "fish: themes"
is "$(fish_completes 'pilot-search --status l')" lopend "fish: statuses"
like "$(fish_completes 'pilot-search --off')" '^--offset$' "fish: options"
ok "zsh: well-formed" zsh -n "$tmp/pilot-search.zsh"
done_testing
