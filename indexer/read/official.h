/* Which files are official publications, by how they begin. */
#ifndef INDEXER_OFFICIAL_H
#define INDEXER_OFFICIAL_H

#include <glib.h>

typedef enum {
	OFFICIAL_NONE,
	OFFICIAL_XML,     /* a publication of officielebekendmakingen.nl */
	OFFICIAL_HTML,    /* the same; it may be an annex with pilots too */
	OFFICIAL_METADATA /* what is known of one: metadata.xml, metadata_owms.xml */
} OfficialKind;

/* OFFICIAL_NONE also for what cannot be read. */
OfficialKind official_kind(const char *path);

#endif
