# The folder of an editor: what is kept beside the documents counts, and the run says so; what is
# wrong in it stops the run, with file and line; what is not read is counted and named.
# shellcheck disable=SC2016,SC2059
. tests/tap.sh
needs jq iconv

index=$BUILD/pilot-index search=$BUILD/pilot-search
docs=$tmp/docs
mkdir "$docs"
document() { printf '<p>Bijlage, peildatum %s</p><table><tr><td>Naam</td><td>Toelichting</td></tr><tr><td>%s</td><td>%s</td></tr></table>\n' "$1" "$2" "$3"; }
document '1 juni 2022' 'Loket Dorpsveld' '<p><u>Doel</u></p><p>Mensen in Dorpsveld helpen met hun sloep, door Stichting Roer.</p><p><u>Gewenst eind</u></p><p>Varen.</p>' >"$docs/bijlage.html"
found() { "$search" --format json "$@" 2>/dev/null | jq -r '.totaal'; }
dumped() { "$index" --dump "$docs" 2>/dev/null | jq -c "$1"; }

# ---- each file beside the documents has its effect, and is named
exits 0 "without files of an editor" "$index" "$docs"
is "$(echo "$err" | grep -c 'used:')" 0 "nothing is said of them"
is "$(found schuit) $(dumped '[.plaatsen,.organisaties,.themas,[.secties[].soort]]')" '0 [[],[],[],["doel","overig"]]' "and none has an effect"
# kept FILE TEXT: written, and a run that must use it, and make all anew
kept() {
	printf "$2" >"$docs/$1"
	exits 0 "$1 beside the documents" "$index" "$docs"
	like "$err" "^pilot-index: used: $docs/$1\$" "is named"
	like "$out" "$3" "and decides what is made anew"
}
kept thesaurus.ini '[schuit]\ngelijk = sloep\n' '^1 pilots: 0 new, 0 changed, 1 unchanged'
is "$(found schuit)" 1 "thesaurus: found by another word"
mkdir "$docs/thesaurus"
kept thesaurus/boten.ini '[kano]\ngelijk = sloep\nregister = leek\n' '^1 pilots: 0 new, 0 changed, 1 unchanged'
is "$(found kano) $(found schuit)" "1 1" "a file of the folder thesaurus: found by its words too"
is "$(echo "$err" | grep -c 'other files')" 0 "which is no other file"
printf '[kano]\ngelijk = bijlage\n[schuit]\nverwant = vlot\n' >"$docs/thesaurus/vlotten.ini"
"$index" "$docs" >/dev/null 2>&1
is "$("$search" --explain kano 2>&1 | grep -o 'ook: kano.*')" "ook: kano → sloep | bijlage" "what two files say of a word counts together"
like "$("$search" --explain schuit 2>&1)" 'ook: schuit → sloep | vlot' "also of thesaurus.ini"
mkdir -p "$docs/dieper/thesaurus"; echo >"$docs/dieper/thesaurus/x.ini"
"$index" "$docs" 2>"$tmp/err" >/dev/null
like "$(cat "$tmp/err")" "^$docs/dieper/thesaurus/x.ini: warning: not used: it counts in a directory that is given" "a folder further down is not used, and named"
rm -r "$docs/dieper" "$docs/thesaurus"; "$index" "$docs" >/dev/null 2>&1
is "$(found kano)" 0 "without the folder its words are gone"
kept plaatsen.lst 'Dorpsveld\n' '^1 pilots: 0 new, 1 changed'
is "$(dumped .plaatsen)" '["Dorpsveld"]' "places: recognised"
kept organisaties.lst 'Stichting Roer\n' '^1 pilots: 0 new, 1 changed'
is "$(dumped .organisaties)" '["Stichting Roer"]' "organisations: recognised"
kept labels.lst 'looptijd = gewenst eind\n' '^1 pilots: 0 new, 1 changed'
is "$(dumped '[.secties[].soort]')" '["doel","looptijd"]' "labels: recognised"
cp "$docs/bijlage.html" "$tmp/bijlage.html"
document '1 juni 2022' 'Loket Dorpsveld' '<p><u>Doel</u></p><p>Mensen met een schuit helpen.</p><p><u>Stand van zaken</u></p><p>De vaart is afgerond.</p><p><u>Gewenst eind</u></p><p>Vaartocht in 2023</p>' >"$docs/bijlage.html"
"$index" "$docs" >/dev/null 2>&1; is "$(dumped '[.status,.looptijd.delen[].van]')" '["onbekend"]' "facts: a word that nobody keeps"
kept feiten.lst 'onderwerp = vaart; vaartocht\nafgerond = afgerond\n' '^1 pilots: 0 new, 1 changed'
is "$(dumped '[.status,.looptijd.delen[].van]')" '["afgerond","2023-01"]' "facts: recognised"
mv "$tmp/bijlage.html" "$docs/bijlage.html"; rm "$docs/feiten.lst"; "$index" "$docs" >/dev/null 2>&1
kept themes.ini '[varen]\nlabel = Varen\nzoekvraag = schuit\ndrempel = 0.5\n' '^1 pilots: 0 new, 1 changed'
is "$(found --theme varen)" 1 "themes: has its pilots, by the thesaurus of the editor"
is "$("$search" --format json 'zeg eens iets over een sloep?' | jq -c '.zoekvraag.genegeerd[:2]')" '["eens","iets"]' "a phrase that nobody keeps is asked for"
kept vraagsoorten.ini '[hoe]\nvraag = hoe\nzin = zo\n' '^1 pilots: '
kept vraagtaal.lst 'zeg eens\n' '^1 pilots: '
is "$("$search" --format json 'zeg eens iets over een sloep?' | jq -c '.zoekvraag.genegeerd[:2]')" '["zeg","eens"]' "phrases of questions: left out of a question"
document '1 juni 2021' 'Vaarhulp' '<p><u>Doel</u></p><p>Mensen helpen.</p>' >"$docs/ouder.html"
kept edities.lst 'loket-dorpsveld = vaarhulp\n' '^2 pilots: 1 new'
is "$(found --edition latest helpen)" 1 "editions: two are one pilot"
is "$(echo "$err" | grep -c 'used: ')" 8 "eight files, eight lines"
exits 0 "the same again" "$index" "$docs"
like "$out" '^2 pilots: 0 new, 0 changed, 2 unchanged' "changes nothing"
is "$(echo "$err" | grep -c 'used: ')" 8 "and still says what it uses"
printf 'loket-dorpsveld = varhulp\n' >"$docs/edities.lst"
exits 0 "editions that are none" "$index" "$docs"
like "$err" "^$docs/edities.lst: warning: \"loket-dorpsveld = varhulp\" joins nothing" "are told of"
is "$(found --edition latest helpen)" 2 "and join nothing"
"$index" --check "$docs" >/dev/null 2>"$tmp/err"; like "$(cat "$tmp/err")" "^pilot-index: used: $docs/labels.lst" "--check says what it uses"
"$index" --check "$docs/bijlage.html" >/dev/null 2>"$tmp/err"; like "$(cat "$tmp/err")" "^pilot-index: used: $docs/labels.lst" "also for a document of the directory"
is "$("$index" corpus 2>&1 | grep -c 'used: ')" 0 "the corpus is what is used always"

# ---- which one
mkdir "$tmp/two"; cp "$docs/bijlage.html" "$tmp/two/nog.html"
printf '[x]\nlabel = X\nzoekvraag = x\n' >"$tmp/given.ini"
exits 0 "an option goes before what is beside the documents" "$index" --themes "$tmp/given.ini" "$docs"
like "$err" "^pilot-index: used: $tmp/given.ini" "and is named"
is "$("$search" --themes | grep -c '^varen')" 0 "the other is not used"
cp "$docs/plaatsen.lst" "$tmp/two"
exits 0 "the same file in two directories" "$index" "$tmp/two" "$docs"
like "$err" "^pilot-index: used: $tmp/two/plaatsen.lst" "counts in the first"
is "$(echo "$err" | grep -c 'not used')" 0 "which is no matter of choice"
echo Elders >"$tmp/two/plaatsen.lst"
exits 0 "another in the first" "$index" "$docs" "$tmp/two"
like "$err" "^$tmp/two/plaatsen.lst: warning: not used: $docs/plaatsen.lst is" "the one that is not used is named"
mkdir "$docs/lager"; cp "$tmp/two/plaatsen.lst" "$tmp/two/nog.html" "$docs/lager"
exits 0 "a file further down" "$index" "$docs"
like "$err" "^$docs/lager/plaatsen.lst: warning: not used: it counts in a directory that is given" "is not used, and named"
rm -r "$docs/lager"

# ---- as programs of editors save them
for bytes in '\357\273\277# schepen\n[bark]\ngelijk = sloep\n' '# schepen\r\n\r\n[bark]\r\ngelijk = sloep\r\n'; do
	printf "$bytes" >"$docs/thesaurus.ini"
	exits 0 "a byte order mark, carriage returns" "$index" "$docs"
	is "$(found bark)" 1 "are no part of the text"
done

# ---- what is wrong: file and line, and the index stays as it was
cp -r "$docs" "$tmp/whole"
# wrong FILE LINE TEXT WHAT
wrong() {
	printf "$3" >"$docs/$1"
	exits 3 "$1: $4" "$index" "$docs"
	like "$err" "^pilot-index: $docs/$1:$2: .*$4" "names file and line"
	exits 3 "for --check too" "$index" --check "$docs"
	is "$(found bark)" 1 "nothing is lost"
	if [ -f "$tmp/whole/$1" ]; then cp "$tmp/whole/$1" "$docs"; else rm "$docs/$1"; fi
}
wrong themes.ini 3 '# a\n[a]\nlabel\n' 'not a key-value pair'
wrong themes.ini 5 '[a]\nlabel = A\nzoekvraag = a\n\n[b]\nlabel = B\n' 'theme .b.: has no zoekvraag'
wrong themes.ini 1 'label = A\n[a]\nzoekvraag = a\n' 'does not start with a group'
wrong themes.ini 4 '[a]\nlabel = A\nzoekvraag = a\nlabel = B\n' '"label" already, in line 2'
wrong thesaurus.ini 2 '[a]\ngelijkk = b\n' "unknown key 'gelijkk'"
wrong thesaurus.ini 3 '[a]\nvoluit = c\ngelijk = een twee drie vier vijf zes zeven acht negen\n' 'an expression has 1 to 8 words'
wrong thesaurus.ini 3 '[a]\ngelijk = b\nregister = volk\n' "register 'volk' is none of: leek, jargon, voluit"
mkdir "$docs/thesaurus" "$tmp/whole/thesaurus"; wrong thesaurus/a.ini 2 '[a]\nstraf = b\n' "unknown key 'straf'"; rmdir "$docs/thesaurus"
wrong plaatsen.lst 2 'Adam\n = Edam\n' 'no name'
wrong organisaties.lst 3 'Adam\n\n!\n' 'no name'
wrong labels.lst 1 'reden = aanleiding\n' 'no such soort'
wrong labels.lst 2 'doel = wens\nlooptijd = Wens:\n' '"wens" is of another soort already'
wrong feiten.lst 2 'afgerond = klaar\nklar = af\n' 'no such soort'
wrong feiten.lst 1 'afgerond\n' 'not "soort = woord; woord"'
wrong edities.lst 1 'Loket Dorpsveld = Vaarhulp\n' 'not "id-in-the-newer = id-in-the-older"'
wrong edities.lst 2 'a = b\na = c\n' 'is stated twice'
wrong vraagsoorten.ini 2 '[a]\nvragen = b\n' 'not vraag, sectie or zin'
wrong vraagtaal.lst 2 'zeg\n\351\351n\n' 'not UTF-8'
wrong SOURCES 2 '[bijlage.html]\nkamerstuk 31753-262\n' 'not a key-value pair'
wrong SOURCES 2 '[bijlage.html]\npeildatum = 1 juni\n' 'is no date as 2021-12-01'
wrong SOURCES 3 '[bijlage.html]\nbijlage = 2\nkamerstuk = \351\n' 'not UTF-8'
ln -s nowhere "$docs/themes.ini.not"; mv "$docs/themes.ini.not" "$docs/themes.ini"
exits 3 "a link that leads nowhere is no absent file" "$index" "$docs"
like "$err" "$docs/themes.ini" "and is named"
rm "$docs/themes.ini"; mkfifo "$docs/themes.ini"
exits 3 "nobody waits for a pipe" timeout 20 "$index" "$docs"
rm "$docs/themes.ini"
printf '[bijlag.html]\nkamerstuk = 31753-262\n[bijlage.html]\nkamerstuk = 31753-263\n' >"$docs/SOURCES"
exits 0 "SOURCES of a document that is not there" "$index" "$docs"
like "$err" "^$docs/SOURCES:1: warning: no document \\[bijlag.html\\] is here" "is told of, with its line"
is "$(dumped 'select(.bron.bestand == "bijlage.html").bron.kamerstuk')" '"31753-263"' "the others count"
printf '[bijlage.html]\npeildatum = 2022-12-31\n[ouder.html]\npeildatum = 2021-06-01\n' >"$docs/SOURCES"
exits 0 "a peildatum in SOURCES" "$index" "$docs"
like "$out" '^2 pilots: 0 new, 1 changed' "is of that document"
is "$(dumped .peildatum | paste -sd ' ')" '"2022-12-31" "2021-06-01"' "and goes before that of the document"
is "$(echo "$err" | grep 'SOURCES')" "$docs/bijlage.html: warning: peildatum 2022-06-01; SOURCES says 2022-12-31, which counts" "which is told when it is another"
rm "$docs/SOURCES"
echo 'doel = doelwit;' >"$docs/labels.lst"
document '1 juni 2022' 'Loket' '<p><u>Doelwit</u></p><p>Helpen.</p><p><u>:</u></p><p>Varen.</p>' >"$tmp/two/leeg.html"; cp "$docs/labels.lst" "$tmp/two"
is "$("$index" --dump "$tmp/two/leeg.html" 2>/dev/null | jq -c '[.secties[].soort]')" '["doel","overig"]' "a last semicolon makes no label of nothing"

# ---- what is not read
other=$tmp/other; mkdir "$other" "$other/lager" "$other/.git" "$other/lager/index"
cp "$docs/bijlage.html" "$other"
(cd "$other" && touch a.xlsx b.XLSX lager/c.xlsx foto.jpg lager/foto.jpeg kaart.JPG zonder.tar.gz lijst 'met. punt' \
	README README.md Leesmij.txt .verborgen.xlsx .git/x.docx '~$bijlage.docx' .~lock.bijlage.docx# bijlage.html~ Thumbs.db SOURCES \
	lager/index/XAPIANDB lager/index/x.glass)
exits 0 "other files" "$index" "$other"
is "$(echo "$err" | grep -v bijlage.html:1)" "$other: warning: 9 other files not read (3 .xlsx, 2 .jpg, 2 without a suffix, 1 .gz, 1 .jpeg)" "are counted in one line; not what is hidden, locks, and what tells of the folder"
printf '\320\317\021\340\241\261\032\341' | tee "$other/oud.doc" >"$other/post.msg"; printf '{\\rtf1 Doel}' >"$other/rijk.rtf"
cp "$docs/bijlage.html" "$other/lager/heet.doc"
exits 1 "documents that may hold an annex" "$index" "$other"
like "$out" '^2 pilots: 1 new' "are read when their bytes are of what can be read"
like "$err" "^$other/oud.doc: warning: left out: a document that is locked .*, or of Word before 2007; save it as .docx" "of Word"
like "$err" "^$other/rijk.rtf: warning: left out: a document in RTF; save it as .docx" "RTF"
like "$err" "^$other/post.msg: warning: left out: a message of Outlook; save the document in it as .docx" "of Outlook"
like "$err" "warning: 9 other files" "the others are counted still"
ln -s "$docs" "$other/elders"
exits 1 "a link to a directory" "$index" "$other"
like "$err" "^$other/elders: warning: not read: a link to a directory" "is not followed, and named"
for n in 100 130 240; do
	lang=$tmp/lang/$(head -c $n /dev/zero | tr '\0' a)
	mkdir -p "$lang"; cp "$annex" "$lang/${lang##*/}.txt"
done
exits 0 "names that are longer than a key of the index" "$index" --index "$tmp/langs" "$tmp/lang"
rm "$other"/*.* "$other/lager/heet.doc"; exits 3 "nothing but other files" "$index" "$other"
done_testing
