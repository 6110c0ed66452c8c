/* What answers the routes of routes.c; rest is what stands behind the route's path. */
#ifndef SEARCH_HANDLERS_H
#define SEARCH_HANDLERS_H

#include "web.h"

/* Pilots that a timeline shows at most. */
#define TIMELINE_MAX 200

void page_search(Web *web, const char *rest);
void page_pilot(Web *web, const char *rest);
void page_paper(Web *web, const char *rest);
void page_overdue(Web *web, const char *rest);
void page_themes(Web *web, const char *rest);
void page_timeline(Web *web, const char *rest);
/* How a timeline is grouped; FALSE for a way that there is not. */
gboolean page_timeline_take_grouping(Web *web, const char *value);
void page_changes(Web *web, const char *rest);
void page_compare(Web *web, const char *rest);
void page_questions(Web *web, const char *rest);
void page_help(Web *web, const char *rest);

void export_results(Web *web, const char *rest);
/* In the format that is asked for, as a file; else as JSON. */
void export_questions(Web *web, const char *rest);
void feed_atom(Web *web, const char *rest);
void feed_changes(Web *web, const char *rest);
void opensearch_description(Web *web, const char *rest);
void opensearch_suggestions(Web *web, const char *rest);

void skos_themes(Web *web, const char *rest);

void api_passages(Web *web, const char *rest);
void api_pilots(Web *web, const char *rest);
void api_pilot(Web *web, const char *rest);
void api_papers(Web *web, const char *rest);
void api_paper(Web *web, const char *rest);
void api_overdue(Web *web, const char *rest);
void api_themes(Web *web, const char *rest);
void api_description(Web *web, const char *rest);

#endif
