#include "fields.h"

#include <string.h>

const Field fields[N_FIELDS] = {
	[FIELD_TITEL] = { "titel", "Titel", FIELD_TEXT, -1, "S", 4, -1 },
	[FIELD_ACHTERGROND] = { "achtergrond", "Achtergrond", FIELD_TEXT, SECTION_ACHTERGROND, "XA",
				1, -1 },
	[FIELD_DOEL] = { "doel", "Doel", FIELD_TEXT, SECTION_DOEL, "XD", 1, -1 },
	[FIELD_STAND_VAN_ZAKEN] = { "stand-van-zaken", "Stand van zaken", FIELD_TEXT,
				    SECTION_STAND_VAN_ZAKEN, "XS", 1, -1 },
	[FIELD_LOOPTIJD] = { "looptijd", "Looptijd", FIELD_TEXT, SECTION_LOOPTIJD, "XL", 1, -1 },
	[FIELD_OVERIG] = { "overig", "Overig", FIELD_TEXT, SECTION_OVERIG, "XO", 1, -1 },
	[FIELD_THEMA] = { "thema", "Thema", FIELD_FILTER, -1, "XTHEMA:", 0, 2 },
	[FIELD_STATUS] = { "status", "Status", FIELD_FILTER, -1, "XSTATUS:", 0, 3 },
	[FIELD_PLAATS] = { "plaats", "Plaats", FIELD_FILTER, -1, "XPLAATS:", 0, 4 },
	[FIELD_ORGANISATIE] = { "organisatie", "Organisatie", FIELD_FILTER, -1, "XORG:", 0, 5 },
	[FIELD_JAAR] = { "jaar", "Jaar", FIELD_FILTER, -1, "XJAAR:", 0, 11 },
	/* a month in which the pilot runs; asked for with active_query() */
	[FIELD_LOOPT] = { "loopt", "Loopt in", FIELD_FILTER, -1, "XMAAND:", 0, -1 },
	[FIELD_KAMERSTUK] = { "kamerstuk", "Kamerstuk", FIELD_FILTER, -1, "XKST:", 0, -1 },
	[FIELD_EDITIE] = { "editie", "Peildatum", FIELD_FILTER, -1, "XEDITIE:", 0, 6 },
	/* all editions of one pilot have the same; the newest of each has "ja" */
	[FIELD_IDENTITEIT] = { "identiteit", "Pilot", FIELD_FILTER, -1, "XPILOT:", 0, 12 },
	/* the id of a pilot, of its newest edition with that id only */
	[FIELD_ID] = { "id", "Id", FIELD_FILTER, -1, "XID:", 0, -1 },
	/* a sentence, by what it says (phrasing.h) */
	[FIELD_ZIN] = { "zin", "Zin", FIELD_FILTER, -1, "XZIN:", 0, -1 },
	/* "SJD=sociaal-juridische dienstverlening", as the text explains it */
	[FIELD_AFKORTING] = { "afkorting", "Afkorting", FIELD_FILTER, -1, "XAFK:", 0, -1 },
	[FIELD_LAATSTE] = { "laatste", "Laatste editie", FIELD_FILTER, -1, "XLAATSTE:", 0, -1 },
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
