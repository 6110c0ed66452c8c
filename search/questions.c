#include "questions.h"

#include <string.h>

#include "linetext.h"
#include "outline.h"
#include "unmarked.h"

/* ---- which marks tell ------------------------------------------------------------------- */

typedef enum { BY_LABELS, BY_NUMBERS, BY_LETTERS, BY_BULLETS, BY_NOTHING } Scheme;

#define NUMBERS 1000 /* of questions are below it */

static gboolean is_firm(const Line *l)
{
	return l->style != ' ' && l->style != '\n' && l->style != '\t';
}

/* The last line with each number: of those that ask, or of all when nothing asks. */
static void find_last(const GArray *outline, gboolean asking, const Line **last)
{
	for (guint i = 0; i < outline->len; i++) {
		const Line *l = outline_line(outline, i);
		if (l->kind == MARK_NUMBER && (l->asks || !asking))
			last[l->number] = l;
	}
}

/* The line with the number of the first question; NULL without one. "10 miljoen" is none, as no
 * 11 follows. */
static const Line *find_first(const GArray *outline, gboolean asking)
{
	const Line *last[NUMBERS + 1] = { NULL };

	find_last(outline, asking, last);
	for (guint i = 0; i < outline->len; i++) {
		const Line *l = outline_line(outline, i);
		gboolean follows = last[l->number + 1] > l, one = l->number == 1;
		if (l->kind != MARK_NUMBER || l->sub > 1 || !l->sure)
			continue;
		if (l->asks ? one || follows || is_firm(l)
			    : follows && is_firm(l) &&
				      (!asking ||
				       (one && linetext_ends(l->line, strlen(l->line), ":"))))
			return l;
	}
	return NULL;
}

/* The first of at least two lines with a mark of a kind, and of one bullet; NULL without. */
static const Line *find_list(const GArray *outline, MarkKind kind, gboolean asking)
{
	const Line *first = NULL;

	for (guint i = 0; i < outline->len; i++) {
		const Line *l = outline_line(outline, i);
		if (l->kind != kind || (asking && !l->asks))
			continue;
		if (!first && (kind != MARK_LETTER || l->sub == 1))
			first = l;
		else if (first && l->style == first->style)
			return first;
	}
	return NULL;
}

static gboolean has_kind(const GArray *outline, MarkKind kind)
{
	for (guint i = 0; i < outline->len; i++)
		if (outline_line(outline, i)->kind == kind)
			return TRUE;
	return FALSE;
}

static gboolean asks_anywhere(const GArray *outline)
{
	for (guint i = 0; i < outline->len; i++)
		if (outline_line(outline, i)->asks)
			return TRUE;
	return FALSE;
}

static Scheme choose(const GArray *outline, const Line **first)
{
	gboolean asking = asks_anywhere(outline);

	*first = NULL;
	if (has_kind(outline, MARK_LABEL))
		return BY_LABELS;
	if ((*first = find_first(outline, asking)))
		return BY_NUMBERS;
	if ((*first = find_list(outline, MARK_LETTER, asking)))
		return BY_LETTERS;
	return (*first = find_list(outline, MARK_BULLET, asking)) ? BY_BULLETS : BY_NOTHING;
}

/* ---- reading by marks --------------------------------------------------------------------- */

/* Where the reading is. */
typedef enum { BEFORE, QUESTION, ANSWER, NOTES, AROUND } Place;

typedef struct {
	Collector *c;
	Scheme scheme;
	const Line *first; /* NULL: any 1 will do */
	gunichar style;    /* how its number, or the bullet, is written … */
	gunichar list;     /* … and numbers that are of no questions; 0: none */
	Place place;
	int last, sub;    /* the last number, and of its sub-questions; 0 before the first */
	char *label;      /* the last one, without that of a sub-question */
	char *stem;       /* what its sub-questions share */
	GHashTable *seen; /* labels */
	gboolean broken;  /* the sentence that a note stands behind is not at its end */
	const Line *lasts[NUMBERS + 1]; /* with each number */
} Splitter;

/* Whether a letter is one of a list: "onder\na. van de wet" and "van\nA. Jansen" are not. */
static gboolean is_listed(const Splitter *s, const Line *l)
{
	gboolean capital = g_ascii_isupper(*l->line);

	if (l->kind != MARK_LETTER || l->after)
		return !capital || l->asks;
	return !capital && (s->sub || l->style != '.');
}

/* "b" behind "a", "3a" behind "3". */
static gboolean is_sub(const Splitter *s, const Line *l)
{
	gboolean own = l->kind == MARK_LETTER || l->number == s->last;
	gboolean sure = l->asks || (s->place == QUESTION && (s->sub || !s->c->asks));

	return l->sub && l->sub == s->sub + 1 && s->label && own && sure && is_listed(s, l);
}

static gboolean begins_label(const Splitter *s, const Line *l)
{
	return (l->kind == MARK_LABEL && !g_hash_table_contains(s->seen, l->label)) || is_sub(s, l);
}

/* Numbers go up, and one may be left out. Those of a list in a question, or of notes, do not
 * count; nor does what comes behind these without asking. */
static gboolean begins_number(const Splitter *s, const Line *l)
{
	if (l->kind != MARK_NUMBER)
		return is_sub(s, l);
	if (!s->last)
		return s->first ? l == s->first : l->number == 1 && l->asks;
	if (l->sub)
		return is_sub(s, l) || (l->sub == 1 && l->number == s->last + 1);
	if (l->style == s->list && (l->style != s->style || !l->asks))
		return FALSE;
	if (l->number != s->last + 1 && (l->number != s->last + 2 || !is_firm(l)))
		return FALSE;
	if (!l->sure && s->lasts[l->number] != l)
		return FALSE;
	return l->asks || (s->place == QUESTION && is_firm(l));
}

static gboolean begins_letter(const Splitter *s, const Line *l)
{
	return l->kind == MARK_LETTER && (s->sub ? l->sub == s->sub + 1 : l == s->first);
}

static gboolean begins_bullet(const Splitter *s, const Line *l)
{
	return l->kind == MARK_BULLET && l->style == s->style;
}

static gboolean (*const begins[])(const Splitter *s, const Line *l) = {
	[BY_LABELS] = begins_label,
	[BY_NUMBERS] = begins_number,
	[BY_LETTERS] = begins_letter,
	[BY_BULLETS] = begins_bullet,
};

/* The number of the question that a line begins. The caller frees. */
static char *number_of(const Splitter *s, const Line *l)
{
	if (l->label)
		return g_strdup(l->label);
	if (l->kind == MARK_LETTER)
		return g_strdup_printf("%s%c", s->label ? s->label : "", 'a' + l->sub - 1);
	return g_strdup_printf("%u", s->c->questions->all->len + 1);
}

static void begin(Splitter *s, const Line *l)
{
	g_autofree char *number = number_of(s, l);
	gboolean below = s->label && l->sub && (l->kind == MARK_LETTER || l->number == s->last);

	if (!below || l->sub == 1)
		g_clear_pointer(&s->stem, g_free);
	if (below && l->sub == 1 && s->place == QUESTION && !s->sub && !s->c->asks)
		s->stem = collector_take_back(s->c);
	collector_begin(s->c, number, s->stem ? s->stem : "");
	collector_add(s->c, l->text, FALSE);
	if (!below && l->kind != MARK_LETTER) {
		g_free(s->label);
		s->label = g_strdup(number);
		s->last = l->number;
	}
	if (!below && l->sub && s->label) /* "2a" of no 2: its label without the letter */
		s->label[strcspn(s->label, ".abcdefghijklmnopqrstuvwxyz")] = '\0';
	s->sub = l->sub;
	s->place = QUESTION;
	if (l->kind == MARK_LABEL)
		g_hash_table_add(s->seen, l->label);
}

static void leave(Splitter *s, const Line *l, Place place)
{
	const GString *text = s->c->text;

	if (s->place == QUESTION)
		s->broken = !linetext_ends(text->str, text->len, ".?!:;");
	collector_leave(s->c, l->line, l->gap || s->place != place);
	s->place = place;
}

/* Who asks whom: the numbers start anew. */
static void read_heading(Splitter *s, const Line *l)
{
	if (s->c->questions->all->len)
		s->first = NULL;
	s->last = s->sub = 0;
	s->list = 0;
	g_clear_pointer(&s->label, g_free);
	g_hash_table_remove_all(s->seen);
	leave(s, l, BEFORE);
}

/* A number that begins no question: of a list in it, or of notes below it. */
static void read_other_number(Splitter *s, const Line *l)
{
	gboolean note = s->c->asks && (!l->asks || (l->gap && l->number == 1 && is_firm(l)));

	if (!s->c->asks || note)
		s->list = l->style;
	if (note)
		leave(s, l, NOTES);
	else
		collector_add(s->c, l->style == '\n' ? l->text : l->line, l->gap);
}

/* What a note stands in the middle of, as at the foot of a page, goes on behind it. */
static gboolean goes_on_behind(const Splitter *s, const Line *l)
{
	return s->place == NOTES && s->broken && l->kind == MARK_NONE && l->asks &&
	       g_unichar_islower(g_utf8_get_char(l->line));
}

static void read_inside(Splitter *s, const Line *l)
{
	if (goes_on_behind(s, l))
		s->place = QUESTION;
	if (s->place != QUESTION)
		leave(s, l, s->place);
	else if (l->kind == MARK_NUMBER && l->sure)
		read_other_number(s, l);
	else
		collector_add(s->c, l->line, l->gap);
}

static void read_line(Splitter *s, const Line *l)
{
	static const Place places[N_MARKS] = {
		[MARK_ANSWER] = ANSWER,
		[MARK_NOTE] = NOTES,
		[MARK_AROUND] = AROUND,
	};
	gboolean any = s->c->questions->all->len > 0;

	if (collector_is_full(s->c))
		collector_add(s->c, l->line, l->gap);
	else if (begins[s->scheme](s, l))
		begin(s, l);
	else if (l->kind == MARK_HEADING)
		read_heading(s, l);
	else if (l->kind == MARK_PAGE) /* a note ends with its page, and the question goes on */
		leave(s, l, s->place == NOTES && any ? QUESTION : s->place);
	else if (places[l->kind])
		leave(s, l, any ? places[l->kind] : BEFORE);
	else
		read_inside(s, l);
}

static void read_marks(Collector *c, const GArray *outline, Scheme scheme, const Line *first)
{
	Splitter s = {
		.c = c, .scheme = scheme, .first = first, .style = first ? first->style : 0
	};

	find_last(outline, asks_anywhere(outline), s.lasts);
	s.seen = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < outline->len; i++)
		read_line(&s, outline_line(outline, i));
	g_hash_table_unref(s.seen);
	g_free(s.label);
	g_free(s.stem);
}

/* ---- all of it ------------------------------------------------------------------------------ */

Questions *questions_split(const char *text, Split split)
{
	g_autoptr(GArray) outline = outline_of(text);
	Collector *c = collector_new();
	const Line *first;
	Scheme scheme = choose(outline, &first);

	unmarked_read_heading(c, outline);
	if (split != SPLIT_MARKS)
		unmarked_read_pieces(c, outline, split);
	else if (scheme != BY_NOTHING)
		read_marks(c, outline, scheme, first);
	else if (asks_anywhere(outline))
		unmarked_read_paragraphs(c, outline);
	if (!c->questions->all->len)
		unmarked_read_pieces(c, outline, SPLIT_NOWHERE);
	return collector_finish(c);
}
