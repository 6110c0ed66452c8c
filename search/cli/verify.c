#include "verify.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "fields.h"
#include "wordfile.h"

#define CUT "[…]"

GQuark verify_error_quark(void)
{
	return g_quark_from_static_string("verify-error");
}

/* A quote as an export has it. */
typedef struct {
	char *text, *sha256; /* of the quote, cuts included; of its source */
	gsize from, to;      /* characters of a section */
} Quote;

static void quote_free(gpointer data)
{
	Quote *q = data;

	g_free(q->text);
	g_free(q->sha256);
	g_free(q);
}

static gboolean fail(GError **error, const char *message)
{
	g_set_error_literal(error, VERIFY_ERROR, VERIFY_ERROR_FILE, message);
	return FALSE;
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

/* Every object with a quote, wherever it stands. */
static void collect(const json_t *value, GPtrArray *quotes)
{
	const char *text = json_string_value(json_object_get(value, "citaat"));
	const json_t *range = json_object_get(value, "tekens"), *item;
	const char *key,
		*sha = json_string_value(json_object_get(json_object_get(value, "bron"), "sha256"));
	json_t *member;
	gsize i;

	if (text && *text && sha && json_array_size(range) == 2) {
		Quote *q = g_new(Quote, 1);
		*q = (Quote) { g_strdup(text), g_strdup(sha),
			       (gsize)json_integer_value(json_array_get(range, 0)),
			       (gsize)json_integer_value(json_array_get(range, 1)) };
		g_ptr_array_add(quotes, q);
	}
	json_object_foreach((json_t *)value, key, member) collect(member, quotes);
	json_array_foreach(value, i, item) collect(item, quotes);
}

static gboolean read_json(const char *bytes, gsize len, GPtrArray *quotes, GError **error)
{
	gsize at = 0;

	while (at < len) {
		json_error_t where;
		json_t *value = json_loadb(bytes + at, len - at, JSON_DISABLE_EOF_CHECK, &where);
		if (!value)
			return fail(error, "neither JSON nor a document as this program writes it");
		collect(value, quotes);
		json_decref(value);
		at += (gsize)where.position;
		at += strspn(bytes + at, " \t\r\n");
	}
	return TRUE;
}

/* ---- documents --------------------------------------------------------------------------- */

/* What stands behind a word in a text, where it stands last; NULL. */
static const char *behind(const char *text, const char *word)
{
	const char *found = g_strrstr(text, word);

	return found ? found + strlen(word) : NULL;
}

/* The sources at the end, by number: "Bron 1: … SHA-256 HEX." FALSE for a number with two. */
static gboolean read_sources(GHashTable *sums, const GPtrArray *paragraphs, GError **error)
{
	for (guint i = 0; i < paragraphs->len; i++) {
		const char *text = ((const WordParagraph *)paragraphs->pdata[i])->text->str;
		const char *sha = behind(text, "SHA-256 ");
		if (!sha || !g_str_has_prefix(text, "Bron "))
			continue;
		gsize number = strtoul(text + strlen("Bron "), NULL, 10);
		char *sum = g_strndup(sha, 64);
		const char *other = g_hash_table_lookup(sums, GSIZE_TO_POINTER(number));
		gboolean two = other && strcmp(other, sum) != 0;
		g_hash_table_insert(sums, GSIZE_TO_POINTER(number), sum);
		if (two)
			return fail(error, "two sources have one number; are it two exports?");
	}
	return TRUE;
}

/* A quote is what stands before the footnote that says where it is from: "… (bron 1, tekens
 * 12–340)." Styles may have been changed. */
static gboolean take_note(GPtrArray *quotes, const char *text, gsize len, const char *note,
			  GHashTable *sums, GError **error)
{
	const char *source = behind(note, "(bron ");
	const char *range = source ? strstr(source, "tekens ") : NULL;
	const char *dash = range ? strstr(range, "–") : NULL;

	if (!dash || !len)
		return TRUE; /* a note of somebody else */
	const char *sum = g_hash_table_lookup(sums, GSIZE_TO_POINTER(strtoul(source, NULL, 10)));
	if (!sum)
		return fail(error, "the sources that its footnotes name are not at its end");
	Quote *q = g_new(Quote, 1);
	*q = (Quote) { g_strndup(text, len), g_strdup(sum),
		       strtoul(range + strlen("tekens "), NULL, 10),
		       strtoul(dash + strlen("–"), NULL, 10) };
	g_ptr_array_add(quotes, q);
	return TRUE;
}

static gboolean take_paragraph(GPtrArray *quotes, const WordParagraph *p, GHashTable *sums,
			       GError **error)
{
	gboolean ok = TRUE;
	gsize from = 0;

	for (guint i = 0; ok && i < p->notes->len; i++) {
		const WordNote *n = p->notes->pdata[i];
		ok = take_note(quotes, p->text->str + from, n->at - from, n->text, sums, error);
		from = n->at;
	}
	return ok;
}

static gboolean read_document(const char *path, GPtrArray *quotes, GError **error)
{
	g_autoptr(GPtrArray) paragraphs = wordfile_read(path, error);
	g_autoptr(GHashTable) sums = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	gboolean ok = paragraphs && read_sources(sums, paragraphs, error);

	for (guint i = 0; ok && i < paragraphs->len; i++)
		ok = take_paragraph(quotes, paragraphs->pdata[i], sums, error);
	return ok;
}

/* ---- against the index
 * ---------------------------------------------------------------------------- */

/* The quote without its cuts. */
static char *bare(const char *text)
{
	const char *start = text, *end = text + strlen(text);

	if (g_str_has_prefix(start, CUT " "))
		start += strlen(CUT " ");
	if (g_str_has_suffix(start, " " CUT))
		end -= strlen(" " CUT);
	return g_strndup(start, (gsize)(MAX(end, start) - start));
}

/* Lines and spaces may have been joined on the way through a word processor. */
static gboolean same_words(const char *a, const char *b)
{
	while (*a || *b) {
		gsize n = strspn(a, " \n"), m = strspn(b, " \n");
		a += n;
		b += m;
		if (*a != *b)
			return FALSE;
		if (*a) {
			a++;
			b++;
		}
	}
	return TRUE;
}

static gboolean stands_in(const Pilot *p, const Quote *q, const char *text)
{
	if (strcmp(p->source.sha256, q->sha256) != 0)
		return FALSE;
	for (guint i = 0; i < p->sections->len; i++) {
		const char *section = ((const Section *)p->sections->pdata[i])->text;
		gsize length = (gsize)g_utf8_strlen(section, -1);
		if (q->from >= q->to || q->to > length)
			continue;
		g_autofree char *there = g_utf8_substring(section, (glong)q->from, (glong)q->to);
		if (same_words(there, text))
			return TRUE;
	}
	return FALSE;
}

/* The pilot that a quote stands in; NULL when none has it. */
static char *find(Index *index, const GArray *docids, const Quote *q, GError **error)
{
	g_autofree char *text = bare(g_strstrip(q->text));

	for (guint i = 0; i < docids->len; i++) {
		g_autoptr(XapianDoc) doc = xapian_reader_document(
			index->reader, g_array_index(docids, guint32, i), error);
		g_autoptr(Pilot) p = doc ? index_read_pilot(index, doc, error) : NULL;
		if (!p)
			return NULL;
		if (stands_in(p, q, text))
			return g_strdup(p->id);
	}
	return NULL;
}

/* The same among papers of parliament, when no pilot has it. */
static char *find_anywhere(Index *index, const Quote *q, GError **error)
{
	Index *const all[] = { index, index->papers };
	char *where = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(all) && all[i] && !where; i++) {
		GError *failed = NULL;
		g_autoptr(GArray) docids = xapian_reader_docids(all[i]->reader, "", &failed);
		where = docids ? find(all[i], docids, q, &failed) : NULL;
		if (failed) {
			g_propagate_error(error, failed);
			return NULL;
		}
	}
	return where;
}

static void tell(GString *report, const Quote *q, const char *where)
{
	g_autofree char *line = g_strdup(q->text);
	glong length = g_utf8_strlen(g_strdelimit(line, "\n", ' '), -1);
	g_autofree char *begin = g_utf8_substring(line, 0, MIN(60, length));

	g_string_append_printf(report, "%s\t%s\t%s%s\n", where ? "staat" : "VERVALLEN",
			       where ? where : "-", begin, length > 60 ? "…" : "");
}

static GPtrArray *read_quotes(const char *path, GError **error)
{
	g_autoptr(GPtrArray) quotes = g_ptr_array_new_with_free_func(quote_free);
	g_autofree char *bytes = NULL;
	gsize len;

	if (!g_file_get_contents(path, &bytes, &len, error))
		return NULL;
	gboolean ok = wordfile_is(bytes, len) ? read_document(path, quotes, error)
					      : read_json(bytes, len, quotes, error);
	if (ok && !quotes->len)
		ok = fail(error, "there is no quote with its source in it");
	return ok ? g_steal_pointer(&quotes) : NULL;
}

gboolean verify_file(Index *index, const char *path, GString *report, Verified *v, GError **error)
{
	g_autoptr(GPtrArray) quotes = read_quotes(path, error);

	if (!quotes)
		return FALSE;
	*v = (Verified) { 0, 0 };
	for (guint i = 0; i < quotes->len; i++) {
		GError *failed = NULL;
		g_autofree char *where = find_anywhere(index, quotes->pdata[i], &failed);
		if (failed) {
			g_propagate_error(error, failed);
			return FALSE;
		}
		tell(report, quotes->pdata[i], where);
		*(where ? &v->standing : &v->gone) += 1;
	}
	return TRUE;
}
