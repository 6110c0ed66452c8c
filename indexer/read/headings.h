/* A document of headings with known labels below them, as an annex: each such heading is a pilot.
 *
 * Labels are headings that are deeper, or begin a paragraph. A heading over pilots is of none. Bold
 * paragraphs count as headings where there are no others, and all of them have labels below. */
#ifndef INDEXER_HEADINGS_H
#define INDEXER_HEADINGS_H

#include <glib.h>
#include <libxml/tree.h>

typedef enum {
	HEADINGS_PILOT,   /* with the sections below it */
	HEADINGS_HEADING, /* of no pilot */
	HEADINGS_TEXT     /* any other block; the heading of the whole too */
} HeadingsKind;

/* In document order; sections are borrowed, and NULL but for a pilot. */
typedef void (*HeadingsFunc)(const xmlNode *node, HeadingsKind kind, GPtrArray *sections,
			     gpointer user);

/* FALSE, and nothing is told, when there are fewer pilots than that. */
gboolean headings_tell(const xmlNode *root, guint least, HeadingsFunc func, gpointer user);

#endif
