#include "marks.h"

#include <stdlib.h>
#include <string.h>

#include "pattern.h"

#define MAX_DIGITS 3  /* of a number in brackets: more is a year */
#define MAX_SYMBOLS 5 /* that are one mark: more is a line */

static const char *const digits_raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
static const char *const symbols[] = { "*", "†", "‡" };

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

/* ---- writing ----------------------------------------------------------------------------- */

char *mark_raised(const char *digits)
{
	GString *out = g_string_new(NULL);

	for (; g_ascii_isdigit(*digits); digits++)
		g_string_append(out, digits_raised[*digits - '0']);
	return g_string_free(out, FALSE);
}

/* Of "[1], 2)" the figures, raised, and the commas. */
static char *numbers_written(const char *raised)
{
	GString *out = g_string_new(NULL);

	for (const char *p = raised; *p; p++)
		if (g_ascii_isdigit(*p))
			g_string_append(out, digits_raised[*p - '0']);
		else if (strchr(",;", *p))
			g_string_append_c(out, *p);
	return g_string_free(out, FALSE);
}

/* "a, b" as "^a,^b". */
static char *letters_written(const char *raised)
{
	GString *out = g_string_new(NULL);

	for (const char *p = raised; *p; p = g_utf8_next_char(p))
		if (*p != ' ')
			g_string_append_printf(out, "%s%.*s", strchr(",;", *p) ? "" : "^",
					       (int)(g_utf8_next_char(p) - p), p);
	return g_string_free(out, FALSE);
}

char *mark_written(const char *raised)
{
	static Pattern numbers = { "^(?:[\\[(]?\\d{1,3}[\\])]?[.,;]? ?)++$|^\\d+$", 0, 0 };
	static Pattern letters = { "^[a-z*†‡](?:[,;] ?[a-z*†‡])+$", 0, 0 };
	static Pattern itself = { "^[,;⁰¹²³⁴-⁹⁽⁾ ]*$", 0, 0 };

	if (g_regex_match(pattern_regex(&itself), raised, 0, NULL))
		return g_strdup(raised);
	if (g_regex_match(pattern_regex(&numbers), raised, 0, NULL))
		return numbers_written(raised);
	if (g_regex_match(pattern_regex(&letters), raised, 0, NULL))
		return letters_written(raised);
	return g_strconcat("^", raised, NULL);
}

const char *mark_between(const GString *before, const char *raised)
{
	const char *last = g_utf8_find_prev_char(before->str, before->str + before->len);

	return last && superscript(g_utf8_get_char(last)) >= 0 &&
			       superscript(g_utf8_get_char(raised)) > 0
		       ? ","
		       : "";
}

/* ---- reading ----------------------------------------------------------------------------- */

/* The letter that a small raised one stands for; 0 for any other character. */
static char raised_letter(gunichar c)
{
	static const struct {
		gunichar from;
		char letter;
	} letters[] = { { 0x1D43, 'a' }, { 0x1D47, 'b' }, { 0x1D9C, 'c' }, { 0x1D48, 'd' },
			{ 0x1D49, 'e' }, { 0x1DA0, 'f' }, { 0x1D4D, 'g' }, { 0x02B0, 'h' },
			{ 0x2071, 'i' }, { 0x02B2, 'j' }, { 0x1D4F, 'k' }, { 0x02E1, 'l' },
			{ 0x1D50, 'm' }, { 0x207F, 'n' }, { 0x1D52, 'o' }, { 0x1D56, 'p' },
			{ 0x02B3, 'r' }, { 0x02E2, 's' }, { 0x1D57, 't' }, { 0x1D58, 'u' },
			{ 0x1D5B, 'v' }, { 0x02B7, 'w' }, { 0x02E3, 'x' }, { 0x02B8, 'y' },
			{ 0x1DBB, 'z' } };

	for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].from == c)
			return letters[i].letter;
	return 0;
}

static gboolean take_number(const char **p, Mark *m)
{
	guint number = 0;
	int digit;

	while ((digit = superscript(g_utf8_get_char(*p))) >= 0) {
		number = MIN(number * 10 + (guint)digit, 9999);
		*p = g_utf8_next_char(*p);
	}
	if (!number)
		return FALSE;
	*m = (Mark) { .kind = MARK_NUMBER, .number = number };
	g_snprintf(m->name, sizeof m->name, "%u", number);
	return TRUE;
}

/* "[1]", "[a]" */
static gboolean take_brackets(const char **p, Mark *m)
{
	gsize digits = strspn(*p + 1, "0123456789");
	gsize n = digits ? digits : g_ascii_islower((*p)[1]);

	if (!n || n > MAX_DIGITS || (*p)[n + 1] != ']' || (digits && !atoi(*p + 1)))
		return FALSE;
	*m = (Mark) { .kind = MARK_BRACKETS, .number = digits ? (guint)atoi(*p + 1) : 0 };
	if (digits)
		g_snprintf(m->name, sizeof m->name, "[%u]", m->number);
	else
		g_snprintf(m->name, sizeof m->name, "[%c]", (*p)[1]);
	*p += n + 2;
	return TRUE;
}

/* "*", "**", "††": one that is repeated. */
static gboolean take_symbol(const char **p, Mark *m)
{
	for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++) {
		guint n = 0;
		const char *end = *p;
		for (; g_str_has_prefix(end, symbols[i]); n++)
			end += strlen(symbols[i]);
		if (!n)
			continue;
		if (n > MAX_SYMBOLS)
			return FALSE;
		*m = (Mark) { .kind = MARK_SYMBOL };
		memcpy(m->name, *p, (gsize)(end - *p));
		*p = end;
		return TRUE;
	}
	return FALSE;
}

/* "^a", "^(a)", "^*": what HTML had raised. */
static gboolean take_caret(const char **p, Mark *m)
{
	const char *from = *p + 1, *end;
	gboolean open = *from && strchr("([", *from);

	from += open;
	end = from;
	if (take_symbol(&end, m)) {
		*p = end + (open && *end && strchr(")]", *end));
		return TRUE;
	}
	while (g_ascii_isalnum(*end) || (strchr("-_", *end) && *end && g_ascii_isalnum(end[1])))
		end++;
	if (end == from || end - from > MARK_BYTES - 2)
		return FALSE;
	*m = (Mark) { .kind = MARK_LETTER, .name = "^" };
	memcpy(m->name + 1, from, (gsize)(end - from));
	*p = end + (open && *end && strchr(")]", *end));
	return TRUE;
}

static gboolean take_letters(const char **p, Mark *m)
{
	gsize n = 1;
	char letter;

	*m = (Mark) { .kind = MARK_LETTER, .name = "^" };
	for (; n < MARK_BYTES - 1 && (letter = raised_letter(g_utf8_get_char(*p)));
	     *p = g_utf8_next_char(*p))
		m->name[n++] = letter;
	return n > 1;
}

/* The mark at *p, which moves past it. */
static gboolean take(const char **p, Mark *m)
{
	const char *from = *p;
	gboolean taken = *from == '['   ? take_brackets(p, m)
			 : *from == '^' ? take_caret(p, m)
			 : *from == '*' ? take_symbol(p, m)
			 : (guchar)*from < 0x80
				 ? FALSE
				 : take_number(p, m) || take_letters(p, m) || take_symbol(p, m);

	if (!taken)
		*p = from;
	return taken;
}

/* "m²" and "km²" measure; every other superscript number marks a note. */
static gboolean is_measure(const char *text, const char *mark)
{
	const char *start = mark;

	while (start > text && g_ascii_isalpha(start[-1]))
		start--;
	gsize n = (gsize)(mark - start);
	return (n == 1 && *start == 'm') || (n == 2 && start[1] == 'm' && strchr("kcdm", *start));
}

static gboolean is_apart(const char *text, const char *p)
{
	return p == text || strchr(" \n(", p[-1]);
}

/* "*zo*": the second ends what the first began. */
static gboolean ends_emphasis(const char *text, const char *mark)
{
	const char *p = mark;

	while (*mark == '*' && p > text && p[-1] != '\n' && p[-1] != '*')
		p--;
	if (p == text || p[-1] != '*' || *p == ' ')
		return FALSE;
	while (p > text && p[-1] == '*')
		p--;
	return is_apart(text, p);
}

/* A symbol that is not raised: at the end of a word, so no sum, no item and no emphasis. */
static gboolean ends_word(const char *text, const char *mark, const char *end)
{
	return !is_apart(text, mark) && (!*end || strchr(" \n.,;:!?)\"'^", *end)) &&
	       !ends_emphasis(text, mark);
}

/* "2^e", "1^ste", "2^e-lijns" */
static gboolean is_ordinal(const char *text, const char *mark, const char *name)
{
	static const char *const ends[] = { "^e", "^de", "^ste", "^en", "^es", NULL };
	g_autofree char *end = g_strndup(name, strcspn(name, "-"));

	return mark > text && g_ascii_isdigit(mark[-1]) && g_strv_contains(ends, end);
}

/* Behind what is no mark. A part of "*********" is none either. */
static const char *past(const char *p)
{
	for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++) {
		const char *end = p;
		while (g_str_has_prefix(end, symbols[i]))
			end += strlen(symbols[i]);
		if (end > p)
			return end;
	}
	return g_utf8_next_char(p);
}

const char *mark_next(const char *text, const char **p, Mark *mark)
{
	while (**p) {
		const char *from = *p;
		if (!take(p, mark)) {
			*p = past(from);
			continue;
		}
		mark->is_ordinal = is_ordinal(text, from, mark->name);
		if ((mark->kind != MARK_NUMBER || !is_measure(text, from)) &&
		    (mark->kind != MARK_SYMBOL || *from == '^' || ends_word(text, from, *p)))
			return from;
	}
	return NULL;
}

gboolean mark_opens(const char **line, Mark *mark)
{
	const char *p = *line;

	if (!take(&p, mark) || (mark->kind == MARK_BRACKETS && *p && *p != ' '))
		return FALSE;
	/* "**Let op**: …" is emphasis */
	if (mark->kind == MARK_SYMBOL && **line == '*' && *p != ' ' && strchr(p, '*'))
		return FALSE;
	if (g_str_has_prefix(p, "⁾"))
		p += strlen("⁾");
	else if (*p && strchr(").:", *p))
		p++;
	*line = p + strspn(p, " ");
	return TRUE;
}

gboolean mark_is_all(const char *text)
{
	Mark mark;
	return mark_opens(&text, &mark) && !*text;
}

char *mark_without(const char *name)
{
	const char *p = name, *from, *start = name, *end = name;
	Mark mark;

	while ((from = mark_next(name, &p, &mark))) {
		if (from != end + strspn(end, ",;"))
			start = from;
		end = p;
	}
	return start > name && !end[strspn(end, " :")]
		       ? g_strchomp(g_strndup(name, (gsize)(start - name)))
		       : g_strdup(name);
}
