/* Papers of parliament by their ids, and what belongs together. All lists are GPtrArray of Pilot *,
 * which the caller unrefs; NULL with XAPIAN_ERROR. Without papers they are empty. */
#ifndef SEARCH_PAPERLIST_H
#define SEARCH_PAPERLIST_H

#include "index.h"

/* The piece with this id ("ah-tk-20202021-3235.2"), or all of the publication with it, in order. */
GPtrArray *papers_find(Index *index, const char *id, GError **error);

/* All pieces of the publication of one, in order. */
GPtrArray *papers_beside(Index *index, const Pilot *paper, GError **error);

#endif
