/* Results as text in one of the formats. */
#ifndef SEARCH_RENDER_H
#define SEARCH_RENDER_H

#include <jansson.h>

#include "search.h"

/* The i-th format there is; NULL after the last. */
const char *render_format_name(guint i);

/* What a renderer needs beside the results. */
typedef struct {
	const Index *index;
	const Request *request;
	gboolean color; /* mark hits with terminal colours */
	/* Of links to pilots: "https://host/zoek"; NULL where there is no web site. */
	const char *base;
	const char *self; /* URL of these results themselves; NULL without */
} RenderContext;

/* Appends the results in the format of the request, which was checked. */
void render(GString *out, const Results *results, const RenderContext *context);

/* The renderers, one file each. */
/* As an object, for who adds to it; a new reference. */
json_t *render_json_answer(const Results *results, const RenderContext *context);

void render_text(GString *out, const Results *results, const RenderContext *context);
void render_json(GString *out, const Results *results, const RenderContext *context);
void render_atom(GString *out, const Results *results, const RenderContext *context);
void render_jsonl(GString *out, const Results *results, const RenderContext *context);

#endif
