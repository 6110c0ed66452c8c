#include "verify.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "fields.h"
#include "latezip.h"

#define CUT "[…]"
#define MOST_ODT (64 << 20) /* bytes of its text */

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
			return fail(error, "neither JSON nor ODT as this program writes it");
		collect(value, quotes);
		json_decref(value);
		at += (gsize)where.position;
		at += strspn(bytes + at, " \t\r\n");
	}
	return TRUE;
}

/* ---- ODT
 * ----------------------------------------------------------------------------------------- */

/* The text of an ODT while it is read: a quote is the paragraph that the footnote is in which
 * says where it is from. Styles may have been changed. */
typedef struct {
	GString *quote, *note;
	gboolean in_body; /* of a note */
	GPtrArray *quotes;
} Reading;

static void on_start(GMarkupParseContext *context, const char *name, const char **names,
		     const char **values, gpointer user, GError **error)
{
	Reading *r = user;

	(void)context;
	(void)names;
	(void)values;
	(void)error;
	if (strcmp(name, "text:note") == 0)
		g_string_truncate(r->note, 0);
	if (strcmp(name, "text:note-body") == 0)
		r->in_body = TRUE;
	if (strcmp(name, "text:p") == 0 && !r->in_body)
		g_string_truncate(r->quote, 0);
	if (strcmp(name, "text:line-break") == 0 && !r->in_body)
		g_string_append_c(r->quote, '\n');
}

/* "… SHA-256 HEX, tekens 12–340." */
static void take_note(Reading *r)
{
	const char *sha = strstr(r->note->str, "SHA-256 ");
	const char *range = strstr(r->note->str, "tekens ");

	if (sha && range && r->quote->len) {
		Quote *q = g_new0(Quote, 1);
		const char *dash = strstr(range, "–");
		q->text = g_strdup(r->quote->str);
		q->sha256 = g_strndup(sha + strlen("SHA-256 "), 64);
		q->from = strtoul(range + strlen("tekens "), NULL, 10);
		q->to = dash ? strtoul(dash + strlen("–"), NULL, 10) : 0;
		g_ptr_array_add(r->quotes, q);
	}
	g_string_truncate(r->quote, 0);
}

static void on_end(GMarkupParseContext *context, const char *name, gpointer user, GError **error)
{
	Reading *r = user;

	(void)context;
	(void)error;
	if (strcmp(name, "text:note-body") == 0)
		r->in_body = FALSE;
	if (strcmp(name, "text:note") == 0)
		take_note(r);
}

static void on_text(GMarkupParseContext *context, const char *text, gsize len, gpointer user,
		    GError **error)
{
	const char *element = g_markup_parse_context_get_element(context);
	Reading *r = user;

	(void)error;
	if (r->in_body)
		g_string_append_len(r->note, text, (gssize)len);
	else if (strcmp(element, "text:note-citation") != 0)
		g_string_append_len(r->quote, text, (gssize)len);
}

static gboolean read_content(const char *xml, gsize len, GPtrArray *quotes, GError **error)
{
	const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
	Reading r = { g_string_new(NULL), g_string_new(NULL), FALSE, quotes };
	GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &r, NULL);
	gboolean ok = g_markup_parse_context_parse(context, xml, (gssize)len, NULL) ||
		      fail(error, "its text is not well-formed XML");

	g_markup_parse_context_free(context);
	g_string_free(r.quote, TRUE);
	g_string_free(r.note, TRUE);
	return ok;
}

static gboolean read_odt(const char *path, GPtrArray *quotes, GError **error)
{
	const LateZip *lib = latezip(error);
	zip_t *zip = lib ? lib->open(path, ZIP_RDONLY, NULL) : NULL;
	zip_stat_t stat;
	gboolean ok = FALSE;

	if (!lib)
		return FALSE;
	if (!zip)
		return fail(error, "not a whole ODT");
	zip_file_t *file = lib->stat(zip, "content.xml", 0, &stat) == 0 && stat.size < MOST_ODT
				   ? lib->fopen(zip, "content.xml", 0)
				   : NULL;
	if (file) {
		g_autofree char *xml = g_malloc(stat.size + 1);
		zip_int64_t n = lib->fread(file, xml, stat.size);
		ok = n == (zip_int64_t)stat.size ? read_content(xml, stat.size, quotes, error)
						 : fail(error, "not a whole ODT");
		lib->fclose(file);
	} else {
		fail(error, "an ODT without text");
	}
	lib->discard(zip);
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
	gboolean ok = len > 1 && memcmp(bytes, "PK", 2) == 0 ? read_odt(path, quotes, error)
							     : read_json(bytes, len, quotes, error);
	if (ok && !quotes->len)
		ok = fail(error, "there is no quote with its source in it");
	return ok ? g_steal_pointer(&quotes) : NULL;
}

gboolean verify_file(Index *index, const char *path, GString *report, Verified *v, GError **error)
{
	g_autoptr(GPtrArray) quotes = read_quotes(path, error);
	g_autoptr(GArray) docids = quotes ? xapian_reader_docids(index->reader, "", error) : NULL;

	if (!docids)
		return FALSE;
	*v = (Verified) { 0, 0 };
	for (guint i = 0; i < quotes->len; i++) {
		GError *failed = NULL;
		g_autofree char *where = find(index, docids, quotes->pdata[i], &failed);
		if (failed) {
			g_propagate_error(error, failed);
			return FALSE;
		}
		tell(report, quotes->pdata[i], where);
		*(where ? &v->standing : &v->gone) += 1;
	}
	return TRUE;
}
