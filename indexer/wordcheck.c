#include "wordcheck.h"

#include <string.h>

#include "edited.h"
#include "postings.h"

#define MOST_SHARE 0.5 /* of all pilots, that a word may lead to */

static const char *const names[N_RELATIONS] = { "gelijk", "voluit", "smaller", "verwant" };

typedef struct {
	const char *path; /* NULL: of a file that is there already, which is not judged */
	Dutch *dutch;
	XapianReader *reader;
	guint pilots;
	GHashTable *said;    /* "from\nto" -> ThesaurusRelation + 1 */
	GHashTable *heads;   /* keys, of the file */
	GHashTable *strange; /* words that were told of */
	Report *report;
	WordCheckCount *count;
	GError *failed; /* the first of the index */
} Check;

gboolean wordcheck_takes(const char *path)
{
	return g_str_has_suffix(path, ".ini");
}

static guint frequency(Check *c, const char *kind, const char *word)
{
	return c->reader && !c->failed
		       ? postings_frequency(c->reader, c->dutch, kind, word, &c->failed)
		       : 0;
}

/* ---- words --------------------------------------------------------------------------------- */

typedef struct {
	Check *check;
	const ThesaurusSaid *said;
} Look;

/* Abbreviations are of nobody's list. */
static gboolean is_abbreviation(const char *exact, const char *text)
{
	g_autofree char *upper = g_utf8_strup(exact, -1);
	return strstr(text, upper) != NULL;
}

static void on_word(const DutchToken *t, gpointer user)
{
	const Look *look = user;
	Check *c = look->check;
	g_autofree char *folded = dutch_fold(t->exact);
	const ThesaurusSaid *said = look->said;

	if (t->kind != DUTCH_WORD || t->stop || strpbrk(folded, "0123456789.&-'") ||
	    dutch_is_correct(folded) || g_hash_table_contains(c->strange, folded) ||
	    is_abbreviation(t->exact, said->other) || is_abbreviation(t->exact, said->head) ||
	    frequency(c, "", t->exact) || frequency(c, TERM_STEM, t->stem) ||
	    frequency(c, TERM_PART, t->stem))
		return;
	report_warn(c->report, c->path, said->line, "[%s]: \"%s\" is no word of Dutch%s",
		    said->head, t->exact, c->reader ? ", nor of any pilot" : "");
	g_hash_table_add(c->strange, g_steal_pointer(&folded));
}

static void look_at_words(Check *c, const ThesaurusSaid *said, const char *text)
{
	Look look = { c, said };

	dutch_analyse(c->dutch, text, strlen(text), on_word, &look);
}

/* ---- where it leads ------------------------------------------------------------------------ */

/* Only what is one word: of several, all must stand in a row. */
static void look_at_reach(Check *c, const ThesaurusSaid *said, const char *key)
{
	guint n = strchr(key, ' ') ? 0 : frequency(c, TERM_STEM, key);

	if (n > MOST_SHARE * c->pilots)
		report_warn(c->report, c->path, said->line,
			    "[%s]: \"%s\" stands in %u of %u pilots: who asks for the one finds "
			    "all those",
			    said->head, said->other, n, c->pilots);
}

static char *pair(const char *from, const char *to)
{
	return g_strconcat(from, "\n", to, NULL);
}

/* What is said of two already, that way round; -1 for nothing. */
static int said_before(const Check *c, const char *from, const char *to)
{
	g_autofree char *key = pair(from, to);
	return GPOINTER_TO_INT(g_hash_table_lookup(c->said, key)) - 1;
}

static gboolean is_name(int relation)
{
	return relation == RELATION_SAME || relation == RELATION_IN_FULL;
}

static void look_at_others(Check *c, const ThesaurusSaid *said, const char *from, const char *to)
{
	int same = said_before(c, from, to), back = said_before(c, to, from);

	if (strcmp(from, to) == 0)
		report_warn(c->report, c->path, said->line,
			    "[%s]: \"%s\" is another form of it, which is known already",
			    said->head, said->other);
	else if (same >= 0 && same != (int)said->relation)
		report_warn(c->report, c->path, said->line,
			    "[%s]: \"%s\" is %s here, and %s elsewhere", said->head, said->other,
			    names[said->relation], names[same]);
	else if (said->relation == RELATION_NARROWER && back == RELATION_NARROWER)
		report_warn(c->report, c->path, said->line,
			    "[%s]: \"%s\" is smaller, and [%s] is smaller than that: a circle",
			    said->head, said->other, said->head);
	else if (back >= 0 && is_name(said->relation) != is_name(back))
		report_warn(c->report, c->path, said->line,
			    "[%s]: \"%s\" is %s here, and the other way round %s", said->head,
			    said->other, names[said->relation], names[back]);
}

static void on_said(const ThesaurusSaid *said, gpointer user)
{
	Check *c = user;
	g_autofree char *from = thesaurus_key(c->dutch, said->head, NULL);
	g_autofree char *to = thesaurus_key(c->dutch, said->other, NULL);

	if (c->path) {
		look_at_others(c, said, from, to);
		if (said->relation != RELATION_IN_FULL) /* the head is an abbreviation */
			look_at_words(c, said, said->head);
		look_at_words(c, said, said->other);
		look_at_reach(c, said, to);
		c->count->links++;
		g_hash_table_add(c->heads, g_strdup(from));
	}
	g_hash_table_insert(c->said, pair(from, to), GINT_TO_POINTER((int)said->relation + 1));
}

/* The other files; not the one that is looked at, which may be one of them. */
static gboolean read_others(Check *c, const Knowledge *k, const char *text, GError **error)
{
	if (strcmp(k->text[KNOWLEDGE_THESAURUS], text) != 0 &&
	    !thesaurus_each(k->text[KNOWLEDGE_THESAURUS], c->dutch, on_said, c, error))
		return FALSE;
	for (guint i = 0; i < k->layers->len; i++) {
		const KnowledgeLayer *l = k->layers->pdata[i];
		if (strcmp(l->text, text) != 0 &&
		    !thesaurus_each(l->text, c->dutch, on_said, c, error))
			return FALSE;
	}
	return TRUE;
}

static GHashTable *set_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

gboolean wordcheck(const char *path, const Knowledge *k, XapianReader *reader, Report *report,
		   WordCheckCount *count, GError **error)
{
	g_autofree char *text = edited_load(path, error);
	g_autoptr(GHashTable) said = set_new();
	g_autoptr(GHashTable) heads = set_new();
	g_autoptr(GHashTable) strange = set_new();
	Check c = { NULL, k->dutch, reader, 0, said, heads, strange, report, count, NULL };

	if (!text || !read_others(&c, k, text, error))
		return FALSE;
	if (reader)
		c.pilots = xapian_reader_doccount(reader, &c.failed);
	c.path = path;
	gboolean ok = thesaurus_each(text, k->dutch, on_said, &c, error);
	count->heads += g_hash_table_size(heads);
	if (ok && c.failed) {
		g_propagate_error(error, c.failed);
		return FALSE;
	}
	g_clear_error(&c.failed);
	if (!ok)
		g_prefix_error(error, "%s:", path);
	return ok;
}
