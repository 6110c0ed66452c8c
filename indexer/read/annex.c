#include "annex.h"

#include <string.h>

#include "heading.h"
#include "labels.h"
#include "markup.h"
#include "names.h"
#include "plausible.h"
#include "rows.h"
#include "title.h"

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
	char *const texts[] = { a->path,    a->name,           a->stamp,       a->facts.sha256,
				a->title,   a->reference_date, a->annex,       a->kamerstuk,
				a->dossier, a->session,        a->stated_date, a->date_from,
				a->thread,  a->outcome };
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
	Heading heading;
	Plausible plausible;
	gboolean noted; /* the row above is a note, which may go on */
} Scan;

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
	g_ptr_array_add(s->titles, g_strdup(*row->text ? row->text : ANNEX_UNTITLED));
}

/* Most texts have no star: then there is nothing to look for. */
static void see_marks(Notes *notes, const Row *row)
{
	notes_see(notes, row->text);
	if (row->cell && !strchr(row->cell, '*'))
		return;
	g_autoptr(GPtrArray) sections = row_sections(row, NULL, NULL);
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

	if (!lines[0] || (!goes_on && !notes_add(notes, row->line, s->titles->len, lines[0])))
		return FALSE;
	for (guint i = goes_on ? 0 : 1; lines[i]; i++)
		if (*lines[i] && !notes_add(notes, row->line, s->titles->len, lines[i]))
			notes_more(notes, lines[i], goes_on && i == 0);
	return TRUE;
}

/* Text between rows; a heading over them may be a note, or have the date. */
static void scan_text(Scan *s, const Row *row)
{
	if (row_is_text(row))
		notes_between(s->annex->notes, s->titles->len, row->text);
	if (s->titles->len)
		return;
	g_autofree char *text = row_plain(row);
	if (row->is_heading)
		heading_date(&s->heading, text);
	else
		heading_count(&s->heading, row->line, text);
}

/* A reference date, or a document that is called one of pilots. */
static gboolean is_hinted(const Scan *s)
{
	return s->heading.date || s->annex->stated_date ||
	       (s->heading.title && name_has_pilot(s->heading.title));
}

static gboolean on_scan(const Row *row, gpointer user)
{
	Scan *s = user;
	gboolean text = row_is_text(row) || row->is_heading;

	plausible_see(&s->plausible, row, is_hinted(s));
	s->noted = text && scan_note(s, row);
	if (row->is_row) {
		scan_row(s, row);
		see_marks(s->annex->notes, row);
	} else if (text && !s->noted) {
		scan_text(s, row);
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

	if (row_is_text(row) || (row->is_row && row->cell && !strchr(row->cell, '&')))
		title_learn(words, s->wanted, row->is_row ? row->cell : row->text);
	if (!row->is_row || (row->cell && !strchr(row->cell, '&')))
		return TRUE;
	g_autoptr(GPtrArray) sections = row_sections(row, NULL, NULL);
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

static void warn_of_file(const Annex *a, const Heading *h, Report *report)
{
	if (h->intro)
		report_warn(report, a->path, h->line,
			    "%u words before the first pilot: in no record", h->intro);
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
	if (!a->reference_date)
		report_warn(report, a->path, 0, "no peildatum found");
}

static void use_stated_date(Annex *a, Report *report)
{
	if (!a->stated_date || g_strcmp0(a->reference_date, a->stated_date) == 0)
		return;
	if (a->reference_date)
		report_warn(report, a->path, 0, "peildatum %s; SOURCES says %s, which counts",
			    a->reference_date, a->stated_date);
	g_free(a->reference_date);
	a->reference_date = g_strdup(a->stated_date);
	g_free(a->date_from);
	a->date_from = g_strdup(SOURCE_STATED);
}

gboolean annex_scan(Annex *a, gboolean force, Report *report, GError **error)
{
	g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Scan s = { .annex = a, .titles = titles, .wanted = wanted, .plausible = { .is = force } };

	a->notes = notes_new();
	a->ids = g_ptr_array_new_with_free_func(g_free);
	a->formerly = g_ptr_array_new_with_free_func(g_free);
	a->parts = g_array_new(FALSE, FALSE, sizeof(AnnexPart));
	a->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gboolean ok = read_rows(a, NULL, on_scan, &s, NULL, error);
	a->title = g_steal_pointer(&s.heading.title);
	a->reference_date = g_steal_pointer(&s.heading.date);
	a->date_from = g_steal_pointer(&s.heading.date_text);
	if (!ok)
		return FALSE;
	if (!titles->len) {
		g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS, NO_PILOTS, a->path);
		return FALSE;
	}
	if (!s.plausible.is) {
		g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS, NO_ANNEX, a->path,
			    plausible_why_not(&s.plausible));
		return FALSE;
	}
	settle_titles(&s);
	if (g_hash_table_size(wanted) && !read_rows(a, NULL, on_learn, &s, NULL, error))
		return FALSE;
	give_ids(a, titles);
	use_stated_date(a, report);
	warn_of_file(a, &s.heading, report);
	return TRUE;
}

/* As on_scan() saw it, below so many pilots. *noted: blocks that are still of the note above. */
static gboolean is_note(const Notes *notes, const Row *row, guint above, int *noted)
{
	if (!row_is_text(row) && !row->is_heading)
		return FALSE;
	int more = notes_hold(notes, row->line, above, row->text);
	if (more != NOTES_NONE)
		*noted = MAX(more, 0);
	else if (*noted && !row->is_heading)
		--*noted;
	else
		return FALSE;
	return more != NOTES_LIST;
}

/* ---- pilot by pilot ------------------------------------------------------------------- */

typedef struct {
	Annex *annex;
	const AnnexPart *part;
	Report *report;
	PilotFunc func;
	gpointer user;
	Pilot *pilot;  /* the one at hand; its row may go on */
	guint line;    /* of the row at hand */
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
	s->date_from = pilot_keep(p, a->date_from);
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
	r->pilot->title_printed = pilot_keep(r->pilot, *row->text ? row->text : ANNEX_UNTITLED);
	r->pilot->source.line = row->line;
	if (!*row->text)
		report_warn(r->report, r->annex->path, row->line, "pilot without a title");
	return TRUE;
}

static void warn_of_struck(Reading *r, guint line, const char *text)
{
	report_warn(r->report, r->annex->path, line, "struck text left out: \"%s\"", text);
}

static void on_left_out(const char *text, gboolean is_struck, gpointer user)
{
	Reading *r = user;

	if (is_struck)
		warn_of_struck(r, r->line, text);
}

static gboolean read_row(Reading *r, const Row *row)
{
	gboolean continued = !*row->text && r->pilot;

	if (!continued && !start_pilot(r, row))
		return FALSE;
	r->line = row->line;
	g_autoptr(GPtrArray) sections = row_sections(row, on_left_out, r);
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
	g_autofree char *plain = row_plain(row);
	settle(r);
	pilot_add_section(r->pilot, SECTION_OVERIG, "", plain);
}

static gboolean on_read(const Row *row, gpointer user)
{
	Reading *r = user;
	guint above = r->part->first + r->done + (r->pilot != NULL);
	gboolean note = is_note(r->annex->notes, row, above, &r->noted);

	if (row->is_row)
		return read_row(r, row);
	if (row->is_struck)
		warn_of_struck(r, row->line, row->text);
	else if (row->is_heading && !note)
		report_warn(r->report, r->annex->path, row->line,
			    "heading \"%s\" over rows: of no pilot, left out", row->text);
	else if (r->pilot && row_is_text(row) && !note)
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

/* ---- what is beside them -------------------------------------------------------------- */

typedef struct {
	BesideFunc func;
	gpointer user;
	const Notes *notes;
	Heading heading;
	guint above; /* pilots */
	int noted;   /* blocks that are still of the note above */
} Beside;

static void on_unsaid(const char *text, gboolean is_struck, gpointer user)
{
	const Beside *b = user;

	(void)is_struck;
	b->func(ANNEX_UNSAID, text, b->user);
}

static gboolean on_beside(const Row *row, gpointer user)
{
	Beside *b = user;

	if (row->is_row) {
		b->above += !b->above || *row->text;
		g_ptr_array_unref(row_sections(row, on_unsaid, b));
		return TRUE;
	}
	if (is_note(b->notes, row, b->above, &b->noted) || (row_is_text(row) && b->above))
		return TRUE;
	g_autofree char *text = row_plain(row);
	b->func(row->is_struck || row->is_hidden  ? ANNEX_UNSAID
		: !row_is_text(row)               ? ANNEX_ASIDE
		: heading_read(&b->heading, text) ? ANNEX_HEADING
						  : ANNEX_INTRO,
		text, b->user);
	return TRUE;
}

gboolean annex_beside(Annex *a, BesideFunc func, gpointer user, GError **error)
{
	Beside b = { .func = func, .user = user, .notes = a->notes };
	gboolean ok = read_rows(a, NULL, on_beside, &b, NULL, error);

	heading_clear(&b.heading);
	return ok;
}
