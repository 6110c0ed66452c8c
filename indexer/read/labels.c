#include "labels.h"

#include <string.h>

/* A new spelling of a label is one line here. */
static const struct {
	const char *label;
	SectionKind kind;
} labels[] = {
	{ "achtergrond", SECTION_ACHTERGROND },
	{ "aanleiding", SECTION_ACHTERGROND },
	{ "doel", SECTION_DOEL },
	{ "doelen", SECTION_DOEL },
	{ "doelstelling", SECTION_DOEL },
	{ "doelstellingen", SECTION_DOEL },
	{ "stand van zaken", SECTION_STAND_VAN_ZAKEN },
	{ "huidige stand van zaken", SECTION_STAND_VAN_ZAKEN },
	{ "looptijd", SECTION_LOOPTIJD },
	{ "doorlooptijd", SECTION_LOOPTIJD },
};

int label_kind(const char *label)
{
	g_autofree char *lower = g_utf8_strdown(label, -1);

	g_strstrip(lower);
	while (g_str_has_suffix(lower, ":"))
		lower[strlen(lower) - 1] = '\0';
	g_strchomp(lower);
	for (gsize i = 0; i < G_N_ELEMENTS(labels); i++)
		if (strcmp(lower, labels[i].label) == 0)
			return labels[i].kind;
	return -1;
}
