#include "notes.h"

#include <string.h>

#include "fold.h"
#include "marks.h"
#include "pattern.h"

typedef struct {
	Mark mark;
	guint line;
	guint before;    /* pilots above it */
	gboolean twice;  /* between the same rows is another of its mark, above it */
	gboolean is_row; /* a line of a list: no note */
	guint more;      /* how many blocks of text behind it are of it */
	GString *text;
	gint used; /* marks of it; counted by whichever thread finds them */
} Note;

#define MAX_PENDING 8 /* blocks of text: more are of no note */

struct Notes {
	GPtrArray *notes;           /* of Note *, from above to below */
	GHashTable *by_name;        /* name of a mark -> GPtrArray of Note *, from above to below */
	GHashTable *seen;           /* names of symbols that some pilot has */
	GPtrArray *pending;         /* of char *: text behind the last note, which may be of it */
	gboolean has[N_MARK_KINDS]; /* notes of that kind */
};

static void note_free(gpointer data)
{
	Note *n = data;

	g_string_free(n->text, TRUE);
	g_free(n);
}

Notes *notes_new(void)
{
	Notes *n = g_new0(Notes, 1);

	n->notes = g_ptr_array_new_with_free_func(note_free);
	n->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
					   (GDestroyNotify)g_ptr_array_unref);
	n->pending = g_ptr_array_new_with_free_func(g_free);
	n->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return n;
}

void notes_free(Notes *n)
{
	if (!n)
		return;
	g_hash_table_unref(n->by_name);
	g_hash_table_unref(n->seen);
	g_ptr_array_unref(n->pending);
	g_ptr_array_unref(n->notes);
	g_free(n);
}

/* ---- what there is ----------------------------------------------------------------------- */

/* "<https://…>" is how text marks a link; the address is what it says. All on one line. */
static char *note_text(const char *text)
{
	static Pattern blank = { "[ \\t\\n]+", 0, 0 };
	static Pattern link = { "<((?:https?://|www\\.)[^<>\\s]+)>", 0, 0 };
	g_autofree char *bare = g_regex_replace(pattern_regex(&link), text, -1, 0, "\\1", 0, NULL);
	g_autofree char *line = g_regex_replace(pattern_regex(&blank), bare, -1, 0, " ", 0, NULL);
	GString *nfc = g_string_new(NULL);

	fold_nfc(nfc, line, strlen(line));
	return g_strstrip(g_string_free(nfc, FALSE));
}

/* Above all pilots is the title of the document, which may have stars around it. */
static gboolean opens(const char **text, Mark *mark, guint before)
{
	return mark_opens(text, mark) && (before || mark->kind != MARK_SYMBOL);
}

static Note *last_of(const Notes *notes)
{
	return notes->notes->len ? notes->notes->pdata[notes->notes->len - 1] : NULL;
}

/* 2 after 1, "b" after "a". */
static gboolean follows(const Mark *mark, const Mark *above)
{
	gsize last = strlen(above->name) - 1;

	if (mark->kind != above->kind || mark->kind == MARK_SYMBOL)
		return FALSE;
	return mark->number ? mark->number == above->number + 1
			    : last == 1 && !mark->name[2] && mark->name[1] == above->name[1] + 1;
}

gboolean notes_add(Notes *notes, guint line, guint before, const char *text)
{
	Note *above = last_of(notes);
	Mark mark;

	if (!opens(&text, &mark, before))
		return FALSE;
	if (above && above->before == before && follows(&mark, &above->mark) &&
	    notes->pending->len <= MAX_PENDING)
		for (guint i = 0; i < notes->pending->len; i++)
			notes_more(notes, notes->pending->pdata[i], TRUE);
	g_ptr_array_set_size(notes->pending, 0);
	Note *n = g_new0(Note, 1);
	g_autofree char *own = note_text(text);
	*n = (Note) { .mark = mark, .line = line, .before = before, .text = g_string_new(own) };
	g_ptr_array_add(notes->notes, n);
	return TRUE;
}

void notes_more(Notes *notes, const char *text, gboolean is_block)
{
	g_autofree char *more = note_text(text);
	Note *n = last_of(notes);

	g_string_append_printf(n->text, "%s%s", n->text->len ? " " : "", more);
	n->more += is_block;
}

void notes_between(Notes *notes, guint before, const char *text)
{
	const Note *above = last_of(notes);

	if (above && above->before == before && notes->pending->len <= MAX_PENDING)
		g_ptr_array_add(notes->pending, g_strdup(text));
}

void notes_see(Notes *notes, const char *text)
{
	Mark mark;

	for (const char *p = text; mark_next(text, &p, &mark);)
		if (mark.kind == MARK_SYMBOL && !g_hash_table_contains(notes->seen, mark.name))
			g_hash_table_add(notes->seen, g_strdup(mark.name));
}

void notes_settle(Notes *notes)
{
	for (guint i = 0; i < notes->notes->len; i++) {
		Note *n = notes->notes->pdata[i];
		GPtrArray *same = g_hash_table_lookup(notes->by_name, n->mark.name);
		if (!same) {
			same = g_ptr_array_new();
			g_hash_table_insert(notes->by_name, n->mark.name, same);
		}
		Note *above = same->len ? same->pdata[same->len - 1] : NULL;
		n->twice = above && above->before == n->before;
		n->is_row = n->mark.kind == MARK_SYMBOL &&
			    (n->twice || !g_hash_table_contains(notes->seen, n->mark.name));
		if (n->twice && n->is_row)
			above->is_row = TRUE;
		g_ptr_array_add(same, n);
	}
	for (guint i = 0; i < notes->notes->len; i++) {
		const Note *n = notes->notes->pdata[i];
		notes->has[n->mark.kind] |= !n->is_row;
	}
}

/* ---- looking up ---------------------------------------------------------------------------- */

/* Which of notes of one mark, from above to below, is the first below so many pilots; or, among
 * those below as many, from that line on. */
static guint first_below(const GPtrArray *same, guint pilots, guint line)
{
	guint from = 0, to = same->len;

	while (from < to) {
		guint middle = from + (to - from) / 2;
		const Note *n = same->pdata[middle];
		if (n->before < pilots || (n->before == pilots && n->line < line))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

int notes_hold(const Notes *notes, guint line, guint before, const char *text)
{
	Mark mark;

	if (!opens(&text, &mark, before))
		return NOTES_NONE;
	const GPtrArray *same = g_hash_table_lookup(notes->by_name, mark.name);
	guint at = same ? first_below(same, before, line) : 0;
	const Note *n = same && at < same->len ? same->pdata[at] : NULL;
	return n && !n->is_row ? (int)n->more : NOTES_LIST;
}

/* The first below the pilot; one that stands above it only where there is no other. */
static Note *find_named(const Notes *notes, const char *name, guint pilot)
{
	const GPtrArray *same = g_hash_table_lookup(notes->by_name, name);
	guint at = same ? first_below(same, pilot + 1, 0) : 0;
	Note *n = !same ? NULL : at < same->len ? same->pdata[at] : same->pdata[0];

	return n && !n->is_row && (at < same->len || same->len == 1) ? n : NULL;
}

/* What is raised may be in brackets where its note stands, when no note there is raised. */
static Note *find_note(const Notes *notes, const Mark *mark, guint pilot)
{
	gboolean raised = mark->kind == MARK_NUMBER || mark->kind == MARK_LETTER;
	Note *n = mark->is_ordinal ? NULL : find_named(notes, mark->name, pilot);

	if (n || mark->is_ordinal || !raised || notes->has[mark->kind])
		return n;
	g_autofree char *other = g_strdup_printf("[%s]", mark->name + (mark->kind == MARK_LETTER));
	return find_named(notes, other, pilot);
}

/* A mark must have a note when it can be nothing else: raised letters are so where
 * others are of notes. */
static gboolean must_have_note(const Notes *notes, const Mark *mark, const char *text,
			       const char *from, const char *end)
{
	switch (mark->kind) {
	case MARK_NUMBER: return TRUE;
	case MARK_LETTER:
		return notes->has[MARK_LETTER] && from > text && !mark->is_ordinal &&
		       !g_ascii_isalnum(*end);
	default: return notes->has[mark->kind];
	}
}

/* ---- titles -------------------------------------------------------------------------------- */

/* Past what stands between two marks: "¹,²", "¹⁾". */
static const char *past_link(const Notes *notes, const char *text, const char *p, guint pilot)
{
	const char *next = p + strspn(p, ",; "), *from = next;
	Mark mark;

	if (g_str_has_prefix(p, "⁾"))
		return p + strlen("⁾");
	return mark_next(text, &next, &mark) == from && find_note(notes, &mark, pilot) ? from : p;
}

char *notes_title(const Notes *notes, const char *title, guint number)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const char *p = title, *done = title, *from;
	Mark mark;

	while ((from = mark_next(title, &p, &mark))) {
		gboolean note = find_note(notes, &mark, number) != NULL;
		if (!note && *from != '^')
			continue;
		g_string_append_len(out, done, from - done);
		if (!note)
			g_string_append_len(out, from + 1, p - from - 1);
		else
			p = past_link(notes, title, p, number);
		done = p + (note && *p == ' ' && g_str_has_suffix(out->str, " "));
	}
	g_string_append(out, done);
	g_strstrip(out->str);
	return g_strdup(*out->str ? out->str : title);
}

/* ---- pilots -------------------------------------------------------------------------------- */

/* A pilot that gets its notes. */
typedef struct {
	Notes *notes;
	Pilot *pilot;
	guint at;            /* which pilot it is */
	GHashTable *numbers; /* Note * -> its number here */
	GHashTable *taken;   /* number -> the kind of mark that has it as its own, and 1 */
	guint last;          /* the highest of them */
	const char *path;
	Report *report;
} Attaching;

static void take_number(Attaching *a, const Mark *mark, guint number)
{
	g_hash_table_insert(a->taken, GUINT_TO_POINTER(number), GUINT_TO_POINTER(mark->kind + 1));
	a->last = MAX(a->last, number);
}

static gboolean has_number(const Attaching *a, const Mark *mark)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(a->taken, GUINT_TO_POINTER(mark->number))) ==
	       mark->kind + 1;
}

/* Who keeps its own number: a raised one, and else one in brackets that has a note. */
static void take_numbers(Attaching *a, const char *text)
{
	Mark mark;

	for (const char *p = text; mark_next(text, &p, &mark);)
		if (mark.kind == MARK_NUMBER ||
		    (mark.number && find_note(a->notes, &mark, a->at) &&
		     !g_hash_table_contains(a->taken, GUINT_TO_POINTER(mark.number))))
			take_number(a, &mark, mark.number);
}

static void take_section_numbers(Attaching *a, const Section *s)
{
	take_numbers(a, s->heading);
	take_numbers(a, s->text);
}

static char *first_url(const char *text)
{
	static Pattern url = { "(?:https?://|www\\.)[^\\s<>\"]+[^\\s<>\".,;:)]", 0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	return g_regex_match(pattern_regex(&url), text, 0, &match) ? g_match_info_fetch(match, 0)
								   : NULL;
}

/* The number that a mark has in this pilot, which has the note from now on. */
static guint attach(Attaching *a, const Mark *mark, Note *note)
{
	guint number = GPOINTER_TO_UINT(g_hash_table_lookup(a->numbers, note));

	g_atomic_int_inc(&note->used);
	if (number)
		return number;
	number = mark->number && has_number(a, mark) ? mark->number : a->last + 1;
	a->last = MAX(a->last, number);
	g_hash_table_insert(a->numbers, note, GUINT_TO_POINTER(number));
	g_autofree char *url = first_url(note->text->str);
	pilot_add_footnote(a->pilot, number, note->text->str, url);
	return number;
}

/* Takes the notes of the marks in a text. What has another number here gets it: the text anew,
 * which the caller frees; else NULL. */
static char *take_notes(Attaching *a, const char *text)
{
	g_autoptr(GString) out = NULL;
	const char *p = text, *done = text, *from;
	Mark mark;

	while ((from = mark_next(text, &p, &mark))) {
		Note *note = find_note(a->notes, &mark, a->at);
		if (!note && must_have_note(a->notes, &mark, text, from, p))
			report_warn(a->report, a->path, a->pilot->source.line,
				    "footnote mark %s has no note",
				    mark.name + (*mark.name == '^'));
		guint number = note ? attach(a, &mark, note) : 0;
		if (!note || number == mark.number)
			continue;
		g_autofree char *digits = g_strdup_printf("%u", number);
		g_autofree char *raised = mark_raised(digits);
		out = out ? out : g_string_new(NULL);
		g_string_append_len(out, done, from - done);
		g_string_append(out, raised);
		done = p;
	}
	return out ? g_strconcat(out->str, done, NULL) : NULL;
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const Footnote *x = *(Footnote *const *)a, *y = *(Footnote *const *)b;
	return (x->number > y->number) - (x->number < y->number);
}

static void attach_to(Attaching *a, Section *s)
{
	g_autofree char *numbered = take_notes(a, s->heading);
	g_autofree char *heading = notes_title(a->notes, s->heading, a->at);
	char *text = take_notes(a, s->text);

	if (strcmp(heading, s->heading) != 0)
		s->heading = pilot_keep(a->pilot, heading);
	if (!text)
		return;
	if (g_strcmp0(a->pilot->period, s->text) == 0)
		a->pilot->period = pilot_keep(a->pilot, text);
	s->text = pilot_take(a->pilot, text);
}

void notes_attach(Notes *notes, Pilot *pilot, guint number, const char *path, Report *report)
{
	g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
	Attaching a = { notes, pilot, number, numbers, taken, 0, path, report };

	take_numbers(&a, pilot->title_printed);
	for (guint i = 0; i < pilot->sections->len; i++)
		take_section_numbers(&a, pilot->sections->pdata[i]);
	g_autofree char *numbered = take_notes(&a, pilot->title_printed);
	for (guint i = 0; i < pilot->sections->len; i++)
		attach_to(&a, pilot->sections->pdata[i]);
	g_ptr_array_sort(pilot->footnotes, by_number);
	pilot->title_printed = pilot_take(pilot, notes_title(notes, pilot->title_printed, number));
}

void notes_check(const Notes *notes, const char *path, Report *report)
{
	for (guint i = 0; i < notes->notes->len; i++) {
		const Note *n = notes->notes->pdata[i];
		const char *name = n->mark.name + (*n->mark.name == '^');
		if (n->used || n->is_row)
			continue;
		report_warn(report, path, n->line,
			    n->twice ? "note %s stands twice between the same rows: the first is "
				       "taken"
				     : "note %s has no mark in any pilot",
			    name);
	}
}

void notes_tell(const Notes *notes, NoteFunc func, gpointer user)
{
	for (guint i = 0; i < notes->notes->len; i++) {
		const Note *n = notes->notes->pdata[i];
		if (!n->is_row)
			func(n->mark.name, n->text->str, (guint)n->used, user);
	}
}
