/* THE table of facets: what records are filtered by and counted by; kinds.c says which kind has
 * which. Options, parameters, JSON,
 * terms, counts, comparison and kinship are made from it. A new facet is a row here, what fills
 * it (indexer/facts.c, indexer/classify.c, indexer/paperpilot.c), and its test. */
#ifndef PILOT_FACETS_H
#define PILOT_FACETS_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
	const char *name;  /* in queries, URLs and counts: "plaats" */
	const char *label; /* for people: "Plaats" */
	const char *key;   /* of its list in records: "plaatsen"; NULL where it is none */
	/* of the command line; NULL where it is no option */
	const char *option, *argument, *help;
	const char *kin; /* why two pilots are alike: "zelfde plaats"; NULL where it is none … */
	double kin_weight; /* … and what each value that both have adds */
	gboolean named;    /* values are names, for which the thesaurus may know others … */
	double named_lift; /* … and what a pilot gains when a question names one; 0: never */
} FacetInfo;

/* X(ID, the members of FacetInfo) */
#define FACET_TABLE(X)                                                                             \
	X(THEMA, "thema", "Thema", "themas", "theme", "NAME",                                      \
	  "Only pilots of a theme (repeatable; see --themes)", "zelfde thema", 0.25, FALSE, 0)     \
	X(STATUS, "status", "Status op de peildatum", NULL, "status", "STATUS",                    \
	  "Only this status on the reference date (repeatable)", NULL, 0, FALSE, 0)                \
	X(PLAATS, "plaats", "Plaats", "plaatsen", "place", "NAME",                                 \
	  "Only pilots in a place (repeatable)", "zelfde plaats", 0.1, TRUE, 0.15)                 \
	/* that its places lie in, though its text may not say so */                               \
	X(PROVINCIE, "provincie", "Provincie", "provincies", "province", "NAME",                   \
	  "Only pilots in a province (repeatable)", NULL, 0, TRUE, 0)                              \
	X(ORGANISATIE, "organisatie", "Organisatie", "organisaties", "organisation", "NAME",       \
	  "Only with an organisation (repeatable)", "zelfde organisatie", 0.1, TRUE, 0.05)         \
	/* the years of its periods */                                                             \
	X(JAAR, "jaar", "Jaar", NULL, NULL, NULL, NULL, NULL, 0, FALSE, 0)                         \
	/* of papers of parliament */                                                              \
	X(SOORT, "soort", "Soort", NULL, "kind", "KIND",                                           \
	  "Only this kind: pilot, kamervraag or brief (repeatable)", NULL, 0, FALSE, 0)            \
	X(MINISTER, "minister", "Bewindspersoon", "bewindspersonen", "minister", "NAME",           \
	  "Only questions to a minister, as it is printed (repeatable)", NULL, 0, FALSE, 0)        \
	X(PARTIJ, "partij", "Partij", "partijen", "party", "NAME",                                 \
	  "Only questions by a party (repeatable)", NULL, 0, FALSE, 0)                             \
	X(LID, "lid", "Kamerlid", "leden", "member", "NAME",                                       \
	  "Only questions by a member, or letters of who signed (repeatable)", NULL, 0, FALSE, 0)  \
	X(DOSSIER, "dossier", "Dossier", "dossiers", "dossier", "NUMBER",                          \
	  "Only papers of a dossier, however it is written (repeatable)", NULL, 0, FALSE, 0)

#define FACET_ID(id, ...) FACET_##id,
typedef enum { FACET_TABLE(FACET_ID) N_FACETS } FacetId;

extern const FacetInfo facets[N_FACETS];

/* -1 for a name that does not exist. */
int facet_by_option(const char *option);

G_END_DECLS

#endif
