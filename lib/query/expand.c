#include "expand.h"

#include <stdlib.h>
#include <string.h>

#include "postings.h"
#include "schema.h"
#include "terms.h"

#define FAMILY_POSTINGS 30000 /* pilots that all families of a query may have */

typedef struct {
	char *term;
	guint documents;
} Candidate;

typedef struct {
	GArray *best; /* of Candidate: the most frequent so far, best first */
	guint found;
	const char *ending;
	guint looked_at;
	gboolean stopped;
	Dutch *dutch;
} Expansion;

static void candidate_clear(gpointer data)
{
	g_free(((Candidate *)data)->term);
}

static Expansion expansion_new(Build *b, const char *ending)
{
	Expansion e = {
		g_array_new(FALSE, FALSE, sizeof(Candidate)), 0, ending, 0, FALSE, b->context->dutch
	};

	g_array_set_clear_func(e.best, candidate_clear);
	return e;
}

/* Terms come in their order, so of two that are as frequent the first stays before the other. */
static void keep_if_best(Expansion *e, const char *term, guint documents)
{
	guint at = e->best->len;

	while (at && g_array_index(e->best, Candidate, at - 1).documents < documents)
		at--;
	if (at == EXPAND_WORDS)
		return;
	const Candidate c = { g_strdup(term), documents };
	if (e->best->len == EXPAND_WORDS)
		g_array_set_size(e->best, EXPAND_WORDS - 1);
	g_array_insert_val(e->best, at, c);
}

static gboolean on_term(const char *term, guint documents, gpointer user)
{
	Expansion *e = user;

	e->found++;
	keep_if_best(e, term, documents);
	e->stopped = ++e->looked_at == EXPAND_SCAN;
	return !e->stopped;
}

static gboolean on_word(const char *term, guint documents, gpointer user)
{
	Expansion *e = user;

	if (g_str_has_suffix(term, e->ending))
		return on_term(term, documents, user);
	e->stopped = ++e->looked_at == EXPAND_SCAN;
	return !e->stopped;
}

/* A word as printed that is a stem: what else is printed has a term of its stem. */
static gboolean on_printed(const char *term, guint documents, gpointer user)
{
	Expansion *e = user;

	if (dutch_is_own_stem(e->dutch, term))
		return on_term(term, documents, user);
	e->stopped = ++e->looked_at == EXPAND_SCAN;
	return !e->stopped;
}

/* Terms from .. to-1 as one synonym, in pairs of pairs: Xapian rounds at each step how many
 * documents a synonym has, and in a long list the order of its steps is that of each shard. */
static XapianQuery *synonym(const GArray *terms, guint from, guint to)
{
	if (to - from == 1)
		return xapian_query_term(g_array_index(terms, Candidate, from).term);
	guint middle = from + (to - from) / 2;
	g_autoptr(XapianQuery) left = synonym(terms, from, middle);
	g_autoptr(XapianQuery) right = synonym(terms, middle, to);
	return xapian_query_pair(XAPIAN_SYNONYM, left, right);
}

/* As many of the best as may be read, and `least` of them anyhow; all of them in a small index. */
static guint affordable(const GArray *best, guint least, guint most, guint64 *spent)
{
	guint n = 0;

	for (; n < best->len; n++) {
		guint documents = g_array_index(best, Candidate, n).documents;
		if (n >= least && *spent + documents > most)
			break;
		*spent += documents;
	}
	return n;
}

/* The first n of what was found, in a field or anywhere; NULL for none. */
static XapianQuery *query_of(const GArray *best, guint n, const Field *field)
{
	g_autoptr(GPtrArray) terms = g_ptr_array_new();

	if (!n)
		return NULL;
	XapianQuery *q = synonym(best, 0, n);
	if (!field)
		return q;
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(terms, g_array_index(best, Candidate, i).term);
	return postings_in_field(field, q, (const char *const *)terms->pdata, n);
}

/* The most frequent of what was found; frees the expansion. */
static XapianQuery *finish(Build *b, Expansion *e, const Field *field, guint *capped)
{
	guint n = affordable(e->best, 1, EXPAND_POSTINGS, &b->expanded);
	XapianQuery *q = query_of(e->best, n, field);

	*capped = e->stopped || e->found > n ? n : 0;
	g_array_unref(e->best);
	return q;
}

static void look_up(Build *b, const char *prefix, XapianTermFunc func, Expansion *e)
{
	if (b->context->reader)
		xapian_reader_terms(b->context->reader, prefix, func, e,
				    query_context_error(b->context));
}

XapianQuery *expand_beginning(Build *b, const char *prefix, const Field *field, guint *capped)
{
	Expansion e = expansion_new(b, NULL);

	look_up(b, prefix, on_term, &e);
	return finish(b, &e, field, capped);
}

/* The words of a family are put in order of how common they are; those that cost too much are
 * passed over, and so those that say least go first. */
XapianQuery *expand_family(Build *b, const char *kind, const char *prefix, const Field *field)
{
	Expansion e = expansion_new(b, NULL);
	g_autofree char *start = g_strconcat(kind, prefix, NULL);

	look_up(b, start, on_term, &e);
	if (strcmp(kind, TERM_STEM) == 0)
		look_up(b, prefix, on_printed, &e);
	for (guint i = e.best->len; i-- > 0;)
		if (g_array_index(e.best, Candidate, i).documents > FAMILY_POSTINGS)
			g_array_remove_index(e.best, i);
	guint n = affordable(e.best, 0, FAMILY_POSTINGS, &b->families);
	XapianQuery *q = query_of(e.best, n, field);
	g_array_unref(e.best);
	return q;
}

/* The indexer keeps words by their last three letters: lines "word TAB documents". */
static void find_kept(Build *b, Expansion *e)
{
	g_autofree char *key =
		g_strconcat(META_ENDING, e->ending + strlen(e->ending) - META_ENDING_LETTERS, NULL);
	g_autofree char *lines = xapian_reader_metadata(b->context->reader, key, NULL,
							query_context_error(b->context));

	for (char *line = lines; line && *line;) {
		char *end = strchr(line, '\n'), *tab = strchr(line, '\t');
		if (!end || !tab || tab > end)
			return;
		*tab = '\0';
		if (!on_word(line, (guint)strtoul(tab + 1, NULL, 10), e))
			return;
		line = end + 1;
	}
}

XapianQuery *expand_ending(Build *b, const char *ending, const Field *field, guint *capped)
{
	Expansion e = expansion_new(b, ending);

	if (b->context->reader && strlen(ending) >= META_ENDING_LETTERS)
		find_kept(b, &e);
	for (guint byte = 'a'; strlen(ending) < META_ENDING_LETTERS && byte < 0xf5 && !e.stopped;
	     byte++) {
		const char first[] = { (char)byte, '\0' };
		if (byte <= 'z' || byte >= 0xc2)
			look_up(b, first, on_word, &e);
	}
	return finish(b, &e, field, capped);
}
