/* The home page, the tiles of themes, and what to do when nothing is found. */
#include <string.h>

#include "handlers.h"
#include "overview.h"
#include "page.h"
#include "suggest.h"

#define NEAR_LETTERS 4 /* that a near word has in common at least */
#define NEAR_WORDS 6

/* ---- themes --------------------------------------------------------------------------------- */

static void status_link(Html *h, const Web *web, const Spread *s, Status status)
{
	g_autofree char *path =
		g_strdup_printf("/?thema=%s&status=%s", s->theme->name, status_name(status));
	g_autofree char *url = web_link(web, path);
	g_autofree char *count = count_in_words(s->by_status[status], s->estimated);
	g_autofree char *text = g_strdup_printf("%s %s", count, status_label(status));

	html_link(h, url, text);
}

/* "12 pilots: 9 lopend, 3 afgerond", each with its link. */
static void counts(Html *h, const Web *web, const Spread *s)
{
	g_autofree char *total = count_in_words(s->total, s->estimated);
	guint n = 0;

	html_open_with(h, "dd", "class", "aantal", NULL);
	html_text_format(h, "%s pilot%s", total, s->total == 1 ? "" : "s");
	for (Status status = 0; status < N_STATUSES; status++) {
		if (!s->by_status[status])
			continue;
		html_text(h, n++ ? ", " : ": ");
		status_link(h, web, s, status);
	}
	html_close(h);
}

void page_theme_list(Html *h, const Web *web, const GArray *spreads)
{
	html_open_with(h, "dl", "class", "themas", NULL);
	for (guint i = 0; i < spreads->len; i++) {
		const Spread *s = &g_array_index(spreads, Spread, i);
		if (!s->theme)
			continue;
		g_autofree char *path = g_strconcat("/themas/", s->theme->name, NULL);
		g_autofree char *link = web_link(web, path);
		html_open(h, "div");
		html_open(h, "dt");
		html_link(h, link, s->theme->label);
		html_close(h);
		html_element(h, "dd", s->theme->description);
		counts(h, web, s);
		html_close(h);
	}
	html_close(h);
}

/* ---- home ------------------------------------------------------------------------------------ */

static void examples(Html *h, const Web *web)
{
	static const char *const queries[] = { "huurgeschil", "schulden gemeente",
					       "\"eigen bijdrage\"" };

	html_open(h, "p");
	html_text(h, "Bijvoorbeeld: ");
	for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
		g_autofree char *url = web_link_with(web, "/", "q", queries[i]);
		html_text(h, i ? ", " : "");
		html_link(h, url, queries[i]);
	}
	html_close(h);
}

void page_home(Web *web)
{
	Html h;
	const Page page = { .title = "Zoeken in pilots", .path = "/" };
	g_autoptr(GArray) spreads = overview_themes(web->index, NULL);

	if (!spreads) {
		web_unavailable(web);
		return;
	}
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", "Zoeken in pilots");
	html_element(&h, "p",
		     "Vind per pilot de passage die bij uw vraag past: letterlijk uit de bron, met "
		     "status, peildatum en bronvermelding. U kunt ook een hele vraag plakken.");
	page_search_box(&h, web, "/", NULL);
	examples(&h, web);
	html_element(&h, "h2", "Thema's");
	page_theme_list(&h, web, spreads);
	page_overview(&h, web, spreads);
	page_end(&h, web);
}

/* ---- nothing found ----------------------------------------------------------------------------
 */

/* Words of the collection that begin as one that was asked for; NULL for none. */
static GPtrArray *words_near(const Web *web, const char *word)
{
	glong letters = g_utf8_strlen(word, -1);

	for (; letters >= NEAR_LETTERS; letters--) {
		g_autofree char *start = g_utf8_substring(word, 0, letters);
		g_autoptr(GPtrArray) found = suggest(web->index, start, NEAR_WORDS, NULL);
		if (found && found->len)
			return g_steal_pointer(&found);
	}
	return NULL;
}

static void near(Html *h, const Web *web, const char *word)
{
	g_autoptr(GPtrArray) found = words_near(web, word);

	if (!found)
		return;
	html_open(h, "li");
	html_text_format(h, "Woorden die op ‘%s’ lijken: ", word);
	for (guint i = 0; i < found->len; i++) {
		const Suggestion *s = found->pdata[i];
		g_autofree char *url = web_link_with(web, "/", "q", s->text);
		html_text(h, i ? ", " : "");
		html_link(h, url, s->text);
	}
	html_close(h);
}

/* Of each word that was typed those that begin alike. */
static void all_near(Html *h, const Web *web)
{
	const char *query = web->request->query ? web->request->query : "";
	g_auto(GStrv) words = g_strsplit_set(query, " \t\n\"()*?!.,;:", -1);

	for (guint i = 0; i < MIN(g_strv_length(words), NEAR_WORDS); i++)
		if (g_utf8_strlen(words[i], -1) >= NEAR_LETTERS)
			near(h, web, words[i]);
}

void page_nothing_found(Html *h, const Web *web)
{
	static const char *const hints[] = {
		"Controleer de spelling.",
		"Gebruik minder woorden, of algemenere: ‘schulden’ in plaats van "
		"‘schuldhulpmaatje’.",
	};
	g_autofree char *all = web_link(web, "/tijdlijn");
	g_autoptr(GArray) spreads = overview_themes(web->index, NULL);

	html_open_with(h, "h2", "id", "resultaten", "tabindex", "-1", NULL);
	html_text(h, "Niets gevonden");
	html_close(h);
	html_element(h, "p", "Wat u kunt proberen:");
	html_open(h, "ul");
	for (gsize i = 0; i < G_N_ELEMENTS(hints); i++)
		html_element(h, "li", hints[i]);
	if (request_has_filter(web->request))
		html_element(h, "li", "Haal een filter weg.");
	all_near(h, web);
	html_open(h, "li");
	html_link(h, all, "Bekijk alle pilots op de tijdlijn");
	html_close(h);
	html_close(h);
	if (!spreads)
		return;
	html_element(h, "h2", "Of kies een thema");
	page_theme_list(h, web, spreads);
}
