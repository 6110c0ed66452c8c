#include "plain.h"

#include <string.h>

#include "active.h"
#include "lexemes.h"
#include "looptijd.h"
#include "plainwords.h"
#include "query.h"
#include "themes.h"

#define MOST_WORDS 64     /* of a query that is looked through */
#define MOST_NAME_WORDS 5 /* of a place or an organisation */
#define NEARBY 6          /* words between "evaluatie" and "afgerond" in a text */

/* ---- the words of a query ------------------------------------------------------------ */

/* The words that are all wanted, beside each other; what is none of them ends a run of words. */
typedef struct {
	Index *index;
	QueryNode *all; /* NODE_AND */
	GString *text;  /* its words in lower case, a space between; "|" for what is no word */
	guint starts[MOST_WORDS + 1]; /* bytes of each child in it, and the end */
	PlainFilter *taken[MOST_WORDS];
	gboolean idle[MOST_WORDS]; /* says nothing once there is a filter */
	GPtrArray *found;          /* of PlainFilter * */
	GPtrArray *ignored;        /* of char * */
} Words;

static gboolean is_plain(const QueryNode *child)
{
	return child->kind == NODE_WORD && !child->field && !child->implied;
}

static void list_words(Words *w)
{
	for (guint i = 0; i < w->all->children->len; i++) {
		const QueryNode *child = w->all->children->pdata[i];
		g_autofree char *lower =
			is_plain(child) ? lexemes_text(child->text) : g_strdup("|");
		w->starts[i] = (guint)w->text->len;
		g_string_append(w->text, lower);
		g_string_append_c(w->text, ' ');
	}
	w->starts[w->all->children->len] = (guint)w->text->len;
}

static guint count(const Words *w)
{
	return w->all->children->len;
}

/* The word that has a byte of the text. */
static guint word_at(const Words *w, guint byte)
{
	guint i = 0;

	while (i + 1 < count(w) && w->starts[i + 1] <= byte)
		i++;
	return i;
}

/* What stands at word i in a list, and how many words it is of; 0. */
static int meaning_at(const Words *w, Vocabulary v, guint i, guint *words)
{
	gsize length = 0;
	int meaning =
		i < count(w) ? phrases_at(plain_words(v), w->text->str + w->starts[i], &length) : 0;

	*words = meaning ? word_at(w, w->starts[i] + (guint)length - 1) - i + 1 : 0;
	return meaning;
}

static int kind_at(const Words *w, guint i)
{
	guint words;
	int kind = meaning_at(w, OF_QUERIES, i, &words);
	return words == 1 ? kind : 0;
}

static gboolean is_free(const Words *w, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		if (w->taken[i] || !is_plain(w->all->children->pdata[i]))
			return FALSE;
	return TRUE;
}

/* The words [from, to) as typed. The caller frees. */
static char *typed(const Words *w, guint from, guint to)
{
	GString *out = g_string_new(NULL);

	for (guint i = from; i < to; i++)
		g_string_append_printf(out, "%s%s", i > from ? " " : "",
				       ((const QueryNode *)w->all->children->pdata[i])->text);
	return g_string_free(out, FALSE);
}

static void take(Words *w, guint from, guint to, const Field *field, char *value)
{
	PlainFilter *f = g_new0(PlainFilter, 1);

	f->field = field;
	f->value = value;
	f->words = typed(w, from, to);
	g_ptr_array_add(w->found, f);
	for (guint i = from; i < to; i++)
		w->taken[i] = f;
}

/* ---- months ------------------------------------------------------------------------- */

/* Whether the words of a period are of a period alone: "gestart in 2021" is a start. */
static gboolean is_period_only(const Words *w, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		g_autofree char *word = typed(w, i, i + 1);
		g_autofree char *lower = lexemes_text(word);
		guint words;
		int kind = meaning_at(w, OF_QUERIES, i, &words);
		gboolean letters = g_unichar_isalpha(g_utf8_get_char(lower));
		if (kind == SIDE || kind == IN) {
			i += words - 1;
			continue;
		}
		if (letters && !lexeme_is_time(lower))
			return FALSE;
	}
	return TRUE;
}

static void read_months(Words *w)
{
	g_autoptr(GArray) named = looptijd_named(w->text->str);

	for (guint i = 0; i < named->len; i++) {
		const NamedPeriod *p = &g_array_index(named, NamedPeriod, i);
		guint from = word_at(w, p->start), to = word_at(w, p->end - 1) + 1;
		int first = p->period.from, last = p->period.to;
		int lead = from ? kind_at(w, from - 1) : 0;
		if (!is_free(w, from, to) || !is_period_only(w, from, to))
			continue;
		if (lead == AFTER) { /* "na 1 januari 2022" has all of January */
			first = p->period.to_precision == PRECISION_DAG ? last : last + 1;
			last = PERIOD_OPEN;
		} else if (lead == BEFORE) {
			last = first - 1;
			first = PERIOD_OPEN;
		}
		guint begin = from - (lead == AFTER || lead == BEFORE || lead == IN);
		int noun = begin ? kind_at(w, begin - 1) : 0;
		if (noun == EVENT || noun == PAPER || kind_at(w, to) == UNIT)
			continue;
		char *value = active_text(first, last);
		int a, b;
		if (active_parse(value, &a, &b))
			take(w, begin, to, &fields[FIELD_LOOPT], value);
		else
			g_free(value);
	}
}

/* ---- names -------------------------------------------------------------------------- */

/* How many pilots have a query, and not the filter; with G_MAXUINT for an error. */
static guint count_without(Words *w, const XapianQuery *query, const XapianQuery *filter)
{
	GError **error = query_context_error(w->index->context);
	g_autoptr(XapianQuery) rest = xapian_query_pair(XAPIAN_AND_NOT, query, filter);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(w->index->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, rest, error))
		return G_MAXUINT;
	g_autoptr(XapianMatches) found = xapian_enquire_run(enquire, 0, 1, 1, error);
	return found ? xapian_matches_size(found) : G_MAXUINT;
}

/* Words as they stand in a text, within a window. */
static XapianQuery *words_query(const char *text, guint window)
{
	g_auto(GStrv) each = g_strsplit(text, " ", -1);
	g_autoptr(GPtrArray) all =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);

	for (char **word = each; *word; word++)
		if (**word) {
			g_autofree char *lower = dutch_lower(*word);
			g_ptr_array_add(all, xapian_query_term(lower));
		}
	return xapian_query_combine(XAPIAN_PHRASE, (XapianQuery *const *)all->pdata, all->len,
				    window);
}

/* Whether a value is called so, by itself or by the thesaurus. */
static gboolean is_called(Words *w, const Field *field, const char *value, const char *name)
{
	QueryContext *context = w->index->context;
	const GPtrArray *links = query_links(context, query_expression(context, name));
	g_autofree char *own = field_term(field, value), *asked = field_term(field, name);
	gboolean is = strcmp(own, asked) == 0;

	for (guint i = 0; links && i < links->len && !is; i++) {
		g_autofree char *other =
			field_term(field, ((const ThesaurusLink *)links->pdata[i])->text);
		is = strcmp(own, other) == 0;
	}
	return is;
}

/* The name of a value as pilots have it; NULL when none does. The caller frees. */
static char *known_value(Words *w, const Field *field, const char *asked)
{
	GError **error = query_context_error(w->index->context);
	guint pilots;
	const char *value = field->facet == FACET_PROVINCIE
				    ? query_province(w->index->context, asked, &pilots)
				    : asked;
	if (!value)
		return NULL;
	g_autoptr(XapianQuery) query = query_filter(w->index->context, field, value);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(w->index->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, query, error))
		return NULL;
	g_autoptr(XapianMatches) found = xapian_enquire_run(enquire, 0, 1, 0, error);
	if (!found || !xapian_matches_size(found))
		return NULL;
	g_autoptr(XapianDoc) doc = xapian_matches_document(found, 0, error);
	g_autoptr(Pilot) pilot = doc ? index_read_pilot(w->index, doc, error) : NULL;
	for (guint i = 0; pilot && i < pilot->facets[field->facet]->len; i++)
		if (is_called(w, field, pilot->facets[field->facet]->pdata[i], value))
			return g_strdup(pilot->facets[field->facet]->pdata[i]);
	return NULL;
}

/* "de provincie Utrecht" */
static gboolean is_province(const Words *w, guint i)
{
	g_autofree char *before = i ? typed(w, i - 1, i) : g_strdup("");
	return g_ascii_strcasecmp(before, "provincie") == 0;
}

/* Takes the words [from, to) as a value of the field, when they are one and hide nothing: every
 * pilot that has the words has the value. led: the words before say that it is one. */
static gboolean take_name(Words *w, const Field *field, guint from, guint to, guint begin)
{
	g_autofree char *words = typed(w, from, to);
	g_autofree char *province = g_strconcat("provincie ", words, NULL);
	g_autofree char *value = known_value(w, field, is_province(w, from) ? province : words);

	if (!value)
		return FALSE;
	g_autoptr(XapianQuery) filter = query_filter(w->index->context, field, value);
	g_autoptr(XapianQuery) said = words_query(words, to - from);
	if (begin == from && count_without(w, said, filter))
		return FALSE;
	take(w, begin, to, field, g_steal_pointer(&value));
	w->taken[from]->name = g_steal_pointer(&words);
	return TRUE;
}

/* Where the words begin that lead to a name at i: "in de gemeente", "in". */
static guint lead_of(const Words *w, guint i)
{
	while (i && (kind_at(w, i - 1) == PLACE || kind_at(w, i - 1) == IN) && is_free(w, i - 1, i))
		i--;
	return i;
}

static void read_names(Words *w)
{
	for (guint i = 0; i < count(w); i++) {
		guint n = MIN(MOST_NAME_WORDS, count(w) - i);
		gboolean taken = FALSE;
		if (i && kind_at(w, i - 1) == OWNER)
			continue;
		for (; n > 0 && !taken; n--)
			for (FacetId f = 0; f < N_FACETS && !taken; f++)
				taken = facets[f].named && is_free(w, i, i + n) &&
					(f != FACET_PLAATS || !is_province(w, i)) &&
					take_name(w, field_by_facet(f), i, i + n, lead_of(w, i));
		i += taken ? n : 0; /* n was lowered once more */
	}
}

/* ---- status, theme ------------------------------------------------------------------- */

/* Whether texts say this of something else: "evaluatie … afgerond". */
static gboolean is_said_of(Words *w, guint noun, guint from, guint to)
{
	g_autofree char *a = typed(w, noun, noun + 1), *b = typed(w, from, to);
	g_autofree char *both = g_strconcat(a, " ", b, NULL);
	g_autoptr(XapianQuery) near = words_query(both, NEARBY);
	g_autoptr(XapianQuery) none = xapian_query_nothing();

	return count_without(w, near, none) > 0;
}

/* "lopende pilots", "huur afgerond"; not "lopende rechtszaak", "evaluatie afgerond". */
static gboolean is_of_pilots(Words *w, guint from, guint to)
{
	gboolean free_before = from && is_free(w, from - 1, from);
	gboolean free_after = to < count(w) && is_free(w, to, to + 1);

	if (free_after && kind_at(w, to) == NOUN)
		return TRUE;
	if (free_after && (!kind_at(w, to) || kind_at(w, to) == PAPER)) /* "lopend onderzoek" */
		return FALSE;
	if (free_before && kind_at(w, from - 1) != NOUN && is_said_of(w, from - 1, from, to))
		return FALSE;
	return from == 0 || to == count(w) || !free_after || !free_before;
}

static void read_status(Words *w)
{
	for (guint i = 0, words; i < count(w); i++) {
		int meaning = meaning_at(w, OF_STATUS, i, &words);
		if (!meaning || !is_free(w, i, i + words) || !is_of_pilots(w, i, i + words))
			continue;
		take(w, i, i + words, field_by_facet(FACET_STATUS),
		     g_strdup(status_name((Status)(meaning - 1))));
		i += words - 1;
	}
}

/* "thema huur", by its name or what it is called. */
static void read_theme(Words *w)
{
	for (guint i = 0; i + 1 < count(w); i++) {
		if (kind_at(w, i) != THEME || !is_free(w, i, i + 2))
			continue;
		g_autofree char *word = typed(w, i + 1, i + 2);
		g_autofree char *lower = dutch_lower(word);
		for (guint t = 0; t < w->index->themes->len; t++) {
			const Theme *theme = w->index->themes->pdata[t];
			g_autofree char *label = dutch_lower(theme->label);
			if (strcmp(theme->name, lower) == 0 || strcmp(label, lower) == 0) {
				take(w, i, i + 2, field_by_facet(FACET_THEMA),
				     g_strdup(theme->name));
				break;
			}
		}
	}
}

/* ---- sections ------------------------------------------------------------------------- */

/* Whether a word is left that can be looked for, beside those of [from, to). */
static gboolean has_others(const Words *w, guint from, guint to)
{
	for (guint i = 0; i < count(w); i++)
		if ((i < from || i >= to) && is_free(w, i, i + 1) && kind_at(w, i) != NOUN)
			return TRUE;
	return FALSE;
}

/* Words that narrow nothing: left out, and that is told. */
static void leave_out(Words *w, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		w->idle[i] = TRUE;
	g_ptr_array_add(w->ignored, typed(w, from, to));
}

/* "in het doel schulden"; not "in het doel van". What is only called so, as "stand van zaken huur",
 * is asked of every pilot, and narrows nothing. */
static void read_section(Words *w)
{
	for (guint i = 0, words; i < count(w); i++) {
		int meaning = meaning_at(w, OF_SECTIONS, i, &words);
		guint to = i + words;
		gboolean at_an_end = i == 0 || to == count(w);
		if (!meaning || !is_free(w, i, to) || !has_others(w, i, to))
			continue;
		SectionKind kind = (SectionKind)(ABS(meaning) - 1);
		if (meaning > 0 && (to == count(w) || kind_at(w, to) != IN)) {
			take(w, i, to, field_by_section(kind),
			     g_strdup(section_kind_name((int)kind)));
			w->taken[i]->is_section = TRUE;
			return;
		}
		if (meaning < 0 && at_an_end)
			leave_out(w, i, to);
		i = to - 1;
	}
}

/* The words that are not left out are looked for in the section. */
static void scope_to_section(QueryNode *all, const Field *section)
{
	for (guint i = 0; i < all->children->len; i++) {
		QueryNode *child = all->children->pdata[i];
		if (child->kind != NODE_FILTER && !child->field && !child->implied)
			child->field = section;
	}
}

/* ---- the query that is left ------------------------------------------------------------ */

/* Beside a filter "pilots" says nothing; "lopende projecten huur". */
static void leave_out_nouns(Words *w)
{
	for (guint i = 0; i < count(w); i++) {
		gboolean beside = (i && w->taken[i - 1]) || (i + 1 < count(w) && w->taken[i + 1]);
		if (is_free(w, i, i + 1) && kind_at(w, i) == NOUN && (beside || i == 0))
			w->idle[i] = TRUE;
	}
}

/* The name of a place stays a word as well: it ranks, and is marked. */
static void add_filter(QueryNode *all, const PlainFilter *f)
{
	if (f->is_section)
		return;
	QueryNode *node = query_node_leaf(NODE_FILTER, f->value);
	node->field = f->field;
	g_ptr_array_add(all->children, node);
	if (!f->name)
		return;
	node = query_node_leaf(NODE_PHRASE, f->name);
	node->implied = TRUE;
	g_ptr_array_add(all->children, node);
}

/* The query, with the filters in the place of their words; of one of them nothing, or its words as
 * a phrase, which is no filter. */
static QueryNode *rebuilt(const Words *w, const PlainFilter *but, gboolean literal)
{
	g_autoptr(QueryNode) all = query_node_branch(NODE_AND);
	const PlainFilter *last = NULL, *section = NULL;

	for (guint i = 0; i < count(w); i++) {
		const PlainFilter *f = w->taken[i];
		if (!f && !w->idle[i])
			g_ptr_array_add(all->children, query_node_copy(w->all->children->pdata[i]));
		if (f && f != last && f != but)
			add_filter(all, f);
		if (f && f->is_section && f != but)
			section = f;
		if (f && f != last && f == but && literal)
			g_ptr_array_add(all->children, query_node_leaf(NODE_PHRASE, f->words));
		last = f;
	}
	if (section)
		scope_to_section(all, section->field);
	return g_steal_pointer(&all);
}

void plain_filter_free(gpointer filter)
{
	PlainFilter *f = filter;

	g_free(f->value);
	g_free(f->words);
	g_free(f->name);
	g_free(f->without);
	g_free(f->literal);
	g_free(f);
}

const char *plain_filter_name(const PlainFilter *f)
{
	return f->is_section ? "sectie" : f->field->name;
}

const char *plain_filter_label(const PlainFilter *f)
{
	return f->is_section ? "Onderdeel" : f->field->label;
}

/* The query that each filter leaves when it is taken back. */
static void offer_others(const Words *w)
{
	for (guint i = 0; i < w->found->len; i++) {
		PlainFilter *f = w->found->pdata[i];
		g_autoptr(QueryNode) without = rebuilt(w, f, FALSE);
		g_autoptr(QueryNode) literal = rebuilt(w, f, TRUE);
		f->without = query_node_text(without);
		f->literal = query_node_text(literal);
	}
}

GPtrArray *plain_read(Index *index, QueryNode **node, GPtrArray *ignored)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(plain_filter_free);
	g_autoptr(QueryNode) one = query_node_branch(NODE_AND);
	Words w = { .index = index, .all = *node, .found = found, .ignored = ignored };

	if ((*node)->kind == NODE_WORD) {
		g_ptr_array_add(one->children, query_node_copy(*node));
		w.all = one;
	}
	if (w.all->kind != NODE_AND || w.all->children->len > MOST_WORDS)
		return found;
	guint before = ignored->len;
	w.text = g_string_new(NULL);
	list_words(&w);
	read_theme(&w);
	read_months(&w);
	read_section(&w);
	read_status(&w);
	read_names(&w);
	if (found->len)
		leave_out_nouns(&w);
	if (found->len || ignored->len > before) {
		offer_others(&w);
		QueryNode *mended = rebuilt(&w, NULL, FALSE);
		query_node_free(*node);
		*node = mended;
	}
	g_string_free(w.text, TRUE);
	return found;
}
