/* What changed between two reference dates or came since a moment, as JSON. */
#include "citation.h"
#include "kinds.h"
#include "news.h"
#include "record.h"
#include "render.h"

#define NEWS_VERSION 1

/* The pilot of one edition, so that what is said of it can be cited. */
static json_t *edition(const Pilot *p)
{
	if (!p)
		return json_null();
	g_autofree char *leidraad = citation_leidraad(p, NULL);
	g_autofree char *kamer = citation_kamer(p, NULL);
	return json_pack("{s:s, s:s, s:o, s:s, s:o, s:o, s:{s:s, s:s}}", "id", p->id, "titel",
			 p->title, "peildatum", record_text(p->reference_date), "status",
			 status_name(p->status), "looptijd", record_period(p), "bron",
			 record_source(&p->source), "bronvermelding", "leidraad", leidraad, "kamer",
			 kamer);
}

static json_t *papers(const GPtrArray *all)
{
	json_t *array = json_array();

	for (guint i = 0; i < all->len; i++) {
		const Pilot *p = all->pdata[i];
		g_autofree char *url = kind_url(p);
		g_autofree char *cited = citation_source(p);
		json_array_append_new(
			array, json_pack("{s:s, s:s, s:s, s:o, s:o, s:s}", "document",
					 p->paper.document, "soort", kinds[p->kind].name, "titel",
					 p->title, "datum", record_text(p->reference_date), "url",
					 record_text(url), "bronvermelding", cited));
	}
	return array;
}

json_t *newslist_json(const NewsList *w)
{
	json_t *array = json_array();

	for (guint i = 0; i < w->news->len; i++) {
		const News *n = w->news->pdata[i];
		g_autofree char *detail = news_detail(n);
		json_array_append_new(array,
				      json_pack("{s:s, s:s, s:o, s:o, s:o, s:o}", "soort",
						news_name(n->kind), "titel", news_pilot(n)->title,
						"toelichting", record_text(detail), "was",
						edition(n->before), "is", edition(n->now), "zinnen",
						render_json_changes(n->changes)));
	}
	json_t *list = json_pack("{s:i, s:s, s:s, s:o}", "versie", NEWS_VERSION, "van", w->from,
				 "tot", w->to, "veranderingen", array);
	if (w->papers) {
		json_object_set_new(list, "kamerstukken", papers(w->papers));
		json_object_set_new(list, "begrensd", json_boolean(w->cut));
	}
	return list;
}
