/* Documents of word processors, made here part by part. */
#include "office.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#define W "xmlns:w=\"w\""

typedef struct {
	const char *name, *xml;
} Part;

static char *convert(const Part *parts, GError **error)
{
	g_autofree char *path = NULL;
	g_close(g_file_open_tmp("office-XXXXXX", &path, NULL), NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	for (; parts->name; parts++)
		zip_file_add(zip, parts->name,
			     zip_source_buffer(zip, parts->xml, strlen(parts->xml), 0), 0);
	g_assert_cmpint(zip_close(zip), ==, 0);
	char *html = office_to_html(path, error);
	g_unlink(path);
	return html;
}

static void check(const Part *parts, const char *wanted)
{
	GError *error = NULL;
	g_autofree char *html = convert(parts, &error);

	g_assert_no_error(error);
	g_assert_cmpstr(html, ==, wanted);
}

static void docx(void)
{
	static const Part parts[] = {
		{ "word/document.xml",
		  "<w:document " W "><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Een &amp; "
		  "twee</w:t></w:r></w:p></w:tc><w:tc>"
		  "<w:p><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>Do</w:t></w:r>"
		  "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>el</w:t></w:r>"
		  "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t> helpen</w:t></w:r>"
		  "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
		  "<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
		  "<w:p><w:pPr><w:numPr><w:numId "
		  "w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:numPr><w:numId "
		  "w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
		  "</w:tc></w:tr></w:tbl></w:body></w:document>" },
		{ "word/footnotes.xml",
		  "<w:footnotes " W "><w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r>"
		  "<w:r><w:t>Zie daar</w:t></w:r></w:p></w:footnote></w:footnotes>" },
		{ "word/numbering.xml",
		  "<w:numbering " W "><w:abstractNum w:abstractNumId=\"1\"><w:lvl><w:numFmt "
		  "w:val=\"bullet\"/></w:lvl></w:abstractNum><w:abstractNum "
		  "w:abstractNumId=\"2\"><w:lvl>"
		  "<w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num "
		  "w:numId=\"2\"><w:abstractNumId "
		  "w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId "
		  "w:val=\"2\"/></w:num></w:numbering>" },
		{ NULL, NULL }
	};
	check(parts,
	      "<html><body><table>\n<tr><td>\n<p>Een &amp; twee</p></td><td>\n<p><u>Doel</u> helpen"
	      "<sup>1</sup></p><ul>\n<li>a</li></ul><ol>\n<li>b</li></ol></td></tr></table>"
	      "\n<p><sup>1</sup> Zie daar</p>");
}

static void odt(void)
{
	static const Part parts[] = {
		{ "content.xml",
		  "<d xmlns:s=\"s\" xmlns:t=\"t\" xmlns:o=\"o\"><o:automatic-styles>"
		  "<s:style s:name=\"T1\"><s:text-properties "
		  "s:text-underline-style=\"solid\"/></s:style>"
		  "<t:list-style "
		  "s:name=\"L1\"><t:list-level-style-number/></t:list-style></o:automatic-styles>"
		  "<o:body><o:text><t:tracked-changes><t:p>weg</t:p></t:tracked-changes>"
		  "<t:p t:style-name=\"P1\"><t:span t:style-name=\"T1\">Doel</t:span> is<t:s/>dit"
		  "<t:note><t:note-citation>3</t:note-citation><t:note-body><t:p>Zie</t:p></"
		  "t:note-body></t:note>"
		  "<o:annotation><t:p>opmerking</t:p></o:annotation></t:p>"
		  "<t:list "
		  "t:style-name=\"L1\"><t:list-item><t:p>een</t:p><t:list><t:list-item><t:p>diep</"
		  "t:p>"
		  "</t:list-item></t:list></t:list-item></t:list></o:text></o:body></d>" },
		{ "styles.xml",
		  "<d xmlns:s=\"s\"><s:styles><s:style s:name=\"P1\"><s:text-properties "
		  "s:font-weight=\"bold\"/></s:style></s:styles></d>" },
		{ NULL, NULL }
	};
	check(parts,
	      "<html><body>\n<p><u><b>Doel</b></u><b> is dit</b><sup>3</sup></p><ol>\n<li>een<ul>"
	      "\n<li>diep</li></ul></li></ol>\n<p><sup>3</sup> Zie</p>");
}

/* Another name for the main part; hidden and struck text, breaks, measures of a picture, a note
 * at the end; cells over columns and rows. */
static void word(void)
{
	static const Part parts[] = {
		{ "_rels/.rels",
		  "<Relationships xmlns=\"r\"><Relationship Type=\"x/extended\" Target=\"a.xml\"/>"
		  "<Relationship Type=\"x/officeDocument\" Target=\"/w2/document2.xml\"/>"
		  "</Relationships>" },
		{ "w2/document2.xml",
		  "<w:document " W
		  "><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>INTERN</w:t></w:r>"
		  "<w:r><w:t>een</w:t><w:cr/><w:t>twee</w:t><w:ptab/><w:t>drie</w:t></w:r>"
		  "<w:r><w:rPr><w:strike/></w:rPr><w:t>oud</w:t></w:r>"
		  "<w:r><w:drawing><w:posOffset>123456</w:posOffset><w:align>top</w:align></"
		  "w:drawing></w:r>"
		  "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
		  "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr></w:tc>"
		  "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr></w:tc></w:tr>"
		  "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl></w:body></"
		  "w:document>" },
		{ "w2/endnotes.xml",
		  "<w:endnotes " W
		  "><w:endnote w:id=\"2\"><w:p><w:r><w:t>Zie daar</w:t></w:r></w:p>"
		  "</w:endnote></w:endnotes>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<p>een<br>twee drie<del>oud</del><sup>1</sup></p>"
		     "<table>\n<tr><td></td><td colspan=\"2\"></td></tr>\n<tr><td "
		     "data-more></td></tr></table>"
		     "\n<p><sup>1</sup> Zie daar</p>");
}

/* Marks and headings by styles, based on others, in a circle too; links are no labels. */
static void styled(void)
{
	static const Part parts[] = {
		{ "word/document.xml",
		  "<w:document " W "><w:body>"
		  "<w:p><w:pPr><w:pStyle w:val=\"Kop2\"/></w:pPr><w:r><w:t>kop</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:pStyle w:val=\"Mijn\"/></w:pPr><w:r><w:t>mijn</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:outlineLvl w:val=\"8\"/></w:pPr><w:r><w:t>zelf</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:pStyle w:val=\"Kop2\"/><w:outlineLvl "
		  "w:val=\"9\"/></w:pPr><w:r><w:t>"
		  "tekst</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>vet</w:t></w:r><w:r><w:rPr>"
		  "<w:b w:val=\"0\"/></w:rPr><w:t>niet</w:t></w:r></w:p>"
		  "<w:p><w:pPr><w:pStyle w:val=\"Niet\"/></w:pPr><w:r><w:t>gewoon</w:t></w:r>"
		  "<w:r><w:rPr><w:rStyle w:val=\"Onder\"/></w:rPr><w:t>onder</w:t></w:r>"
		  "<w:r><w:rPr><w:rStyle w:val=\"Link\"/></w:rPr><w:t>link</w:t></w:r>"
		  "<w:r><w:rPr><w:position w:val=\"8\"/></w:rPr><w:t>1</w:t></w:r></w:p>"
		  "</w:body></w:document>" },
		{ "word/styles.xml",
		  "<w:styles " W "><w:style w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/>"
		  "<w:rPr><w:b/></w:rPr></w:style>"
		  "<w:style w:styleId=\"Mijn\"><w:basedOn w:val=\"Kop2\"/></w:style>"
		  "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
		  "<w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:rPr><w:b/></w:rPr></w:style>"
		  "<w:style w:styleId=\"Niet\"><w:basedOn w:val=\"A\"/><w:rPr><w:b w:val=\"0\"/>"
		  "</w:rPr></w:style>"
		  "<w:style w:styleId=\"Onder\"><w:rPr><w:u w:val=\"single\"/></w:rPr></w:style>"
		  "<w:style w:styleId=\"Link\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:u "
		  "w:val=\"single\"/></w:rPr></w:style></w:styles>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<h2>kop</h2>\n<h2>mijn</h2>\n<h6>zelf</h6>\n<p><b>tekst</b></p>"
		     "\n<p><b>vet</b>niet</p>\n<p>gewoon<u>onder</u>link<sup>1</sup></p>");
}

/* Headings of an .odt, numbered ones as well, and styles that begin with another. */
static void headings(void)
{
	static const Part parts[] = {
		{ "content.xml",
		  "<d xmlns:s=\"s\" xmlns:t=\"t\" xmlns:o=\"o\"><o:automatic-styles>"
		  "<s:style s:name=\"P1\" s:parent-style-name=\"Label\"/>"
		  "<s:style s:name=\"P2\" s:parent-style-name=\"P1\"><s:text-properties "
		  "s:font-weight=\"normal\"/></s:style><s:style s:name=\"T2\"><s:text-properties "
		  "s:text-position=\"33% 80%\"/></s:style></o:automatic-styles><o:body><o:text>"
		  "<t:h t:outline-level=\"2\">een</t:h><t:h>twee</t:h>"
		  "<t:list><t:list-item><t:list><t:list-item><t:h t:outline-level=\"9\">drie</t:h>"
		  "</t:list-item></t:list></t:list-item></t:list>"
		  "<t:p t:style-name=\"P1\">vet</t:p><t:p t:style-name=\"P2\">niet<t:span "
		  "t:style-name=\"T2\">1</t:span></t:p>"
		  "</o:text></o:body></d>" },
		{ "styles.xml",
		  "<d xmlns:s=\"s\"><s:styles><s:style s:name=\"Label\"><s:text-properties "
		  "s:font-weight=\"bold\"/></s:style></s:styles></d>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<h2>een</h2>\n<h1>twee</h1>\n<h6>drie</h6>"
		     "\n<p><b>vet</b></p>\n<p>niet<sup>1</sup></p>");
}

/* Notes of several paragraphs; marks that somebody typed, by number; raised letters. */
static void notes(void)
{
	static const Part parts[] = {
		{ "word/document.xml",
		  "<w:document " W "><w:body><w:p><w:r><w:t>een</w:t></w:r>"
		  "<w:r><w:rPr><w:rStyle w:val=\"Voetnootmarkering\"/></w:rPr>"
		  "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>"
		  "<w:r><w:t> twee</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>"
		  "<w:r><w:t> drie</w:t></w:r>"
		  "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>a</w:t></w:r>"
		  "<w:r><w:t> vier</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>"
		  "</w:p></w:body></w:document>" },
		{ "word/footnotes.xml",
		  "<w:footnotes " W "><w:footnote w:id=\"2\"><w:p>"
		  "<w:r><w:rPr><w:rStyle w:val=\"Voetnootmarkering\"/></w:rPr><w:t>*</w:t></w:r>"
		  "<w:r><w:t> Zie daar.</w:t></w:r></w:p><w:p><w:r><w:t>En hier.</w:t></w:r></w:p>"
		  "</w:footnote></w:footnotes>" },
		{ "word/endnotes.xml",
		  "<w:endnotes " W "><w:endnote w:id=\"2\"><w:p><w:r><w:t>Eind</w:t></w:r></w:p>"
		  "</w:endnote></w:endnotes>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<p>een<sup>1</sup> twee<sup>2</sup> drie<sup>a</sup>"
		     " vier<sup>2</sup></p>"
		     "\n<p><sup>1</sup>  Zie daar. En hier.</p>\n<p><sup>2</sup> Eind</p>");
}

/* In an .odt marks may begin again, and are what somebody chose. */
static void odt_notes(void)
{
#define NOTE(mark, text)                                                                           \
	"<t:note><t:note-citation>" mark "</t:note-citation><t:note-body><t:p>" text               \
	"</t:p></t:note-body></t:note>"
	static const Part parts[] = {
		{ "content.xml",
		  "<d xmlns:s=\"s\" xmlns:t=\"t\" xmlns:o=\"o\"><o:automatic-styles>"
		  "<s:style s:name=\"T1\"><s:text-properties s:text-position=\"33% "
		  "58%\"/></s:style>"
		  "<s:style s:name=\"T2\"><s:text-properties s:text-position=\"-8% "
		  "58%\"/></s:style>"
		  "</o:automatic-styles><o:body><o:text><t:p>a" NOTE("1", "een") "b" NOTE(
			  "*",
			  "ster") "c" NOTE("1",
					   "weer een") "d" NOTE("*",
								"weer ster") "<t:span "
									     "t:style-name=\"T1\">"
									     "e</t:span><t:span "
									     "t:style-name=\"T2\">"
									     "2</t:span>"
									     "</t:p></o:text></"
									     "o:body></d>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<p>a<sup>1</sup>b<sup>*</sup>c<sup>3</sup>d<sup>4</sup>"
		     "<sup>e</sup>2</p>\n<p><sup>1</sup> een</p>\n<p><sup>*</sup> ster</p>"
		     "\n<p><sup>3</sup> weer een</p>\n<p><sup>4</sup> weer ster</p>");
#undef NOTE
}

/* Endnotes count in Roman numbers, which look like letters; footnotes may stand beside them. */
static void odt_endnotes(void)
{
#define NOTE(kind, citation, text)                                                                 \
	"<t:note t:note-class=\"" kind "\">" citation "<t:note-body><t:p>" text                    \
	"</t:p></t:note-body></t:note>"
	static const Part parts[] = {
		{ "content.xml",
		  "<d xmlns:t=\"t\" xmlns:o=\"o\"><o:body><o:text><t:p>a" NOTE(
			  "endnote", "<t:note-citation>i</t:note-citation>", "een")
			  NOTE("endnote", "<t:note-citation t:label=\"x\">x</t:note-citation>", "x")
				  NOTE("footnote", "<t:note-citation>1</t:note-citation>",
				       "voet") "</t:p></o:text></o:body></d>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<p>a<sup>1</sup><sup>x</sup><sup>3</sup></p>"
		     "\n<p><sup>1</sup> een</p>\n<p><sup>x</sup> x</p>\n<p><sup>3</sup> voet</p>");
#undef NOTE
}

/* What stands in a box beside a text is none of its lines. */
static void box(void)
{
	static const Part parts[] = {
		{ "word/document.xml",
		  "<w:document " W "><w:body><w:p><w:r><w:t>een</w:t><w:pict><w:txbxContent><w:p>"
		  "<w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>twee</"
		  "w:t>"
		  "</w:r></w:p></w:body></w:document>" },
		{ NULL, NULL }
	};
	check(parts, "<html><body>\n<p>een<div>\n<p>in</p></div>twee</p>");
}

/* Rows that are repeated on each page name columns. */
static void names(void)
{
	static const Part docx[] = {
		{ "word/document.xml",
		  "<w:document " W
		  "><w:body><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p>"
		  "<w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:tblHeader "
		  "w:val=\"0\"/></w:trPr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>"
		  "</w:tbl></w:body></w:document>" },
		{ NULL, NULL }
	};
	static const Part odt[] = {
		{ "content.xml",
		  "<d xmlns:t=\"t\" xmlns:o=\"o\"><o:body><o:text><t:table><t:table-header-rows>"
		  "<t:table-row><t:table-cell><t:p>a</t:p></t:table-cell></t:table-row>"
		  "</t:table-header-rows><t:table-row><t:table-cell><t:p>b</t:p></t:table-cell>"
		  "</t:table-row></t:table></o:text></o:body></d>" },
		{ NULL, NULL }
	};
	const char *wanted = "<html><body><table>\n<tr><th>\n<p>a</p></th></tr>"
			     "\n<tr><td>\n<p>b</p></td></tr></table>";
	check(docx, wanted);
	check(odt, wanted);
}

static void damaged(void)
{
	static const Part nothing[] = { { "other.xml", "<a/>" }, { NULL, NULL } };
	static const Part broken[] = { { "content.xml", "<a><b></a>" }, { NULL, NULL } };
	g_autofree char *spaces = g_strnfill(65 << 20, ' '); /* packed, some kilobytes */
	const Part bomb[] = { { "word/document.xml", spaces }, { NULL, NULL } };
	const struct {
		const Part *parts;
		const char *why;
	} cases[] = { { nothing, "no .docx or .odt" },
		      { broken, "XML in the document is damaged" },
		      { bomb, "larger than 64 MB" } };

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(convert(cases[i].parts, &error));
		g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
		g_assert_nonnull(strstr(error->message, cases[i].why));
	}
}

/* What a document says of itself reads no other file. */
static void entities(void)
{
	g_autofree char *path = NULL;
	g_close(g_file_open_tmp("office-XXXXXX", &path, NULL), NULL);
	g_assert_true(g_file_set_contents(path, "<p>geheim</p>", -1, NULL));
	g_autofree char *xml = g_strdup_printf(
		"<!DOCTYPE d [<!ENTITY file SYSTEM \"file://%s\">]><d xmlns:t=\"t\" xmlns:o=\"o\">"
		"<o:body><o:text><t:p>voor &file; na</t:p></o:text></o:body></d>",
		path);
	const Part parts[] = { { "content.xml", xml }, { NULL, NULL } };
	g_autofree char *html = convert(parts, NULL);

	g_unlink(path);
	g_assert_nonnull(strstr(html, "voor"));
	g_assert_null(strstr(html, "geheim"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/office/docx", docx);
	g_test_add_func("/office/odt", odt);
	g_test_add_func("/office/word", word);
	g_test_add_func("/office/styled", styled);
	g_test_add_func("/office/headings", headings);
	g_test_add_func("/office/notes", notes);
	g_test_add_func("/office/odt-notes", odt_notes);
	g_test_add_func("/office/odt-endnotes", odt_endnotes);
	g_test_add_func("/office/box", box);
	g_test_add_func("/office/names", names);
	g_test_add_func("/office/damaged", damaged);
	g_test_add_func("/office/entities", entities);
	return g_test_run();
}
