/* Facts that stand in the text of a pilot as prose: its periods, its status on the
 * reference date, the places and organisations that it names. */
#ifndef INDEXER_FACTS_H
#define INDEXER_FACTS_H

#include "factwords.h"
#include "gazetteer.h"
#include "pilot.h"
#include "report.h"

/* Periods and status; what a human should look at goes to report. path: the file, as
 * it is to be named in warnings. */
void facts_read_periods(Pilot *pilot, const FactWords *words, const char *path, Report *report);

/* Places with their provinces, and organisations, from the title and all sections. */
void facts_find_names(Pilot *pilot, const Gazetteer *places, const Gazetteer *organisations,
		      const char *path, Report *report);

#endif
