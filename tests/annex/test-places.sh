# The list of places against an official one: each municipality of 2021, once, in its province.
. tests/tap.sh
needs awk

list=corpus/plaatsen.lst

# "CODE TAB name TAB province" and the list; prints what is missing, double, elsewhere or too much.
compare() {
	awk -F '\t' '
	function trimmed(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
	function note(name) { n[name "\t" province]++; where[name] = where[name] " " province }
	FNR == NR {
		if (/^#/) next
		name = $2; sub(/ \([A-Z]+\.\)$/, "", name)
		official[name "\t" $3] = $2; next
	}
	/^#/ || /^$/ { next }
	/^\[/ {
		province = substr($0, 2, index($0, "]") - 2); sub(/ *=.*/, "", province)
		sub(/ \(provincie\)$/, "", province)
		if (province != "") provinces++
		next
	}
	{
		remark = ""
		if (match($0, / +# /)) { remark = substr($0, RSTART + RLENGTH); $0 = substr($0, 1, RSTART - 1) }
		if (remark ~ /^plaats in /) { part_of[trimmed(substr(remark, 11)) "\t" province]; next }
		if (remark ~ /^gemeente tot /) { if (substr(remark, 14) <= 2021) next }
		else if (remark ~ /^gemeente sinds /) { if (substr(remark, 16) > 2021) next }
		else if (remark != "") print "remark: " remark
		sub(/^[!?]/, "")
		municipalities++
		both = split($0, sides, "=")
		first = trimmed(sides[1]); note(first); known = (first "\t" province) in official
		many = both > 1 ? split(sides[2], others, ";") : 0
		for (i = 1; i <= many; i++) {
			note(trimmed(others[i]))
			known = known || (trimmed(others[i]) "\t" province) in official
		}
		if (!known) print "too much: " first " in " province
	}
	END {
		for (o in official) {
			split(o, at, "\t")
			if (!n[o]) print "missing: " official[o] " in " at[2] (where[at[1]] ? ", it is in" where[at[1]] : "")
			else if (n[o] > 1) print "double: " official[o] " in " at[2]
		}
		for (p in part_of) if (!n[p]) print "a place in no municipality: " p
		print provinces " provinces, " municipalities " municipalities"
	}' tests/annex/gemeenten-2021.tsv "$1" | sort
}

is "$(compare "$list")" "12 provinces, 352 municipalities" "every municipality of 2021 is there once, in its province"
for change in '/^Eindhoven$/d|351|missing: Eindhoven in Noord-Brabant' 's/^Breda$/&\n&/|353|double: Breda in Noord-Brabant' \
	's/^Goirle$/&\nGoerle/|353|too much: Goerle in Noord-Brabant' 's/^Zeewolde$/&\nVenlo/|353|too much: Venlo in Flevoland'; do
	sed "${change%%|*}" "$list" >"$tmp/list"
	rest=${change#*|}
	is "$(compare "$tmp/list")" "12 provinces, ${rest%%|*} municipalities
${rest#*|}" "a mistake is told: ${rest#*|}"
done
done_testing
