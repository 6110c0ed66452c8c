/* A piece of a paper of parliament as a record of the index. */
#ifndef INDEXER_PAPERPILOT_H
#define INDEXER_PAPERPILOT_H

#include "chains.h"
#include "pilot.h"

/* outcome: what other publications say of it; NULL for nothing. The caller frees. */
Pilot *paperpilot_new(const Paper *paper, const Outcome *outcome);

#endif
