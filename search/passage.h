/* The passages of a pilot that answer a query best. */
#ifndef SEARCH_PASSAGE_H
#define SEARCH_PASSAGE_H

#include "results.h"

#define PASSAGE_CHARS 320 /* a quote is about this long at most */

/* Fills section, quote, spans and why of a hit that has its pilot. Of the
 * sections the one with the most telling words is taken, of its sentences those
 * around the most telling. Without any match it is the start of the Doel. Other sections
 * that tell nearly as much become hits of their own behind it, most - 1 of them at most. whole: the
 * Stand van zaken and the Looptijd are there, and not cut. Of a question (query->asked) sentences
 * that give such an answer count for more, and what the title says already for less. */
void passage_choose(Results *results, Hit *hit, const Query *query, Dutch *dutch, guint most,
		    gboolean whole);

/* What several pilots say in the same words tells none of them apart: hits that quote it quote
 * another passage, where they have one. Of results with one passage a pilot. */
void passage_tell_apart(Results *results, const Query *query, Dutch *dutch);

#endif
