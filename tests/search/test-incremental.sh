# An index that was changed bit by bit is the index of a full run: the same terms, the same
# records, the same answers. The same for one that is divided over shards.
. tests/tap.sh
needs xapian-delve

index=$BUILD/pilot-index search=$BUILD/pilot-search
real=corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt
docs=$tmp/docs
mkdir "$docs"

# What an index holds: its terms with their frequencies, and what it answers.
shown() {
	xapian-delve -a -v "$1" 2>/dev/null | tr ' ' '\n' | sort | uniq -c
	for query in huur scheiding 'plaats:Utrecht' '*recht' 'be*' '"de rechtzoekende"' mediaton \
		'status:lopend OR titel:pilot' rechtsbijstand SJD; do
		"$search" --index "$1" --format json --facets --edition all --limit 100 "$query"
		"$search" --index "$1" --format json --sort start --limit 100 "$query"
	done
	"$search" --index "$1" --format json --limit 100 --theme scheiden
	"$search" --index "$1" --format json --related regie-op-geschiloplossing-in-het-huurdomein
	"$search" --index "$1" --run tests/relevance/own-queries.tsv
} 2>/dev/null
# same INDEX DESCRIPTION: an index is what a full run over $docs makes
same() {
	"$index" --index "$tmp/full" --full "$docs" >/dev/null 2>&1
	shown "$tmp/full" >"$tmp/full.shown"
	shown "$1" >"$tmp/part.shown"
	ok "$2" diff "$tmp/full.shown" "$tmp/part.shown"
}
update() { "$index" "$docs" 2>&1 | sed -n 's/ (.*//; /pilots:/p'; }
generation() { cat "$tmp/index/XAPIANDB"; }

cp "$real" "$docs/a.txt"
is "$(update)" "33 pilots: 33 new, 0 changed, 0 unchanged, 0 removed" "a first run"
first=$(generation)
is "$(update)" "33 pilots: 0 new, 0 changed, 33 unchanged, 0 removed" "a second run changes nothing"
is "$(generation)" "$first" "and publishes nothing"
touch "$docs/a.txt"
update >/dev/null
is "$(generation)" "$first" "a file with a new date and the same bytes is the same"

cp tests/search/tweede-editie.txt "$docs/b.txt"
editions=$(grep -c "$(printf '\t<p>')" "$docs/b.txt")
is "$(update)" "$((33 + editions)) pilots: $editions new, 0 changed, 33 unchanged, 0 removed" "a second edition is added"
same "$tmp/index" "with its editions before it, as in a full run"

sed '8s/$/<p>Een zin over burenbemiddeling (BBM) erbij.<\/p>/' "$docs/a.txt" >"$tmp/new" && mv "$tmp/new" "$docs/a.txt"
like "$(update)" "0 new, 1 changed, $((32 + editions)) unchanged, 0 removed" "a sentence more changes its pilot"
same "$tmp/index" "as a full run"
sed 14d "$docs/a.txt" >"$tmp/new" && mv "$tmp/new" "$docs/a.txt"
like "$(update)" '0 new, 0 changed, .* 1 removed' "a row that vanished is removed; what moved up is no change"
same "$tmp/index" "as in a full run"
mkdir "$docs/sub" && mv "$docs/b.txt" "$docs/sub/b.txt"
update >/dev/null
same "$tmp/index" "a file that moved is the same pilots of another document"
rm -r "$docs/sub"
like "$(update)" "0 new, 0 changed, 32 unchanged, $editions removed" "a file that vanished takes its pilots along"
same "$tmp/index" "and what was an older edition is the newest again"
printf '[a.txt]\nkamerstuk = 31753-262\n' >"$docs/SOURCES"
like "$(update)" '32 changed' "what SOURCES says changes the records"
same "$tmp/index" "as in a full run"
sed 's/^drempel.*//; s/^label = Huur/label = Huurrecht/' corpus/themes.ini >"$tmp/themes.ini"
like "$("$index" --themes "$tmp/themes.ini" "$docs" 2>&1)" '^32 pilots: 0 new' "other themes build all anew"

# Two documents may have the same name and the same pilots.
mkdir "$docs/later"
cp "$docs/a.txt" "$docs/later/a.txt"
is "$("$index" "$docs/a.txt" "$docs/later/a.txt" 2>&1 | sed -n 's/ (.*//; /pilots:/p')" \
	"64 pilots: 32 new, 0 changed, 32 unchanged, 0 removed" "files of the same name are kept apart"
rm -r "$docs/later"

# Shards.
cp tests/search/tweede-editie.txt "$docs/b.txt"
export PILOTZOEKER_INDEX="$tmp/sharded"
"$index" --shards 3 "$docs" >/dev/null 2>&1
is "$(wc -l <"$tmp/sharded/XAPIANDB")" 4 "three shards, and what all have in common"
same "$tmp/sharded" "three shards answer as one index"
sed 's/burenbemiddeling/bemiddeling/' "$docs/a.txt" >"$tmp/new" && mv "$tmp/new" "$docs/a.txt"
"$index" "$docs" >/dev/null 2>&1
is "$(wc -l <"$tmp/sharded/XAPIANDB")" 4 "an update keeps them"
same "$tmp/sharded" "and they answer as one index"
"$index" --shards 1 "$docs" >/dev/null 2>&1
is "$(wc -l <"$tmp/sharded/XAPIANDB")" 1 "another number builds anew"
exits 2 "no number of shards" "$index" --shards 1000
like "$err" 'shards takes a number from 1 to 64' "says what it takes"
exits 2 "no number of threads" "$index" --jobs -1
like "$err" 'jobs takes a number from 1 to 256' "says so too"

# Large enough for several threads and parts: as one thread makes it.
mkdir "$tmp/many"
for n in 1 2 3; do
	awk -F '\t' -v n=$n 'NF < 2 || /^Pilot\t/ { print; next }
		{ for (i = 0; i < 20; i++) print $1 " " n " " i "\t" $2 }' "$real" >"$tmp/many/$n.txt"
done
docs=$tmp/many
"$index" --index "$tmp/jobs" --jobs 4 "$docs" >/dev/null 2>&1
"$index" --index "$tmp/one" --jobs 1 "$docs" >/dev/null 2>&1
shown "$tmp/jobs" >"$tmp/jobs.shown"
shown "$tmp/one" >"$tmp/one.shown"
like "$(wc -l <"$tmp/one.shown")" '^[0-9]{4,}$' "1,980 pilots are indexed"
ok "four threads make what one makes" cmp "$tmp/jobs.shown" "$tmp/one.shown"
done_testing
