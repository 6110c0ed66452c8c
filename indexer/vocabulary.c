#include "vocabulary.h"

#include <string.h>

#include "fields.h"
#include "schema.h"

#define MIN_SPELLING 4 /* letters: of shorter words too much is near */
#define MANY 10000     /* documents: then a word of one is mostly an error of typing */

typedef struct {
	Dutch *dutch;
	GHashTable *spellings; /* word -> documents */
	GHashTable *endings;   /* the last letters -> GString: words, a line each */
	guint least;           /* documents that a word must have to be a spelling */
	guint count;           /* documents of the word at hand */
} Vocabulary;

/* ---- gathering ---------------------------------------------------------------------------- */

/* Words as printed, and parts of words; not several parts on end, which may be no word:
 * "werkouders" in "netwerkouders". */
static void on_token(const DutchToken *t, gpointer user)
{
	Vocabulary *v = user;

	if (t->stop || t->run > 1)
		return;
	g_autofree char *folded = dutch_fold(t->exact);
	if (strlen(folded) < MIN_SPELLING || strpbrk(folded, "0123456789.&"))
		return;
	guint before = GPOINTER_TO_UINT(g_hash_table_lookup(v->spellings, folded));
	g_hash_table_insert(v->spellings, g_steal_pointer(&folded),
			    GUINT_TO_POINTER(before + v->count));
}

static void add_ending(Vocabulary *v, const char *word, guint documents)
{
	gsize len = strlen(word);

	if (len < META_ENDING_LETTERS)
		return;
	GString *words = g_hash_table_lookup(v->endings, word + len - META_ENDING_LETTERS);
	if (!words) {
		words = g_string_new(NULL);
		g_hash_table_insert(v->endings, g_strdup(word + len - META_ENDING_LETTERS), words);
	}
	g_string_append_printf(words, "%s\t%u\n", word, documents);
}

static gboolean on_word(const char *word, guint documents, gpointer user)
{
	Vocabulary *v = user;

	add_ending(v, word, documents);
	v->count = documents;
	if (documents >= v->least)
		dutch_analyse(v->dutch, word, strlen(word), on_token, v);
	return TRUE;
}

/* Words of text have no prefix, and prefixes are capitals. */
static gboolean gather(Vocabulary *v, XapianReader *reader, GError **error)
{
	for (guint byte = 'a'; byte < 0xf5; byte++) {
		const char first[] = { (char)byte, '\0' };
		if ((byte <= 'z' || byte >= 0xc2) &&
		    !xapian_reader_terms(reader, first, on_word, v, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- writing what differs ------------------------------------------------------------------ */

typedef struct {
	Vocabulary *v;
	XapianWriter *head;
	XapianReader *before;
	GError *error;
} Writing;

/* A spelling of the index as it was: stays, or goes. */
static gboolean on_old_spelling(const char *word, guint count, gpointer user)
{
	Writing *w = user;
	guint now = GPOINTER_TO_UINT(g_hash_table_lookup(w->v->spellings, word));

	if (now == count)
		g_hash_table_remove(w->v->spellings, word);
	else
		xapian_writer_remove_spelling(w->head, word, count, &w->error);
	return !w->error;
}

static gboolean on_old_ending(const char *key, guint unused, gpointer user)
{
	Writing *w = user;
	const GString *now = g_hash_table_lookup(w->v->endings, key + strlen(META_ENDING));
	g_autofree char *was = xapian_reader_metadata(w->before, key, NULL, &w->error);

	(void)unused;
	if (w->error)
		return FALSE;
	if (now && strcmp(now->str, was) == 0)
		g_hash_table_remove(w->v->endings, key + strlen(META_ENDING));
	else if (!now)
		xapian_writer_set_metadata(w->head, key, "", 0, &w->error);
	return !w->error;
}

static gboolean write_new(Writing *w, GError **error)
{
	GHashTableIter iter;
	gpointer key, value;

	g_hash_table_iter_init(&iter, w->v->spellings);
	while (g_hash_table_iter_next(&iter, &key, &value))
		if (!xapian_writer_add_spelling(w->head, key, GPOINTER_TO_UINT(value), error))
			return FALSE;
	g_hash_table_iter_init(&iter, w->v->endings);
	while (g_hash_table_iter_next(&iter, &key, &value)) {
		g_autofree char *name = g_strconcat(META_ENDING, key, NULL);
		const GString *words = value;
		if (!xapian_writer_set_metadata(w->head, name, words->str, words->len, error))
			return FALSE;
	}
	return TRUE;
}

static void free_string(gpointer data)
{
	g_string_free(data, TRUE);
}

gboolean vocabulary_write(XapianReader *reader, XapianReader *before, XapianWriter *head,
			  Dutch *dutch, GError **error)
{
	g_autoptr(GHashTable) spellings =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) endings =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_string);
	Vocabulary v = { .dutch = dutch, .spellings = spellings, .endings = endings };
	Writing w = { &v, head, before, NULL };

	v.least = xapian_reader_doccount(reader, error) > MANY ? 2 : 1;
	if (!gather(&v, reader, error))
		return FALSE;
	if (before && (!xapian_reader_spellings(before, on_old_spelling, &w, error) ||
		       !xapian_reader_metadata_keys(before, META_ENDING, on_old_ending, &w, error)))
		return FALSE;
	if (w.error) {
		g_propagate_error(error, w.error);
		return FALSE;
	}
	return write_new(&w, error);
}

/* ---- abbreviations -------------------------------------------------------------------------- */

static gboolean on_abbreviation(const char *term, guint pilots, gpointer user)
{
	learned_add(user, term + strlen(fields[FIELD_AFKORTING].prefix), pilots);
	return TRUE;
}

Learned *vocabulary_learned(XapianReader *reader, GError **error)
{
	g_autoptr(Learned) learned = learned_new();

	return xapian_reader_terms(reader, fields[FIELD_AFKORTING].prefix, on_abbreviation, learned,
				   error)
		       ? g_steal_pointer(&learned)
		       : NULL;
}
