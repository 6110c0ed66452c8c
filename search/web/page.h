/* What pages are made of: the frame, the search box, a pilot's facts, a hit. */
#ifndef SEARCH_PAGE_H
#define SEARCH_PAGE_H

#include "html.h"
#include "web.h"

typedef struct {
	const char *title;  /* of the page, before the site's name */
	const char *path;   /* of the page in the menu; NULL for one that is not in it */
	const char *feed;   /* URL of the same as a feed; NULL without */
	const Pilot *pilot; /* described in the head (OWMS); NULL without */
	gboolean results;   /* there are results to skip to */
} Page;

/* The frame: opens <main>; page_end closes all. */
void page_begin(Html *html, const Web *web, const Page *page);
void page_end(Html *html, const Web *web);

/* The search box, which sends to a path. The order that was asked stays; filters elsewhere
 * on the page belong to it by the form's id. */
#define PAGE_SEARCH_FORM "zoek"
void page_search_box(Html *html, const Web *web, const char *path, const char *query);

/* Filters: those that are chosen, as links that take them away; and all, beside the
 * results. path: of the page they are on. */
void page_active_filters(Html *html, const Web *web, const char *path);

/* Pilots (of Pilot *) with begin, end, status and source. */
void page_table(Html *html, const Web *web, const GPtrArray *pilots, const char *caption);

/* The words of the query that were read as filters, each to be taken away or to be looked for as a
 * word. */
void page_plain_filters(Html *html, const Web *web, const Results *results);
/* The months in which pilots run, to type; wrong: that these cannot be read. */
#define PAGE_PERIOD "Loopt in maand"
void page_period(Html *html, const char *label, const char *typed, gboolean wrong);
void page_filters(Html *html, const Web *web, const Results *results, const char *path);

/* Texts (of char *) with a comma between; NULL when there are none. The caller frees. */
char *page_joined(const GPtrArray *texts);

/* The results of the request, as a whole page. */
void page_results(Web *web);
/* What can be downloaded, as it is called. */
static const struct {
	const char *format, *label;
} page_downloads[] = {
	{ "odt", "tekstverwerker (ODT)" }, { "docx", "Word (DOCX)" },      { "md", "Markdown" },
	{ "xlsx", "Excel (XLSX)" },        { "csv", "spreadsheet (CSV)" },
};

/* All themes, with what they are and their pilots by status (of Spread, overview.h). */
void page_theme_list(Html *html, const Web *web, const GArray *spreads);
/* The whole collection in two pictures, with the same spreads. */
void page_overview(Html *html, const Web *web, const GArray *spreads);
/* What is asked for when nothing is. */
void page_home(Web *web);
/* What leads on from a search that found nothing. */
void page_nothing_found(Html *html, const Web *web);

/* A text with its paragraphs and list items, and what of it answers a query marked: matches (of
 * QueryMatch, in order) may be NULL. */
void page_paragraphs(Html *html, const char *text, const GArray *matches);

/* A list of facts: page_fact between html_open(html, "dl") and its close. value may be
 * NULL: then nothing. */
void page_fact(Html *html, const char *name, const char *value);
void page_fact_date(Html *html, const char *name, const char *iso);
/* Begin and end as they were read in the Looptijd. */
void page_fact_months(Html *html, const Pilot *pilot);
/* The status in words, on its reference date, and whether the period ended since; as a fact. */
void page_status(Html *html, const Web *web, const Pilot *pilot);
void page_fact_status(Html *html, const Web *web, const Pilot *pilot);
/* Values as links to what else has them. */
void page_fact_links(Html *html, const Web *web, FacetId facet, const Pilot *pilot);

/* Links to what there is of each kind for the same query; nothing without papers of parliament. */
void page_kinds(Html *html, const Web *web);
/* The few papers that were found beside pilots (NULL: none). */
void page_papers(Html *html, const Web *web, const Results *papers);

/* The publications (of Pilot *, a piece of each) from question to answer; nothing for one. shown:
 * that the page is of. */
void page_chain(Html *html, const Web *web, const Pilot *shown, const GPtrArray *chain);
/* Which other publication tells the status of a paper, as a fact; nothing when its own does. */
void page_fact_told(Html *html, const Web *web, const Pilot *paper);
/* The answers (of Pilot *) that an answer only points to, as quotes. */
void page_pointed(Html *html, const Web *web, const GPtrArray *pointed);

/* A citation in both styles, to copy; id: unique on the page. section may be NULL. */
void page_citation(Html *html, const Web *web, const Pilot *pilot, const Section *section,
		   const char *id);
/* How a pilot and each of its sections are cited, to copy. */
void page_citations(Html *html, const Web *web, const Pilot *pilot);

/* How the hits of a page are shown. */
typedef struct {
	const char *source; /* that all share: said once, above them; NULL: each says its own */
	gboolean compare;   /* with a box to choose it */
	guint question;     /* whose passages they are, with a box to take them along; 0: none */
	gboolean keep;      /* links to pilots take the request along, for marks and the way back */
} HitLook;

/* The form that boxes of passages belong to, and the value of one: "3.beslisboom". A form with such
 * boxes says so by one of "0", so that none can be chosen too. The caller frees. */
#define PAGE_DOSSIER_FORM "dossier"
#define PAGE_NO_BOX "0"
char *page_box(guint question, const Pilot *pilot);

/* The title of the source that all hits have; NULL when they have several. */
const char *page_shared_source(const GPtrArray *hits);

/* The page of a pilot; keep: with the parameters of this request. The caller frees. */
char *page_pilot_link(const Web *web, const Pilot *pilot, gboolean keep);

/* The passages of a pilot that were found, as a list item. */
void page_hit(Html *html, const Web *web, const HitLook *look, Hit *const *passages, guint n);

#endif
