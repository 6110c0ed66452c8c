#include "overdue.h"

#include <stdio.h>
#include <string.h>

#include "dates.h"
#include "fields.h"
#include "kinds.h"

static void free_one(gpointer data)
{
	Overdue *o = data;

	pilot_free(o->paper);
	g_free(o->due);
	g_free(o);
}

void overdue_free(OverdueList *list)
{
	if (!list)
		return;
	g_ptr_array_unref(list->all);
	g_free(list->today);
	g_free(list);
}

/* ---- days -------------------------------------------------------------------------------------
 */

static gboolean day_from(const char *iso, GDate *date)
{
	int year, month, day;

	if (!iso || !date_is_valid(iso) || sscanf(iso, "%d-%d-%d", &year, &month, &day) != 3)
		return FALSE;
	g_date_set_dmy(date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
	return TRUE;
}

static char *iso_of(const GDate *date)
{
	char text[16];

	g_date_strftime(text, sizeof text, "%Y-%m-%d", date);
	return g_strdup(text);
}

/* ---- which ------------------------------------------------------------------------------------
 */

static XapianQuery *with_status(Status status)
{
	g_autofree char *term = field_term(&fields[FIELD_STATUS], status_name(status));
	g_autofree char *kind = field_term(&fields[FIELD_SOORT], kinds[KIND_KAMERVRAAG].name);
	g_autoptr(XapianQuery) of_status = xapian_query_term(term);
	g_autoptr(XapianQuery) of_kind = xapian_query_term(kind);

	return xapian_query_pair(XAPIAN_AND, of_status, of_kind);
}

/* The oldest first. */
static XapianMatches *run(Index *papers, Status status, guint most, GError **error)
{
	g_autoptr(XapianQuery) query = with_status(status);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(papers->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, query, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BOOL, NULL, 0, error))
		return NULL;
	xapian_enquire_set_sort(enquire, XAPIAN_SORT_VALUE_THEN_RELEVANCE, SLOT_DATED, FALSE);
	return xapian_enquire_run(enquire, 0, most, OVERDUE_MOST, error);
}

/* Questions of one publication are one; those of the Eerste Kamer have other rules. */
static void add(OverdueList *list, GHashTable *documents, const GDate *today, Pilot *p)
{
	Overdue *known = g_hash_table_lookup(documents, p->paper.document);
	GDate due;

	if (known) {
		known->questions++;
		return;
	}
	if (g_strcmp0(p->paper.chamber, "II") != 0 || !day_from(p->paper.asked, &due))
		return;
	g_date_add_days(&due, OVERDUE_DAYS);
	int late = g_date_days_between(&due, today);
	if (late <= 0)
		return;
	Overdue *o = g_new(Overdue, 1);
	*o = (Overdue) { pilot_ref(p), 1, iso_of(&due), late };
	g_hash_table_insert(documents, (gpointer)p->paper.document, o);
	g_ptr_array_add(list->all, o);
}

static gint longest_first(gconstpointer a, gconstpointer b)
{
	const Overdue *x = *(Overdue *const *)a, *y = *(Overdue *const *)b;

	return x->late != y->late ? y->late - x->late
				  : strcmp(x->paper->paper.document, y->paper->paper.document);
}

static gboolean fill(OverdueList *list, Index *papers, const GDate *today, GError **error)
{
	g_autoptr(GHashTable) documents = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(XapianMatches) open = run(papers, STATUS_OPEN, OVERDUE_MOST, error);
	g_autoptr(XapianMatches) postponed = open ? run(papers, STATUS_UITGESTELD, 0, error) : NULL;

	if (!postponed)
		return FALSE;
	for (guint i = 0; i < xapian_matches_size(open); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(open, i, error);
		g_autoptr(Pilot) p = doc ? index_read_pilot(papers, doc, error) : NULL;
		if (!p)
			return FALSE;
		add(list, documents, today, p);
	}
	list->cut = xapian_matches_estimated(open) > xapian_matches_size(open);
	list->postponed = xapian_matches_estimated(postponed);
	g_ptr_array_sort(list->all, longest_first);
	return TRUE;
}

OverdueList *overdue_find(Index *index, GError **error)
{
	g_autoptr(OverdueList) list = g_new0(OverdueList, 1);
	g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc(date_now());
	GDate today;

	list->all = g_ptr_array_new_with_free_func(free_one);
	list->today = g_date_time_format(now, "%Y-%m-%d");
	if (!index->papers)
		return g_steal_pointer(&list);
	return day_from(list->today, &today) && fill(list, index->papers, &today, error)
		       ? g_steal_pointer(&list)
		       : NULL;
}
