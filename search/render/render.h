/* Results, and dossiers of questions, as text in one of the formats. */
#ifndef SEARCH_RENDER_H
#define SEARCH_RENDER_H

#include <jansson.h>

#include "dossier.h"
#include "search.h"

typedef struct RenderFormat RenderFormat;

/* What a renderer needs beside what it renders. */
typedef struct {
	const Index *index;
	const Request *request;
	const RenderFormat *format;
	gboolean color; /* mark hits with terminal colours */
	guint width;    /* columns of the terminal; 0 where there is none */
	/* Of links to pilots: "https://host/zoek"; NULL where there is no web site. */
	const char *base;
	const char *self;            /* URL of these results themselves; NULL without */
	const char *previous, *next; /* of the pages around them; NULL without */
} RenderContext;

/* One format. A format without a function for results writes them as a dossier of one
 * question; one without a function for dossiers is for results only. A package is a dossier in
 * a file that a library makes, which can fail. */
struct RenderFormat {
	const char *name, *type; /* as in --format; media type with its charset */
	const char *suffix;      /* of a file */
	void (*results)(GString *out, const Results *results, const RenderContext *context);
	void (*dossier)(GString *out, const Dossier *dossier, const RenderContext *context);
	gboolean (*package)(GString *out, const Dossier *dossier, const RenderContext *context,
			    GError **error);
	gboolean whole; /* has all that is found, unless a limit is given: a part would mislead */
};

/* NULL for a name that does not exist. */
const RenderFormat *render_format(const char *name);
/* The i-th format there is; NULL after the last. */
const char *render_format_name(guint i);

/* Whether it can write a dossier of questions. */
gboolean render_takes_dossier(const RenderFormat *format);

/* Appends the results in the format of the context; takes them. FALSE with
 * LATEZIP_ERROR, and then nothing is appended. */
gboolean render_results(GString *out, Results *take, const RenderContext *context, GError **error);
/* Appends the dossier in the format of the context, which takes one. FALSE as above. */
gboolean render_dossier(GString *out, const Dossier *dossier, const RenderContext *context,
			GError **error);

/* Appends JSON as text and gives up the value; flags: jansson's, such as JSON_COMPACT. */
void render_append_json(GString *out, json_t *take, size_t flags);

/* As an object, for who adds to it; a new reference. */
json_t *render_json_answer(const Results *results, const RenderContext *context);
json_t *render_json_passage(const Hit *hit, const RenderContext *context);
json_t *render_json_questions(const Dossier *dossier, const RenderContext *context);
json_t *render_json_themes(const Index *index);
/* Sentences that came and went: of Change * (changes.h), or NULL. */
json_t *render_json_changes(const GPtrArray *changes);
/* A whole record, and what is said of it today. */
json_t *render_json_record(const Pilot *pilot, int today);
/* Papers of parliament, or pieces of one, with the chain that they belong to (paperlist.h). */
json_t *render_json_papers(const GPtrArray *papers, const GPtrArray *chain, int today);
/* The same with "eerderGemeld": what papers of parliament say of it. */
json_t *render_json_told(const Pilot *pilot, const Results *told, int today);
/* Adds to a record what is said of it today: statusOp, looptijdVoorbij. */
void render_json_dated(json_t *record, const Pilot *pilot, int today);

/* The renderers, one file each. */
void render_text(GString *out, const Results *results, const RenderContext *context);
void render_text_hit(GString *out, const Hit *hit, const RenderContext *context);
/* "label: one, two" and a paragraph, in lines that fit. */
void render_text_words(GString *out, const char *label, const GPtrArray *words,
		       const RenderContext *context);
void render_text_paragraph(GString *out, const char *text, const RenderContext *context);
void render_json(GString *out, const Results *results, const RenderContext *context);
void render_jsonl(GString *out, const Results *results, const RenderContext *context);
void render_atom(GString *out, const Results *results, const RenderContext *context);
void render_text_dossier(GString *out, const Dossier *dossier, const RenderContext *context);
void render_json_dossier(GString *out, const Dossier *dossier, const RenderContext *context);
void render_jsonl_dossier(GString *out, const Dossier *dossier, const RenderContext *context);
void render_csv(GString *out, const Dossier *dossier, const RenderContext *context);
void render_md(GString *out, const Dossier *dossier, const RenderContext *context);
void render_html(GString *out, const Dossier *dossier, const RenderContext *context);
gboolean render_odt(GString *out, const Dossier *dossier, const RenderContext *context,
		    GError **error);
gboolean render_docx(GString *out, const Dossier *dossier, const RenderContext *context,
		     GError **error);

gboolean render_xlsx(GString *out, const Dossier *dossier, const RenderContext *context,
		     GError **error);

/* Text that stays text in Markdown, wherever it stands, in one line. */
void render_md_text(GString *out, const char *text);

/* For exports: where a pilot can be read, as far as that is known. NULL without a site. */
char *render_link(const RenderContext *context, const Pilot *pilot);
/* What to know of an answer: that nothing bears on the question, or only weakly. NULL when
 * there is nothing to say. */
const char *render_verdict(const Answer *answer);

#endif
