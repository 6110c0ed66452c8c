/* The questions of a text, and how they come about: line by line. */
#ifndef SEARCH_QUESTIONLIST_H
#define SEARCH_QUESTIONLIST_H

#include <glib.h>

G_BEGIN_DECLS

#define QUESTIONS_MAX 100 /* of one text; what follows stays with the last */

typedef struct {
	char *number; /* as numbered: "1", "2 en 3", "3a"; by order where there are no numbers */
	char *text;   /* in one line, without its number and those of notes */
} QuestionText;

typedef struct {
	GPtrArray *all;  /* of QuestionText * */
	GPtrArray *left; /* of char *: what was left out, in order */
	char *heading;   /* who asks whom about what: "Vragen van het lid …"; NULL */
} Questions;

void questions_free(Questions *questions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Questions, questions_free)

/* ---- making one ---- */

typedef struct {
	Questions *questions;
	/* of the last question, while it goes on */
	GString *text;
	gsize asked;        /* bytes up to the end of its last paragraph that asks */
	gsize first;        /* the same of its first paragraph */
	gboolean asks;      /* it has a question mark … */
	gboolean asks_here; /* … and its last paragraph has */
	GString *left;      /* what is left out, while it goes on */
} Collector;

Collector *collector_new(void);
/* Gives up the collector. */
Questions *collector_finish(Collector *take);

gboolean collector_is_full(const Collector *c);

/* A question starts, or goes on; gap: behind an empty line. */
void collector_begin(Collector *c, const char *number, const char *text);
void collector_add(Collector *c, const char *text, gboolean gap);
/* The text of the last question, which is then none. The caller frees. */
char *collector_take_back(Collector *c);

/* Who asks whom about what. */
void collector_head(Collector *c, const char *text);
/* What is left out. */
void collector_leave(Collector *c, const char *text, gboolean gap);

G_END_DECLS

#endif
