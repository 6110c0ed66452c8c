/* Results as rows, for who counts, sorts and filters them in a spreadsheet: a row a pilot with
 * every fact of it, and a row a passage. CSV and XLSX write the same cells. */
#ifndef SEARCH_SHEET_H
#define SEARCH_SHEET_H

#include "render.h"

typedef enum { SHEET_PILOTS, SHEET_PASSAGES, N_SHEETS } SheetKind;

/* As text: "abc", "12", "2021-12-01", "2021-12". */
typedef enum { CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_MONTH_FIRST, CELL_MONTH_LAST } CellType;

typedef struct {
	const Answer *answer; /* NULL of a row that is about a pilot alone */
	const Hit *hit;       /* NULL: an answer without passages */
	gboolean earlier;     /* the hit is no pilot: an answer of parliament to such a question */
} SheetRow;

typedef struct SheetColumn SheetColumn;
struct SheetColumn {
	const char *name;
	CellType type;
	guint width; /* in characters, where it is shown */
	/* A cell; NULL for an empty one. The caller frees. */
	char *(*cell)(const SheetRow *row, const SheetColumn *column, const RenderContext *context);
	gsize of; /* what of it: a member of Pilot, a facet, a kind of section, … */
};

/* The columns of a sheet: GPtrArray of const SheetColumn *, owned by the caller. */
GPtrArray *sheet_columns(SheetKind kind);

/* The rows of a sheet: GArray of SheetRow, owned by the caller. A pilot has one row, however often
 * it was found; a question without passages has one among the passages. */
GArray *sheet_rows(SheetKind kind, const Dossier *dossier);

#endif
