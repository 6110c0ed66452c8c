#include "cell.h"

#include <string.h>

#include "builder.h"
#include "labels.h"
#include "names.h"

gboolean cell_is_empty(const GridCell *c)
{
	return !*c->text;
}

gboolean cell_is_number(const GridCell *c)
{
	gsize n = strspn(c->text, "0123456789");
	return n > 0 && n < 5 && strspn(c->text + n, ".) ") == strlen(c->text + n);
}

gboolean cell_is_label(const GridCell *c)
{
	return c && strlen(c->text) <= NAME_MAX_BYTES && label_kind(c->text) >= 0;
}

gboolean cell_has_labelled_text(const GridCell *c)
{
	for (guint i = 0; i < c->sections->len; i++) {
		const MarkupSection *s = c->sections->pdata[i];
		if (*s->text && label_kind(s->label) >= 0)
			return TRUE;
	}
	return FALSE;
}

gboolean cell_is_wide(const Grid *g, const GridCell *c)
{
	return c && g->columns > 1 && c->columns == g->columns;
}
