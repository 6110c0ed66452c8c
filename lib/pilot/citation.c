#include "citation.h"

#include "kinds.h"

char *citation_leidraad(const Pilot *p, const Section *s)
{
	return kinds[p->kind].cite(p, s, CITE_LEIDRAAD);
}

char *citation_kamer(const Pilot *p, const Section *s)
{
	return kinds[p->kind].cite(p, s, CITE_KAMER);
}

char *citation_source(const Pilot *p)
{
	return kinds[p->kind].cite(p, NULL, CITE_SOURCE);
}

char *citation_short(const Pilot *p, const Section *s)
{
	return kinds[p->kind].cite(p, s, CITE_SHORT);
}
