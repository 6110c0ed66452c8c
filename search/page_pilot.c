/* One pilot, and the themes. */
#include <string.h>

#include "citation.h"
#include "fields.h"
#include "themes.h"
#include "web.h"

/* A text with its paragraphs and list items. */
static void paragraphs(Html *h, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	gboolean list = FALSE;

	for (char **line = lines; *line; line++) {
		gboolean item = g_str_has_prefix(*line, "• ");
		if (!**line)
			continue;
		if (item != list) {
			if (item)
				html_open(h, "ul");
			else
				html_close(h);
			list = item;
		}
		html_element(h, item ? "li" : "p", item ? *line + strlen("• ") : *line);
	}
	if (list)
		html_close(h);
}

static void footnotes(Html *h, const Pilot *p)
{
	if (!p->footnotes->len)
		return;
	html_element(h, "h2", "Voetnoten");
	html_open(h, "ol");
	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		html_open(h, "li");
		html_attribute_format(h, "value", "%u", f->number);
		html_text(h, f->text);
		html_close(h);
	}
	html_close(h);
}

static void show_pilot(Web *web, const Pilot *p)
{
	Html h;
	g_autofree char *cited = citation_leidraad(p, NULL);

	html_init(&h, web->answer->body);
	page_begin(&h, web, p->title);
	html_element(&h, "h1", p->title);
	page_facts(&h, p, NULL);
	if (p->status_why) {
		html_open(&h, "p");
		html_text_format(&h, "Deze status volgt uit: ‘%s’", p->status_why);
		html_close(&h);
	}
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		html_element(&h, "h2", *s->heading ? s->heading : section_kind_label(s->kind));
		paragraphs(&h, s->text);
	}
	footnotes(&h, p);
	html_element(&h, "h2", "Bronvermelding");
	html_element(&h, "p", cited);
	page_end(&h);
}

void page_pilot(Web *web, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Pilot) p = index_pilot(web->index, id, &error);

	if (p)
		show_pilot(web, p);
	else
		web_error(web, 404, "Deze pilot bestaat niet",
			  "Controleer het webadres, of zoek opnieuw vanaf de zoekpagina.");
}

void page_themes(Web *web, const char *name)
{
	const Theme *chosen = *name ? themes_find(web->index->themes, name) : NULL;
	Html h;

	if (*name && chosen) { /* a theme is a search with that filter */
		g_autofree char *target = g_strconcat("/?thema=", chosen->name, NULL);
		g_autofree char *link = web_link(web, target);
		web->answer->status = 303;
		g_string_append_printf(web->answer->headers, "Location: %s\r\n", link);
		return;
	}
	if (*name) {
		web_error(web, 404, "Dit thema bestaat niet", "Kies een van de thema's.");
		return;
	}
	html_init(&h, web->answer->body);
	page_begin(&h, web, "Thema's");
	html_element(&h, "h1", "Thema's");
	html_open(&h, "dl");
	for (guint i = 0; i < web->index->themes->len; i++) {
		const Theme *t = web->index->themes->pdata[i];
		g_autofree char *target = g_strconcat("/?thema=", t->name, NULL);
		g_autofree char *link = web_link(web, target);
		html_open(&h, "dt");
		html_link(&h, link, t->label);
		html_close(&h);
		html_element(&h, "dd", t->description);
	}
	html_close(&h);
	page_end(&h);
}
