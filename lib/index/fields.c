#include "fields.h"

#include <string.h>

#include "dutch.h"
#include "reference.h"

#define TEXT(name, label, section, weight)                                                         \
	{                                                                                          \
		name, label, FIELD_TEXT, section, "^" name, weight, -1, -1                         \
	}
#define FILTER(name, label, prefix, slot)                                                          \
	{                                                                                          \
		name, label, FIELD_FILTER, -1, prefix, 0, slot, -1                                 \
	}
/* clang-format off */
#define FACET(id, name, label, ...) \
	[FIELD_##id] = { name, label, FIELD_FILTER, -1, "X" #id ":", 0, SLOT_FACET + FACET_##id, FACET_##id },
/* clang-format on */

const Field fields[N_FIELDS] = {
	[FIELD_TITEL] = TEXT("titel", "Titel", -1, 4),
	[FIELD_ACHTERGROND] = TEXT("achtergrond", "Achtergrond", SECTION_ACHTERGROND, 1),
	[FIELD_DOEL] = TEXT("doel", "Doel", SECTION_DOEL, 1),
	[FIELD_STAND_VAN_ZAKEN] =
		TEXT("stand-van-zaken", "Stand van zaken", SECTION_STAND_VAN_ZAKEN, 1),
	[FIELD_LOOPTIJD] = TEXT("looptijd", "Looptijd", SECTION_LOOPTIJD, 1),
	[FIELD_OVERIG] = TEXT("overig", "Overig", SECTION_OVERIG, 1),
	[FIELD_VRAAG] = TEXT("vraag", "Vraag", SECTION_VRAAG, 1),
	[FIELD_ANTWOORD] = TEXT("antwoord", "Antwoord", SECTION_ANTWOORD, 1),
	[FIELD_TEKST] = TEXT("tekst", "Tekst", SECTION_TEKST, 1),
	FACET_TABLE(FACET) /* clang-format off */
	/* when the pilot runs: see active.h */
	[FIELD_LOOPT] = FILTER("loopt", "Loopt in", "XLOOPT:", -1), /* clang-format on */
	[FIELD_KAMERSTUK] = FILTER("kamerstuk", "Kamerstuk", "XKST:", -1),
	[FIELD_PUBLICATIE] = FILTER("publicatie", "Publicatie", "XPUB:", -1),
	[FIELD_EDITIE] = FILTER("editie", "Peildatum", "XEDITIE:", 6),
	/* all editions of one pilot have the same; the newest of each has "ja" */
	[FIELD_IDENTITEIT] = FILTER("identiteit", "Pilot", "XPILOT:", 12),
	/* the id of a pilot, of its newest edition with that id only */
	[FIELD_ID] = FILTER("id", "Id", "XID:", -1),
	/* "SJD=sociaal-juridische dienstverlening", as the text explains it */
	[FIELD_AFKORTING] = FILTER("afkorting", "Afkorting", "XAFK:", -1),
	/* the publication that a piece of a paper is of */
	[FIELD_DOCUMENT] = FILTER("document", "Document", "XDOC:", -1),
	/* the publications that belong together: questions, postponement, answer */
	[FIELD_KETEN] = FILTER("keten", "Keten", "XKETEN:", -1),
	[FIELD_LAATSTE] = FILTER("laatste", "Laatste editie", "XLAATSTE:", -1),
};

const Field *field_by_name(const char *name)
{
	for (gsize i = 0; i < N_FIELDS; i++)
		if (strcmp(fields[i].name, name) == 0)
			return &fields[i];
	return NULL;
}

const Field *field_by_section(SectionKind kind)
{
	for (gsize i = 0; i < N_FIELDS; i++)
		if (fields[i].kind == FIELD_TEXT && fields[i].section == (int)kind)
			return &fields[i];
	return NULL;
}

const Field *field_by_facet(FacetId facet)
{
	for (gsize i = 0; i < N_FIELDS; i++)
		if (fields[i].facet == (int)facet)
			return &fields[i];
	return NULL;
}

const Field *field_by_reference(const char *id)
{
	return &fields[reference_is_kamerstuk(id) ? FIELD_KAMERSTUK : FIELD_PUBLICATIE];
}

gboolean field_is_reference(const Field *field)
{
	return field == &fields[FIELD_KAMERSTUK] || field == &fields[FIELD_PUBLICATIE];
}

char *field_term(const Field *field, const char *value)
{
	g_autofree char *folded = dutch_fold(value);
	return g_strconcat(field->prefix, folded, NULL);
}
