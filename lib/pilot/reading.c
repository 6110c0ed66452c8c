#include "reading.h"

#include <stdlib.h>
#include <string.h>

/* Longer than any reference: PCRE looks at all that it is given. */
#define WINDOW 256

GMatchInfo *reading_eat(Reading *r, Pattern *pattern)
{
	const char *text = r->text + r->at;
	gsize left = r->len - r->at, window = MIN(left, WINDOW);
	GMatchInfo *match = NULL;
	int end;

	while (window < left && (text[window] & 0xc0) == 0x80)
		window--;
	if (!g_regex_match_full(pattern_regex(pattern), text, (gssize)window, 0,
				G_REGEX_MATCH_DEFAULT, &match, NULL)) {
		g_match_info_free(match);
		return NULL;
	}
	g_match_info_fetch_pos(match, 0, NULL, &end);
	r->at += (gsize)end;
	return match;
}

gboolean reading_eats(Reading *r, Pattern *pattern)
{
	g_autoptr(GMatchInfo) match = reading_eat(r, pattern);
	return match != NULL;
}

gboolean reading_has(const GMatchInfo *match, int group)
{
	g_autofree char *text = g_match_info_fetch(match, group);
	return text && *text;
}

void reading_add(Reading *r, char *take, gsize start, gsize end)
{
	Reference *ref = g_new(Reference, 1);

	*ref = (Reference) { take, start, end };
	g_ptr_array_add(r->found, ref);
}

/* ---- numbers behind the first ------------------------------------------------------------- */

#define DASH S "(?:-|–|t/m|tot en met)" S
#define MOST_OF_RANGE 20 /* of a longer one only the ends are named for sure */

/* Numbers of one series: "nrs. 180-182 en 190". */
typedef struct {
	const char *series; /* ids without the number */
	gsize start;        /* where the reference begins */
	guint number;       /* the last one */
	gboolean many;      /* "nrs.": all that follow are numbers */
} Series;

static void add_number(Reading *r, const Series *s, guint number, gsize end)
{
	reading_add(r, g_strdup_printf("%s%u", s->series, number), s->start, end);
}

/* "180-182": what is between is named too. Of "nr. 180-182" and "180–82" only 180 is sure. */
static void read_range(Reading *r, Series *s)
{
	static Pattern range = { DASH "([1-9]\\d{0,3})" NO_MORE, ANY_CASE, 0 };
	gsize before = r->at;
	g_autoptr(GMatchInfo) match = reading_eat(r, &range);

	if (!match)
		return;
	g_autofree char *number = g_match_info_fetch(match, 1);
	guint last = (guint)atoi(number), first = s->number;
	if (!s->many || last <= first) {
		r->at = before;
		return;
	}
	for (guint n = first + 1; n < last && last - first <= MOST_OF_RANGE; n++)
		add_number(r, s, n, r->at);
	add_number(r, s, last, r->at);
}

/* What a list ends with, where nothing before it says that it is one: "nr. 180, 181 en 190." and
 * not "nr. 180 en 2 jaar later". */
static gboolean ends_list(const Reading *r, const char *link)
{
	const char *next = r->text + r->at;

	return strcmp(link, ",") != 0 && (!*next || strchr(".;:,)]", *next));
}

static void read_more(Reading *r, Series *s)
{
	static Pattern more = { "(,|" S ",?" S "(?:en|of|alsmede))" S "(" NUMBER_WORD ")?" S
				"([1-9]\\d{0,5})" NO_MORE,
				ANY_CASE, 0 };
	GMatchInfo *match;

	read_range(r, s);
	guint sure = r->found->len;
	gsize end = r->at;
	while ((match = reading_eat(r, &more))) {
		g_auto(GStrv) group = g_match_info_fetch_all(match);
		g_match_info_free(match);
		s->number = (guint)atoi(group[3]);
		add_number(r, s, s->number, r->at);
		if (!s->many && !*group[2] && !ends_list(r, group[1]))
			continue;
		read_range(r, s);
		sure = r->found->len;
		end = r->at;
	}
	g_ptr_array_set_size(r->found, (gint)sure);
	r->at = end;
}

void reading_series(Reading *r, const char *series, const char *number, const char *name,
		    gsize start)
{
	Series s = { series, start, (guint)atoi(number), strpbrk(name, "sS") != NULL };

	add_number(r, &s, s.number, r->at);
	read_more(r, &s);
}
