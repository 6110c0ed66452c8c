/* Which names of a pilot are surely meant where a text has them. */
#include "mentions.h"

/* A text that has common words need not mean the pilot that is called so. */
static void test_mentions(void)
{
	static const struct {
		const char *name;
		gboolean sure;
	} cases[] = {
		{ "Loket", FALSE },
		{ "Nieuw loket", FALSE },
		{ "Mijn zaak", FALSE },
		{ "Wijkrechtbank Eindhoven", TRUE },
		{ "Legalguard", TRUE },
		{ "Xyz", FALSE },
		{ "Samen recht vinden", TRUE },
	};
	Dutch *dutch = dutch_new();
	g_autoptr(Pilot) pilot = pilot_new();

	pilot_add_value(pilot, FACET_PLAATS, "Eindhoven");
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		if (mentions_is_sure(dutch, pilot, cases[i].name) != cases[i].sure)
			g_error("%s", cases[i].name);
	dutch_free(dutch);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mentions/sure", test_mentions);
	return g_test_run();
}
