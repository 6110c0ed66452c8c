/* What changed in the collection between two reference dates, or since a moment. */
#ifndef SEARCH_NEWS_H
#define SEARCH_NEWS_H

#include <jansson.h>

#include "index.h"

/* In the order they are told. */
typedef enum {
	NEWS_NEW,      /* not there before */
	NEWS_ENDED,    /* ended or stopped since */
	NEWS_RENAMED,  /* has another title */
	NEWS_EXTENDED, /* runs longer than was said */
	NEWS_CHANGED,  /* has other text */
	NEWS_GONE,     /* no longer reported on */
	N_NEWS
} NewsKind;

const char *news_label(NewsKind kind); /* Dutch */

typedef struct {
	NewsKind kind;
	Pilot *before, *now; /* either may be NULL; a pilot may have several news */
	GPtrArray *changes;  /* of Change * (changes.h); of NEWS_CHANGED only, else NULL */
} News;

typedef struct {
	char *from, *to;   /* reference dates, or moments (newsince.h) */
	GPtrArray *news;   /* of News *, by kind and title */
	GPtrArray *papers; /* of Pilot *: new publications of parliament, a piece of each, the last
			    * first; NULL between two reference dates */
	gboolean cut;      /* there is more than was looked at */
} NewsList;

/* Their names in JSON. */
const char *news_name(NewsKind kind);
/* What is to be said beside the title, in Dutch; NULL for nothing. The caller frees. */
char *news_detail(const News *news);
/* The pilot as it is now, or as it was last. Borrowed. */
const Pilot *news_pilot(const News *news);

/* The reference dates of the index, each once, oldest first: GPtrArray of const char *, owned by
 * the caller. */
GPtrArray *news_dates(const Index *index);

/* range: "2021-12-01..2022-06-01", reference dates of the index. NULL with CLI_ERROR_USAGE
 * for another text or a date that the index does not have, or XAPIAN_ERROR. */
NewsList *newslist_new(Index *index, const char *range, GError **error);
void newslist_free(NewsList *news);

/* To make one: an empty list; one news; all that two editions of a pilot tell; their order. */
NewsList *newslist_empty(const char *from, const char *to);
void newslist_add(NewsList *list, NewsKind kind, Pilot *before, Pilot *now,
		  GPtrArray *take_changes);
void newslist_compare(NewsList *list, Pilot *before, Pilot *now);
void newslist_sort(NewsList *list);

/* Where a list stands on the web. */
typedef struct {
	const char *base; /* of links to pilots: "https://host/zoek"; NULL where there is none */
	const char *self; /* URL of the list itself; NULL without */
} NewsPlace;

/* In search/render: appends it as text, Markdown, JSON or, between reference dates, Atom; FALSE for
 * another format. */
gboolean newslist_render(GString *out, const NewsList *news, const char *format,
			 const NewsPlace *place);

/* As an object; a new reference. */
json_t *newslist_json(const NewsList *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(NewsList, newslist_free)

#endif
