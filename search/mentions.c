#include "mentions.h"

#include <string.h>

#include "kinds.h"
#include "pattern.h"
#include "sentences.h"

#define LOOKED_AT 50
#define MANY_WORDS 3 /* in a row, without stop words: no text has those by chance */
#define LONG_NAME 5  /* letters of a name of one word */

/* Words alone, small, with a blank around each. The caller frees. */
static char *words_of(const char *text)
{
	g_autofree char *folded = dutch_fold(text);
	GString *out = g_string_new(" ");

	for (const char *p = folded; *p; p++)
		if (g_ascii_isalnum(*p) || (guchar)*p >= 0x80)
			g_string_append_c(out, *p);
		else if (out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	if (out->str[out->len - 1] != ' ')
		g_string_append_c(out, ' ');
	return g_string_free(out, FALSE);
}

/* ---- is it a name ---------------------------------------------------------------------------- */

typedef struct {
	const Pilot *pilot;
	const char *text;
	guint words, names;
	gsize longest;
} Name;

/* A word of a place or organisation of the pilot. */
static gboolean is_of_facets(const Pilot *p, const char *word)
{
	static const FacetId named[] = { FACET_PLAATS, FACET_PROVINCIE, FACET_ORGANISATIE };
	g_autofree char *padded = g_strconcat(" ", word, " ", NULL);

	for (gsize f = 0; f < G_N_ELEMENTS(named); f++)
		for (guint i = 0; i < p->facets[named[f]]->len; i++) {
			g_autofree char *value = words_of(p->facets[named[f]]->pdata[i]);
			if (strstr(value, padded))
				return TRUE;
		}
	return FALSE;
}

static void see_word(const DutchToken *t, gpointer user)
{
	Name *n = user;

	if (t->stop || t->kind != DUTCH_WORD)
		return;
	g_autofree char *printed = g_strndup(n->text + t->start, t->end - t->start);
	g_autofree char *folded = dutch_fold(printed);
	n->words++;
	n->names += !dutch_is_correct(folded) || is_of_facets(n->pilot, folded);
	n->longest = MAX(n->longest, strlen(folded));
}

gboolean mentions_is_sure(Dutch *dutch, const Pilot *pilot, const char *name)
{
	Name n = { pilot, name, 0, 0, 0 };

	dutch_analyse(dutch, name, strlen(name), see_word, &n);
	return n.words >= MANY_WORDS || (n.words > 1 && n.names) ||
	       (n.names && n.longest >= LONG_NAME);
}

/* ---- where it stands --------------------------------------------------------------------------
 */

/* What it is called, without what its title adds in brackets; those that are surely its name. */
static GPtrArray *names_of(Index *index, const Pilot *p)
{
	static Pattern brackets = { "\\s*\\([^()]*\\)", 0, 0 };
	const char *const titles[] = { p->title, p->formerly };
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		if (!titles[i])
			continue;
		g_autofree char *bare =
			g_regex_replace(pattern_regex(&brackets), titles[i], -1, 0, "", 0, NULL);
		if (mentions_is_sure(index->dutch, p, bare))
			g_ptr_array_add(names, words_of(bare));
	}
	return names;
}

static gboolean text_has(const char *text, const GPtrArray *names)
{
	g_autofree char *words = words_of(text);

	for (guint i = 0; i < names->len; i++)
		if (strstr(words, names->pdata[i]))
			return TRUE;
	return FALSE;
}

/* Quotes the first sentence of a section that names it. */
static gboolean quote_sentence(Hit *h, const Section *s, const GPtrArray *names)
{
	g_autoptr(GArray) sentences = sentences_of(s->text);

	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *at = &g_array_index(sentences, Sentence, i);
		g_autofree char *text = g_strndup(s->text + at->start, at->end - at->start);
		if (!text_has(text, names))
			continue;
		h->section = s;
		h->from = (gsize)g_utf8_strlen(s->text, (gssize)at->start);
		h->to = h->from + (gsize)g_utf8_strlen(text, -1);
		g_free(h->quote);
		h->quote = g_steal_pointer(&text);
		g_array_set_size(h->spans, 0);
		return TRUE;
	}
	return FALSE;
}

/* In what is quoted: the search may know other words for it, or quote what another paper does not
 * say too. */
static gboolean is_named(Hit *h, const GPtrArray *names)
{
	if (h->section && text_has(h->quote, names))
		return TRUE;
	for (guint i = 0; i < h->pilot->sections->len; i++)
		if (quote_sentence(h, h->pilot->sections->pdata[i], names))
			return TRUE;
	return FALSE;
}

static void keep_named(Results *r, const GPtrArray *names)
{
	GPtrArray *kept = g_ptr_array_new_with_free_func(results_hit_free);
	g_autoptr(GHashTable) documents = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < r->hits->len && kept->len < MENTIONS_SHOWN; i++) {
		Hit *h = r->hits->pdata[i];
		if (!is_named(h, names) ||
		    !g_hash_table_add(documents, (gpointer)h->pilot->paper.document))
			continue;
		r->hits->pdata[i] = NULL;
		g_ptr_array_add(kept, h);
		h->rank = kept->len;
	}
	g_ptr_array_unref(r->hits);
	r->hits = kept;
	r->total = r->total_full = kept->len;
}

Results *mentions_find(Index *index, const Pilot *pilot, GError **error)
{
	g_autoptr(Request) asked = request_new();
	g_autoptr(GPtrArray) names = index->papers ? names_of(index, pilot) : g_ptr_array_new();
	g_autoptr(GString) query = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++) {
		g_autofree char *name = g_strstrip(g_strdup(names->pdata[i]));
		g_string_append_printf(query, "%s\"%s\"", i ? " OR " : "", name);
	}
	if (!names->len)
		return results_new();
	asked->query = g_strdup(query->str);
	asked->literal = TRUE;
	asked->sort = SORT_DATED;
	asked->limit = LOOKED_AT;
	for (RecordKind kind = 0; kind < N_KINDS; kind++)
		if (kind_is_paper(kind))
			request_choose(asked, FACET_SOORT, kinds[kind].name);
	Results *r = search(index, asked, error);
	if (r)
		keep_named(r, names);
	return r;
}
