# Counts the words of a sample that --analyse splits as annotated: "|" must, "~" may.
#   awk -f splits.awk SAMPLE ANALYSED; wrong ones go to standard error
function fold(s) { gsub(/ë/, "e", s); gsub(/é|è|ê/, "e", s); gsub(/ï/, "i", s); gsub(/ö/, "o", s); gsub(/ü/, "u", s); return s }
function cuts(s, mark, set,    i, at, c) {
	at = 0; split("", set)
	for (i = 1; i <= length(s); i++) { c = substr(s, i, 1); if (c == mark) set[at] = 1; else if (c !~ /[|~+]/) at++ }
}
FNR == NR { if ($0 !~ /^#/ && $0 != "") sample[++n] = fold($0); next }
{ parts[FNR] = fold($3) }
END {
	for (k = 1; k <= n; k++) {
		cuts(sample[k], "|", must); cuts(sample[k], "~", may); cuts(parts[k], "+", got); ok = 1
		for (c in must) if (!(c in got)) ok = 0
		for (c in got) if (!(c in must) && !(c in may)) ok = 0
		right += ok
		if (!ok) print sample[k], "split as", parts[k] > "/dev/stderr"
	}
	printf "%d of %d words split as annotated, %.1f %%\n", right, n, 100 * right / n
}
