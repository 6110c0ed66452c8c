/* Questions past their term, as text and as JSON. */
#include <string.h>

#include "citation.h"
#include "dates.h"
#include "overdue.h"
#include "record.h"
#include "render.h"

static void text(GString *out, const OverdueList *list)
{
	g_autofree char *today = date_long(list->today);

	g_string_append_printf(out, "Open vragen van meer dan drie weken, op %s\n", today);
	for (guint i = 0; i < list->all->len; i++) {
		const Overdue *o = list->all->pdata[i];
		g_autofree char *asked = date_long(o->paper->paper.asked);
		g_autofree char *cited = citation_source(o->paper);
		g_string_append_printf(out, "\n%s\n  %s, ingezonden %s, %u open, %d %s te laat\n",
				       o->paper->title, cited, asked, o->questions, o->late,
				       o->late == 1 ? "dag" : "dagen");
	}
	if (!list->all->len)
		g_string_append(out, "\nGeen.\n");
	g_string_append_printf(out,
			       "\nUitgesteld, en hier niet bij: %u. Alleen wat in deze "
			       "verzameling staat, telt.\n",
			       list->postponed);
}

json_t *overdue_json(const OverdueList *list)
{
	json_t *all = json_array();

	for (guint i = 0; i < list->all->len; i++) {
		const Overdue *o = list->all->pdata[i];
		const Pilot *p = o->paper;
		json_array_append_new(
			all,
			json_pack("{s:s, s:s, s:s, s:s, s:i, s:i, s:o, s:o}", "document",
				  p->paper.document, "titel", p->title, "gevraagd", p->paper.asked,
				  "uiterlijk", o->due, "dagenTeLaat", o->late, "vragen",
				  (int)o->questions, "leden", record_strings(p->facets[FACET_LID]),
				  "bewindspersonen", record_strings(p->facets[FACET_MINISTER])));
	}
	return json_pack("{s:i, s:s, s:o, s:i, s:b}", "versie", 1, "peildatum", list->today,
			 "openstaand", all, "uitgesteld", (int)list->postponed, "begrensd",
			 list->cut);
}

static void json(GString *out, const OverdueList *list)
{
	render_append_json(out, overdue_json(list), JSON_INDENT(1));
	g_string_append_c(out, '\n');
}

gboolean overdue_render(GString *out, const OverdueList *list, const char *format)
{
	gboolean is_json = strcmp(format, "json") == 0;

	if (!is_json && strcmp(format, "text") != 0)
		return FALSE;
	(is_json ? json : text)(out, list);
	return TRUE;
}
