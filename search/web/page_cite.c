/* A pilot as it is cited, to copy: whole, and each of its sections. */
#include <string.h>

#include "citation.h"
#include "kinds.h"
#include "page.h"

static void copy_box(Html *h, const char *label, const char *text, const char *id)
{
	html_open_with(h, "label", "for", id, NULL);
	html_text(h, label);
	html_close(h);
	html_open_with(h, "textarea", "id", id, "rows", "3", NULL);
	html_attribute(h, "readonly", NULL);
	html_text(h, text);
	html_close(h);
}

/* Two citations that differ in no more than the full stop are the same. */
static gboolean is_same(const char *a, const char *b)
{
	gsize n = strlen(b);

	return strncmp(a, b, n) == 0 && (!a[n] || strcmp(a + n, ".") == 0);
}

static void whole(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *leidraad = citation_leidraad(p, NULL);
	g_autofree char *kamer = citation_kamer(p, NULL);
	g_autofree char *path = p->reference_date ? g_strconcat("/pilots/", p->id,
								"?editie=", p->reference_date, NULL)
						  : g_strconcat("/pilots/", p->id, NULL);
	g_autofree char *url = web_url(web, path);

	copy_box(h, "Juridische stijl (Leidraad voor juridische auteurs)", leidraad, "citeer-1");
	copy_box(h, "Stijl van Kamerstukken", kamer, "citeer-2");
	copy_box(h, "Vaste link", url, "citeer-3");
}

static void part(Html *h, const Pilot *p, const Section *section)
{
	const char *name = section_kind_name(section->kind);
	g_autofree char *id = g_strconcat("citeer-", name, NULL);
	g_autofree char *other_id = g_strconcat(id, "-kamer", NULL);
	g_autofree char *label = g_strdup_printf("Onderdeel %s", section_kind_label(section->kind));
	g_autofree char *other = g_strconcat(label, ", stijl van Kamerstukken", NULL);
	g_autofree char *leidraad = citation_leidraad(p, section);
	g_autofree char *kamer = citation_kamer(p, section);

	copy_box(h, label, leidraad, id);
	if (!is_same(leidraad, kamer))
		copy_box(h, other, kamer, other_id);
}

void page_citations(Html *h, const Web *web, const Pilot *p)
{
	html_open_with(h, "h2", "id", "citeer", NULL);
	html_text(h, "Bronvermelding kopiëren");
	html_close(h);
	whole(h, web, p);
	for (SectionKind kind = 0; kind < N_SECTION_KINDS; kind++)
		if (pilot_section(p, kind))
			part(h, p, pilot_section(p, kind));
}

void page_citation(Html *h, const Web *web, const Pilot *p, const Section *section, const char *id)
{
	g_autofree char *leidraad = citation_leidraad(p, section);
	g_autofree char *kamer = citation_kamer(p, section);
	gboolean edition = p->reference_date && !kind_is_paper(p->kind);
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, edition ? "?editie=" : NULL,
					    p->reference_date, NULL);
	g_autofree char *published = kind_url(p);
	g_autofree char *url = published ? g_strdup(published) : web_url(web, path);
	const struct {
		const char *label, *text;
	} boxes[] = {
		{ "Juridische stijl (Leidraad voor juridische auteurs)", leidraad },
		{ "Stijl van Kamerstukken", kamer },
		{ "Vaste link", url },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(boxes); i++) {
		g_autofree char *box = g_strdup_printf("%s-%" G_GSIZE_FORMAT, id, i + 1);
		copy_box(h, boxes[i].label, boxes[i].text, box);
	}
	const Section *asked = pilot_section(p, SECTION_VRAAG);
	if (asked && asked != section) {
		g_autofree char *box = g_strconcat(id, "-vraag", NULL);
		g_autofree char *cited = citation_leidraad(p, asked);
		copy_box(h, "Alleen de vraag, juridische stijl", cited, box);
	}
}
