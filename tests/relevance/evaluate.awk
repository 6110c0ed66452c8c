# Measures a TREC run against judgments:
#   awk -f evaluate.awk -v details=1 QRELS RUN
# Per kind of query (the letters its id begins with) and over all: queries,
# nDCG@10 (gain 2^(g/2)-1, discount log2(rank+1)), MAP and recall@10 (relevant:
# grade 1 and up). details=1 prints "qid ndcg ap recall" for each query instead.
# Queries without a hit count as 0.
function gain(g) { return 2 ^ (g / 2) - 1 }
function log2(x) { return log(x) / log(2) }
FNR == NR {
	if ($4 > 0) { grade[$1, $3] = $4; relevant[$1]++; grades[$1] = grades[$1] " " $4 }
	next
}
$1 in relevant {
	rank = ++seen[$1]
	g = grade[$1, $3]
	if (g > 0) {
		found[$1]++
		precision[$1] += found[$1] / rank
		if (rank <= 10) { dcg[$1] += gain(g) / log2(rank + 1); top[$1]++ }
	}
}
function ideal(q,    n, i, k, t, list, best) {
	n = split(grades[q], list, " ")
	for (i = 2; i <= n; i++)
		for (k = i; k > 1 && list[k] > list[k - 1]; k--) { t = list[k]; list[k] = list[k - 1]; list[k - 1] = t }
	best = 0
	for (i = 1; i <= n && i <= 10; i++) best += gain(list[i]) / log2(i + 1)
	return best
}
function add(kind, n, a, r) { queries[kind]++; ndcg[kind] += n; ap[kind] += a; recall[kind] += r }
END {
	for (q in relevant) {
		n = dcg[q] / ideal(q); a = precision[q] / relevant[q]
		r = top[q] / (relevant[q] < 10 ? relevant[q] : 10)
		if (details) printf "%s %.4f %.4f %.4f\n", q, n, a, r
		kind = q; sub(/[0-9].*/, "", kind)
		add(kind, n, a, r); add("all", n, a, r)
	}
	if (!details)
		for (kind in queries)
			printf "%-5s %4d queries  nDCG@10 %.3f  MAP %.3f  recall@10 %.3f\n", kind, queries[kind],
				ndcg[kind] / queries[kind], ap[kind] / queries[kind], recall[kind] / queries[kind]
}
