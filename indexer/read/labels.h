/* The labels that annexes put over the sections of a pilot. */
#ifndef INDEXER_LABELS_H
#define INDEXER_LABELS_H

#include "pilot.h"

/* The kind of a label, colon and case ignored ("Doorlooptijd:" is a Looptijd);
 * -1 for a label that is not known. */
int label_kind(const char *label);

#endif
