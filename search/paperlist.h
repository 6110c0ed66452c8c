/* Papers of parliament by their ids, and what belongs together. All lists are GPtrArray of Pilot *,
 * which the caller unrefs; NULL with XAPIAN_ERROR. Without papers they are empty. */
#ifndef SEARCH_PAPERLIST_H
#define SEARCH_PAPERLIST_H

#include "index.h"

/* The piece with this id ("ah-tk-20202021-3235.2"), or all of the publication with it, in order. */
GPtrArray *papers_find(Index *index, const char *id, GError **error);

/* All pieces of the publication of one, in order. */
GPtrArray *papers_beside(Index *index, const Pilot *paper, GError **error);

/* The publications of the chain that one belongs to, a piece of each, in the order in which they
 * came: questions, postponement, answer. Empty when it stands alone. */
GPtrArray *papers_chain(Index *index, const Pilot *paper, GError **error);

/* The pieces that hold the answer to which the answer of one only points: of the questions that it
 * names, or of a publication that has no others. Empty when it points to none that is here. */
GPtrArray *papers_pointed(Index *index, const Pilot *paper, GError **error);

#endif
