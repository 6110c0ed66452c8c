/* What changed in the collection between two reference dates. */
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
	char *from, *to;
	GPtrArray *news; /* of News *, by kind and title */
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

/* Where a list stands on the web. */
typedef struct {
	const char *base; /* of links to pilots: "https://host/zoek"; NULL where there is none */
	const char *self; /* URL of the list itself; NULL without */
} NewsPlace;

/* In search/render: appends it as text, Markdown, Atom or JSON; FALSE for another format. */
gboolean newslist_render(GString *out, const NewsList *news, const char *format,
			 const NewsPlace *place);

/* As an object; a new reference. */
json_t *newslist_json(const NewsList *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(NewsList, newslist_free)

#endif
