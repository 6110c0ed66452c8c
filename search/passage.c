#include "passage.h"

#include <string.h>

#include "reasons.h"
#include "results.h"
#include "sentences.h"

#define CUT "[…]"
#define NEARLY_AS_GOOD 0.5 /* of the best section: then another is shown as well */
#define SAID_BEFORE 0.1    /* what a word counts for that the title says already … */
#define ANSWER 5           /* … and an answer of the right type, in words of a usual rarity */
#define ROUNDS 3           /* in which passages are told apart */
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
	GHashTable *shared; /* sentences that are no passage; NULL: none. Borrowed */
} Found;

static gboolean is_shared(const Found *f, const Section *section, const Sentence *s)
{
	if (!f->shared)
		return FALSE;
	g_autofree char *text = g_strndup(section->text + s->start, s->end - s->start);
	return g_hash_table_contains(f->shared, text);
}

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
 * more telling one first, while it fits. What tells less than nothing is left out. */
static void grow(const GArray *sentences, const double *scores, const char *text, guint *first,
		 guint *last)
{
	for (;;) {
		const Sentence *a = &g_array_index(sentences, Sentence, *first);
		const Sentence *z = &g_array_index(sentences, Sentence, *last);
		gboolean before = *first > 0 && (a - 1)->paragraph == a->paragraph &&
				  scores[*first - 1] >= 0 &&
				  chars(text, (a - 1)->start, z->end) <= PASSAGE_CHARS;
		gboolean after = *last + 1 < sentences->len && (z + 1)->paragraph == z->paragraph &&
				 scores[*last + 1] >= 0 &&
				 chars(text, a->start, (z + 1)->end) <= PASSAGE_CHARS;
		if (before && (!after || scores[*first - 1] > scores[*last + 1]))
			(*first)--;
		else if (after)
			(*last)++;
		else
			return;
	}
}

/* Where to begin when no sentence tells more than another: "De Kamer," and "Geachte voorzitter,"
 * only begin what follows. */
static guint first_that_tells(const GArray *sentences, const char *text)
{
	for (guint i = 0; i < sentences->len; i++)
		if (text[g_array_index(sentences, Sentence, i).end - 1] != ',')
			return i;
	return 0;
}

static void choose_window(const Found *f, const Section *section, guint section_at, gsize *start,
			  gsize *end)
{
	const GArray *matches = f->matches->sections->pdata[section_at];
	const Told *told = found_told(f, section, section_at);
	const GArray *sentences = told->sentences;
	g_autofree double *scores = g_new0(double, MAX(sentences->len, 1));
	guint best = first_that_tells(sentences, section->text);

	*start = *end = 0;
	if (!sentences->len)
		return;
	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *s = &g_array_index(sentences, Sentence, i);
		scores[i] = is_shared(f, section, s) ? -1
						     : score(&f->scale, matches, s->start, s->end) +
							       told->answers[i];
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
	reasons_add(h, f->scale.query, f->matches);
	quote_section(h, f, i, whole);
}

void passage_choose(Results *r, Hit *hit, const Query *query, Dutch *dutch, guint most,
		    gboolean whole)
{
	const Pilot *p = hit->pilot;
	g_autoptr(Found) f = look(p, query, dutch);

	put_in_order(f, p);
	reasons_add(hit, query, f->matches);
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

/* ---- passages that differ ----------------------------------------------------------------- */

/* Takes the shared sentences of a section out of what answers the query; FALSE for one that has
 * nothing else. In one pass: a section may be long, and have them again and again. */
static gboolean forget_shared(Found *f, const Section *section, guint i)
{
	const GArray *sentences = found_told(f, section, i)->sentences;
	GArray *matches = f->matches->sections->pdata[i];
	GArray *left = g_array_new(FALSE, FALSE, sizeof(QueryMatch));
	guint own = 0, next = 0;

	for (guint k = 0; k < sentences->len; k++) {
		const Sentence *s = &g_array_index(sentences, Sentence, k);
		gboolean shared = is_shared(f, section, s);
		own += !shared;
		if (shared)
			f->told[i].answers[k] = 0;
		for (; next < matches->len; next++) {
			const QueryMatch *m = &g_array_index(matches, QueryMatch, next);
			if (m->start >= s->end)
				break;
			if (!shared || m->start < s->start)
				g_array_append_vals(left, m, 1);
		}
	}
	if (next < matches->len)
		g_array_append_vals(left, &g_array_index(matches, QueryMatch, next),
				    matches->len - next);
	g_array_unref(matches);
	f->matches->sections->pdata[i] = left;
	f->scores[i] = own ? score_section(f, section, i) : -1;
	return own > 0;
}

/* The section to quote instead: what tells most of the rest, or the same as before. */
static guint other_section(const Found *f, const Hit *hit)
{
	guint before;

	if (f->scores[f->order[0]] <= 0 &&
	    g_ptr_array_find(hit->pilot->sections, hit->section, &before) && f->scores[before] >= 0)
		return before;
	return f->order[0];
}

static void choose_without(Hit *hit, const Query *query, Dutch *dutch, GHashTable *shared)
{
	const GPtrArray *sections = hit->pilot->sections;
	g_autoptr(Found) f = look(hit->pilot, query, dutch);
	gboolean any = FALSE;

	f->shared = shared;
	for (guint i = 0; i < f->sections; i++)
		any |= forget_shared(f, sections->pdata[i], i);
	if (!any)
		return;
	put_in_order(f, hit->pilot);
	g_free(hit->quote);
	g_array_set_size(hit->spans, 0);
	quote_section(hit, f, other_section(f, hit), FALSE);
}

/* The sentences that a hit quotes: GPtrArray of char *. */
static GPtrArray *quoted(const Hit *hit)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);

	if (!hit->section)
		return out;
	g_autofree char *body =
		g_utf8_substring(hit->section->text, (glong)hit->from, (glong)hit->to);
	g_autoptr(GArray) sentences = sentences_of(body);
	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *s = &g_array_index(sentences, Sentence, i);
		g_ptr_array_add(out, g_strndup(body + s->start, s->end - s->start));
	}
	return out;
}

/* Adds to `shared` what hits of different pilots quote in the same words. */
static gboolean find_shared(const Results *r, GHashTable *shared)
{
	g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint known = g_hash_table_size(shared);

	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		g_autoptr(GPtrArray) sentences = quoted(hit);
		for (guint k = 0; k < sentences->len; k++) {
			const Hit *other = g_hash_table_lookup(first, sentences->pdata[k]);
			if (!other)
				g_hash_table_insert(first, g_strdup(sentences->pdata[k]),
						    (gpointer)hit);
			else if (strcmp(other->pilot->id, hit->pilot->id) != 0)
				g_hash_table_add(shared, g_strdup(sentences->pdata[k]));
		}
	}
	return g_hash_table_size(shared) > known;
}

static gboolean quotes_one_of(const Hit *hit, GHashTable *shared)
{
	g_autoptr(GPtrArray) sentences = quoted(hit);

	for (guint k = 0; k < sentences->len; k++)
		if (g_hash_table_contains(shared, sentences->pdata[k]))
			return TRUE;
	return FALSE;
}

void passage_tell_apart(Results *r, const Query *query, Dutch *dutch)
{
	g_autoptr(GHashTable) shared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint round = 0; round < ROUNDS && find_shared(r, shared); round++)
		for (guint i = 0; i < r->hits->len; i++)
			if (quotes_one_of(r->hits->pdata[i], shared))
				choose_without(r->hits->pdata[i], query, dutch, shared);
}
