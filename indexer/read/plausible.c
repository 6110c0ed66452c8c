#include "plausible.h"

#include "builder.h"
#include "labels.h"
#include "names.h"

/* The known labels of a row that have a text; bits by their kinds. */
static guint kinds_of(const Row *row)
{
	g_autoptr(GPtrArray) sections = row_sections(row, NULL, NULL);
	guint kinds = 0;

	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *s = sections->pdata[i];
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

/* "Pilot", or two labels; "Naam" is in many tables, but not beside a label, or in a document that
 * says so. */
static gboolean is_head_of_pilots(Plausible *p, const char *text, gboolean hinted)
{
	g_auto(GStrv) names = g_strsplit(text, "\n", -1);
	guint labels = 0;

	for (char **name = names; *name; name++) {
		if (name_is_pilot(*name))
			return TRUE;
		p->head = p->head || name_is_title(*name);
		labels += label_kind(*name) >= 0;
	}
	return labels > 1 || (p->head && (labels || hinted));
}

/* Any report has a heading with a label below it: pilots have the same two, or one in a document
 * that says so. */
static gboolean is_outline_of_pilots(Plausible *p, guint kinds, gboolean hinted)
{
	guint again = kinds & p->outlines;

	p->outlines |= kinds;
	return count_bits(again) + hinted >= 2 || (hinted && count_bits(kinds) >= 2);
}

/* A word that is a label stands in many documents; a pilot has two, or it is of a table of titles,
 * or in a document that says so. */
static gboolean is_row_of_pilots(Plausible *p, const Row *row, gboolean hinted)
{
	guint kinds = kinds_of(row);

	if (row->is_outline)
		return is_outline_of_pilots(p, kinds, hinted);
	if (*row->text)
		p->kinds = 0;
	p->kinds |= kinds;
	p->label = p->label || kinds;
	return count_bits(p->kinds) > 1 || (kinds && (hinted || p->head));
}

void plausible_see(Plausible *p, const Row *row, gboolean hinted)
{
	if (!p->is && row->is_head)
		p->is = is_head_of_pilots(p, row->text, hinted);
	else if (!p->is && row->is_row)
		p->is = is_row_of_pilots(p, row, hinted);
}

const char *plausible_why_not(const Plausible *p)
{
	return p->outlines ? "no two headings have the same labels below them"
	       : p->label  ? "it has rows with one known label, but no head and no reference date"
			   : "it has rows, but no known label and no head";
}
