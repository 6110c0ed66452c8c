/* Texts of pilots: their paragraphs and items, with what answers a query marked. */
#include <string.h>

#include "page.h"

/* Bytes [from, to) of a text, with the matches in it marked; those before *next are past. */
static void marked(Html *h, const char *text, gsize from, gsize to, const GArray *matches,
		   guint *next)
{
	for (; matches && *next < matches->len; (*next)++) {
		const QueryMatch *m = &g_array_index(matches, QueryMatch, *next);
		if (m->start >= to)
			break;
		if (m->start < from || m->end > to) /* in what is marked already */
			continue;
		g_autofree char *before = g_strndup(text + from, m->start - from);
		g_autofree char *match = g_strndup(text + m->start, m->end - m->start);
		html_text(h, before);
		html_element(h, "mark", match);
		from = m->end;
	}
	g_autofree char *rest = g_strndup(text + from, to - from);
	html_text(h, rest);
}

void page_paragraphs(Html *h, const char *text, const GArray *matches)
{
	const gsize bullet = strlen("• ");
	gboolean list = FALSE;
	guint next = 0;

	for (gsize at = 0, n; text[at]; at += n + (text[at + n] == '\n')) {
		n = strcspn(text + at, "\n");
		gboolean item = g_str_has_prefix(text + at, "• ");
		if (!n)
			continue;
		if (item != list) {
			if (item)
				html_open(h, "ul");
			else
				html_close(h);
			list = item;
		}
		html_open(h, item ? "li" : "p");
		marked(h, text, at + (item ? bullet : 0), at + n, matches, &next);
		html_close(h);
	}
	if (list)
		html_close(h);
}
