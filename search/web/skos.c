/* The themes as a SKOS vocabulary in Turtle (W3C, SKOS Reference; RDF 1.1 Turtle). */
#include "handlers.h"
#include "parse.h"
#include "themes.h"

/* A string with its language. */
static void literal(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	for (; *text; text++)
		switch (*text) {
		case '"': g_string_append(out, "\\\""); break;
		case '\\': g_string_append(out, "\\\\"); break;
		case '\n': g_string_append(out, "\\n"); break;
		case '\r': g_string_append(out, "\\r"); break;
		default: g_string_append_c(out, *text);
		}
	g_string_append(out, "\"@nl");
}

/* The words that a theme is recognised by. */
static void other_labels(GString *out, const QueryNode *node)
{
	if (node->kind == NODE_WORD || node->kind == NODE_PHRASE) {
		g_string_append(out, " ;\n\tskos:altLabel ");
		literal(out, node->text);
	}
	for (guint i = 0; node->children && node->kind != NODE_NOT && i < node->children->len; i++)
		other_labels(out, node->children->pdata[i]);
}

static void concept(GString *out, const Web *web, const Theme *t)
{
	g_autofree char *path = g_strconcat("/themas/", t->name, NULL);
	g_autofree char *url = web_url(web, path);
	g_autofree char *scheme = web_url(web, "/themas");
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = query_parse(t->query, notices);

	g_string_append_printf(out, "\n<%s> a skos:Concept ;\n\tskos:topConceptOf <%s> ;\n", url,
			       scheme);
	g_string_append(out, "\tskos:prefLabel ");
	literal(out, t->label);
	g_string_append(out, " ;\n\tskos:definition ");
	literal(out, t->description);
	if (node)
		other_labels(out, node);
	g_string_append(out, " .\n");
}

void skos_themes(Web *web, const char *rest)
{
	GString *out = web->answer->body;
	g_autofree char *scheme = web_url(web, "/themas");

	(void)rest;
	web->answer->type = "text/turtle; charset=utf-8";
	g_string_append(out, "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n");
	g_string_append_printf(out, "<%s> a skos:ConceptScheme ;\n\tskos:prefLabel ", scheme);
	literal(out, "Thema's van de pilots");
	g_string_append(out, " .\n");
	for (guint i = 0; i < web->index->themes->len; i++)
		concept(out, web, web->index->themes->pdata[i]);
}
