#include "wordfile.h"

#include <string.h>

#include "latezip.h"

#define MOST_PART (64 << 20) /* bytes of one part */

GQuark wordfile_error_quark(void)
{
	return g_quark_from_static_string("wordfile-error");
}

gboolean wordfile_is(const char *bytes, gsize len)
{
	return len > 1 && memcmp(bytes, "PK", 2) == 0;
}

static gboolean fail(GError **error, const char *message)
{
	g_set_error_literal(error, WORDFILE_ERROR, WORDFILE_ERROR_READ, message);
	return FALSE;
}

/* ---- the elements that tell -------------------------------------------------------------- */

typedef enum {
	PARAGRAPH,
	TEXT,      /* of Word: what stands elsewhere is no text */
	BREAK,     /* of a line */
	NOTE,      /* an ODT has it where it belongs, Word in a part of its own */
	REFERENCE, /* to that */
	LEFT_OUT   /* with all that is in it */
} Meaning;

static const struct {
	const char *element;
	Meaning meaning;
} meanings[] = {
	{ "text:p", PARAGRAPH },
	{ "text:h", PARAGRAPH },
	{ "text:line-break", BREAK },
	{ "text:note-body", NOTE },
	{ "text:note-citation", LEFT_OUT },
	{ "text:tracked-changes", LEFT_OUT },
	{ "office:annotation", LEFT_OUT },
	{ "w:p", PARAGRAPH },
	{ "w:t", TEXT },
	{ "w:br", BREAK },
	{ "w:cr", BREAK },
	{ "w:footnote", NOTE },
	{ "w:footnoteReference", REFERENCE },
	{ "w:del", LEFT_OUT },
	{ "w:moveFrom", LEFT_OUT },
	{ "mc:Fallback", LEFT_OUT }, /* the same once more */
};

static int meaning_of(const char *element)
{
	for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
		if (strcmp(meanings[i].element, element) == 0)
			return (int)meanings[i].meaning;
	return -1;
}

typedef struct {
	gboolean word;         /* only what stands in TEXT is text */
	GPtrArray *paragraphs; /* of WordParagraph * */
	GHashTable *notes;     /* of Word: their texts by id */
	GString *note;         /* the one that is read; NULL */
	char *note_id;         /* of Word */
	guint out, in_text;    /* how deep */
} Reading;

static void note_free(gpointer data)
{
	WordNote *n = data;

	g_free(n->text);
	g_free(n);
}

static void paragraph_free(gpointer data)
{
	WordParagraph *p = data;

	g_string_free(p->text, TRUE);
	g_ptr_array_unref(p->notes);
	g_free(p);
}

static WordParagraph *last(const Reading *r)
{
	return r->paragraphs->len ? r->paragraphs->pdata[r->paragraphs->len - 1] : NULL;
}

static void begin_paragraph(Reading *r)
{
	WordParagraph *p = g_new(WordParagraph, 1);

	*p = (WordParagraph) { g_string_new(NULL), g_ptr_array_new_with_free_func(note_free) };
	g_ptr_array_add(r->paragraphs, p);
}

static void add_text(Reading *r, const char *text, gsize len)
{
	GString *to = r->note ? r->note : last(r) ? last(r)->text : NULL;

	if (to)
		g_string_append_len(to, text, (gssize)len);
}

static const char *value_of(const char *name, const char **names, const char **values)
{
	for (; *names; names++, values++)
		if (strcmp(*names, name) == 0)
			return *values;
	return "";
}

static void add_note(Reading *r, const char *text)
{
	WordParagraph *p = last(r);

	if (!text || !p)
		return;
	WordNote *n = g_new(WordNote, 1);
	*n = (WordNote) { g_strdup(text), p->text->len };
	g_ptr_array_add(p->notes, n);
}

static void end_note(Reading *r)
{
	g_autofree char *text = g_string_free(r->note, FALSE);

	r->note = NULL;
	if (r->word)
		g_hash_table_insert(r->notes, g_steal_pointer(&r->note_id), g_steal_pointer(&text));
	else
		add_note(r, text);
}

static void on_start(GMarkupParseContext *context, const char *name, const char **names,
		     const char **values, gpointer user, GError **error)
{
	Reading *r = user;
	int meaning = meaning_of(name);

	(void)context;
	(void)error;
	if (r->out || meaning == LEFT_OUT)
		r->out += meaning == LEFT_OUT;
	else if (meaning == PARAGRAPH && !r->note)
		begin_paragraph(r);
	else if (meaning == TEXT)
		r->in_text++;
	else if (meaning == BREAK)
		add_text(r, "\n", 1);
	else if (meaning == REFERENCE)
		add_note(r, g_hash_table_lookup(r->notes, value_of("w:id", names, values)));
	else if (meaning == NOTE && !r->note) {
		r->note = g_string_new(NULL);
		if (r->word)
			r->note_id = g_strdup(value_of("w:id", names, values));
	}
}

static void on_end(GMarkupParseContext *context, const char *name, gpointer user, GError **error)
{
	Reading *r = user;
	int meaning = meaning_of(name);

	(void)context;
	(void)error;
	if (meaning == LEFT_OUT)
		r->out--;
	else if (meaning == TEXT && !r->out)
		r->in_text--;
	else if (meaning == NOTE && !r->out)
		end_note(r);
}

static void on_text(GMarkupParseContext *context, const char *text, gsize len, gpointer user,
		    GError **error)
{
	Reading *r = user;

	(void)context;
	(void)error;
	if (!r->out && (r->in_text || !r->word))
		add_text(r, text, len);
}

/* ---- the parts ---------------------------------------------------------------------------- */

/* Where Word has its text and its notes: other programs call them as they like. */
typedef struct {
	char *text, *notes;
} Places;

static void on_type(GMarkupParseContext *context, const char *name, const char **names,
		    const char **values, gpointer user, GError **error)
{
	Places *places = user;
	const char *type = value_of("ContentType", names, values);
	const char *part = value_of("PartName", names, values);
	char **place = g_str_has_suffix(type, ".document.main+xml") ? &places->text
		       : g_str_has_suffix(type, ".footnotes+xml")   ? &places->notes
								    : NULL;

	(void)context;
	(void)error;
	if (place && !*place && strcmp(name, "Override") == 0)
		*place = g_strdup(part + (*part == '/'));
}

static gboolean parse(const char *xml, gsize len, const GMarkupParser *parser, gpointer user)
{
	GMarkupParseContext *context = g_markup_parse_context_new(parser, 0, user, NULL);
	gboolean ok = g_markup_parse_context_parse(context, xml, (gssize)len, NULL) &&
		      g_markup_parse_context_end_parse(context, NULL);

	g_markup_parse_context_free(context);
	return ok;
}

/* Reads a part whole. */
static gboolean read_part(const LateZip *lib, zip_t *zip, const char *name,
			  const GMarkupParser *parser, gpointer user, GError **error)
{
	zip_stat_t stat;
	zip_file_t *file = lib->stat(zip, name, 0, &stat) == 0 && stat.size < MOST_PART
				   ? lib->fopen(zip, name, 0)
				   : NULL;

	if (!file)
		return fail(error, "a document without text");
	g_autofree char *xml = g_malloc(stat.size + 1);
	zip_int64_t n = lib->fread(file, xml, stat.size);
	lib->fclose(file);
	if (n != (zip_int64_t)stat.size)
		return fail(error, "not a whole document");
	return parse(xml, stat.size, parser, user) ||
	       fail(error, "its text is not well-formed XML");
}

static gboolean read_parts(const LateZip *lib, zip_t *zip, Reading *r, GError **error)
{
	const GMarkupParser of_types = { on_type, NULL, NULL, NULL, NULL };
	const GMarkupParser of_text = { on_start, on_end, on_text, NULL, NULL };
	Places places = { NULL, NULL };
	zip_stat_t stat;

	r->word = lib->stat(zip, "[Content_Types].xml", 0, &stat) == 0;
	if (!r->word)
		return read_part(lib, zip, "content.xml", &of_text, r, error);
	gboolean ok = read_part(lib, zip, "[Content_Types].xml", &of_types, &places, error) &&
		      (!places.notes || read_part(lib, zip, places.notes, &of_text, r, error)) &&
		      read_part(lib, zip, places.text ? places.text : "", &of_text, r, error);
	g_free(places.text);
	g_free(places.notes);
	return ok;
}

GPtrArray *wordfile_read(const char *path, GError **error)
{
	const LateZip *lib = latezip(error);
	zip_t *zip = lib ? lib->open(path, ZIP_RDONLY, NULL) : NULL;
	g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
	g_autoptr(GHashTable) notes =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	Reading r = { .paragraphs = paragraphs, .notes = notes };

	if (!zip) {
		if (lib)
			fail(error, "not a whole document");
		return NULL;
	}
	gboolean ok = read_parts(lib, zip, &r, error);
	lib->discard(zip);
	if (r.note)
		g_string_free(r.note, TRUE);
	g_free(r.note_id);
	return ok ? g_steal_pointer(&paragraphs) : NULL;
}
