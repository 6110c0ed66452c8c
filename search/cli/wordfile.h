/* The text of a document of a word processor, .odt or .docx, as one may have saved it again. */
#ifndef SEARCH_WORDFILE_H
#define SEARCH_WORDFILE_H

#include <glib.h>

typedef struct {
	char *text;
	gsize at; /* byte of the text of its paragraph that it stands before */
} WordNote;

/* A paragraph, or a heading. Comments, and what was struck as a change, are not in it. */
typedef struct {
	GString *text;    /* with its line breaks */
	GPtrArray *notes; /* of WordNote *: its footnotes, in order */
} WordParagraph;

#define WORDFILE_ERROR (wordfile_error_quark())
typedef enum {
	WORDFILE_ERROR_READ /* not one, or not a whole one */
} WordfileErrorCode;
GQuark wordfile_error_quark(void);

/* Whether a file looks like one: it is a zip. */
gboolean wordfile_is(const char *bytes, gsize len);

/* All of them (of WordParagraph *). NULL with WORDFILE_ERROR or LATEZIP_ERROR. */
GPtrArray *wordfile_read(const char *path, GError **error);

#endif
