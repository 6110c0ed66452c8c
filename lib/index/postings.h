/* The words of a text as terms with positions, to and fro.
 *
 * Each word is a term as it is printed ("boeken", lower case), so that phrases, wildcards and
 * spelling are of what stands there. A word that is not its own stem is the term of its stem
 * too (TERM_STEM, "Zboek"), as are words written together or in full (see dutch.h); parts of
 * compounds are terms of their own (TERM_PART). So a stem is looked for under two terms:
 * "Zboek", and "boek" as printed.
 *
 * A text starts at a multiple of POSTINGS_STEP, its first word one further on; there, and at
 * each multiple within it, stands the marker of its field ("^doel"). A word is in a text of the
 * field when it stands within POSTINGS_STEP behind such a marker; no phrase runs from one text
 * into the next. */
#ifndef INDEX_POSTINGS_H
#define INDEX_POSTINGS_H

#include "analysis.h"
#include "fields.h"
#include "xapian-c.h"

G_BEGIN_DECLS

#define POSTINGS_STEP 4096
#define POSTINGS_TERMS 2 /* that a stem may be looked for under */

/* Adds a text of an analysis. *last: the last position in use, 0 before the first text. */
void postings_add(XapianDoc *doc, const Field *field, const Analysis *analysis, guint text,
		  guint *last);

/* The terms of a word of that kind (TERM_STEM, TERM_PART; "": as it is printed), which the
 * caller frees; returns how many. */
guint postings_terms(Dutch *dutch, const char *kind, const char *word, char *terms[POSTINGS_TERMS]);

/* How many documents have one of them, about, and no fewer than have the commonest; 0 for none
 * or with an error. */
guint postings_frequency(XapianReader *reader, Dutch *dutch, const char *kind, const char *word,
			 GError **error);

/* What matches a query and has one of n terms in a text of the field; the query is taken over,
 * its weights stay. */
XapianQuery *postings_in_field(const Field *field, XapianQuery *take, const char *const *terms,
			       guint n);

G_END_DECLS

#endif
