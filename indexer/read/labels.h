/* The labels that annexes put over the sections of a pilot: the names of the sections, and what
 * an editor adds to them (labels.lst). */
#ifndef INDEXER_LABELS_H
#define INDEXER_LABELS_H

#include "pilot.h"

/* Knows the labels of a labels.lst as well, in all that is read from now on; before any thread
 * reads. FALSE with an EDITED_ERROR, and then nothing is changed. */
gboolean labels_use(const char *text, GError **error);

/* Behind the number or dash that a text begins with: "2. ", "1.1 ", "b) ", "IV. ", "– ". Borrowed.
 */
const char *label_unnumbered(const char *text);

/* The kind of a label; capitals, a number or dash before it, and a colon, a question mark,
 * something in brackets or a date behind it ignored ("2. Doorlooptijd (maanden):" is a Looptijd).
 * -1 for a label that is not known. */
int label_kind(const char *label);

/* How many bytes of a text are a label that opens a section, and its kind; 0 and -1 for none. It
 * stands alone, or what follows starts a sentence: "Doel van de pilot" is none. */
gsize label_prefix(const char *text, int *kind);
/* Whether a text begins with what is put before a remark on a whole document ("Nb."), in labels.lst
 * under "opmerking". */
gboolean label_is_remark(const char *text);

#endif
