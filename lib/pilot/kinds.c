#include "kinds.h"

#include <string.h>

#include "reference.h"

#define BIT(n) (1u << (n))
#define UP_TO(n) (BIT((n) + 1) - 1)

#define PAPER_FACETS                                                                               \
	(BIT(FACET_THEMA) | BIT(FACET_STATUS) | BIT(FACET_JAAR) | BIT(FACET_SOORT) |               \
	 BIT(FACET_MINISTER) | BIT(FACET_PARTIJ) | BIT(FACET_LID) | BIT(FACET_DOSSIER))

const KindInfo kinds[N_KINDS] = {
	[KIND_PILOT] = { "pilot", "pilots", "Pilots", "peildatum", "/pilots/",
			 UP_TO(SECTION_OVERIG), UP_TO(FACET_JAAR), UP_TO(STATUS_ONBEKEND),
			 cited_pilot },
	[KIND_KAMERVRAAG] = { "kamervraag", "kamervragen", "Kamervragen", "datum", "/kamerstukken/",
			      BIT(SECTION_VRAAG) | BIT(SECTION_ANTWOORD) | BIT(SECTION_TEKST),
			      PAPER_FACETS,
			      BIT(STATUS_ONBEKEND) | BIT(STATUS_BEANTWOORD) |
				      BIT(STATUS_UITGESTELD) | BIT(STATUS_OPEN),
			      cited_questions },
	[KIND_BRIEF] = { "brief", "brieven", "Brieven aan de Kamer", "datum", "/kamerstukken/",
			 BIT(SECTION_TEKST), PAPER_FACETS, BIT(STATUS_VERSTUURD), cited_letter },
};

int kind_from(const char *name)
{
	for (int i = 0; i < N_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return i;
	return -1;
}

gboolean kind_is_paper(RecordKind kind)
{
	return kind != KIND_PILOT;
}

static const KindType types[] = { { "Motie", "ingediend" },
				  { "Amendement", "ingediend" },
				  { NULL, "gedateerd" } };

const KindType *kind_type(const Pilot *p)
{
	const KindType *t = types;
	const char *type = p->kind == KIND_BRIEF ? p->paper.type : NULL;

	if (!type || !*type || g_str_has_prefix(type, "Brief"))
		return NULL;
	while (t->type && strcmp(t->type, type) != 0)
		t++;
	return t;
}

char *kind_called(const Pilot *p)
{
	return kind_type(p) ? g_utf8_strdown(p->paper.type, -1) : g_strdup(kinds[p->kind].name);
}

const char *kind_reference(const Pilot *p)
{
	const char *id = p->paper.document;

	return g_str_has_prefix(id, "kst-") ? id + strlen("kst-") : id;
}

char *kind_url(const Pilot *p)
{
	return kind_is_paper(p->kind) ? reference_url(kind_reference(p)) : NULL;
}

gboolean kind_has_facet(RecordKind kind, FacetId facet)
{
	return (kinds[kind].facets & BIT(facet)) != 0;
}

gboolean kind_has_section(RecordKind kind, SectionKind section)
{
	return (kinds[kind].sections & BIT(section)) != 0;
}

gboolean kind_has_status(RecordKind kind, Status status)
{
	return (kinds[kind].statuses & BIT(status)) != 0;
}
