/* A piece of a paper of parliament as a record of the index. */
#ifndef INDEXER_PAPERPILOT_H
#define INDEXER_PAPERPILOT_H

#include "paper.h"
#include "pilot.h"

/* The caller frees. */
Pilot *paperpilot_new(const Paper *paper);

#endif
