#include "reader.h"

#include <string.h>

#include "builder.h"
#include "dialect.h"
#include "events.h"
#include "marks.h"
#include "markup.h"
#include "properties.h"

/* ---- where text goes ------------------------------------------------------------------- */

/* An element that is open. */
typedef struct {
	const Element *element; /* NULL for one that is not in the table */
	gboolean has_sink, is_paragraph;
} Frame;

typedef struct {
	Does does;
	int arg;
	guint part; /* whose text it is; G_MAXUINT for none */
	guint line, number;
	Builder text;
} Sink;

typedef struct {
	Document *document;
	const char *path;
	Report *report;
	gboolean is_html;
	GArray *frames;   /* of Frame */
	GPtrArray *sinks; /* of Sink *: the last takes the text */
	Sink *base;       /* below those: a section, or text beside questions; NULL for none yet */
	guint bodies, paragraphs; /* elements that are open */
	guint line;
	gboolean is_numbered; /* the item at hand has its number, and no text yet */
	gboolean cell;        /* the row at hand has one */
	guint images;
} Reader;

static gboolean is_line(Does does)
{
	return does != DO_PART && does != DO_NOTE;
}

static Sink *sink_new(const Reader *r, Does does, int arg, guint part)
{
	Sink *s = g_new0(Sink, 1);

	s->does = does;
	s->arg = arg;
	s->part = part;
	s->line = r->line;
	builder_init(&s->text);
	s->text.unlabelled = TRUE;
	s->text.is_line = is_line(does);
	return s;
}

/* Ends it; the caller frees the text. */
static char *sink_end(Sink *s)
{
	char *text = builder_end_text(&s->text);

	g_free(s);
	return text;
}

static Part *part_of(const Reader *r, const Sink *s)
{
	return s && s->part < r->document->parts->len ? r->document->parts->pdata[s->part] : NULL;
}

static Sink *top(const Reader *r)
{
	return r->sinks->len ? r->sinks->pdata[r->sinks->len - 1] : r->base;
}

static void close_part(Reader *r, Sink *s)
{
	Part *p = part_of(r, s);
	char *text = sink_end(s);

	g_free(p->text);
	p->text = text;
}

static void close_base(Reader *r)
{
	if (r->base)
		close_part(r, g_steal_pointer(&r->base));
}

static void open_base(Reader *r, PartKind kind)
{
	close_base(r);
	document_add(r->document, kind, r->line);
	r->base = sink_new(r, DO_PART, kind, r->document->parts->len - 1);
}

static gboolean is_blank(const char *text, gsize len)
{
	for (gsize i = 0; i < len; i++)
		if (!g_ascii_isspace(text[i]))
			return FALSE;
	return TRUE;
}

/* Text in no part: of a letter its first section, else beside the questions. In a page that may be
 * of the site, and is left alone. */
static gboolean base_is_ready(Reader *r)
{
	if (!r->base && r->bodies && r->document->kind == DOCUMENT_LETTER)
		open_base(r, PART_SECTION);
	else if (!r->base && r->bodies && r->document->kind == DOCUMENT_QUESTIONS)
		open_base(r, PART_LOOSE);
	return r->base != NULL && r->bodies;
}

static void put(Reader *r, const char *text)
{
	guint i = r->sinks->len;

	r->is_numbered = r->is_numbered && is_blank(text, strlen(text));

	while (i-- > 0) {
		Sink *s = r->sinks->pdata[i];
		builder_text(&s->text, text);
		if (s->does != DO_ASPECT)
			return;
	}
	if (!is_blank(text, strlen(text)) && base_is_ready(r))
		builder_text(&r->base->text, text);
	else if (r->base)
		builder_text(&r->base->text, " ");
}

static void put_break(Reader *r, Break kind)
{
	Sink *s = top(r);

	if (s && s->text.is_line)
		put(r, " ");
	else if (s && !r->is_numbered)
		builder_break(&s->text, kind);
}

/* ---- elements that begin ---------------------------------------------------------------- */

static void push(Reader *r, Frame *frame, Does does, int arg)
{
	const Sink *above = top(r);

	g_ptr_array_add(r->sinks, sink_new(r, does, arg, above ? above->part : G_MAXUINT));
	frame->has_sink = TRUE;
}

/* A question within another would take its number: it is text of it. */
static void begin_part(Reader *r, Frame *frame, PartKind kind)
{
	if (r->sinks->len) {
		report_warn(r->report, r->path, r->line,
			    "a question or answer within another: read as its text");
		put_break(r, BREAK_PARAGRAPH);
		return;
	}
	close_base(r);
	r->document->kind = DOCUMENT_QUESTIONS;
	document_add(r->document, kind, r->line);
	g_ptr_array_add(r->sinks, sink_new(r, DO_PART, (int)kind, r->document->parts->len - 1));
	frame->has_sink = TRUE;
}

/* In a letter outside all else it opens a section; in a part without a heading it is that. */
static void begin_heading(Reader *r, Frame *frame)
{
	const Sink *s = top(r);
	gboolean section = r->document->kind == DOCUMENT_LETTER && !r->sinks->len && r->bodies;

	if (section)
		open_base(r, PART_SECTION);
	else if (!s || s->does != DO_PART || s == r->base || *part_of(r, s)->heading) {
		put_break(r, BREAK_PARAGRAPH);
		return;
	}
	push(r, frame, DO_HEADING, 0);
}

static void begin_headline(Reader *r, Frame *frame, const char *const *attributes)
{
	const char *of = events_attribute(attributes, "inhoud");

	if (g_strcmp0(of, "vergaderjaar") == 0)
		push(r, frame, DO_FACT, FACT_SESSION);
	else if (g_strcmp0(of, "kameraanduiding") == 0)
		push(r, frame, DO_FACT, FACT_CHAMBER);
	else
		push(r, frame, DO_DROP, 0);
}

/* "Antwoord van …" has the same element as "Vragen van …": by its type, or by how it begins. */
static void begin_fact(Reader *r, Frame *frame, int fact, const char *const *attributes)
{
	const char *type = events_attribute(attributes, "type");

	if (fact == FACT_QUESTIONS) {
		close_base(r);
		r->document->kind = DOCUMENT_QUESTIONS;
		fact = type && strcmp(type, "vraag") != 0 ? FACT_ANSWER : fact;
	}
	push(r, frame, frame->element->does, fact);
}

static void begin_date(Reader *r, const char *const *attributes)
{
	const char *iso = events_attribute(attributes, "isodatum");
	const Sink *s = top(r);

	if (!iso || !s || s->does != DO_FACT)
		return;
	if (s->arg == FACT_QUESTIONS)
		document_set(r->document, FACT_ASKED, iso, r->line);
	else if (s->arg == FACT_ANSWER)
		document_set(r->document, FACT_ANSWERED, iso, r->line);
	else if (s->arg == FACT_DATE)
		document_set(r->document, FACT_DATE, iso, r->line);
}

static void begin_meta(Reader *r, const char *const *attributes)
{
	const char *name = events_attribute(attributes, "name");
	const char *content = events_attribute(attributes, "content");

	if (!name || !content)
		return;
	if (g_str_has_suffix(name, "externMetadataRecord"))
		document_set(r->document, FACT_ID, content, r->line);
	properties_add(r->document->metadata, name, events_attribute(attributes, "scheme"),
		       content);
}

/* "kst-32545-143", or a page of it: "kst-32545-143.html". */
static void begin_link(Reader *r, const char *const *attributes)
{
	const char *doc = events_attribute(attributes, r->is_html ? "href" : "doc");
	Part *p = part_of(r, top(r));

	if (doc && p)
		g_ptr_array_add(p->documents, g_strndup(doc, strcspn(doc, ".#?")));
}

static void begin_item(Reader *r)
{
	Sink *s = top(r);

	if (s && !s->text.is_line)
		builder_item(&s->text);
	else
		put_break(r, BREAK_PARAGRAPH);
}

static void begin_letter(Reader *r)
{
	r->bodies++;
	if (r->document->kind == DOCUMENT_OTHER)
		r->document->kind = DOCUMENT_LETTER;
}

static void begin_body(Reader *r)
{
	r->bodies++;
	if (r->document->kind == DOCUMENT_OTHER && !r->is_html)
		r->document->kind = DOCUMENT_QUESTIONS;
}

static void begin_image(Reader *r)
{
	if (part_of(r, top(r)) && r->images++ == 0)
		report_warn(r->report, r->path, r->line, "an image is left out");
}

static void begin_cell(Reader *r)
{
	if (r->cell)
		put(r, " | ");
	r->cell = TRUE;
}

static void begin(Reader *r, Frame *frame, const char *const *attributes)
{
	const Element *e = frame->element;

	switch (e->does) {
	case DO_PART: begin_part(r, frame, (PartKind)e->arg); break;
	case DO_HEADING: begin_heading(r, frame); break;
	case DO_FACT:
	case DO_ASPECT: begin_fact(r, frame, e->arg, attributes); break;
	case DO_HEADLINE: begin_headline(r, frame, attributes); break;
	case DO_DATE: begin_date(r, attributes); break;
	case DO_LETTER: begin_letter(r); break;
	case DO_BODY: begin_body(r); break;
	case DO_META: begin_meta(r, attributes); break;
	case DO_LINK: begin_link(r, attributes); break;
	case DO_ITEM: begin_item(r); break;
	case DO_CELL: begin_cell(r); break;
	case DO_IMAGE: begin_image(r); break;
	case DO_BREAK: put_break(r, BREAK_LINE); break;
	case DO_ROW:
		r->cell = FALSE;
		put_break(r, BREAK_PARAGRAPH);
		break;
	case DO_BLOCK:
	case DO_PARAGRAPH: put_break(r, r->cell ? BREAK_NONE : BREAK_PARAGRAPH); break;
	case DO_NOTE:
	case DO_NOTE_NR:
	case DO_ITEM_NR:
	case DO_RAISED:
	case DO_DROP: push(r, frame, e->does, 0); break;
	case DO_WORD:
	case DO_NOTHING: break;
	}
}

/* ---- elements that end ------------------------------------------------------------------ */

static void end_heading(Reader *r, Sink *s)
{
	Part *p = part_of(r, s);
	char *text = sink_end(s);

	if (!p) {
		g_free(text);
		return;
	}
	g_free(p->heading);
	p->heading = text;
}

static void end_fact(Reader *r, Sink *s)
{
	int fact = s->arg;
	guint line = s->line;
	g_autofree char *text = sink_end(s);

	if (fact == FACT_QUESTIONS &&
	    (r->document->facts[FACT_QUESTIONS] || g_str_has_prefix(text, "Antwoord van")))
		fact = FACT_ANSWER;
	document_set(r->document, (FactId)fact, text, line);
}

/* Its number stands in the text as a mark. */
static void end_note(Reader *r, Sink *s)
{
	DocumentNote *n = g_new0(DocumentNote, 1);
	guint line = s->line;

	n->number = s->number;
	n->line = line;
	n->part = s->part;
	n->text = sink_end(s);
	g_ptr_array_add(r->document->notes, n);
	Sink *in = top(r);
	if (!n->number) {
		report_warn(r->report, r->path, line, "a note without a number");
	} else if (in && !in->text.is_line && !r->document->is_old) {
		g_autofree char *digits = g_strdup_printf("%u", n->number);
		g_autofree char *mark = mark_raised(digits);
		builder_text(&in->text, mark);
	}
}

static void end_note_nr(const Reader *r, Sink *s)
{
	g_autofree char *text = sink_end(s);
	Sink *note = top(r);

	if (note && note->does == DO_NOTE)
		note->number = (guint)g_ascii_strtoull(text, NULL, 10);
}

/* A sign says no more than the item does; "a." does. */
static void end_item_nr(Reader *r, Sink *s)
{
	static const char *const signs[] = { "", "-", "–", "—", "•", "*", "·", "o" };
	g_autofree char *text = sink_end(s);

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (strcmp(text, signs[i]) == 0)
			return;
	put(r, text);
	put(r, " ");
	r->is_numbered = TRUE;
}

static void end_raised(Reader *r, Sink *s)
{
	g_autofree char *text = sink_end(s);
	g_autofree char *raised = mark_written(text);
	const Sink *in = top(r);

	if (in)
		put(r, mark_between(in->text.text, raised));
	put(r, raised);
}

static void end_sink(Reader *r, Sink *s)
{
	g_ptr_array_set_size(r->sinks, (int)r->sinks->len - 1);
	switch (s->does) {
	case DO_PART: close_part(r, s); break;
	case DO_HEADING: end_heading(r, s); break;
	case DO_FACT:
	case DO_ASPECT: end_fact(r, s); break;
	case DO_NOTE: end_note(r, s); break;
	case DO_NOTE_NR: end_note_nr(r, s); break;
	case DO_ITEM_NR: end_item_nr(r, s); break;
	case DO_RAISED: end_raised(r, s); break;
	default: g_free(sink_end(s));
	}
}

static void end_unknown(Reader *r)
{
	if (!r->paragraphs)
		put_break(r, BREAK_PARAGRAPH);
}

static void end_plain(Reader *r, const Frame *frame)
{
	switch (frame->element->does) {
	case DO_ROW:
		r->cell = FALSE;
		put_break(r, BREAK_PARAGRAPH);
		break;
	case DO_BLOCK:
	case DO_ITEM:
	case DO_PART:
	case DO_HEADING: put_break(r, BREAK_PARAGRAPH); break;
	case DO_PARAGRAPH: put_break(r, r->cell ? BREAK_NONE : BREAK_PARAGRAPH); break;
	case DO_WORD: put(r, " "); break;
	case DO_BODY:
	case DO_LETTER: r->bodies--; break;
	default: break;
	}
}

/* ---- events ------------------------------------------------------------------------------ */

static const Element *element_of(const Reader *r, const char *name, const char *const *attributes)
{
	const Frame *above =
		r->frames->len ? &g_array_index(r->frames, Frame, r->frames->len - 1) : NULL;
	return dialect_element(name, attributes,
			       above && above->element ? above->element->name : "");
}

/* What a publication is: the element below the root. Those of before 2010 have it as the root. */
static void see_root(Reader *r, const char *name)
{
	Document *d = r->document;

	if (r->frames->len == 0 && strcmp(name, "officiele-publicatie") != 0)
		d->is_old = TRUE;
	if (!d->root && strcmp(name, "metadata") != 0 && r->frames->len == (d->is_old ? 0 : 1))
		d->root = g_strdup(name);
}

static void on_start(const char *name, const char *const *attributes, guint line, gpointer user)
{
	Reader *r = user;
	Frame frame = { element_of(r, name, attributes), FALSE, FALSE };

	r->line = line;
	if (!r->is_html && r->frames->len < 2)
		see_root(r, name);
	if (frame.element)
		begin(r, &frame, attributes);
	else if (!r->paragraphs && !r->cell)
		put_break(r, BREAK_PARAGRAPH);
	frame.is_paragraph =
		frame.has_sink || (frame.element && frame.element->does == DO_PARAGRAPH);
	if (frame.has_sink && !is_line(((Sink *)r->sinks->pdata[r->sinks->len - 1])->does))
		frame.is_paragraph = FALSE;
	r->paragraphs += frame.is_paragraph;
	g_array_append_val(r->frames, frame);
}

static void on_end(const char *name, gpointer user)
{
	Reader *r = user;

	(void)name;
	if (!r->frames->len)
		return;
	const Frame frame = g_array_index(r->frames, Frame, r->frames->len - 1);
	g_array_set_size(r->frames, r->frames->len - 1);
	r->paragraphs -= frame.is_paragraph;
	if (frame.has_sink && r->sinks->len)
		end_sink(r, r->sinks->pdata[r->sinks->len - 1]);
	else if (frame.element)
		end_plain(r, &frame);
	else
		end_unknown(r);
}

static void on_text(const char *text, gsize len, gpointer user)
{
	g_autofree char *piece = g_strndup(text, len);
	put(user, piece);
}

static const Events events = { on_start, on_end, on_text };

/* ---- documents --------------------------------------------------------------------------- */

static Reader reader_new(const char *path, Report *report, gboolean is_html)
{
	return (Reader) { .document = document_new(),
			  .path = path,
			  .report = report,
			  .is_html = is_html,
			  .frames = g_array_new(FALSE, FALSE, sizeof(Frame)),
			  .sinks = g_ptr_array_new() };
}

/* Takes the document out; what is still open, in a page or in what is damaged, ends. */
static Document *reader_end(Reader *r)
{
	while (r->sinks->len)
		end_sink(r, r->sinks->pdata[r->sinks->len - 1]);
	close_base(r);
	if (r->images > 1)
		report_warn(r->report, r->path, 0, "%u images are left out", r->images);
	g_ptr_array_unref(r->sinks);
	g_array_unref(r->frames);
	return r->document;
}

static Document *checked(Document *take, gboolean ok)
{
	if (ok)
		return take;
	document_free(take);
	return NULL;
}

Document *reader_of_file(const char *path, Report *report, GError **error)
{
	Reader r = reader_new(path, report, FALSE);
	gboolean ok = events_read_xml(path, &events, &r, error);
	return checked(reader_end(&r), ok);
}

Document *reader_of_xml(const char *path, const char *bytes, gsize len, Report *report,
			GError **error)
{
	Reader r = reader_new(path, report, FALSE);
	gboolean ok = events_of_xml(path, bytes, len, &events, &r, error);
	return checked(reader_end(&r), ok);
}

Document *reader_of_html(const char *path, const char *html, Report *report)
{
	Reader r = reader_new(path, report, TRUE);
	markup_events(html, strlen(html), &events, &r);
	return reader_end(&r);
}
