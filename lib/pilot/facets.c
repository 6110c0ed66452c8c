#include "facets.h"

#define FACET_INFO(id, ...) [FACET_##id] = { __VA_ARGS__ },
const FacetInfo facets[N_FACETS] = { FACET_TABLE(FACET_INFO) };

int facet_by_option(const char *option)
{
	for (int i = 0; i < N_FACETS; i++)
		if (g_strcmp0(facets[i].option, option) == 0)
			return i;
	return -1;
}
