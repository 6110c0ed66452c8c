/* Which themes a pilot belongs to, from its text alone: the same pilot has the same
 * themes in every collection. */
#ifndef INDEXER_CLASSIFY_H
#define INDEXER_CLASSIFY_H

#include "analysis.h"
#include "thesaurus.h"

typedef struct Classifier Classifier;

/* themes: GPtrArray of Theme *. All are borrowed and must outlive the classifier. */
Classifier *classifier_new(const GPtrArray *themes, const Thesaurus *thesaurus, Dutch *dutch);
void classifier_free(Classifier *classifier);

/* Fills FACET_THEMA and pilot->theme_scores. */
void classifier_apply(Classifier *classifier, Pilot *pilot, const Analysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Classifier, classifier_free)

#endif
