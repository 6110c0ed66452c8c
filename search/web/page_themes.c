/* The themes, and the pilots of one. */
#include <string.h>

#include "handlers.h"
#include "overview.h"
#include "page.h"

static void show_themes(Web *web)
{
	Html h;
	const Page page = { .title = "Thema's", .path = "/themas" };
	g_autoptr(GArray) spreads = overview_themes(web->index, NULL);

	if (!spreads) {
		web_unavailable(web);
		return;
	}
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", "Thema's");
	html_element(
		&h, "p",
		"Een thema verzamelt de pilots die erover gaan, in welke woorden ook. De pilot die "
		"er het meest over gaat staat bovenaan.");
	page_theme_list(&h, web, spreads);
	page_end(&h, web);
}

void page_themes(Web *web, const char *name)
{
	if (!*name) {
		show_themes(web);
	} else if (!themes_find(web->index->themes, name)) {
		web_error(web, 404, "Dit thema bestaat niet", "Kies een van de thema's.");
	} else { /* a theme is a search with that filter: links on the page go on from there */
		g_autoptr(GError) error = NULL;
		request_choose(web->request, FACET_THEMA, name);
		if (http_add_param(web->http, "thema", name, &error))
			page_results(web);
		else
			web_error(web, 400, "Deze vraag is niet te lezen", error->message);
	}
}
