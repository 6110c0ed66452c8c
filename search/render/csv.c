/* Comma-separated values (RFC 4180) as Dutch spreadsheets open them: ";" between, and a
 * mark of UTF-8 at the start. */
#include <string.h>

#include "render.h"
#include "sheet.h"

/* Signs that begin a formula, those of full width too. */
static gboolean begins_formula(const char *text)
{
	static const gunichar signs[] = { '=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20 };
	gunichar c = g_utf8_get_char(text);

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (c == signs[i])
			return TRUE;
	return FALSE;
}

/* One field. What a spreadsheet would take for a formula gets an apostrophe before it, also behind
 * what it would take for the end of a cell if it was told of other separators than ours. */
static void field(GString *out, const char *text, gboolean last)
{
	gboolean begins = TRUE; /* a cell may begin here: quotes and spaces do not tell */

	g_string_append_c(out, '"');
	if (text && *text && strchr("\t\r", *text))
		g_string_append_c(out, '\'');
	for (const char *p = text ? text : ""; *p; p = g_utf8_next_char(p)) {
		if (*p == '"')
			g_string_append_c(out, '"');
		if (begins && begins_formula(p))
			g_string_append_c(out, '\'');
		begins = strchr(",;|\t\r\n", *p) || (begins && strchr(" \"", *p));
		g_string_append_len(out, p, g_utf8_next_char(p) - p);
	}
	g_string_append(out, last ? "\"\r\n" : "\";");
}

static void write_sheet(GString *out, SheetKind kind, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GPtrArray) columns = sheet_columns(kind);
	g_autoptr(GArray) rows = sheet_rows(kind, d);

	g_string_append(out, "\xEF\xBB\xBF");
	for (guint i = 0; i < columns->len; i++)
		field(out, ((const SheetColumn *)columns->pdata[i])->name, i + 1 == columns->len);
	for (guint k = 0; k < rows->len; k++)
		for (guint i = 0; i < columns->len; i++) {
			const SheetColumn *column = columns->pdata[i];
			g_autofree char *cell =
				column->cell(&g_array_index(rows, SheetRow, k), column, c);
			field(out, cell, i + 1 == columns->len);
		}
}

/* A file of one sheet: of results the pilots, of questions the passages. */
void render_csv(GString *out, const Dossier *d, const RenderContext *c)
{
	const Answer *first = d->answers->pdata[0];

	write_sheet(out, first->number ? SHEET_PASSAGES : SHEET_PILOTS, d, c);
}
