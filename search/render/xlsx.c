/* SpreadsheetML (ECMA-376, part 1, 18): pilots on one sheet and passages on another, with dates
 * that are dates and numbers that are numbers. Written with what .docx is written with:
 * libxlsxwriter of Debian 12 needs files to write to, and the web program may open none. */
#include <stdio.h>

#include "html.h"
#include "package.h"
#include "sheet.h"

#define OOXML "http://schemas.openxmlformats.org/"
#define MAIN OOXML "spreadsheetml/2006/main"
#define RELATIONSHIPS OOXML "officeDocument/2006/relationships"
#define TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define MOST_IN_CELL 32767 /* UTF-16 units that a cell may have (Excel's specifications) */

/* Of cells: places in the list of styles below. */
enum { STYLE_PLAIN, STYLE_HEAD, STYLE_DATE, STYLE_MONTH };

static const char *const titles[N_SHEETS] = {
	[SHEET_PILOTS] = "Pilots", [SHEET_PASSAGES] = "Passages"
};

/* ---- one cell ------------------------------------------------------------------------------ */

/* "A1" for the first, "AA1" for the 27th column. */
static void put_place(Html *h, const char *attribute, const char *before, guint column, guint row)
{
	char letters[4] = "", *p = letters + sizeof letters - 1;

	for (guint n = column + 1; n && p > letters; n = (n - 1) / 26)
		*--p = (char)('A' + (n - 1) % 26);
	html_attribute_format(h, attribute, "%s%s%u", before, p, row);
}

/* Text as it is. "_x0041_" would be read as the character with that number, so its first sign is
 * written as one. */
static void put_text(Html *h, const char *text)
{
	g_autoptr(GString) safe = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		if (p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit(p[2]) &&
		    g_ascii_isxdigit(p[3]) && g_ascii_isxdigit(p[4]) && g_ascii_isxdigit(p[5]) &&
		    p[6] == '_')
			g_string_append(safe, "_x005F");
		g_string_append_c(safe, *p);
	}
	html_text(h, safe->str);
}

/* What does not fit is left out, and that is said. */
static void text_cell(Html *h, const char *text)
{
	static const char cut[] = " […] (te lang voor een cel)";
	glong units = 0;
	const char *p = text, *stop = NULL;

	for (; *p; p = g_utf8_next_char(p)) {
		units += g_utf8_get_char(p) > 0xFFFF ? 2 : 1;
		if (!stop && units > MOST_IN_CELL - (glong)sizeof cut)
			stop = p;
	}
	g_autofree char *fits =
		units > MOST_IN_CELL ? g_strndup(text, (gsize)(stop - text)) : g_strdup(text);
	html_attribute(h, "t", "inlineStr");
	html_open(h, "is");
	html_open_with(h, "t", "xml:space", "preserve", NULL);
	put_text(h, fits);
	if (units > MOST_IN_CELL)
		html_text(h, cut);
	html_close(h);
	html_close(h);
}

/* Days since the one that spreadsheets count from; 0 for what is no date. */
static int serial(const char *text, CellType type)
{
	int year, month, day = 1;

	if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) < 2 ||
	    !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
		return 0;
	if (type == CELL_MONTH_LAST)
		day = g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
	GDate epoch, date;
	g_date_clear(&epoch, 1);
	g_date_clear(&date, 1);
	g_date_set_dmy(&epoch, 30, G_DATE_DECEMBER, 1899);
	g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
	return g_date_days_between(&epoch, &date);
}

static void date_cell(Html *h, const char *text, CellType type)
{
	const int days = serial(text, type);

	if (days <= 0) { /* also what spreadsheets have no days for */
		text_cell(h, text);
		return;
	}
	html_attribute_format(h, "s", "%d", type == CELL_DATE ? STYLE_DATE : STYLE_MONTH);
	html_open(h, "v");
	html_text_format(h, "%d", days);
	html_close(h);
}

static void put_cell(Html *h, guint column, guint row, const char *text, CellType type)
{
	if (!text || !*text)
		return;
	html_open(h, "c");
	put_place(h, "r", "", column, row);
	if (type == CELL_TEXT)
		text_cell(h, text);
	else if (type == CELL_NUMBER)
		html_element(h, "v", text);
	else
		date_cell(h, text, type);
	html_close(h);
}

/* ---- a sheet --------------------------------------------------------------------------------- */

/* Its head stays in sight. */
static void put_view(Html *h)
{
	html_open(h, "sheetViews");
	html_open_with(h, "sheetView", "workbookViewId", "0", NULL);
	html_empty_with(h, "pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft",
			"state", "frozen", NULL);
	html_close(h);
	html_close(h);
}

static void put_columns(Html *h, const GPtrArray *columns)
{
	html_open(h, "cols");
	for (guint i = 0; i < columns->len; i++) {
		const SheetColumn *column = columns->pdata[i];
		html_open(h, "col");
		html_attribute_format(h, "min", "%u", i + 1);
		html_attribute_format(h, "max", "%u", i + 1);
		html_attribute_format(h, "width", "%u", column->width);
		html_attribute(h, "customWidth", "1");
		html_close(h);
	}
	html_close(h);
}

static void open_row(Html *h, guint row)
{
	html_open(h, "row");
	html_attribute_format(h, "r", "%u", row);
}

static void put_head(Html *h, const GPtrArray *columns)
{
	open_row(h, 1);
	for (guint i = 0; i < columns->len; i++) {
		html_open(h, "c");
		put_place(h, "r", "", i, 1);
		html_attribute_format(h, "s", "%d", STYLE_HEAD);
		text_cell(h, ((const SheetColumn *)columns->pdata[i])->name);
		html_close(h);
	}
	html_close(h);
}

static GString *sheet(SheetKind kind, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GPtrArray) columns = sheet_columns(kind);
	g_autoptr(GArray) rows = sheet_rows(kind, d);
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "worksheet", "xmlns", MAIN, NULL);
	put_view(&h);
	put_columns(&h, columns);
	html_open(&h, "sheetData");
	put_head(&h, columns);
	for (guint k = 0; k < rows->len; k++) {
		open_row(&h, k + 2);
		for (guint i = 0; i < columns->len; i++) {
			const SheetColumn *column = columns->pdata[i];
			g_autofree char *cell =
				column->cell(&g_array_index(rows, SheetRow, k), column, c);
			put_cell(&h, i, k + 2, cell, column->type);
		}
		html_close(&h);
	}
	html_close(&h);
	html_open(&h, "autoFilter");
	put_place(&h, "ref", "A1:", columns->len - 1, rows->len + 1);
	html_finish(&h);
	return out;
}

/* ---- the workbook ------------------------------------------------------------------------------
 */

static GString *content_types(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "Types", "xmlns", OOXML "package/2006/content-types", NULL);
	html_empty_with(&h, "Default", "Extension", "rels", "ContentType",
			"application/vnd.openxmlformats-package.relationships+xml", NULL);
	html_empty_with(&h, "Override", "PartName", "/xl/workbook.xml", "ContentType",
			TYPES "sheet.main+xml", NULL);
	html_empty_with(&h, "Override", "PartName", "/xl/styles.xml", "ContentType",
			TYPES "styles+xml", NULL);
	for (int i = 0; i < N_SHEETS; i++) {
		html_open(&h, "Override");
		html_attribute_format(&h, "PartName", "/xl/worksheets/sheet%d.xml", i + 1);
		html_attribute(&h, "ContentType", TYPES "worksheet+xml");
		html_close(&h);
	}
	html_finish(&h);
	return out;
}

static void open_relationships(Html *h, GString *out)
{
	html_init_xml(h, out);
	html_open_with(h, "Relationships", "xmlns", OOXML "package/2006/relationships", NULL);
}

static GString *package_relationships(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_relationships(&h, out);
	html_empty_with(&h, "Relationship", "Id", "rId1", "Type", RELATIONSHIPS "/officeDocument",
			"Target", "xl/workbook.xml", NULL);
	html_finish(&h);
	return out;
}

static GString *workbook_relationships(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_relationships(&h, out);
	for (int i = 0; i < N_SHEETS; i++) {
		html_open_with(&h, "Relationship", "Type", RELATIONSHIPS "/worksheet", NULL);
		html_attribute_format(&h, "Id", "rId%d", i + 1);
		html_attribute_format(&h, "Target", "worksheets/sheet%d.xml", i + 1);
		html_close(&h);
	}
	html_empty_with(&h, "Relationship", "Id", "styles", "Type", RELATIONSHIPS "/styles",
			"Target", "styles.xml", NULL);
	html_finish(&h);
	return out;
}

static GString *workbook(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "workbook", "xmlns", MAIN, "xmlns:r", RELATIONSHIPS, NULL);
	html_open(&h, "sheets");
	for (int i = 0; i < N_SHEETS; i++) {
		html_open_with(&h, "sheet", "name", titles[i], NULL);
		html_attribute_format(&h, "sheetId", "%d", i + 1);
		html_attribute_format(&h, "r:id", "rId%d", i + 1);
		html_close(&h);
	}
	html_finish(&h);
	return out;
}

/* The number formats of cells, by STYLE_…: 14 is a date as the reader's own system writes it. */
static const struct {
	const char *format, *font;
} cell_styles[] = {
	[STYLE_PLAIN] = { "0", "0" },
	[STYLE_HEAD] = { "0", "1" },
	[STYLE_DATE] = { "14", "0" },
	[STYLE_MONTH] = { "164", "0" },
};

static void put_font(Html *h, gboolean bold)
{
	html_open(h, "font");
	if (bold)
		html_empty_with(h, "b", NULL);
	html_empty_with(h, "sz", "val", "11", NULL);
	html_empty_with(h, "name", "val", "Calibri", NULL);
	html_close(h);
}

static void put_fill(Html *h, const char *pattern)
{
	html_open(h, "fill");
	html_empty_with(h, "patternFill", "patternType", pattern, NULL);
	html_close(h);
}

static GString *styles(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "styleSheet", "xmlns", MAIN, NULL);
	html_open_with(&h, "numFmts", "count", "1", NULL);
	html_empty_with(&h, "numFmt", "numFmtId", "164", "formatCode", "yyyy\\-mm", NULL);
	html_close(&h);
	html_open_with(&h, "fonts", "count", "2", NULL);
	put_font(&h, FALSE);
	put_font(&h, TRUE);
	html_close(&h);
	html_open_with(&h, "fills", "count", "2", NULL); /* both must be there */
	put_fill(&h, "none");
	put_fill(&h, "gray125");
	html_close(&h);
	html_open_with(&h, "borders", "count", "1", NULL);
	html_empty_with(&h, "border", NULL);
	html_close(&h);
	html_open_with(&h, "cellStyleXfs", "count", "1", NULL);
	html_empty_with(&h, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0",
			NULL);
	html_close(&h);
	html_open(&h, "cellXfs");
	for (gsize i = 0; i < G_N_ELEMENTS(cell_styles); i++)
		html_empty_with(&h, "xf", "numFmtId", cell_styles[i].format, "fontId",
				cell_styles[i].font, "fillId", "0", "borderId", "0", "xfId", "0",
				"applyNumberFormat", "1", "applyFont", "1", NULL);
	html_finish(&h);
	return out;
}

gboolean render_xlsx(GString *out, const Dossier *d, const RenderContext *c, GError **error)
{
	const Part parts[] = {
		{ "[Content_Types].xml", content_types() },
		{ "_rels/.rels", package_relationships() },
		{ "xl/workbook.xml", workbook() },
		{ "xl/_rels/workbook.xml.rels", workbook_relationships() },
		{ "xl/styles.xml", styles() },
		{ "xl/worksheets/sheet1.xml", sheet(SHEET_PILOTS, d, c) },
		{ "xl/worksheets/sheet2.xml", sheet(SHEET_PASSAGES, d, c) },
	};
	return package_append(out, parts, G_N_ELEMENTS(parts), error);
}
