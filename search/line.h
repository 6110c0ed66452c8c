/* A line of a pasted text, and the mark it starts with. */
#ifndef SEARCH_LINE_H
#define SEARCH_LINE_H

#include <glib.h>

G_BEGIN_DECLS

/* What stands above comes first. */
typedef enum {
	MARK_HEADING, /* "Vragen van het lid …" */
	MARK_AROUND,  /* of a letter, and no part of a question: "Geachte", "Toelichting:" */
	MARK_PAGE,    /* what a page has at its foot */
	MARK_NOTE,    /* "[1] NRC", "1NRC", an address */
	MARK_ANSWER,  /* "Antwoord op vraag 2 en 3" */
	MARK_LABEL,   /* "Vraag 3", "Vraag 2 en 3:" */
	MARK_NUMBER,  /* "3.", "(3)", "3 Bent u", "3a)", "3.1" */
	MARK_LETTER,  /* "a)" */
	MARK_BULLET,  /* "•", "-", and what Word has for it */
	MARK_NONE,
	N_MARKS
} MarkKind;

typedef struct {
	MarkKind kind;
	char *line;       /* whole, without the spaces around it */
	const char *text; /* of it, behind its mark */
	char *label;      /* of LABEL and NUMBER: "3", "2 en 3", "3a"; else NULL */
	int number, sub;  /* 3 and 1 of "3a", 0 and 1 of "a)"; 0: none */
	gunichar style;   /* of NUMBER: '.', ')', '(', ':', '-'; '\t', ' ' and '\n' (on a line of
			   * its own) without any; of BULLET: the bullet */
	gboolean sure;    /* a NUMBER that may not as well go on with the sentence before it */
	gboolean gap;     /* behind an empty line, or the first */
	gboolean after;   /* what stands before is at its end … */
	gboolean asked;   /* … with a question mark */
	gboolean asks;    /* a question mark stands before the next mark of this kind, or above */
} Line;

G_END_DECLS

#endif
