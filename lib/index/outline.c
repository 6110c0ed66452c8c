#include "outline.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "looptijd.h"
#include "varint.h"

/* One walk over a pilot, which writes its outline or reads the pilot from it: so the order of
 * the values is in one place. */
typedef struct {
	const char *json;
	gsize json_len;
	GByteArray *out;       /* NULL when reading */
	const guint8 *p, *end; /* when reading */
	gboolean failed;
} Walk;

/* ---- numbers and texts ---------------------------------------------------------------- */

static guint number(Walk *w, guint n)
{
	if (!w->out)
		return (guint)varint_get(&w->p, w->end, &w->failed);
	varint_put(w->out, n);
	return n;
}

/* A text as it stands in JSON, in its quotes: what is found so is it, wherever that is. */
static void put_text(Walk *w, const char *text)
{
	json_t *value = text ? json_string(text) : NULL;
	char *quoted = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
	const char *at = quoted ? strstr(w->json, quoted) : NULL;

	varint_put(w->out, at ? (gsize)(at - w->json) + 2 : 0);
	if (at)
		varint_put(w->out, strlen(quoted) - 2);
	w->failed |= text && !at;
	free(quoted);
	json_decref(value);
}

/* Four hexadecimal digits; only control characters are written so. */
static guint code_point(const char *digits)
{
	guint code = 0;

	for (int i = 0; i < 4; i++)
		code = code * 16 + (guint)MAX(g_ascii_xdigit_value(digits[i]), 0);
	return code;
}

static char *unescape(const char *from, gsize len)
{
	static const char escapes[] = "b\bf\fn\nr\rt\t";
	char *text = g_malloc(len + 1), *to = text;

	for (const char *p = from, *end = from + len; p < end; p++) {
		if (*p != '\\' || p + 1 == end) {
			*to++ = *p;
			continue;
		}
		const char *plain = strchr(escapes, *++p);
		if (*p == 'u' && end - p > 4) {
			to += g_unichar_to_utf8(code_point(p + 1), to);
			p += 4;
		} else {
			*to++ = plain && *p ? plain[1] : *p;
		}
	}
	*to = '\0';
	return text;
}

static char *get_text(Walk *w)
{
	gsize at = varint_get(&w->p, w->end, &w->failed);
	gsize len = at ? varint_get(&w->p, w->end, &w->failed) : 0;

	if (!at || w->failed)
		return NULL;
	if (at > w->json_len || len > w->json_len - at) {
		w->failed = TRUE;
		return NULL;
	}
	const char *from = w->json + at - 1;
	return memchr(from, '\\', len) ? unescape(from, len) : g_strndup(from, len);
}

static void text(Walk *w, char **value)
{
	if (w->out)
		put_text(w, *value);
	else
		*value = get_text(w);
}

/* ---- the pilot --------------------------------------------------------------------------- */

static void texts(Walk *w, GPtrArray *all)
{
	guint n = number(w, all->len);

	for (guint i = 0; i < n && !w->failed; i++) {
		char *value = w->out ? all->pdata[i] : NULL;
		text(w, &value);
		if (!w->out && value)
			g_ptr_array_add(all, value);
	}
}

static void period(Walk *w, Period *p)
{
	p->from = (int)number(w, (guint)p->from);
	p->to = (int)number(w, (guint)p->to);
	p->from_precision = (Precision)number(w, (guint)p->from_precision);
	p->to_precision = (Precision)number(w, (guint)p->to_precision);
}

static void periods(Walk *w, GArray *all)
{
	guint n = number(w, all->len);

	for (guint i = 0; i < n && !w->failed; i++) {
		Period p = { 0 };
		if (w->out)
			p = g_array_index(all, Period, i);
		period(w, &p);
		if (!w->out)
			g_array_append_val(all, p);
	}
}

static void sections(Walk *w, Pilot *p)
{
	guint n = number(w, p->sections->len);

	for (guint i = 0; i < n && !w->failed; i++) {
		Section none = { 0 }, *s = w->out ? p->sections->pdata[i] : &none;
		SectionKind kind = (SectionKind)number(w, s->kind);
		text(w, &s->heading);
		text(w, &s->text);
		w->failed |= kind >= N_SECTION_KINDS || !s->heading || !s->text;
		if (!w->out && !w->failed)
			pilot_add_section(p, kind, s->heading, s->text);
		g_free(none.heading);
		g_free(none.text);
	}
}

static void footnotes(Walk *w, Pilot *p)
{
	guint n = number(w, p->footnotes->len);

	for (guint i = 0; i < n && !w->failed; i++) {
		Footnote none = { 0 }, *f = w->out ? p->footnotes->pdata[i] : &none;
		guint mark = number(w, f->number);
		text(w, &f->text);
		text(w, &f->url);
		if (!w->out && f->text)
			pilot_add_footnote(p, mark, f->text, f->url);
		g_free(none.text);
		g_free(none.url);
	}
}

static void walk(Walk *w, Pilot *p)
{
	char **const all[] = { &p->id,
			       &p->title,
			       &p->title_printed,
			       &p->formerly,
			       &p->reference_date,
			       &p->status_why,
			       &p->period,
			       &p->source.file,
			       &p->source.sha256,
			       &p->source.title,
			       &p->source.kamerstuk,
			       &p->source.session,
			       &p->source.annex,
			       &p->source.dossier };

	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		text(w, all[i]);
	p->source.line = number(w, p->source.line);
	p->status = (Status)number(w, p->status);
	periods(w, p->periods);
	texts(w, p->themes);
	texts(w, p->places);
	texts(w, p->organisations);
	sections(w, p);
	footnotes(w, p);
	w->failed |= !p->id || !p->title || !p->title_printed || !p->source.file ||
		     !p->source.sha256 || p->status >= N_STATUSES;
}

GByteArray *outline_make(Pilot *pilot, const char *json)
{
	Walk w = { .json = json, .json_len = strlen(json), .out = g_byte_array_new() };

	walk(&w, pilot);
	if (w.failed) /* then the JSON is parsed */
		g_byte_array_set_size(w.out, 0);
	return w.out;
}

Pilot *outline_read(const char *json, gsize json_len, const guint8 *outline, gsize len)
{
	Walk w = { .json = json, .json_len = json_len, .p = outline, .end = outline + len };
	g_autoptr(Pilot) p = pilot_new();

	if (!len)
		return NULL;
	walk(&w, p);
	return w.failed ? NULL : g_steal_pointer(&p);
}
