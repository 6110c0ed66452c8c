#include "annex.h"

#include <string.h>

#include "dates.h"
#include "facts.h"
#include "labels.h"
#include "markup.h"
#include "rows.h"
#include "title.h"

/* A footnote between the rows, until its pilot is known. */
typedef struct {
	guint number, line;
	char *text;
	gboolean used;
} Note;

/* The document while it is read. */
typedef struct {
	const char *path;
	Report *report;
	GPtrArray *pilots;
	GArray *notes;     /* of Note */
	GHashTable *words; /* of the whole document, lower case */
	char *title, *reference_date;
	GKeyFile *sources; /* what is known of the files of the directory */
} Annex;

GQuark annex_error_quark(void)
{
	return g_quark_from_static_string("annex-error");
}

/* ---- footnotes -------------------------------------------------------------- */

/* 0..9 for a superscript digit, else -1. */
static int superscript(gunichar c)
{
	switch (c) {
	case 0xB9: return 1;
	case 0xB2: return 2;
	case 0xB3: return 3;
	default: return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070) : -1;
	}
}

/* The number in superscript at *p, which moves past it; 0 when there is none. */
static guint take_mark(const char **p)
{
	guint number = 0;
	int digit;

	while ((digit = superscript(g_utf8_get_char(*p))) >= 0) {
		number = MIN(number * 10 + digit, 9999);
		*p = g_utf8_next_char(*p);
	}
	return number;
}

/* "m²" and "km²" measure; every other superscript number marks a note. */
static gboolean is_measure(const char *text, const char *mark)
{
	const char *start = mark;

	while (start > text && g_ascii_isalpha(start[-1]))
		start--;
	gsize n = mark - start;
	return (n == 1 && *start == 'm') || (n == 2 && start[1] == 'm' && strchr("kcdm", *start));
}

static char *first_url(const char *text)
{
	g_autoptr(GRegex) regex =
		g_regex_new("(?:https?://|www\\.)[^\\s<>\"]+[^\\s<>\".,;:)]", 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;

	return g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 0) : NULL;
}

static Note *find_note(Annex *a, guint number)
{
	for (guint i = 0; i < a->notes->len; i++) {
		Note *n = &g_array_index(a->notes, Note, i);
		if (n->number == number)
			return n;
	}
	return NULL;
}

static gboolean has_footnote(const Pilot *p, guint number)
{
	for (guint i = 0; i < p->footnotes->len; i++)
		if (((const Footnote *)p->footnotes->pdata[i])->number == number)
			return TRUE;
	return FALSE;
}

static void take_notes(Annex *a, Pilot *pilot, const char *text)
{
	for (const char *p = text; *p;) {
		const char *mark = p;
		guint number = take_mark(&p);
		if (!number) {
			p = g_utf8_next_char(p);
			continue;
		}
		Note *note = find_note(a, number);
		if (is_measure(text, mark) || has_footnote(pilot, number))
			continue;
		if (!note) {
			report_warn(a->report, a->path, pilot->source.line,
				    "footnote mark %u has no note", number);
			continue;
		}
		g_autofree char *url = first_url(note->text);
		pilot_add_footnote(pilot, number, note->text, url);
		note->used = TRUE;
	}
}

static void note_clear(gpointer data)
{
	g_free(((Note *)data)->text);
}

/* ---- rows ------------------------------------------------------------------- */

static void learn(Annex *a, const Section *s)
{
	title_learn(a->words, s->heading);
	title_learn(a->words, s->text);
}

static void add_section(Annex *a, Pilot *p, const MarkupSection *m, guint line)
{
	int kind = label_kind(m->label);

	if (kind < 0 && !*m->text && !*m->label)
		return;
	if (kind < 0)
		report_warn(a->report, a->path, line,
			    *m->label ? "unknown label \"%s\": kept as a section \"overig\""
				      : "text%s before any label: kept as a section \"overig\"",
			    m->label);
	learn(a, pilot_add_section(p, kind < 0 ? SECTION_OVERIG : (SectionKind)kind, m->label,
				   m->text));
	if (kind == SECTION_LOOPTIJD && !p->period)
		p->period = g_strdup(m->text);
}

static Pilot *last_pilot(const Annex *a)
{
	return a->pilots->len ? a->pilots->pdata[a->pilots->len - 1] : NULL;
}

/* A row without a title goes on with the one before it. Its text without a label
 * goes on with the last section. */
static void continue_row(Annex *a, guint line, GPtrArray *sections)
{
	Pilot *p = last_pilot(a);

	report_warn(a->report, a->path, line, "row without a title: added to the pilot before it");
	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *m = sections->pdata[i];
		Section *last = p->sections->len ? p->sections->pdata[p->sections->len - 1] : NULL;
		if (*m->label || !last) {
			add_section(a, p, m, line);
			continue;
		}
		g_autofree char *before = last->text;
		last->text = g_strconcat(before, *before ? "\n\n" : "", m->text, NULL);
		learn(a, last);
	}
}

static void on_pilot(Annex *a, guint line, const char *title, GPtrArray *sections)
{
	if (!*title && last_pilot(a)) {
		continue_row(a, line, sections);
		return;
	}
	Pilot *p = pilot_new();
	p->title_printed = g_strdup(*title ? title : "(zonder titel)");
	p->source.line = line;
	g_ptr_array_add(a->pilots, p);
	if (!sections->len)
		report_warn(a->report, a->path, line, "pilot \"%s\" has no text", title);
	for (guint i = 0; i < sections->len; i++)
		add_section(a, p, sections->pdata[i], line);
}

/* Takes off the end what led to the date: white space, a dash, a comma, a bracket. */
static void strip_end(char *title)
{
	gsize n = strlen(title);

	while (n > 0) {
		const char *last = g_utf8_find_prev_char(title, title + n);
		gunichar c = g_utf8_get_char(last);
		if (!g_unichar_isspace(c) && !strchr("-,(", (int)MIN(c, 127)) && c != 0x2013 &&
		    c != 0x2014)
			break;
		n = last - title;
	}
	title[n] = '\0';
}

/* "Bijlage 2 - … – peildatum 1 december 2021": the first line is the title; the
 * date stands in it or below. */
static void on_heading(Annex *a, const char *text)
{
	g_autoptr(GRegex) regex = g_regex_new("peildatum", G_REGEX_CASELESS, 0, NULL);
	g_auto(GStrv) around = g_regex_split(regex, text, 0);
	gboolean dated = around[0] && around[1];

	if (!a->reference_date && dated)
		a->reference_date = date_find(around[1]);
	if (!a->title) {
		a->title = g_strdup(around[0]);
		if (dated)
			strip_end(a->title);
	}
}

/* "<https://…>" is how text marks a link; the address is what it says. */
static char *note_text(const char *text)
{
	g_autoptr(GRegex) link = g_regex_new("<((?:https?://|www\\.)[^<>\\s]+)>", 0, 0, NULL);
	g_autofree char *bare = g_regex_replace(link, text, -1, 0, "\\1", 0, NULL);
	g_autofree char *nfc = g_utf8_normalize(bare, -1, G_NORMALIZE_NFC);

	return g_strdup(g_strstrip(nfc));
}

static void on_text(Annex *a, guint line, const char *text)
{
	const char *p = text;
	guint number = take_mark(&p);

	if (number) {
		Note n = { .number = number, .line = line, .text = note_text(p) };
		g_array_append_val(a->notes, n);
	} else if (!last_pilot(a)) {
		on_heading(a, text);
	} else {
		report_warn(
			a->report, a->path, line,
			"text outside a row: kept as a section \"overig\" of the pilot before it");
		g_autofree char *plain = markup_plain(text);
		learn(a, pilot_add_section(last_pilot(a), SECTION_OVERIG, "", plain));
	}
}

static void on_row(guint line, const char *text, GPtrArray *sections, gpointer user)
{
	if (sections)
		on_pilot(user, line, text, sections);
	else
		on_text(user, line, text);
}

/* ---- what SOURCES says of the file ------------------------------------------------ */

/* A value of SOURCES, beside the annex; NULL when it is empty or not there. */
static char *source_value(GKeyFile *sources, const char *file, const char *key)
{
	char *value = g_key_file_get_string(sources, file, key, NULL);

	if (value && *g_strstrip(value))
		return value;
	g_free(value);
	return NULL;
}

static GKeyFile *load_sources(const char *path)
{
	GKeyFile *sources = g_key_file_new();
	g_autofree char *dir = g_path_get_dirname(path);
	g_autofree char *file = g_build_filename(dir, "SOURCES", NULL);

	g_key_file_load_from_file(sources, file, G_KEY_FILE_NONE, NULL);
	return sources;
}

/* ---- after the last row ------------------------------------------------------ */

static void finish_pilot(Annex *a, Pilot *p, GHashTable *ids, const char *sha256)
{
	p->title = title_repair(p->title_printed, a->words);
	p->formerly = title_formerly(p->title);
	p->reference_date = g_strdup(a->reference_date);
	p->source.file = g_path_get_basename(a->path);
	p->source.sha256 = g_strdup(sha256);
	p->source.title = g_strdup(a->title);
	p->source.kamerstuk = source_value(a->sources, p->source.file, "kamerstuk");
	p->source.dossier = source_value(a->sources, p->source.file, "dossier");
	p->source.session = source_value(a->sources, p->source.file, "vergaderjaar");
	p->source.annex = source_value(a->sources, p->source.file, "bijlage");
	for (guint i = 0; i < p->sections->len; i++)
		take_notes(a, p, ((const Section *)p->sections->pdata[i])->text);

	/* Accents go by compatibility decomposition; what is left of them is no a-z. */
	g_autofree char *ascii = g_str_to_ascii(p->title, "C");
	g_autofree char *slug = pilot_slug(ascii);
	p->id = g_strdup(slug);
	for (guint n = 2; !g_hash_table_add(ids, g_strdup(p->id)); n++) {
		g_free(p->id);
		p->id = g_strdup_printf("%s-%u", slug, n);
	}
}

static void finish(Annex *a, const char *sha256)
{
	g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	if (!a->reference_date)
		report_warn(a->report, a->path, 0, "no peildatum found");
	for (guint i = 0; i < a->pilots->len; i++)
		finish_pilot(a, a->pilots->pdata[i], ids, sha256);
	for (guint i = 0; i < a->pilots->len; i++)
		facts_read_periods(a->pilots->pdata[i], a->path, a->report);
	for (guint i = 0; i < a->notes->len; i++) {
		const Note *n = &g_array_index(a->notes, Note, i);
		if (!n->used)
			report_warn(a->report, a->path, n->line, "note %u has no mark in any pilot",
				    n->number);
	}
}

/* The file as UTF-8, without BOM and carriage returns. */
static char *load(const char *path, Report *report, gsize *len, char **sha256, GError **error)
{
	g_autofree char *raw = NULL;

	if (!g_file_get_contents(path, &raw, len, error))
		return NULL;
	*sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)raw, *len);
	if (memchr(raw, '\0', *len)) {
		report_warn(report, path, 0, "NUL bytes left out");
		gsize kept = 0;
		for (gsize i = 0; i < *len; i++)
			if (raw[i])
				raw[kept++] = raw[i];
		raw[ *len = kept] = '\0';
	}
	if (!g_utf8_validate(raw, *len, NULL)) {
		report_warn(report, path, 0, "not UTF-8: read as Windows-1252");
		char *converted = g_convert_with_fallback(raw, *len, "UTF-8", "WINDOWS-1252",
							  "\xef\xbf\xbd", NULL, len, NULL);
		if (!converted)
			converted = g_utf8_make_valid(raw, *len);
		g_free(raw);
		raw = converted;
	}
	const char *text = g_str_has_prefix(raw, "\xef\xbb\xbf") ? raw + 3 : raw;
	char *copy = g_strdup(text);
	char *to = copy;
	for (const char *p = copy; *p; p++)
		if (*p != '\r')
			*to++ = *p;
		else if (p[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	*len = to - copy;
	return copy;
}

GPtrArray *annex_read(const char *path, Report *report, GError **error)
{
	gsize len;
	g_autofree char *sha256 = NULL;
	g_autofree char *text = load(path, report, &len, &sha256, error);

	if (!text)
		return NULL;
	Annex a = { .path = path,
		    .report = report,
		    .pilots = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free),
		    .notes = g_array_new(FALSE, FALSE, sizeof(Note)),
		    .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		    .sources = load_sources(path) };
	g_array_set_clear_func(a.notes, note_clear);
	rows_read(text, len, on_row, &a);
	finish(&a, sha256);
	g_array_unref(a.notes);
	g_hash_table_unref(a.words);
	g_key_file_unref(a.sources);
	g_free(a.title);
	g_free(a.reference_date);
	if (a.pilots->len)
		return a.pilots;
	g_ptr_array_unref(a.pilots);
	g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS,
		    "%s: no pilots found (expected rows \"title TAB text\", an HTML table or a "
		    "Markdown table)",
		    path);
	return NULL;
}
