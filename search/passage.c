#include "passage.h"

#include <string.h>

#include "fields.h"
#include "references.h"
#include "results.h"
#include "sentences.h"

#define CUT "[…]"
#define NEARLY_AS_GOOD 0.5 /* of the best section: then another is shown as well */
#define SAID_BEFORE 0.1    /* what a word counts for that the title says already … */
#define ANSWER 5           /* … and an answer of the right type, in words of a usual rarity */
#define LONGEST_WHOLE 4000 /* bytes of a section that is quoted whole */
#define LONGEST_SENTENCE (PASSAGE_CHARS + PASSAGE_CHARS / 4) /* longer ones are cut */

/* The first match that starts at a byte or behind it. Matches are ascending. */
static guint first_from(const GArray *matches, gsize start)
{
	guint low = 0, high = matches->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(matches, QueryMatch, middle).start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How what is asked is looked for in a pilot. */
typedef struct {
	const Query *query;
	double *shares; /* of each leaf: what it counts for */
	double usual;   /* what an average leaf tells */
} Scale;

/* The sum over the leaves of the most telling match with each, in [start, end);
 * a second word of the same leaf adds a little. */
static double score(const Scale *scale, const GArray *matches, gsize start, gsize end)
{
	const Query *query = scale->query;
	g_autofree double *best = g_new0(double, MAX(query->leaves->len, 1));
	double total = 0, extra = 0;

	for (guint i = first_from(matches, start); i < matches->len; i++) {
		const QueryMatch *m = &g_array_index(matches, QueryMatch, i);
		const QueryLeaf *leaf = query->leaves->pdata[m->term.leaf];
		if (m->start >= end)
			break;
		if (m->end > end)
			continue;
		double weight = m->term.weight * leaf->rarity * scale->shares[m->term.leaf];
		extra += weight * 0.1;
		best[m->term.leaf] = MAX(best[m->term.leaf], weight);
	}
	for (guint i = 0; i < query->leaves->len; i++)
		total += best[i];
	return total + MIN(extra, total / 2);
}

/* ---- the sections ------------------------------------------------------------------ */

static Scale scale_new(const Query *query, const GArray *title)
{
	guint n = query->leaves->len;
	Scale s = { query, g_new(double, MAX(n, 1)), 0 };

	for (guint i = 0; i < n; i++) {
		s.shares[i] = 1;
		s.usual += ((const QueryLeaf *)query->leaves->pdata[i])->rarity / n;
	}
	for (guint i = 0; query->asked && i < title->len; i++)
		s.shares[g_array_index(title, QueryMatch, i).term.leaf] = SAID_BEFORE;
	return s;
}

/* The sentences of a section, and what each tells as an answer, by its type. */
typedef struct {
	GArray *sentences; /* of Sentence; NULL until they are needed */
	double *answers;
} Told;

static const Told *told_by(Told *told, const Scale *scale, const Section *section)
{
	const Query *q = scale->query;

	if (told->sentences)
		return told;
	told->sentences = sentences_of(section->text);
	told->answers = g_new0(double, MAX(told->sentences->len, 1));
	for (guint i = 0; q->asked && i < told->sentences->len; i++) {
		const Sentence *s = &g_array_index(told->sentences, Sentence, i);
		told->answers[i] =
			ANSWER * scale->usual *
			questiontypes_answer(q->question_types, q->asked, section->kind,
					     section->text + s->start, s->end - s->start);
	}
	return told;
}

/* What of a pilot answers a query. */
typedef struct {
	Scale scale;
	PilotMatches *matches;
	guint *order;   /* the sections, the most telling first */
	double *scores; /* one for each section */
	Told *told;     /* by each section */
	guint sections;
} Found;

static const Told *found_told(const Found *f, const Section *section, guint i)
{
	return told_by(&f->told[i], &f->scale, section);
}

/* Of its words, and of the sentence that answers best. */
static double score_section(const Found *f, const Section *section, guint i)
{
	const Told *told = f->scale.query->asked ? found_told(f, section, i) : NULL;
	double best = 0;

	for (guint k = 0; told && k < told->sentences->len; k++)
		best = MAX(best, told->answers[k]);
	return best + score(&f->scale, f->matches->sections->pdata[i], 0, G_MAXSIZE);
}

static Found *look(const Pilot *p, const Query *query, Dutch *dutch)
{
	Found *f = g_new0(Found, 1);

	f->matches = pilotmatch_find(query, p, dutch);
	f->scale = scale_new(query, f->matches->title);
	f->scores = g_new0(double, MAX(p->sections->len, 1));
	f->order = g_new0(guint, MAX(p->sections->len, 1));
	f->sections = p->sections->len;
	f->told = g_new0(Told, MAX(f->sections, 1));
	for (guint i = 0; i < f->sections; i++)
		f->scores[i] = score_section(f, p->sections->pdata[i], i);
	return f;
}

static void found_free(Found *f)
{
	pilotmatch_free(f->matches);
	g_free(f->scale.shares);
	for (guint i = 0; i < f->sections; i++) {
		g_clear_pointer(&f->told[i].sentences, g_array_unref);
		g_free(f->told[i].answers);
	}
	g_free(f->told);
	g_free(f->order);
	g_free(f->scores);
	g_free(f);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Found, found_free)

/* Without a match the Doel says best what a pilot is; then whatever comes first. */
static guint standard_section(const Pilot *p)
{
	for (guint i = 0; i < p->sections->len; i++)
		if (((const Section *)p->sections->pdata[i])->kind == SECTION_DOEL)
			return i;
	return 0;
}

/* Sections by what they tell; of those that tell as much the first, but the standard one
 * where none tells anything. */
static void put_in_order(Found *f, const Pilot *p)
{
	guint n = p->sections->len, standard = standard_section(p);

	for (guint i = 0; i < n; i++) {
		guint at = i;
		while (at > 0 && (f->scores[f->order[at - 1]] < f->scores[i] ||
				  (i == standard && f->scores[f->order[at - 1]] == 0))) {
			f->order[at] = f->order[at - 1];
			at--;
		}
		f->order[at] = i;
	}
}

/* ---- the sentences ------------------------------------------------------------------ */

static gsize chars(const char *text, gsize start, gsize end)
{
	return g_utf8_strlen(text + start, end - start);
}

/* The window grows from the best sentence to its neighbours in the paragraph, the
 * more telling one first, while it fits. */
static void grow(const GArray *sentences, const double *scores, const char *text, guint *first,
		 guint *last)
{
	for (;;) {
		const Sentence *a = &g_array_index(sentences, Sentence, *first);
		const Sentence *z = &g_array_index(sentences, Sentence, *last);
		gboolean before = *first > 0 && (a - 1)->paragraph == a->paragraph &&
				  chars(text, (a - 1)->start, z->end) <= PASSAGE_CHARS;
		gboolean after = *last + 1 < sentences->len && (z + 1)->paragraph == z->paragraph &&
				 chars(text, a->start, (z + 1)->end) <= PASSAGE_CHARS;
		if (before && (!after || scores[*first - 1] > scores[*last + 1]))
			(*first)--;
		else if (after)
			(*last)++;
		else
			return;
	}
}

static void choose_window(const Found *f, const Section *section, guint section_at, gsize *start,
			  gsize *end)
{
	const GArray *matches = f->matches->sections->pdata[section_at];
	const Told *told = found_told(f, section, section_at);
	const GArray *sentences = told->sentences;
	g_autofree double *scores = g_new0(double, MAX(sentences->len, 1));
	guint best = 0;

	*start = *end = 0;
	if (!sentences->len)
		return;
	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *s = &g_array_index(sentences, Sentence, i);
		scores[i] = score(&f->scale, matches, s->start, s->end) + told->answers[i];
		if (scores[i] > scores[best])
			best = i;
	}
	guint first = best, last = best;
	grow(sentences, scores, section->text, &first, &last);
	*start = g_array_index(sentences, Sentence, first).start;
	*end = g_array_index(sentences, Sentence, last).end;
}

/* A single sentence that is too long is cut at words, around its first match. */
static void cut_window(const char *text, const GArray *matches, gsize *start, gsize *end)
{
	gsize from = *start;

	if (chars(text, *start, *end) <= LONGEST_SENTENCE)
		return;
	for (guint i = first_from(matches, *start); i < matches->len; i++) {
		const QueryMatch *m = &g_array_index(matches, QueryMatch, i);
		if (m->end <= *end) {
			if (chars(text, *start, m->end) > PASSAGE_CHARS / 2)
				from = m->start;
			break;
		}
	}
	for (guint back = 0; from > *start && back < 60; back++)
		from = g_utf8_prev_char(text + from) - text;
	while (from > *start && text[from - 1] != ' ')
		from--;
	gsize to = from;
	for (guint n = 0; to < *end && n < PASSAGE_CHARS; n++)
		to = g_utf8_next_char(text + to) - text;
	while (to < *end && to > from && text[to] != ' ')
		to--;
	*start = from;
	*end = to;
}

/* ---- the quote ---------------------------------------------------------------------- */

/* TRUE when [start, end) leaves nothing but white space out on that side. */
static gboolean is_whole_start(const char *text, gsize start)
{
	return strspn(text, " \n") >= start;
}

static void set_quote(Hit *hit, const char *text, const GArray *matches, gsize start, gsize end)
{
	const char *before = is_whole_start(text, start) ? "" : CUT " ";
	const char *after = text[end + strspn(text + end, " \n")] ? " " CUT : "";
	g_autofree char *body = g_strndup(text + start, end - start);
	gsize shift = g_utf8_strlen(before, -1), skipped = chars(text, 0, start);

	hit->quote = g_strconcat(before, body, after, NULL);
	hit->from = skipped;
	hit->to = skipped + chars(text, start, end);
	for (guint i = first_from(matches, start); i < matches->len; i++) {
		const QueryMatch *m = &g_array_index(matches, QueryMatch, i);
		if (m->start >= end)
			break;
		if (m->end > end)
			continue;
		gsize at = shift + chars(text, start, m->start);
		Span s = { at, at + chars(text, m->start, m->end) };
		Span *last = hit->spans->len ? &g_array_index(hit->spans, Span, hit->spans->len - 1)
					     : NULL;
		if (last && s.start < last->end)
			last->end = MAX(last->end, s.end);
		else
			g_array_append_val(hit->spans, s);
	}
}

/* ---- the reasons ---------------------------------------------------------------------- */

static gint compare_why(gconstpointer a, gconstpointer b)
{
	const Why *x = *(Why *const *)a, *y = *(Why *const *)b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return strcmp(x->term, y->term);
}

static Why *find_why(const Hit *hit, const char *term, const char *asked)
{
	for (guint i = 0; i < hit->why->len; i++) {
		Why *w = hit->why->pdata[i];
		if (strcmp(w->term, term) == 0 && strcmp(w->asked, asked) == 0)
			return w;
	}
	return NULL;
}

/* A word that answers in several ways does so in its heaviest. */
static void add_why(Hit *hit, const QueryLeaf *leaf, const char *word, QueryVia via,
		    const char *where, double weight)
{
	g_autofree char *term = dutch_lower(word);
	Why *w = find_why(hit, term, leaf->text);

	if (!w) {
		w = g_new(Why, 1);
		*w = (Why) { g_steal_pointer(&term), via, g_strdup(leaf->text), where, weight };
		g_ptr_array_add(hit->why, w);
	} else if (weight > w->weight) {
		w->via = via;
		w->where = where;
		w->weight = weight;
	}
}

static void add_match(Hit *hit, const Query *query, const char *where, const char *text,
		      const QueryMatch *m)
{
	const QueryLeaf *leaf = query->leaves->pdata[m->term.leaf];
	g_autofree char *word = g_strndup(text + m->word_start, m->word_end - m->word_start);

	add_why(hit, leaf, word, m->term.via, where, m->term.weight * leaf->rarity);
}

/* What no word of its text says. */
static void explain_provinces(Hit *hit, const Query *query)
{
	const GPtrArray *provinces = hit->pilot->facets[FACET_PROVINCIE];

	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *leaf = query->leaves->pdata[i];
		for (guint k = 0; leaf->province && k < provinces->len; k++) {
			g_autofree char *folded = dutch_fold(provinces->pdata[k]);
			if (strcmp(folded, leaf->province) == 0)
				add_why(hit, leaf, provinces->pdata[k], VIA_PROVINCE,
					fields[FIELD_PROVINCIE].name, leaf->province_weight);
		}
	}
}

/* A publication that only a note refers to. */
static void explain_notes(Hit *hit, const Query *query)
{
	for (guint i = 0; i < hit->pilot->footnotes->len; i++) {
		const char *text = ((const Footnote *)hit->pilot->footnotes->pdata[i])->text;
		g_autoptr(GPtrArray) found = references_find(text);
		for (guint k = 0; k < found->len * query->leaves->len; k++) {
			guint leaf = k % query->leaves->len;
			const Reference *r = found->pdata[k / query->leaves->len];
			const char *asked =
				((const QueryLeaf *)query->leaves->pdata[leaf])->reference;
			const QueryMatch match = {
				r->start, r->end, r->start, r->end, { leaf, VIA_EXACT, 1 }
			};
			if (asked && reference_answers(r->id, asked))
				add_match(hit, query, "voetnoot", text, &match);
		}
	}
}

static void explain(Hit *hit, const Query *query, const Found *f)
{
	const Pilot *p = hit->pilot;

	for (guint k = 0; k < f->matches->title->len; k++)
		add_match(hit, query, fields[FIELD_TITEL].name, p->title,
			  &g_array_index(f->matches->title, QueryMatch, k));
	for (guint i = 0; i < p->sections->len; i++) {
		const GArray *matches = f->matches->sections->pdata[i];
		const Section *section = p->sections->pdata[i];
		for (guint k = 0; k < matches->len; k++)
			add_match(hit, query, section_kind_name(section->kind), section->text,
				  &g_array_index(matches, QueryMatch, k));
	}
	explain_provinces(hit, query);
	if (query_has_references(query))
		explain_notes(hit, query);
	g_ptr_array_sort(hit->why, compare_why);
}

/* ---- the passage ------------------------------------------------------------------------ */

/* What says how it is with a pilot. */
static gboolean tells_state(const Section *section)
{
	return section->kind == SECTION_STAND_VAN_ZAKEN || section->kind == SECTION_LOOPTIJD;
}

static void quote_section(Hit *hit, const Found *f, guint section, gboolean whole)
{
	const GArray *matches = f->matches->sections->pdata[section];
	gsize start, end;

	hit->section = hit->pilot->sections->pdata[section];
	if (whole && tells_state(hit->section) && strlen(hit->section->text) <= LONGEST_WHOLE) {
		start = 0;
		end = strlen(hit->section->text);
	} else {
		choose_window(f, hit->section, section, &start, &end);
		cut_window(hit->section->text, matches, &start, &end);
	}
	set_quote(hit, hit->section->text, matches, start, end);
}

/* Another passage of the same pilot. */
static void add_passage(Results *r, const Hit *first, const Found *f, guint i, gboolean whole)
{
	Hit *h = results_add(r, pilot_ref(first->pilot));

	h->rank = first->rank;
	h->full = first->full;
	h->score = first->score * f->scores[i] / f->scores[f->order[0]];
	explain(h, f->scale.query, f);
	quote_section(h, f, i, whole);
}

void passage_choose(Results *r, Hit *hit, const Query *query, Dutch *dutch, guint most,
		    gboolean whole)
{
	const Pilot *p = hit->pilot;
	g_autoptr(Found) f = look(p, query, dutch);

	put_in_order(f, p);
	explain(hit, query, f);
	if (!p->sections->len) {
		hit->quote = g_strdup("");
		return;
	}
	quote_section(hit, f, f->order[0], whole);
	for (guint i = 1; i < p->sections->len; i++) {
		double score = f->scores[f->order[i]];
		gboolean good =
			i < most && score > 0 && score >= NEARLY_AS_GOOD * f->scores[f->order[0]];
		if (good || (whole && tells_state(p->sections->pdata[f->order[i]])))
			add_passage(r, hit, f, f->order[i], whole);
	}
}
