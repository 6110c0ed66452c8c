/* Publications of parliament that belong together: questions, the notice that their answer comes
 * later, the answer. What makes them one is the number by which the questions were sent in, which
 * the metadata of all of them have; or that an answer says to see a notice on questions of the same
 * day. What is not sure is left apart.
 *
 * A thread is what one publication says of its place, an outcome what the others say of it: both
 * are one line of text, which the ledger keeps, so that only what changes is read again. */
#ifndef INDEXER_CHAINS_H
#define INDEXER_CHAINS_H

#include "paper.h"
#include "pilot.h"
#include "report.h"

typedef struct Chains Chains;

Chains *chains_new(void);
void chains_free(Chains *chains);

/* name: of the file, which the chains borrow; thread: "" or NULL for what is in no chain. */
void chains_add(Chains *chains, const char *name, const char *thread);
/* Once all are added; warns of numbers that are not used. */
void chains_settle(Chains *chains, Report *report);
/* Of the publication in a file: "" when it stands alone. Borrowed. */
const char *chains_outcome(const Chains *chains, const char *name);

/* The thread of the papers of a document; NULL for a letter. The caller frees. */
char *chains_thread(const GPtrArray *papers);
/* What the publication of a paper does, by that paper. */
PaperStep chains_step(const PaperDocument *document, const Paper *paper);

typedef struct {
	char *chain; /* its name: that of the first in it */
	char *by;    /* the publication that tells the status of questions; NULL: none … */
	Status status;
	char *day;    /* … since that day; NULL when it is not known */
	char *except; /* of the questions with these numbers ("4,5") it tells nothing; "*": which
		       * ones is not known */
} Outcome;

/* NULL for "" or NULL. */
Outcome *outcome_parse(const char *text);
void outcome_free(Outcome *outcome);
/* Whether it is of questions with these numbers (of guint). */
gboolean outcome_is_of(const Outcome *outcome, const GArray *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Chains, chains_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outcome, outcome_free)

#endif
