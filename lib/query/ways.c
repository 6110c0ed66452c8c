#include "ways.h"

/* Measured on all judged sets at once (tests/relevance): within a factor of two of each the ranking
 * hardly moves. */
const double way_weights[N_WAYS] = {
	[WAY_ASKED] = 1,      [WAY_IN_FULL] = 0.9,      [WAY_SAME] = 0.7,
	[WAY_NARROWER] = 0.5, [WAY_RELATED] = 0.3,      [WAY_LINK_OF_PART] = 0.3,
	[WAY_OWN_PART] = 0.3, [WAY_PART_OF_PART] = 0.3, [WAY_FAMILY] = 0.25,
	[WAY_PAIR] = 0.5,     [WAY_GENERAL] = 0.5,      [WAY_INSTEAD] = 2,
};
