/* THE table of kinds of records: what each is called, which sections, facets and statuses it has,
 * and how it is cited. What differs per kind is asked here, and nowhere else. */
#ifndef PILOT_KINDS_H
#define PILOT_KINDS_H

#include "cited.h"
#include "pilot.h"

G_BEGIN_DECLS

typedef struct {
	const char *name, *plural;        /* of one; of more: "kamervraag", "kamervragen" */
	const char *label;                /* as people choose it: "Kamervragen" */
	const char *date;                 /* what its reference_date is: "peildatum" */
	const char *path;                 /* of its pages and of the API: "/pilots/" */
	guint sections, facets, statuses; /* a bit each, by their numbers */
	/* Any text of it as a citation; the caller frees. */
	char *(*cite)(const Pilot *pilot, const Section *section, Cite way);
} KindInfo;

extern const KindInfo kinds[N_KINDS];

/* What papers of several kinds are together. */
#define KINDS_PAPER "Kamerstuk"
#define KINDS_PAPERS "Kamerstukken"

/* -1 for a name that does not exist. */
int kind_from(const char *name);
gboolean kind_is_paper(RecordKind kind);
/* Of all that is read as a letter not all is one: what else there is, by the name that its metadata
 * have for it, and what was done with it on its day. */
typedef struct {
	const char *type; /* "Motie"; NULL: any other */
	const char *done; /* "ingediend" */
} KindType;
/* NULL for what is as its kind says, or not known to be something else. */
const KindType *kind_type(const Pilot *pilot);
/* "motie", "kamervraag"; the caller frees. */
char *kind_called(const Pilot *pilot);
/* Where a paper is published, for good; NULL for pilots. The caller frees. */
char *kind_url(const Pilot *pilot);
/* Its id as texts refer to it (reference.h): "32545-143" of kst-32545-143; borrowed. */
const char *kind_reference(const Pilot *paper);
gboolean kind_has_facet(RecordKind kind, FacetId facet);
gboolean kind_has_section(RecordKind kind, SectionKind section);
gboolean kind_has_status(RecordKind kind, Status status);

G_END_DECLS

#endif
