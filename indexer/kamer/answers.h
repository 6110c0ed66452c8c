/* What has been answered: the status of each paper, and answers that only point to another. */
#ifndef KAMER_ANSWERS_H
#define KAMER_ANSWERS_H

#include "paper.h"
#include "report.h"

/* is_answer: the document says that it holds answers; is_notice: that it tells why there are none.
 * Warns of questions without an answer, answers without a question, and answers that point to none
 * in this document. */
void answers_settle(const GPtrArray *papers, gboolean is_answer, gboolean is_notice,
		    const char *path, Report *report);

#endif
