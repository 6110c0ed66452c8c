#include "numbers.h"

#include <string.h>

/* ---- groups ------------------------------------------------------------------------------- */

#define GROUP 3       /* digits of each group but the first, which has no more */
#define MOST_GROUPS 4 /* a longer row is of several numbers */
#define WHOLE 4       /* so many digits are no group: a year, or all of a number */

static gboolean is_digit_at(const char *p, const char *end)
{
	return p < end && g_ascii_isdigit(*p);
}

static const char *digits_end(const char *p, const char *end)
{
	while (is_digit_at(p, end))
		p++;
	return p;
}

/* The bytes of a blank that may stand in a number: a space, or one that does not break. */
static gsize blank_at(const char *p, const char *end)
{
	static const char *const blanks[] = { " ", "\u00A0", "\u202F", "\u2009" };

	for (gsize i = 0; i < G_N_ELEMENTS(blanks); i++) {
		gsize n = strlen(blanks[i]);
		if ((gsize)(end - p) >= n && memcmp(p, blanks[i], n) == 0)
			return n;
	}
	return 0;
}

/* Digits between blanks: a group, or something of its own. */
typedef struct {
	const char *end;
	guint digits;
	gboolean decimals; /* "753,50" */
	gboolean own;      /* "1.250", "3,5", "2021": no group of a longer number */
} Piece;

/* FALSE when letters are a part of it: "2e". */
static gboolean read_piece(const char *p, const char *end, Piece *piece)
{
	const char *after = digits_end(p, end);
	gboolean zero = *p == '0';

	*piece = (Piece) { after, (guint)(after - p), FALSE, !zero && after - p >= WHOLE };
	if (after < end && strchr(".,:", *after) && is_digit_at(after + 1, end)) {
		piece->decimals = *after == ',' && piece->digits == GROUP;
		piece->own = !piece->decimals;
		while (after < end && strchr(".,:", *after) && is_digit_at(after + 1, end))
			after = digits_end(after + 1, end);
		piece->end = after;
	}
	return after == end ||
	       (!g_unichar_isalpha(g_utf8_get_char(after)) && !strchr("^&'", *after));
}

/* "19" of "2018/19" */
static gboolean ends_session(const char *text, const char *p, const Piece *piece)
{
	const char *four = p - 1 - WHOLE;

	return piece->digits == 2 && four >= text && strchr("/-", p[-1]) &&
	       digits_end(four, p) == p - 1 && (four == text || !g_ascii_isdigit(four[-1]));
}

const char *numbers_end(const char *text, const char *end, const char *p, const char **judged)
{
	gboolean fits = p == text || p[-1] != '+';
	guint groups = 0;
	Piece piece;

	if (*judged && p < *judged)
		return p;
	*judged = p;
	for (const char *at = p; is_digit_at(at, end) && read_piece(at, end, &piece);) {
		if (piece.own || (at == p && (piece.decimals || ends_session(text, p, &piece)))) {
			if (!groups)
				*judged = piece.end;
			break;
		}
		fits = fits &&
		       (groups++ ? piece.digits == GROUP : piece.digits <= GROUP && *at != '0');
		*judged = piece.end;
		at = piece.end + blank_at(piece.end, end);
		if (piece.decimals || at == piece.end)
			break;
	}
	return fits && groups > 1 && groups <= MOST_GROUPS ? *judged : p;
}

/* The same mark between all groups, and nothing but decimals behind them. */
static gboolean is_grouped(const char *word, const char *end)
{
	const char *p = digits_end(word, end);
	gboolean dots = p < end && *p == '.';
	guint groups = 1;

	if (p == word || p - word > GROUP || *word == '0')
		return FALSE;
	for (gsize n; (n = dots ? *p == '.' : blank_at(p, end)); groups++) {
		const char *group = p + n;
		p = digits_end(group, end);
		if (p - group != GROUP)
			return FALSE;
	}
	if (*p == ',' && is_digit_at(p + 1, end))
		p = digits_end(p + 1, end);
	return groups > 1 && p == end;
}

void numbers_ungroup(char *word)
{
	char *to = word;

	if (!is_grouped(word, word + strlen(word)))
		return;
	for (const char *p = word; *p; p++)
		if (g_ascii_isdigit(*p) || *p == ',')
			*to++ = *p;
	*to = '\0';
}

/* ---- articles ------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	gboolean many; /* numbers may follow the first */
} names[] = { { "artikelen", TRUE }, { "artikel", FALSE }, { "artt", TRUE }, { "art", TRUE } };

/* What stands between numbers of articles, with a comma or without. */
static const char *const links[] = { "en", "of", "t/m", "tot en met", "–", "-" };

static const char *skip_blanks(const char *p, const char *end)
{
	for (gsize n; (n = blank_at(p, end));)
		p += n;
	return p;
}

static const char *skip_text(const char *p, const char *end, const char *text)
{
	gsize n = strlen(text);
	return (gsize)(end - p) >= n && g_ascii_strncasecmp(p, text, n) == 0 ? p + n : p;
}

/* Behind "art. " or "artikelen "; NULL for other words. */
static const char *skip_name(const char *text, const char *end, gboolean *many)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *name = skip_text(text, end, names[i].name);
		if (name == text)
			continue;
		*many = names[i].many;
		const char *p = skip_blanks(skip_text(name, end, "."), end);
		return p > name ? p : NULL;
	}
	return NULL;
}

/* The end of "12", "12a", "7:904" or "2.1.3"; p for anything else. */
static const char *article_end(const char *p, const char *end)
{
	const char *at = digits_end(p, end);

	while (at > p && at < end && strchr(":.", *at) && is_digit_at(at + 1, end))
		at = digits_end(at + 1, end);
	for (guint letters = 0; at > p && at < end && g_ascii_islower(*at) && letters < 2;
	     letters++)
		at++;
	return at < end && g_unichar_isalnum(g_utf8_get_char(at)) ? p : at;
}

static const char *skip_link(const char *p, const char *end)
{
	const char *at = skip_blanks(skip_text(skip_blanks(p, end), end, ","), end);

	for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
		gsize n = strlen(links[i]);
		if ((gsize)(end - at) >= n && memcmp(at, links[i], n) == 0)
			return skip_blanks(at + n, end);
	}
	return at;
}

gsize articles_read(const char *text, gsize len, ArticleFunc func, gpointer user)
{
	gboolean many = FALSE;
	const char *end = text + len, *start = skip_name(text, end, &many), *last = text;

	for (const char *at; start && (at = article_end(start, end)) > start;) {
		if (func)
			func((gsize)(start - text), (gsize)(at - text), user);
		last = at;
		start = many ? skip_link(at, end) : at;
		if (start > at && start == skip_blanks(at, end)) /* "12 13" is no list */
			break;
	}
	return (gsize)(last - text);
}
