#include "plausible.h"

#include "builder.h"
#include "labels.h"

/* The known labels of a row that have a text; bits by their kinds. */
static guint kinds_of(const Row *row)
{
	guint kinds = 0;

	for (guint i = 0; i < row->content->len; i++) {
		const MarkupSection *s = row->content->pdata[i];
		int kind = *s->text ? label_kind(s->label) : -1;
		kinds |= kind >= 0 ? 1u << kind : 0;
	}
	return kinds;
}

static guint count_bits(guint bits)
{
	guint n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

/* Tables are in many documents: those of pilots have a label somewhere. Any report has a heading
 * with one below it: pilots have the same two, or one in a document with a reference date. "title
 * TAB cell" is nobody's table by chance. */
static gboolean is_plausible(Plausible *p, const Row *row, gboolean dated)
{
	guint kinds = row->cell ? 0 : kinds_of(row), again = kinds & p->outlines;

	if (!row->is_outline)
		return row->cell || kinds;
	p->outlines |= kinds;
	return count_bits(again) + dated >= 2 || (dated && count_bits(kinds) >= 2);
}

void plausible_see(Plausible *p, const Row *row, gboolean dated)
{
	p->is = p->is || row->is_head || (row->is_row && is_plausible(p, row, dated));
}
