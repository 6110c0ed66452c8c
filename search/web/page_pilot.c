/* One pilot. */
#include <string.h>

#include "changes.h"
#include "dated.h"
#include "dates.h"
#include "handlers.h"
#include "history.h"
#include "kinds.h"
#include "mentions.h"
#include "page.h"
#include "references.h"
#include "usage.h"

#define RELATED_SHOWN 5
#define MENTIONS "Eerder aan de Kamer gemeld"

/* The first section of a kind has the kind as its id, so that links can lead there. matches:
 * what of them answers the query; NULL without one. */
static void sections(Html *h, const Pilot *p, const PilotMatches *matches)
{
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		html_open(h, "h2");
		if (pilot_section(p, s->kind) == s)
			html_attribute(h, "id", section_kind_name(s->kind));
		html_text(h, *s->heading ? s->heading : section_kind_label(s->kind));
		html_close(h);
		page_paragraphs(h, s->text, matches ? matches->sections->pdata[i] : NULL);
	}
}

static void jump(Html *h, const char *id, const char *text)
{
	g_autofree char *link = g_strconcat("#", id, NULL);

	html_open(h, "li");
	html_link(h, link, text);
	html_close(h);
}

/* Where on the page everything is. */
static void jumps(Html *h, const Pilot *p, gboolean kin, gboolean told, gboolean several)
{
	html_open_with(h, "nav", "aria-label", "Op deze pagina", "class", "sprong", NULL);
	html_open(h, "ul");
	for (SectionKind kind = 0; kind < N_SECTION_KINDS; kind++)
		if (pilot_section(p, kind))
			jump(h, section_kind_name(kind), section_kind_label(kind));
	if (p->footnotes->len)
		jump(h, "voetnoten", "Voetnoten");
	if (kin)
		jump(h, "verwant", "Verwante pilots");
	if (told)
		jump(h, "gemeld", MENTIONS);
	if (several)
		jump(h, "edities", "Edities");
	jump(h, "bron", "Bron");
	jump(h, "citeer", "Bronvermelding");
	html_close(h);
	html_close(h);
}

static void heading(Html *h, const char *id, const char *text)
{
	html_open_with(h, "h2", "id", id, NULL);
	html_text(h, text);
	html_close(h);
}

/* A link to an address as a document prints it; anything that is not of the web, such as
 * "javascript:", stays text. */
static void printed_link(Html *h, const char *printed)
{
	g_autofree char *url = g_str_has_prefix(printed, "www.")
				       ? g_strconcat("https://", printed, NULL)
				       : g_strdup(printed);

	if (!g_str_has_prefix(url, "https://") && !g_str_has_prefix(url, "http://")) {
		html_text(h, printed);
		return;
	}
	html_open_with(h, "a", "href", url, "class", "adres", NULL);
	html_text(h, printed);
	html_close(h);
}

/* The publications that a note refers to, but for the one that its address is of. */
static void other_references(Html *h, const Footnote *note)
{
	g_autoptr(GPtrArray) found = references_find(note->text);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	g_hash_table_add(seen, g_strdup(note->url));
	for (guint i = 0; i < found->len; i++) {
		const char *id = ((const Reference *)found->pdata[i])->id;
		char *url = reference_url(id);
		g_autofree char *name = reference_name(id);
		if (!g_hash_table_add(seen, url))
			continue;
		html_text(h, " ");
		html_link(h, url, name);
	}
}

static void footnotes(Html *h, const Pilot *p)
{
	if (!p->footnotes->len)
		return;
	heading(h, "voetnoten", "Voetnoten");
	html_open(h, "ol");
	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		html_open(h, "li");
		html_attribute_format(h, "value", "%u", f->number);
		html_text(h, f->text);
		if (f->url) {
			html_text(h, " ");
			printed_link(h, f->url);
			other_references(h, f);
		}
		html_close(h);
	}
	html_close(h);
}

/* ---- facts, with the words they were read from -------------------------------------------- */

/* NULL without a reference date. The caller frees. */
static char *said_date_from(const Source *s)
{
	if (!s->date_from)
		return NULL;
	return strcmp(s->date_from, SOURCE_STATED) == 0 ? g_strdup("opgave van de beheerder")
							: g_strdup_printf("‘%s’", s->date_from);
}

static void facts(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *why = p->status_why ? g_strdup_printf("‘%s’", p->status_why) : NULL;
	g_autofree char *date_from = said_date_from(&p->source);

	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact_status(h, web, p);
	page_fact(h, "Status volgt uit", why);
	page_fact(h, "Looptijd", p->period);
	page_fact_months(h, p);
	for (FacetId f = 0; f < N_FACETS; f++)
		if (facets[f].key && kind_has_facet(p->kind, f))
			page_fact_links(h, web, f, p);
	page_fact(h, "Voorheen", p->formerly);
	page_fact_date(h, "Peildatum", p->reference_date);
	page_fact(h, "Peildatum volgt uit", date_from);
	html_close(h);
}

/* The text is of the reference date: what came later stands in the same dossier. */
static void newer_papers(Html *h, const Pilot *p)
{
	if (!p->source.dossier)
		return;
	g_autofree char *url = reference_url(p->source.dossier);
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	html_open(h, "p");
	html_text_format(h, "Nieuwere stukken%s%s? Zie ", date ? " dan " : "", date ? date : "");
	html_open_with(h, "a", "href", url, NULL);
	html_text_format(h, "Kamerstukdossier %s op officielebekendmakingen.nl", p->source.dossier);
	html_close(h);
	html_text(h, ".");
	html_close(h);
}

static void source(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *line = g_strdup_printf("%s, regel %u", p->source.file, p->source.line);

	heading(h, "bron", "Bron");
	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact(h, "Document", p->source.title);
	page_fact(h, "Bestand", line);
	page_fact(h, "Controlegetal (SHA-256)", p->source.sha256);
	html_close(h);
	if (source_is_layout(&p->source))
		html_element_class(
			h, "p", "melding",
			"Deze tekst is gelezen uit de opmaak van een PDF, die niet zegt wat "
			"bij elkaar hoort. Vergelijk haar met het document.");
	newer_papers(h, p);
	page_citations(h, web, p);
}

/* ---- editions -------------------------------------------------------------------------------- */

static void change_list(Html *h, const GPtrArray *changes)
{
	if (!changes->len) {
		html_element(h, "p", "Niets veranderd.");
		return;
	}
	html_open(h, "ul");
	for (guint i = 0; i < changes->len; i++) {
		const Change *c = changes->pdata[i];
		html_open(h, "li");
		html_text_format(h, "%s, %s: ", section_kind_label(c->section),
				 c->added ? "erbij" : "weg");
		html_element(h, c->added ? "ins" : "del", c->sentence);
		html_close(h);
	}
	html_close(h);
}

static void editions(Html *h, const Web *web, const Pilot *shown, const GPtrArray *all)
{
	if (!all->len)
		return;
	heading(h, "edities", "Edities");
	for (guint i = all->len; i-- > 0;) {
		const Edition *e = all->pdata[i];
		const char *iso = e->pilot->reference_date;
		g_autofree char *status = dated_status(e->pilot, NULL);
		g_autofree char *path = g_strconcat("/pilots/", shown->id, iso ? "?editie=" : "",
						    iso ? iso : "", NULL);
		g_autofree char *link = web_link(web, path);
		g_autofree char *from = said_date_from(&e->pilot->source);
		html_open(h, "h3");
		html_link(h, link, status);
		if (g_strcmp0(iso, shown->reference_date) == 0)
			html_text(h, " (deze pagina)");
		html_close(h);
		if (from) {
			html_open(h, "p");
			html_text_format(h, "Peildatum volgt uit %s, in %s.", from,
					 e->pilot->source.file);
			html_close(h);
		}
		if (e->changes)
			change_list(h, e->changes);
	}
}

/* ---- the page ----------------------------------------------------------------------------------
 */

static void pilot_link(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *path = g_strconcat("/pilots/", p->id, NULL);
	g_autofree char *link = web_link(web, path);

	html_link(h, link, p->title);
}

/* The rest of a series, folded away. */
static void series(Html *h, const Web *web, const Hit *hit)
{
	if (!hit->others->len)
		return;
	html_open(h, "details");
	html_open(h, "summary");
	html_text_format(h, "%s (%u): de andere pilots van deze reeks",
			 hit->group ? hit->group : hit->pilot->title, hit->others->len + 1);
	html_close(h);
	html_open(h, "ul");
	for (guint i = 0; i < hit->others->len; i++) {
		html_open(h, "li");
		pilot_link(h, web, hit->others->pdata[i]);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static Results *related_to(const Web *web, const Pilot *p, GError **error)
{
	g_autoptr(Request) request = request_new(); /* whatever was asked on the way here */

	request->related = g_strdup(p->id);
	request->limit = RELATED_SHOWN;
	request->facets = FALSE;
	return search(web->index, request, error);
}

static void related(Html *h, const Web *web, const Results *r)
{
	if (!r || !r->hits->len)
		return;
	heading(h, "verwant", "Verwante pilots");
	html_open_with(h, "ol", "class", "verwant", NULL);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		html_open(h, "li");
		pilot_link(h, web, hit->pilot);
		html_open(h, "ul");
		for (guint k = 0; k < hit->reasons->len; k++)
			html_element(h, "li", hit->reasons->pdata[k]);
		html_close(h);
		series(h, web, hit);
		html_close(h);
	}
	html_close(h);
}

/* Passages of papers of parliament that name it. */
static void mentions(Html *h, const Web *web, const Results *told)
{
	const HitLook look = { .keep = FALSE };

	if (!told->hits->len)
		return;
	heading(h, "gemeld", MENTIONS);
	html_open_with(h, "ol", "class", "treffers", NULL);
	for (guint i = 0; i < told->hits->len; i++)
		page_hit(h, web, &look, (Hit *const *)&told->hits->pdata[i], 1);
	html_close(h);
}

/* What was asked on the way here. */
static gboolean was_searched(const Request *request)
{
	return request->query || request->section >= 0 || request_has_filter(request);
}

/* A list of all editions says so, before the date of one that it leads to (page_pilot_link()). */
static gboolean from_all_editions(const Web *web)
{
	return g_strcmp0(http_param(web->http, "editie"), "alle") == 0;
}

static void way_back(Html *h, const Web *web)
{
	if (!was_searched(web->request) && !from_all_editions(web))
		return;
	const char *date = from_all_editions(web) ? web->request->date : NULL;
	g_autofree char *url = web_link_without(web, "/", date ? "editie" : NULL, date,
						web_page_number(web->request));
	html_open_with(h, "p", "class", "terug", NULL);
	html_link(h, url, "Terug naar de resultaten");
	html_close(h);
}

/* An older edition leads to the newest. */
static void newer_edition(Html *h, const Web *web, const Pilot *p, const GPtrArray *all)
{
	const Edition *last = all->len ? all->pdata[all->len - 1] : NULL;

	if (!last || g_strcmp0(last->pilot->reference_date, p->reference_date) == 0)
		return;
	g_autofree char *path = g_strconcat("/pilots/", last->pilot->id, NULL);
	g_autofree char *link = web_link(web, path);
	g_autofree char *date = date_long(last->pilot->reference_date);
	g_autofree char *text = g_strdup_printf("Lees die van %s", date);
	html_open_with(h, "p", "class", "melding", NULL);
	html_text(h, "Dit is een oudere editie. ");
	html_link(h, link, text);
	html_text(h, ".");
	html_close(h);
}

static void show_pilot(Web *web, const Pilot *p, const GPtrArray *all, const Query *query)
{
	Html h;
	const Page page = { .title = p->title, .pilot = p };
	g_autoptr(PilotMatches) matches =
		query ? pilotmatch_find(query, p, web->index->dutch) : NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(Results) kin = related_to(web, p, &error);
	g_autoptr(Results) told = mentions_find(web->index, p, NULL);

	if (!told ||
	    (error &&
	     error->domain != CLI_ERROR)) { /* that an older edition has another id is none */
		web_unavailable(web);
		return;
	}
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	page_search_box(&h, web, "/", web->request->query);
	way_back(&h, web);
	html_element(&h, "h1", p->title);
	newer_edition(&h, web, p, all);
	facts(&h, web, p);
	jumps(&h, p, kin && kin->hits->len, told->hits->len > 0, all->len > 0);
	sections(&h, p, matches);
	footnotes(&h, p);
	related(&h, web, kin);
	mentions(&h, web, told);
	editions(&h, web, p, all);
	source(&h, web, p);
	page_end(&h, web);
}

void page_pilot(Web *web, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianDoc) doc = index_find(web->index, id, &error);
	g_autoptr(Pilot) newest = doc ? index_read_pilot(web->index, doc, &error) : NULL;
	g_autoptr(GPtrArray) all = newest ? history_of(web->index, doc, &error) : NULL;

	if (error && !g_error_matches(error, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND)) {
		web_unavailable(web);
		return;
	}
	const Pilot *shown = history_edition(all, newest, web->request->date);
	/* a query that cannot be read marks nothing: the results say what is wrong with it */
	g_autoptr(Query) query = shown ? search_query(web->index, web->request, NULL) : NULL;
	if (shown)
		show_pilot(web, shown, all, query);
	else
		web_error(web, 404, "Deze pilot bestaat niet",
			  newest ? "Van deze pilot is er geen editie met deze peildatum."
				 : "Controleer het webadres, of zoek opnieuw.");
}
