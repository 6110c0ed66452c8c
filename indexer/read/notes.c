#include "notes.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "pattern.h"

typedef struct {
	guint number, line;
	guint before; /* pilots above it */
	gboolean brackets;
	char *text;
	gint used; /* set by whichever thread finds a mark */
} Note;

struct Notes {
	GArray *notes; /* of Note */
};

static void note_clear(gpointer data)
{
	g_free(((Note *)data)->text);
}

Notes *notes_new(void)
{
	Notes *n = g_new(Notes, 1);

	n->notes = g_array_new(FALSE, FALSE, sizeof(Note));
	g_array_set_clear_func(n->notes, note_clear);
	return n;
}

void notes_free(Notes *n)
{
	if (!n)
		return;
	g_array_unref(n->notes);
	g_free(n);
}

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

/* The number at *p, which moves past it: raised, or in brackets; 0 when there is none. */
static guint take_number(const char **p, gboolean *brackets)
{
	gsize digits = **p == '[' ? strspn(*p + 1, "0123456789") : 0;

	*brackets = digits > 0 && digits < 4 && (*p)[digits + 1] == ']';
	if (!*brackets)
		return (guchar) * *p < 0x80 ? 0 : take_mark(p);
	guint number = (guint)atoi(*p + 1);
	*p += number ? digits + 2 : 0;
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
	static Pattern url = { "(?:https?://|www\\.)[^\\s<>\"]+[^\\s<>\".,;:)]", 0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	return g_regex_match(pattern_regex(&url), text, 0, &match) ? g_match_info_fetch(match, 0)
								   : NULL;
}

/* "<https://…>" is how text marks a link; the address is what it says. */
static char *note_text(const char *text)
{
	static Pattern link = { "<((?:https?://|www\\.)[^<>\\s]+)>", 0, 0 };
	g_autofree char *bare = g_regex_replace(pattern_regex(&link), text, -1, 0, "\\1", 0, NULL);
	GString *nfc = g_string_new(NULL);

	fold_nfc(nfc, bare, strlen(bare));
	return g_strstrip(g_string_free(nfc, FALSE));
}

gboolean notes_is_note(const char *text)
{
	gboolean brackets;
	guint number = take_number(&text, &brackets);

	return number > 0 && (!brackets || *text == ' ');
}

void notes_add(Notes *notes, guint line, guint before, const char *text)
{
	gboolean brackets;
	guint number = take_number(&text, &brackets);
	Note n = { number, line, before, brackets, note_text(text), FALSE };

	g_array_append_val(notes->notes, n);
}

/* The first below the pilot; one that stands above it only where there is no other. */
static Note *find_note(Notes *notes, guint number, gboolean brackets, guint pilot)
{
	Note *above = NULL;
	guint several = 0;

	for (guint i = 0; i < notes->notes->len; i++) {
		Note *n = &g_array_index(notes->notes, Note, i);
		if (n->number != number || n->brackets != brackets)
			continue;
		if (n->before > pilot)
			return n;
		above = n;
		several++;
	}
	return several == 1 ? above : NULL;
}

static gboolean has_footnote(const Pilot *p, guint number)
{
	for (guint i = 0; i < p->footnotes->len; i++)
		if (((const Footnote *)p->footnotes->pdata[i])->number == number)
			return TRUE;
	return FALSE;
}

static void take_notes(Notes *notes, Pilot *pilot, guint at, const char *text, const char *path,
		       Report *report)
{
	for (const char *p = text; *p;) {
		const char *mark = p;
		gboolean brackets;
		guint number = take_number(&p, &brackets);
		if (!number) {
			p = g_utf8_next_char(p);
			continue;
		}
		Note *note = find_note(notes, number, brackets, at);
		if (is_measure(text, mark) || has_footnote(pilot, number) || (brackets && !note))
			continue; /* brackets may be anything */
		if (!note) {
			report_warn(report, path, pilot->source.line,
				    "footnote mark %u has no note", number);
			continue;
		}
		g_autofree char *url = first_url(note->text);
		pilot_add_footnote(pilot, number, note->text, url);
		g_atomic_int_set(&note->used, TRUE);
	}
}

void notes_attach(Notes *notes, Pilot *pilot, guint number, const char *path, Report *report)
{
	for (guint i = 0; i < pilot->sections->len; i++)
		take_notes(notes, pilot, number, ((const Section *)pilot->sections->pdata[i])->text,
			   path, report);
}

void notes_check(const Notes *notes, const char *path, Report *report)
{
	for (guint i = 0; i < notes->notes->len; i++) {
		const Note *n = &g_array_index(notes->notes, Note, i);
		if (!n->used)
			report_warn(report, path, n->line, "note %u has no mark in any pilot",
				    n->number);
	}
}
