#include "annex.h"

#include <string.h>

#include "dates.h"
#include "labels.h"
#include "markup.h"
#include "pattern.h"
#include "rows.h"
#include "title.h"

#define BLANKS " \t\n"
#define UNTITLED "(zonder titel)"
#define NO_PILOTS                                                                                  \
	"%s: no pilots found (expected rows \"title TAB text\", a table, or headings over labels)"
#define NO_ANNEX "%s: no annex: %s (--force reads it as one)"

GQuark annex_error_quark(void)
{
	return g_quark_from_static_string("annex-error");
}

/* ---- a look at the file ----------------------------------------------------------- */

/* What SOURCES says of a file; NULL when it is empty or not there. */
static char *source_value(GKeyFile *sources, const char *file, const char *key)
{
	char *value = sources ? g_key_file_get_string(sources, file, key, NULL) : NULL;

	if (value && *g_strstrip(value))
		return value;
	g_free(value);
	return NULL;
}

static void take_sources(Annex *a, GKeyFile *sources)
{
	g_autofree char *file = g_path_get_basename(a->path);

	a->kamerstuk = source_value(sources, file, "kamerstuk");
	a->dossier = source_value(sources, file, "dossier");
	a->session = source_value(sources, file, "vergaderjaar");
	a->annex = source_value(sources, file, "bijlage");
	a->stated_date = source_value(sources, file, "peildatum");
}

Annex *annex_look(const char *path, const char *name, GKeyFile *sources, GError **error)
{
	g_autoptr(Annex) a = g_new0(Annex, 1);

	a->path = g_strdup(path);
	a->name = g_strdup(name);
	if (!lines_look(path, &a->facts, error))
		return NULL;
	take_sources(a, sources);
	const char *const parts[] = { a->facts.sha256, a->kamerstuk, a->dossier,
				      a->session,      a->annex,     a->stated_date };
	g_autoptr(GString) all = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_string_append_printf(all, "%s\n", parts[i] ? parts[i] : "");
	a->stamp = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all->str, (gssize)all->len);
	return g_steal_pointer(&a);
}

void annex_free(Annex *a)
{
	if (!a)
		return;
	char *const texts[] = { a->path,    a->name,           a->stamp,      a->facts.sha256,
				a->title,   a->reference_date, a->annex,      a->kamerstuk,
				a->dossier, a->session,        a->stated_date };
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	notes_free(a->notes);
	g_clear_pointer(&a->ids, g_ptr_array_unref);
	g_clear_pointer(&a->formerly, g_ptr_array_unref);
	g_clear_pointer(&a->parts, g_array_unref);
	g_clear_pointer(&a->words, g_hash_table_unref);
	g_free(a);
}

/* ---- the first time ------------------------------------------------------------------ */

typedef struct {
	Annex *annex;
	GPtrArray *titles; /* of char *, as printed */
	GHashTable *wanted;
	gboolean noted;       /* the row above is a note, which may go on */
	gboolean plausible;   /* a known label, a head, or rows as we write them */
	guint outlines;       /* kinds of labels below headings that are pilots; bits */
	guint remarks, words; /* before the first pilot, that no record has */
	guint remarks_line;   /* where they begin */
} Scan;

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
		n = (gsize)(last - title);
	}
	title[n] = '\0';
}

static void add_remark(Scan *s, guint line, const char *text)
{
	if (!s->remarks++)
		s->remarks_line = line;
	for (text += strspn(text, BLANKS); *text; text += strspn(text, BLANKS), s->words++)
		text += strcspn(text, BLANKS);
}

/* "Bijlage 2 - … – peildatum 1 december 2021", "Stand van zaken per 1 december 2021": the first
 * line is the title; the date stands in it or below, or over rows. What is neither is counted. */
static void scan_heading(Scan *s, const Row *row)
{
	static Pattern peildatum = { "peildatum|stand van zaken (?:per |op )?(?=\\d)|stand per ",
				     G_REGEX_CASELESS, 0 };
	Annex *a = s->annex;
	g_autofree char *text = row->is_plain ? g_strdup(row->text) : markup_plain(row->text);
	g_auto(GStrv) around = g_regex_split(pattern_regex(&peildatum), text, 0);
	gboolean dated = around[0] && around[1];

	if (!a->reference_date && dated)
		a->reference_date = date_find(around[1]);
	else if (a->title && !row->is_heading)
		add_remark(s, row->line, text);
	if (!a->title && *text && !row->is_heading) {
		a->title = g_strdup(dated && *around[0] ? around[0] : text);
		if (dated)
			strip_end(a->title);
	}
}

/* A part starts with a row that has a title: what follows without one goes with it. */
static void scan_row(Scan *s, const Row *row)
{
	GArray *parts = s->annex->parts;
	AnnexPart *last = parts->len ? &g_array_index(parts, AnnexPart, parts->len - 1) : NULL;

	if (!*row->text && s->titles->len)
		return;
	if (!last || (last->count == ANNEX_PART_ROWS && row->offset)) {
		const AnnexPart part = { last ? row->offset : 0, last ? row->line : 1,
					 s->titles->len, 0 };
		g_array_append_val(parts, part);
		last = &g_array_index(parts, AnnexPart, parts->len - 1);
	}
	last->count++;
	g_ptr_array_add(s->titles, g_strdup(*row->text ? row->text : UNTITLED));
}

/* Most texts have no star: then there is nothing to look for. */
static void see_marks(Notes *notes, const Row *row)
{
	notes_see(notes, row->text);
	if (row->cell && !strchr(row->cell, '*'))
		return;
	g_autoptr(GPtrArray) sections = row_sections(row);
	for (guint i = 0; i < sections->len; i++)
		notes_see(notes, ((const MarkupSection *)sections->pdata[i])->text);
}

/* What may be a note: a block of text, or a row over the whole table. Each of its lines may be one.
 */
static gboolean scan_note(Scan *s, const Row *row)
{
	g_auto(GStrv) lines = g_strsplit(row->text, "\n", -1);
	Notes *notes = s->annex->notes;
	gboolean goes_on = s->noted && row->goes_on;

	if (!goes_on && !notes_add(notes, row->line, s->titles->len, lines[0]))
		return FALSE;
	for (guint i = goes_on ? 0 : 1; lines[i]; i++)
		if (*lines[i] && !notes_add(notes, row->line, s->titles->len, lines[i]))
			notes_more(notes, lines[i], goes_on && i == 0);
	return TRUE;
}

/* The known labels of a row that have a text; bits by their kinds. */
static guint kinds_of(const Row *row)
{
	guint kinds = 0;

	for (guint i = 0; i < row->content->len; i++) {
		const MarkupSection *s = row->content->pdata[i];
		int kind = *s->text ? label_kind(s->label) : -1;
		kinds |= kind >= 0 ? 1u << kind : 0;
	}
	return kinds;
}

static guint count_bits(guint bits)
{
	guint n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

/* Tables are in many documents: those of pilots have a label somewhere. Any report has a heading
 * with one below it: pilots have the same two, or one in a document with a reference date. "title
 * TAB cell" is nobody's table by chance. */
static gboolean is_plausible(Scan *s, const Row *row)
{
	guint dated = s->annex->reference_date != NULL, kinds = row->cell ? 0 : kinds_of(row);
	guint again = kinds & s->outlines;

	if (!row->is_outline)
		return row->cell || kinds;
	s->outlines |= kinds;
	return count_bits(again) + dated >= 2 || (dated && count_bits(kinds) >= 2);
}

static gboolean on_scan(const Row *row, gpointer user)
{
	Scan *s = user;
	gboolean is_text = !row->is_row && !row->is_head && !row->is_struck;

	s->plausible = s->plausible || row->is_head || (row->is_row && is_plausible(s, row));
	s->noted = is_text && scan_note(s, row);
	if (row->is_row) {
		scan_row(s, row);
		see_marks(s->annex->notes, row);
	} else if (is_text && !s->noted) {
		if (!row->is_heading)
			notes_between(s->annex->notes, s->titles->len, row->text);
		if (!s->titles->len)
			scan_heading(s, row);
	}
	return TRUE;
}

/* When all notes are known, so are the marks in titles. */
static void settle_titles(Scan *s)
{
	notes_settle(s->annex->notes);
	for (guint i = 0; i < s->titles->len; i++) {
		char *printed = s->titles->pdata[i];
		s->titles->pdata[i] = notes_title(s->annex->notes, printed, i);
		g_free(printed);
		title_want(s->wanted, s->titles->pdata[i]);
	}
}

static gboolean on_learn(const Row *row, gpointer user)
{
	Scan *s = user;
	GHashTable *words = s->annex->words;

	if (!row->is_row || (row->cell && !strchr(row->cell, '&'))) {
		title_learn(words, s->wanted, row->is_row ? row->cell : row->text);
		return TRUE;
	}
	g_autoptr(GPtrArray) sections = row_sections(row);
	for (guint i = 0; i < sections->len; i++)
		title_learn(words, s->wanted, ((const MarkupSection *)sections->pdata[i])->text);
	return TRUE;
}

static gboolean read_rows(Annex *a, const AnnexPart *part, RowFunc func, gpointer user,
			  Report *report, GError **error)
{
	guint cut;
	gboolean ok = rows_read(a->path, &a->facts, &a->converted, part ? part->offset : 0,
				part ? part->line : 1, func, user, &cut, error);

	if (report && cut)
		report_warn(report, a->path, cut, "line longer than %u MB: the rest left out",
			    LINES_MAX_BYTES >> 20);
	return ok;
}

static char *slug_of(const char *title)
{
	/* Accents go by compatibility decomposition; what is left of them is no a-z. */
	g_autofree char *ascii = g_str_to_ascii(title, "C");
	return pilot_slug(ascii);
}

/* A second pilot with the same title gets "-2". */
static char *unique_id(const char *slug, GHashTable *ids, GHashTable *numbers)
{
	char *id = g_strdup(slug);
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, slug));

	for (n = MAX(n, 2); !g_hash_table_add(ids, id); n++) {
		id = g_strdup_printf("%s-%u", slug, n); /* the set freed the one that it had */
		g_hash_table_insert(numbers, g_strdup(slug), GUINT_TO_POINTER(n + 1));
	}
	return g_strdup(id);
}

static void give_ids(Annex *a, const GPtrArray *titles)
{
	g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) numbers =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < titles->len; i++) {
		g_autofree char *title = title_repair(titles->pdata[i], a->words);
		g_autofree char *slug = slug_of(title);
		g_autofree char *formerly = title_formerly(title);
		g_ptr_array_add(a->ids, unique_id(slug, ids, numbers));
		g_ptr_array_add(a->formerly, formerly ? slug_of(formerly) : NULL);
	}
}

static void warn_of_file(const Annex *a, const Scan *s, Report *report)
{
	if (a->facts.kind == FILE_PDF)
		report_warn(report, a->path, 0,
			    "read from the layout of a PDF: compare the records with the document");
	if (a->facts.has_nul)
		report_warn(report, a->path, 0, "NUL bytes left out");
	if (a->facts.other == 1)
		report_warn(report, a->path, a->facts.first_other,
			    "not UTF-8: read as Windows-1252");
	else if (a->facts.other)
		report_warn(report, a->path, a->facts.first_other,
			    "not UTF-8: read as Windows-1252, as are %u other lines",
			    a->facts.other - 1);
	if (s->remarks > 1) /* one is of the whole, below its title */
		report_warn(report, a->path, s->remarks_line,
			    "text before the first pilot left out: %u words", s->words);
	if (!a->reference_date)
		report_warn(report, a->path, 0, "no peildatum found");
}

static void use_stated_date(Annex *a, Report *report)
{
	if (!a->stated_date)
		return;
	if (a->reference_date && strcmp(a->reference_date, a->stated_date) != 0)
		report_warn(report, a->path, 0, "peildatum %s; SOURCES says %s, which counts",
			    a->reference_date, a->stated_date);
	g_free(a->reference_date);
	a->reference_date = g_strdup(a->stated_date);
}

gboolean annex_scan(Annex *a, gboolean force, Report *report, GError **error)
{
	g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Scan s = { .annex = a, .titles = titles, .wanted = wanted, .plausible = force };

	a->notes = notes_new();
	a->ids = g_ptr_array_new_with_free_func(g_free);
	a->formerly = g_ptr_array_new_with_free_func(g_free);
	a->parts = g_array_new(FALSE, FALSE, sizeof(AnnexPart));
	a->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!read_rows(a, NULL, on_scan, &s, NULL, error))
		return FALSE;
	if (!titles->len) {
		g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS, NO_PILOTS, a->path);
		return FALSE;
	}
	if (!s.plausible) {
		g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS, NO_ANNEX, a->path,
			    s.outlines ? "no two headings have the same labels below them"
				       : "it has rows, but no known label and no head");
		return FALSE;
	}
	settle_titles(&s);
	if (g_hash_table_size(wanted) && !read_rows(a, NULL, on_learn, &s, NULL, error))
		return FALSE;
	give_ids(a, titles);
	use_stated_date(a, report);
	warn_of_file(a, &s, report);
	return TRUE;
}

/* ---- pilot by pilot ------------------------------------------------------------------- */

typedef struct {
	Annex *annex;
	const AnnexPart *part;
	Report *report;
	PilotFunc func;
	gpointer user;
	Pilot *pilot;  /* the one at hand; its row may go on */
	GString *more; /* the text of its last section, while that goes on; else NULL */
	int noted;     /* blocks that are still of the note above */
	guint done;    /* pilots told of */
	GError *error;
} Reading;

static Section *last_section(const Reading *r)
{
	const GPtrArray *sections = r->pilot->sections;
	return sections->len ? sections->pdata[sections->len - 1] : NULL;
}

/* No more of the last section follows. */
static void settle(Reading *r)
{
	if (r->more)
		last_section(r)->text = pilot_take(r->pilot, g_string_free(r->more, FALSE));
	r->more = NULL;
}

static void add_section(Reading *r, const MarkupSection *m, guint line)
{
	int kind = label_kind(m->label);

	settle(r);
	if (kind < 0 && !*m->text && !*m->label)
		return;
	if (kind < 0)
		report_warn(r->report, r->annex->path, line,
			    *m->label ? "unknown label \"%s\": kept as a section \"overig\""
				      : "text%s before any label: kept as a section \"overig\"",
			    m->label);
	pilot_add_section(r->pilot, kind < 0 ? SECTION_OVERIG : (SectionKind)kind, m->label,
			  m->text);
	if (kind == SECTION_LOOPTIJD && !r->pilot->period)
		r->pilot->period = pilot_keep(r->pilot, m->text);
}

/* Text of a row without a title and a label goes on with the last section. */
static void continue_section(Reading *r, const MarkupSection *m, guint line)
{
	const Section *last = last_section(r);

	if (*m->label || !last) {
		add_section(r, m, line);
		return;
	}
	if (!r->more)
		r->more = g_string_new(last->text);
	g_string_append_printf(r->more, "%s%s", r->more->len ? "\n\n" : "", m->text);
}

static void fill_source(const Annex *a, Pilot *p)
{
	Source *s = &p->source;

	s->file = pilot_keep(p, a->name);
	s->sha256 = pilot_keep(p, a->facts.sha256);
	s->title = pilot_keep(p, a->title);
	s->kamerstuk = pilot_keep(p, a->kamerstuk);
	s->dossier = pilot_keep(p, a->dossier);
	s->session = pilot_keep(p, a->session);
	s->annex = pilot_keep(p, a->annex);
}

static gboolean set_changed(Reading *r)
{
	g_set_error(&r->error, ANNEX_ERROR, ANNEX_ERROR_CHANGED, "%s: changed while it was read",
		    r->annex->path);
	return FALSE;
}

/* The pilot at hand is whole: passes it on. */
static gboolean finish_pilot(Reading *r)
{
	settle(r);
	g_autoptr(Pilot) p = g_steal_pointer(&r->pilot);
	guint number = r->part->first + r->done;

	if (!p)
		return TRUE;
	r->done++;
	notes_attach(r->annex->notes, p, number, r->annex->path, r->report);
	p->title = pilot_take(p, title_repair(p->title_printed, r->annex->words));
	p->formerly = pilot_take(p, title_formerly(p->title));
	p->reference_date = pilot_keep(p, r->annex->reference_date);
	p->id = pilot_keep(p, r->annex->ids->pdata[number]);
	g_autofree char *slug = slug_of(p->title);
	if (!g_str_has_prefix(p->id, slug))
		return set_changed(r);
	fill_source(r->annex, p);
	return r->func(g_steal_pointer(&p), number, r->user, &r->error);
}

/* FALSE when the part is done. */
static gboolean start_pilot(Reading *r, const Row *row)
{
	if (!finish_pilot(r) || r->done == r->part->count)
		return FALSE;
	r->pilot = pilot_new();
	r->pilot->title_printed = pilot_keep(r->pilot, *row->text ? row->text : UNTITLED);
	r->pilot->source.line = row->line;
	if (!*row->text)
		report_warn(r->report, r->annex->path, row->line, "pilot without a title");
	return TRUE;
}

static gboolean read_row(Reading *r, const Row *row)
{
	gboolean continued = !*row->text && r->pilot;

	if (!continued && !start_pilot(r, row))
		return FALSE;
	g_autoptr(GPtrArray) sections = row_sections(row);
	if (continued && !row->is_more)
		report_warn(r->report, r->annex->path, row->line,
			    "row without a title: added to the pilot before it");
	else if (!continued && !sections->len)
		report_warn(r->report, r->annex->path, row->line, "pilot \"%s\" has no text",
			    row->text);
	for (guint i = 0; i < sections->len; i++)
		(continued ? continue_section : add_section)(r, sections->pdata[i], row->line);
	return TRUE;
}

/* Text outside rows is of the pilot before it. */
static void read_text(Reading *r, const Row *row)
{
	report_warn(r->report, r->annex->path, row->line,
		    "text outside a row: kept as a section \"overig\" of the pilot before it");
	g_autofree char *plain = row->is_plain ? g_strdup(row->text) : markup_plain(row->text);
	settle(r);
	pilot_add_section(r->pilot, SECTION_OVERIG, "", plain);
}

/* As on_scan() saw it. */
static gboolean is_note(Reading *r, const Row *row)
{
	guint above = r->part->first + r->done + (r->pilot != NULL);

	if (row->is_row || row->is_head || row->is_struck)
		return FALSE;
	int more = notes_hold(r->annex->notes, row->line, above, row->text);
	if (more != NOTES_NONE)
		r->noted = MAX(more, 0);
	else if (r->noted && !row->is_heading)
		r->noted--;
	else
		return FALSE;
	return more != NOTES_LIST;
}

static gboolean on_read(const Row *row, gpointer user)
{
	Reading *r = user;

	gboolean note = is_note(r, row);

	if (row->is_row)
		return read_row(r, row);
	if (row->is_struck)
		report_warn(r->report, r->annex->path, row->line, "struck text left out: \"%s\"",
			    row->text);
	else if (row->is_heading && !note)
		report_warn(r->report, r->annex->path, row->line,
			    "heading \"%s\" over rows: of no pilot, left out", row->text);
	else if (r->pilot && !row->is_head && !note)
		read_text(r, row);
	return TRUE;
}

gboolean annex_read(Annex *a, const AnnexPart *part, Report *report, PilotFunc func, gpointer user,
		    GError **error)
{
	Reading r = { .annex = a, .part = part, .report = report, .func = func, .user = user };

	gboolean ok = read_rows(a, part, on_read, &r, report, error);

	if (ok)
		finish_pilot(&r);
	settle(&r);
	pilot_free(r.pilot);
	if (!ok)
		return FALSE;
	if (!r.error && r.done < part->count)
		set_changed(&r);
	if (!r.error)
		return TRUE;
	g_propagate_error(error, r.error);
	return FALSE;
}
