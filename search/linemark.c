#include "linemark.h"

#include <stdlib.h>
#include <string.h>

#include "knownline.h"
#include "linetext.h"

#define MOST_DIGITS 3 /* of the number of a question: a year has more */
#define MOST_PARTS 20 /* of a question, as numbered: "2.1", and no "1.500" */

static const char *spaces_over(const char *p)
{
	return p + strspn(p, " \t");
}

/* A tab, or a row of spaces. */
static gboolean is_wide(const char *p)
{
	return *p == '\t' || (*p == ' ' && (p[1] == ' ' || p[1] == '\t'));
}

static gboolean is_space(char c)
{
	return c == ' ' || c == '\t';
}

/* At most MOST_DIGITS digits as a number; 0 for others. */
static int number_at(const char *p, const char **end)
{
	gsize n = strspn(p, "0123456789");

	*end = p + n;
	return n && n <= MOST_DIGITS ? atoi(p) : 0;
}

/* ---- "3.", "a)" ---------------------------------------------------------------------- */

/* Over what closes a number or a letter, and how it is written; NULL when nothing does. */
static const char *over_close(const char *p, gboolean open, gunichar *style)
{
	gboolean dash = g_str_has_prefix(p, " - ") || g_str_has_prefix(p, " – ");

	if (open ? *p != ')' : !strchr(".):", *p) && !dash)
		return NULL;
	*style = open ? '(' : dash ? '-' : *p ? (gunichar)*p : '\n';
	if (dash)
		return g_ascii_isdigit(*spaces_over(strchr(p + 1, ' '))) ? NULL
									 : strchr(p + 1, ' ');
	p += *p != '\0';
	p += *p == ')' && *style == '.';
	return !*p || is_space(*p) || (*style != ':' && linetext_starts(p) && *p != '(') ? p : NULL;
}

int linemark_number(const char *text, const char **rest)
{
	gboolean open = *text == '(';
	gunichar style;
	int number = number_at(text + open, rest);

	*rest = number ? over_close(*rest, open, &style) : NULL;
	return *rest ? number : 0;
}

/* Over the letter or the number behind a full stop of "3a", "3.a", "3.1". */
static const char *over_sub(const char *p, int *sub)
{
	const char *end, *at = *p == '.' ? p + 1 : p;

	if (g_ascii_islower(*at) && !g_ascii_isalnum(at[1])) {
		*sub = *at - 'a' + 1;
		return at + 1;
	}
	*sub = at > p ? number_at(at, &end) : 0;
	return *sub && *sub <= MOST_PARTS ? end : p;
}

/* Over "a)", "(a)", "a." and a tab; NULL for none. */
static const char *over_letter(const char *p, int *sub, gunichar *style)
{
	gboolean open = *p == '(';

	p += open;
	if (!g_ascii_isalpha(*p))
		return NULL;
	*sub = g_ascii_tolower(*p) - 'a' + 1;
	const char *text = over_close(p + 1, open, style);
	if (!text && !open && p[1] == '\t' && *p != 'o') /* "o" is a bullet */
		text = p + 1;
	return text && *style != '-' && (!*text || is_space(*text)) ? spaces_over(text) : NULL;
}

static gboolean read_letter(Line *l)
{
	const char *text = over_letter(l->line, &l->sub, &l->style);

	l->text = text ? text : l->line;
	return text != NULL;
}

/* "2. a. Hoe?" */
static void take_letter(Line *l)
{
	gunichar style;
	int sub;
	const char *text = l->sub ? NULL : over_letter(l->text, &sub, &style);

	if (!text || sub != 1)
		return;
	char *label = g_strconcat(l->label, "a", NULL);
	g_free(l->label);
	l->label = label;
	l->sub = sub;
	l->text = text;
}

static gboolean has_letters(const char *text)
{
	for (; *text; text = g_utf8_next_char(text))
		if (g_unichar_isalpha(g_utf8_get_char(text)))
			return TRUE;
	return FALSE;
}

/* "3 Bent u": a number like any other, so what stands around it must tell. */
static const char *over_bare(Line *l, const char *end)
{
	const char *text = spaces_over(end);
	gboolean wide = is_wide(end);

	l->style = !*text ? '\n' : wide ? '\t' : ' ';
	if (!*text) {
		l->sure = l->after;
		return text;
	}
	if (text == end || !has_letters(text) || g_ascii_isdigit(*text))
		return NULL;
	l->sure = wide || l->asked || l->after;
	return wide || l->asked || linetext_starts(text) ? text : NULL;
}

static gboolean read_number(Line *l)
{
	gboolean open = *l->line == '(';
	const char *start = l->line + open, *end;
	int sub;

	l->number = number_at(start, &end);
	if (!l->number)
		return FALSE;
	end = over_sub(end, &sub);
	l->sure = TRUE;
	const char *text = *end ? over_close(end, open, &l->style) : NULL;
	if (!text && !open)
		text = over_bare(l, end);
	if (!text)
		return FALSE;
	l->sub = sub;
	l->label = g_strndup(start, (gsize)(end - start));
	l->text = spaces_over(text);
	take_letter(l);
	return TRUE;
}

/* ---- "Vraag 2 en 3" ------------------------------------------------------------------ */

/* Over what stands between two numbers of a list: " en "; NULL where there is no other. */
static const char *over_joint(const char *p)
{
	static const char *const joints[] = { ",", "en", "t/m", "tot en met", "-",
					      "–", "&",  "/",   "+" };
	gboolean any = FALSE;

	p = spaces_over(p);
	for (gsize i = 0; i < G_N_ELEMENTS(joints); i++) {
		if (!g_str_has_prefix(p, joints[i]))
			continue;
		p = spaces_over(p + strlen(joints[i]));
		any = TRUE;
		i = i == 0 ? i : G_N_ELEMENTS(joints); /* ", en" */
	}
	return any && g_ascii_isdigit(*p) ? p : NULL;
}

/* Over "3", "3a", "2 en 3"; NULL for none. The first number, and its letter as 1, 2, …. */
static const char *over_numbers(const char *p, int *number, int *sub)
{
	const char *end, *next;

	*number = number_at(p, &end);
	*sub = 0;
	if (!*number)
		return NULL;
	if (g_ascii_islower(*end) && !g_ascii_isalnum(end[1])) {
		*sub = *end - 'a' + 1;
		end++;
	}
	while ((next = over_joint(end))) {
		if (!number_at(next, &end))
			return NULL;
		end += g_ascii_islower(*end) && !g_ascii_isalnum(end[1]);
	}
	return end;
}

/* Over the marks between a label and its text; NULL when they are one sentence. */
static const char *over_colon(const char *p, gboolean capital)
{
	const char *rest = spaces_over(p);
	gsize n = strspn(rest, ":.)]");

	if (!n && (g_str_has_prefix(rest, "- ") || g_str_has_prefix(rest, "– ")))
		n = strcspn(rest, " ");
	if (!*rest || (n && (capital || *rest == ':')))
		return spaces_over(rest + n);
	return capital && rest > p && linetext_starts(rest) ? rest : NULL;
}

/* Over one of these words; NULL for none. */
static const char *over_word(const char *p, const char *const *words)
{
	for (; *words; words++) {
		gsize n = strlen(*words);
		if (g_ascii_strncasecmp(p, *words, n) == 0 && !g_ascii_isalpha(p[n]))
			return spaces_over(p + n);
	}
	return NULL;
}

static const char *const questions[] = { "vraag", "vragen", NULL };

static gboolean read_label(Line *l)
{
	const char *p = over_word(l->line, questions);

	p = p && *p == '[' ? p + 1 : p;
	const char *end = p ? over_numbers(p, &l->number, &l->sub) : NULL;
	const char *text = end ? over_colon(end, g_ascii_isupper(*l->line)) : NULL;
	if (!text)
		return FALSE;
	l->label = g_strndup(p, (gsize)(end - p));
	l->text = text;
	take_letter(l);
	return TRUE;
}

/* "Antwoord", "Antwoord op vraag 2 en 3", "Antwoord 1: Ja" */
static gboolean read_answer(Line *l)
{
	static const char *const answers[] = { "antwoord", "antwoorden", "beantwoording", NULL };
	static const char *const on[] = { "op", NULL };
	gboolean capital = g_ascii_isupper(*l->line);
	const char *p = over_word(l->line, answers), *next;
	int number, sub;

	if (!p || (!capital && !l->after))
		return FALSE;
	p = (next = over_word(p, on)) ? next : p;
	p = (next = over_word(p, questions)) ? next : p;
	p += *p == '[';
	next = over_numbers(p, &number, &sub);
	if (!next && !capital && *p && *p != ':')
		return FALSE;
	if (!next && *p && *p != ':' && !is_wide(p - 1))
		return FALSE;
	l->text = over_colon(next ? next : p, capital);
	return l->text != NULL;
}

gboolean linemark_labelled(const char *text)
{
	Line l = { .line = (char *)text, .after = TRUE };
	gboolean is = read_label(&l) || read_answer(&l);

	g_free(l.label);
	if (!is || !g_ascii_isupper(*text))
		return FALSE;
	while (is_space(l.text[-1]))
		l.text--;
	return l.text[-1] == ':';
}

/* ---- bullets ------------------------------------------------------------------------- */

#define SIGNS 0xF000 /* letters from here on are of a font of signs, as Word has for bullets */

/* What bullets are. */
static const struct {
	const char *bullet;
	enum { CLOSE, SPACE, WIDE } behind; /* at least */
} bullets[] = {
	{ "•", CLOSE }, { "·", CLOSE }, { "▪", CLOSE }, { "◦", CLOSE }, { "‣", CLOSE },
	{ "●", CLOSE }, { "○", CLOSE }, { "■", CLOSE }, { "□", CLOSE }, { "►", CLOSE },
	{ "➢", CLOSE }, { "→", CLOSE }, { "✓", CLOSE }, { "-", SPACE }, { "–", SPACE },
	{ "—", SPACE }, { "*", SPACE }, { "+", SPACE }, { "o", WIDE },  { "§", WIDE },
};

static gboolean is_sign(gunichar c)
{
	return c >= SIGNS && c <= SIGNS + 0xFF;
}

static gboolean is_bullet(const char *p)
{
	if (is_sign(g_utf8_get_char(p)))
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++) {
		const char *behind = p + strlen(bullets[i].bullet);
		if (g_str_has_prefix(p, bullets[i].bullet))
			return bullets[i].behind == CLOSE ||
			       (bullets[i].behind == SPACE ? is_space(*behind) : is_wide(behind));
	}
	return FALSE;
}

/* "– denkt u – of niet?": a line of a sentence, and no bullet. */
static gboolean is_aside(const Line *l)
{
	const char *end = strchr(l->line, ' ');
	g_autofree char *dash = g_strndup(l->line, end ? (gsize)(end - l->line) : 0);

	return !l->after &&
	       (g_str_equal(dash, "-") || g_str_equal(dash, "–") || g_str_equal(dash, "—")) &&
	       !linetext_starts(spaces_over(end)) && strstr(end, dash);
}

static gboolean read_bullet(Line *l)
{
	if (!is_bullet(l->line) || is_aside(l))
		return FALSE;
	l->style = g_utf8_get_char(l->line);
	if (is_sign(l->style))
		l->style = SIGNS;
	l->text = spaces_over(g_utf8_next_char(l->line));
	return TRUE;
}

/* ---- what is no question ------------------------------------------------------------- */

/* "1NRC, 3 november": the number of a note before its text, and no "5G" or "2e". */
static gboolean is_glued(const char *p)
{
	const char *rest;

	if (!number_at(p, &rest))
		return FALSE;
	if (g_str_has_prefix(rest, "http") || g_str_has_prefix(rest, "www."))
		return TRUE;
	return g_unichar_isupper(g_utf8_get_char(rest)) &&
	       g_unichar_isalpha(g_utf8_get_char(g_utf8_next_char(rest)));
}

static gboolean read_note(Line *l)
{
	static const char *const signs[] = { "http://", "https://", "www.", "¹", "²", "³" };

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (g_str_has_prefix(l->line, signs[i]))
			return TRUE;
	return (*l->line == '[' && g_ascii_isdigit(l->line[1])) || is_glued(l->line);
}

/* ---- all of them --------------------------------------------------------------------- */

/* In this order: what is surer first. */
static const struct {
	MarkKind kind;
	gboolean (*read)(Line *l);
} readers[] = {
	{ MARK_NOTE, read_note },     { MARK_ANSWER, read_answer }, { MARK_LABEL, read_label },
	{ MARK_NUMBER, read_number }, { MARK_LETTER, read_letter }, { MARK_BULLET, read_bullet },
};

void linemark_read(Line *l)
{
	l->kind = MARK_NONE;
	if (knownline_read(l))
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(readers) && l->kind == MARK_NONE; i++) {
		l->text = l->line;
		l->number = l->sub = 0;
		if (readers[i].read(l))
			l->kind = readers[i].kind;
	}
	if (l->kind == MARK_NONE)
		l->number = l->sub = 0;
}
