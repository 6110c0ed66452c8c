/* The words of a PDF and where they stand, as pdftotext -bbox prints them; in lines. */
#ifndef INDEXER_PDFWORDS_H
#define INDEXER_PDFWORDS_H

#include <glib.h>

/* Points from the left and the top of the page. */
typedef struct {
	double x0, y0, x1, y1;
	double line; /* the middle of its line */
	const char *text;
} PdfWord;

/* Words beside each other, whatever columns they are in. */
typedef struct {
	guint page;           /* from 0 */
	guint first, count;   /* of the words */
	double top, bottom;   /* of its tallest word */
	guint64 columns;      /* that it is divided by: pdfcolumns.h */
	gboolean is_left_out; /* a running head or a number of the page */
	gboolean is_note;     /* of the notes below the page */
} PdfLine;

typedef struct {
	GArray *words; /* of PdfWord: in order of lines, from left to right */
	GArray *lines; /* of PdfLine: in order of pages, from top to bottom */
	guint pages;
	double height; /* of a line of the text, as most are */
	double step;   /* from the foot of one to that of the next */
	double *feet;  /* of the last line of each page; the lowest is foot: pdfpages.h */
	double foot;
	GStringChunk *texts;
} PdfWords;

/* NULL with a GError when it is not what pdftotext prints. */
PdfWords *pdf_words_new(const char *xml, GError **error);
void pdf_words_free(PdfWords *words);

const PdfWord *pdf_word(const PdfWords *words, guint i);
PdfLine *pdf_line(const PdfWords *words, guint i);

/* A mark of a note: small, and above the foot of its line. */
gboolean pdf_word_is_raised(const PdfWord *word, const PdfLine *line);

/* Whether two lines of a page, one below the other, are no further apart than those of a text. */
gboolean pdf_are_close(const PdfWords *words, const PdfLine *line, const PdfLine *below);

/* Whether a sentence that comes to one word goes on with another, wherever that stands. */
gboolean pdf_ends_sentence(const PdfWord *word);
gboolean pdf_goes_on(const PdfWord *before, const PdfWord *after);

/* The last byte of a line; borrowed. */
const char *pdf_last_letter(const PdfWords *words, const PdfLine *line);

/* The text of a line. The caller frees. */
char *pdf_line_text(const PdfWords *words, const PdfLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfWords, pdf_words_free)

#endif
