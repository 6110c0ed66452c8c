# doc/beheer.md, followed to the letter: each command in it is run and each example written, in the
# folder that it tells an editor to make, with the settings and the rebuild unit of the package.
# shellcheck disable=SC2013,SC2016,SC2046
. tests/tap.sh
needs jq soffice

doc=doc/beheer.md srv=$tmp/srv/pilots
make -s B="$BUILD" DESTDIR="$tmp/root" PREFIX=/usr install >"$tmp/log" 2>&1
mkdir -p "$srv" "$tmp/etc"
bin=$tmp/root/usr/bin

# Commands of the page: those in its examples and those between backquotes.
{ sed -n 's/^ \{4,\}\(\(pilot-[a-z]*\|systemctl\|cp\|flock\|tar\|dpkg-query\|debian\/[a-z-]*\) [^#]*[^# ]\) *\(#.*\)*$/\1/p' "$doc"; grep -o '`[^`]*`' "$doc" | tr -d '`' | grep -E '^(pilot-[a-z]+|systemctl|journalctl) -*[a-z]'; } | sort -u >"$tmp/commands"
: >"$tmp/done"
# follow STATUS COMMAND: as the page has it, below $tmp; what it printed is in $out and $err
follow() {
	ok "the page says: $2" grep -Fxq -- "$2" "$tmp/commands"
	echo "$2" >>"$tmp/done"
	exits "$1" "which works" sh -c "cd '$tmp' && PATH='$bin':\$PATH && export PILOTZOEKER_INDEX && $(echo "$2" | sed "s,/usr/share,$tmp/root&,g; s,/srv,$tmp&,g; s,/pad/naar/index,$PILOTZOEKER_INDEX,g; s,/var/backups,$tmp&,g; s,^debian/,$PWD/&,; s, build/gen, $PWD/$BUILD/gen,")"
}
# example PATTERN [N]: the first (or Nth) example below a line that has it
example() {
	awk -v pattern="$1" -v nth="${2:-1}" 'index($0, pattern) { on = 1 } !on { next }
		/^ *$/ { if (any) { any = 0; if (++seen == nth) exit } next }
		/^    / { any = 1; if (seen == nth - 1) { sub(/^ */, ""); print }; next } any { exit }' "$doc"
}
# keep FILE PATTERN [N]: an example of the page, at the end of a file of the editor
keep() {
	example "$2" "${3-}" >"$tmp/example"
	ok "the page has an example for $1" [ -s "$tmp/example" ]
	{ echo; cat "$tmp/example"; } >>"$srv/$1"
}
# rebuild STATUS: what the rebuild unit runs, with the settings of the package
rebuild() {
	command=$(sed -n "s,^ExecStart=/usr/bin,$bin,p" debian/systemd/pilotzoeker-rebuild.service)
	exits "$1" "pilotzoeker-rebuild" env $(grep -h '^Environment=' debian/systemd/pilotzoeker-rebuild.service | cut -d= -f2-) \
		$(grep -v '^#' "$tmp/etc/pilotzoeker") PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" sh -c "$command"
}
# found ARGUMENT...: how many pilots have all of it
found() { "$bin/pilot-search" --format json "$@" 2>/dev/null | jq -r "${pick:-[.passages[] | select(.volledigeMatch)] | length}"; }

# ---- the folder
follow 0 'cp -r /usr/share/pilotzoeker/corpus/* /srv/pilots'
sed "s,^PILOTZOEKER_DOCUMENTS=.*,$(example 'Zet de map in' | sed "s,/srv,$tmp/srv,")," debian/settings >"$tmp/etc/pilotzoeker"
like "$(cat "$tmp/etc/pilotzoeker")" "^PILOTZOEKER_DOCUMENTS=$srv\$" "the setting that the page gives"
for file in corpus/*; do
	case $file in */bijlage-* | */kamer) continue ;; esac
	[ -d "$file" ] && file="$file/[*].ini"
	ok "the page tells of ${file#*/}" grep -Eq "^\| .*\`${file#*/}\`" "$doc"
done
rebuild 0
like "$out" '^33 pilots: 33 new' "the documents of the program"
is "$(echo "$err" | grep -c "^pilot-index: used: $srv/")" $((9 + $(find corpus/thesaurus -name '*.ini' | wc -l))) "with the files of the folder, each named"

# ---- an annex
cat >"$tmp/bestand.html" <<'END'
<html><head><meta charset=utf-8></head><body><p>Bijlage 3 – Pilots in beeld</p><table border=1>
<tr><td>Schuldenloket Waterstad</td><td><p><u>Gewenste uitkomst</u></p><p>Inwoners uit Saba en in Dwingeloo met financiële problemen helpen, met het Nibud.</p><p><u>Stand van zaken</u></p><p>De werkplaats is afgerond.</p>
<p><u>Looptijd</u></p><p>2022</p></td></tr></table></body></html>
END
(cd "$tmp" && HOME=$tmp soffice --headless --infilter='HTML (StarWriter)' --convert-to odt bestand.html && HOME=$tmp soffice --headless --convert-to docx --outdir "$srv" bestand.odt) >"$tmp/log" 2>&1
follow 1 'pilot-index --check /srv/pilots/bestand.docx'
like "$err" 'no peildatum found' "a warning of the page"
like "$err" 'unknown label "Gewenste uitkomst"' "and another"
# each warning in the table is one that the program gives
sed -n 's/^ *| `\([^`]*\)` | .*/\1/p' "$doc" | grep '^[a-zA-Z…].* ' | grep -v '^pilot-' >"$tmp/warnings"
ok "the page has a table of warnings" [ "$(wc -l <"$tmp/warnings")" -ge 13 ]
while IFS= read -r warning; do
	wrong=
	for piece in $(echo "$warning" | sed 's/"…"/…/g; s/\[…\]/…/g; s/ *… */\n/g' | tr ' ' '~' | sed 's/[,:~]*$//; s/^[,~]*//'); do
		grep -aFq -- "$(echo "$piece" | tr '~' ' ')" "$bin/pilot-index" || wrong=$piece
	done
	is "$wrong" "" "the program has the warning: $warning"
done <"$tmp/warnings"
keep SOURCES 'Schrijf in `SOURCES`'
follow 1 'pilot-index --check /srv/pilots/bestand.docx'
is "$(echo "$err" | grep -c peildatum)" 0 "the peildatum in SOURCES is one"
follow 0 'pilot-index --index /pad/naar/index /srv/pilots'
like "$out" '^34 pilots: 1 new, 0 changed, 33 unchanged' "only the new one is read"
is "$(pick='.passages[0] | .peildatum, .bronvermelding.kamer' found waterstad | paste -sd ' ' | cut -d, -f1-3)" '2022-06-01 Kamerstuk 31 753, nr. 270, bijlage 3' "with its date, and cited as the page says"

# ---- editions: another name in an older annex
printf 'Bijlage 2, peildatum 1 december 2020\nEen deur voor iedereen\t<u>Doel</u> Inwoners van Waterstad helpen.\n' >"$srv/ouder.txt"
rebuild 0
is "$(found waterstad)" 2 "two pilots"
keep edities.lst 'Zet beide in `edities.lst`'
rebuild 0
is "$(found waterstad)" 1 "are one, once edities.lst says so"
is "$(echo "$err" | grep -c 'joins nothing')" 0 "with the ids of the page"

# ---- themes, words, names
keep themes.ini '`themes.ini` heeft per thema'
rebuild 0
like "$out" 'changed' "themes are judged anew"
follow 0 'pilot-search --theme schulden'
like "$out" 'Schuldenloket Waterstad' "the pilots of the new theme"
is "$(found geldperikelen)" 0 "a word that nobody has"
keep thesaurus.ini '`thesaurus.ini` zegt'
rebuild 0
follow 1 'pilot-index --check /srv/pilots/thesaurus.ini'
follow 0 'pilot-search --explain geldperikelen'
like "$out" 'een ander woord voor .geldperikelen' "finds by the thesaurus, and says so"
is "$(found 'financiële problemen' --section doel)" 0 "a label that is not known is no section"
keep labels.lst '`labels.lst` zijn de opschriften'
rebuild 0
is "$(found 'financiële problemen' --section doel)" 1 "labels.lst makes it one"
is "$(found --status afgerond waterstad)" 0 "a subject that is not known"
keep feiten.lst '`feiten.lst` zijn'
rebuild 0
is "$(found --status afgerond waterstad)" 1 "is, once feiten.lst says so"
is "$(found --place 'Caribisch Nederland') $(found --organisation Nibud)" "0 0" "a place and an organisation that are not known"
keep plaatsen.lst '`plaatsen.lst` en `organisaties.lst` zijn'
keep organisaties.lst '`plaatsen.lst` en `organisaties.lst` zijn' 2
rebuild 0
is "$(found --place 'Caribisch Nederland') $(found --organisation Nibud)" "1 1" "are, under their first name"
is "$(found --province Drenthe)" 0 "a place whose province is not known"
keep plaatsen.lst 'In `plaatsen.lst` staan'
rebuild 0
is "$(found --province Drenthe) $(found --place Dwingeloo)" "1 1" "is found by it, once the list says so"
keep vraagsoorten.ini '`vraagsoorten.ini` zegt'
rebuild 0
keep vraagtaal.lst '`vraagtaal.lst` heeft'
rebuild 0
is "$(pick='.zoekvraag.genegeerd[:5]|join(" ")' found 'Kunt u ons meenemen in de schuldhulp?')" "Kunt u ons meenemen in" "a phrase of questions"
rebuild 0
like "$out" '^35 pilots: 0 new, 0 changed, 35 unchanged' "nothing is done when nothing changed"

# ---- what is wrong, and what is not read
echo 'zoekvraag' >>"$srv/themes.ini"; line=$(wc -l <"$srv/themes.ini")
rebuild 3
like "$err" "^pilot-index: $srv/themes.ini:$line: " "a mistake is named with its line"
follow 0 'pilot-search --theme schulden'
sed -i '$d' "$srv/themes.ini"
touch "$srv/tabel.xlsx"; printf '{\\rtf1 Doel}' >"$srv/oud.rtf"
rebuild 1
like "$err" "^$srv: warning: 1 other files not read \(1 .xlsx\)" "other files are counted"
like "$err" "^$srv/oud.rtf: warning: left out: " "an old document is left out"
ok "which is no failure of the unit" grep -q '^SuccessExitStatus=1$' debian/systemd/pilotzoeker-rebuild.service
rm "$srv/oud.rtf"

# ---- looking after it
follow 0 'pilot-index --verify'
follow 0 'pilot-search --values theme'
like "$out" '^schulden' "the new theme is among them"
follow 0 'pilot-search --changes 2021-12-01..2022-06-01'
like "$out" 'Schuldenloket Waterstad' "the new pilot too"
follow 0 'pilot-search --new-since 2021-12-01'
like "$out" '^Nieuw in de verzameling sinds 1 december 2021' "what came since a day"
"$bin/pilot-search" --format odt --output "$tmp/antwoord.odt" waterstad
follow 0 'pilot-search --verify antwoord.odt'
is "$(REQUEST_METHOD=GET PATH_INFO=/gezond "$tmp/root/usr/lib/cgi-bin/pilot-search.cgi" </dev/null | sed -n '/^Status/p; $p' | paste -sd ' ' | tr -d '\r')" "Status: 200 OK gezond" "/gezond"

# ---- a copy, and what comes back of it
mkdir -p "$tmp/var/backups"; was=$(found waterstad)
follow 0 'flock /pad/naar/index/lock tar -cf /var/backups/pilots.tar /srv/pilots /pad/naar/index'
rm -r "$srv" "$PILOTZOEKER_INDEX"
follow 0 'tar -xf /var/backups/pilots.tar -C /'
follow 0 'pilot-index --verify --index /pad/naar/index'
is "$(found waterstad)" "$was" "the index is as it was"
rebuild 0
like "$out" '^35 pilots: 0 new, 0 changed, 35 unchanged' "and so are the documents"
rm -r "$PILOTZOEKER_INDEX"
follow 0 'pilot-index --full --index /pad/naar/index /srv/pilots'
is "$(found waterstad)" "$was" "documents alone give the index"
flock "$PILOTZOEKER_INDEX/lock" sh -c "PATH='$bin':\$PATH; pilot-index '$srv'" >"$tmp/out" 2>"$tmp/err"
is "$? $(grep -c 'another pilot-index is writing' "$tmp/err")" "3 1" "a rebuild during the copy says so"

# ---- what is linked into the web program
if [ -e "$BUILD/gen/web-libs" ]; then
	follow 0 'debian/static-built-using build/gen/web-libs'
	like "$out" '^[a-z0-9.+-]+ \(= [^ ]+\)(, [a-z0-9.+-]+ \(= [^ ]+\))*$' "sources, each with its version"
	glib=$(dpkg-query -W -f '${source:Version}' libglib2.0-dev)
	! grep -q -- '-Bstatic.*-lglib-2.0' "$BUILD/gen/web-libs" || like "$out" "glib2.0 \(= $(echo "$glib" | sed 's/[+.]/\\&/g')\)" "the one that is here"
else
	echo 'debian/static-built-using build/gen/web-libs' >>"$tmp/done"
fi
# The package has the field: only of an installed one can it be asked.
echo "dpkg-query -W -f '\${Static-Built-Using}' pilotzoeker-web" >>"$tmp/done"
like "$(cat debian/control)" '^Static-Built-Using: ' "which the package names too"

# What systemd does itself: the units are there, and called so.
for unit in $(grep -E 'systemctl|journalctl' "$tmp/commands" | grep -o 'pilotzoeker-[a-z.]*' | sort -u); do
	case $unit in *.*) ;; *) unit=$unit.service ;; esac
	ok "$unit is of the package" [ -f "debian/systemd/$unit" ]
done
grep -vE '^(systemctl|journalctl) ' "$tmp/commands" | sort >"$tmp/wanted"
is "$(sort -u "$tmp/done" | comm -3 - "$tmp/wanted")" "" "no command of the page was passed over"
done_testing
