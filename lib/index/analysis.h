/* What the analysis makes of a pilot's texts, in memory: made once, for the themes and for
 * the index. */
#ifndef INDEX_ANALYSIS_H
#define INDEX_ANALYSIS_H

#include "dutch.h"
#include "pilot.h"

G_BEGIN_DECLS

/* A token by the numbers of its strings; places in bytes of its text. */
typedef struct {
	DutchKind kind;
	gboolean stop;
	guint exact, stem;
	guint position; /* of its word in its text, from 1 */
	gsize start, end, word_start, word_end;
} AnalysedToken;

typedef struct {
	GPtrArray *strings; /* of const char *: each once */
	GArray *tokens;     /* of AnalysedToken: of the title, then of the sections in order */
	GArray *ends;       /* of guint: where the tokens of each of these texts end */
	GStringChunk *kept;
} Analysis;

Analysis *analysis_new(const Pilot *pilot, Dutch *dutch);
void analysis_free(Analysis *analysis);

/* The tokens first .. *end-1 of a text: 0 for the title, 1 for the first section … */
guint analysis_text(const Analysis *analysis, guint text, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Analysis, analysis_free)

G_END_DECLS

#endif
