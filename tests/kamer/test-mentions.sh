# What was told to parliament of a pilot: papers that surely name it. genoemd/ has three: two name
# a pilot in full, one has words of names.
. tests/tap.sh
needs jq

docs=$tmp/docs
cp -r tests/kamer/genoemd "$docs"
cp "$annex" "$docs"
"$BUILD/pilot-index" "$docs" >/dev/null 2>&1
get() { PATH_INFO=$1 QUERY_STRING=${2-} REQUEST_METHOD=GET run "$BUILD/pilot-search.cgi" </dev/null; }
told() { get "/v1/pilots/$1" | sed '1,/^\r*$/d' | jq -r ".eerderGemeld[] | $2"; }

is "$(told wijkrechtbank-eindhoven '[.datum, .document, .sectie] | join(" ")')" "2098-11-10 ah-tk-20982099-201 antwoord
2098-03-20 ah-tk-20982099-202 antwoord" "the papers that name it, newest first"
like "$(told wijkrechtbank-eindhoven .citaat)" '^De rechters zijn blij. De Wijkrechtbank Eindhoven behandelde' "quoted as it stands there"
is "$(told wijkrechtbank-eindhoven .bronvermelding.leidraad | head -n 1)" "Aanhangsel Handelingen II 2098/99, nr. 201, antwoord op vraag 1." "and cited"
is "$(told mijn-zaak .id)$(told beslisboom .id)" "" "a name of common words is none"
page=$(get /pilots/wijkrechtbank-eindhoven)
like "$page" '<h2 id="gemeld">Eerder aan de Kamer gemeld</h2>' "its page has them"
like "$page" 'href="#gemeld"' "with a link to them at the top"
like "$page" 'href="/kamerstukken/ah-tk-20982099-201.1' "each leads to its paper"
is "$(get /pilots/mijn-zaak | grep -c 'aan de Kamer gemeld')" 0 "no heading where there is none"

for n in 301 302 303 304 305 306; do
	mkdir "$docs/$n"
	sed "s/202</$n</; s/20 maart/1 april/; s/-202/-$n/g" "$docs/ah-tk-20982099-202/ah-tk-20982099-202.xml" >"$docs/$n/ah-tk-20982099-$n.xml"
done
"$BUILD/pilot-index" "$docs" >/dev/null 2>&1
is "$(told wijkrechtbank-eindhoven .document | wc -l)" 5 "five at most"
"$BUILD/pilot-index" --index "$tmp/none" "$annex" >/dev/null 2>&1
is "$(PILOTZOEKER_INDEX=$tmp/none; export PILOTZOEKER_INDEX; told wijkrechtbank-eindhoven .id)" "" "none without papers"
done_testing
