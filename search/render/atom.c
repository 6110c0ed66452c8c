/* Results as an Atom feed (RFC 4287), with the counts of OpenSearch 1.1. */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "html.h"
#include "kinds.h"
#include "render.h"

#define ATOM "http://www.w3.org/2005/Atom"
#define OPENSEARCH "http://a9.com/-/spec/opensearch/1.1/"

/* The page of a record, or a name for it where there is no web site. */
static char *address(const RenderContext *c, const Pilot *p)
{
	return c->base ? g_strconcat(c->base, kinds[p->kind].path, p->id, NULL)
		       : g_strconcat("urn:pilotzoeker:", p->id, NULL);
}

/* A name that changes with the edition, so that a reader shows the new one. */
static char *entry_id(const RenderContext *c, const Pilot *p)
{
	g_autofree char *page = address(c, p);

	if (!p->reference_date)
		return g_steal_pointer(&page);
	return g_strconcat(page,
			   !c->base                 ? ":"
			   : kind_is_paper(p->kind) ? "#"
						    : "?editie=",
			   p->reference_date, NULL);
}

/* When it came into the index; where that is not known the day of which it tells. */
static char *moment_of(const Hit *hit)
{
	const char *date = hit->pilot->reference_date;

	if (hit->added)
		return g_strndup(hit->added, strcspn(hit->added, " "));
	return g_strconcat(date ? date : "1970-01-01", "T00:00:00Z", NULL);
}

static void link_to(Html *h, const char *rel, const char *href)
{
	html_empty_with(h, "link", "rel", rel, "href", href, NULL);
}

static void entry(Html *h, const RenderContext *c, const Hit *hit)
{
	const Pilot *p = hit->pilot;
	g_autofree char *page = address(c, p);
	g_autofree char *id = entry_id(c, p);
	g_autofree char *moment = moment_of(hit);
	g_autofree char *cited = citation_leidraad(p, hit->section);
	g_autofree char *status = dated_line(p, c->request->today);

	html_open(h, "entry");
	html_element(h, "id", id);
	html_element(h, "title", p->title);
	html_element(h, "updated", moment);
	if (c->base)
		link_to(h, "alternate", page);
	html_open_with(h, "summary", "type", "text", NULL);
	html_text_format(h, "Status: %s.\n%s", status, hit->quote);
	html_close(h);
	html_element(h, "rights", cited);
	const GPtrArray *themes = p->facets[FACET_THEMA];
	for (guint i = 0; i < themes->len; i++)
		html_empty_with(h, "category", "term", themes->pdata[i], NULL);
	html_close(h);
}

/* The feed changes when one of its pilots does. */
static char *newest(const Results *r)
{
	char *last = g_strdup("1970-01-01T00:00:00Z");

	for (guint i = 0; i < r->hits->len; i++) {
		char *moment = moment_of(r->hits->pdata[i]);
		if (strcmp(moment, last) > 0) {
			g_free(last);
			last = moment;
		} else {
			g_free(moment);
		}
	}
	return last;
}

/* The same for the same request, whatever page of it and however it was asked. */
static void feed_id(Html *h, const RenderContext *c)
{
	g_autofree char *key = request_key(c->request);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);

	html_open(h, "id");
	if (c->base)
		html_text_format(h, "%s/atom%s%s", c->base, *key ? "?" : "", key);
	else
		html_text_format(h, "urn:pilotzoeker:feed:%.16s", sum);
	html_close(h);
}

static void count(Html *h, const char *name, int value)
{
	html_open(h, name);
	html_text_format(h, "%d", value);
	html_close(h);
}

static void counts(Html *h, const Results *r, const Request *request)
{
	count(h, "opensearch:totalResults", (int)r->total);
	count(h, "opensearch:startIndex", request->offset + 1);
	count(h, "opensearch:itemsPerPage", request->limit);
	html_empty_with(h, "opensearch:Query", "role", "request", "searchTerms",
			request->query ? request->query : "", NULL);
	if (r->did_you_mean)
		html_empty_with(h, "opensearch:Query", "role", "correction", "searchTerms",
				r->did_you_mean, NULL);
}

void render_atom(GString *out, const Results *r, const RenderContext *c)
{
	Html h;
	g_autofree char *last = newest(r);
	const char *query = c->request->query, *subject = results_subject(r, query);

	html_init_xml(&h, out);
	html_open_with(&h, "feed", "xmlns", ATOM, "xmlns:opensearch", OPENSEARCH, "xml:lang", "nl",
		       NULL);
	feed_id(&h, c);
	html_open(&h, "title");
	html_text_format(&h, "%s voor ‘%s’",
			 request_is_of(c->request, FALSE) ? "Pilots" : KINDS_PAPERS,
			 subject ? subject : "alle");
	html_close(&h);
	html_element(&h, "updated", last);
	html_open(&h, "author");
	html_element(&h, "name", "pilotzoeker");
	html_close(&h);
	if (c->self)
		link_to(&h, "self", c->self);
	if (c->previous)
		link_to(&h, "previous", c->previous);
	if (c->next)
		link_to(&h, "next", c->next);
	counts(&h, r, c->request);
	for (guint i = 0; i < r->hits->len; i++)
		entry(&h, c, r->hits->pdata[i]);
	html_finish(&h);
}
