/* What editors keep: themes, thesaurus, phrases of questions, names, editions, labels. */
#include "editions.h"
#include "fuzz.h"
#include "gazetteer.h"
#include "labels.h"
#include "question.h"
#include "themes.h"
#include "thesaurus.h"

static void look_up(char *table, Dutch *dutch, gboolean ours)
{
	g_autoptr(Thesaurus) t = thesaurus_open(table);
	guint words;
	g_autofree char *key = thesaurus_key(dutch, "huur", &words);
	const GPtrArray *links = thesaurus_find(t, key);

	for (guint i = 0; links && i < links->len; i++) {
		const ThesaurusLink *link = g_ptr_array_index(links, i);
		MUST(!ours || (*link->text && link->weight > 0 && link->weight <= 1));
	}
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static Dutch *dutch;
	g_autofree char *text = fuzz_text(data, size);
	g_autoptr(GPtrArray) themes = themes_parse(text, NULL);
	if (themes)
		themes_check(themes, NULL);

	if (!dutch)
		dutch = dutch_new();
	g_autoptr(Thesaurus) thesaurus = thesaurus_parse(text, dutch, NULL);
	if (thesaurus)
		look_up(thesaurus_table(thesaurus), dutch, TRUE);
	/* An index could hold anything as its table. */
	look_up(g_strdup(text), dutch, FALSE);
	g_autoptr(Gazetteer) places = gazetteer_parse(text, GAZETTEER_SAID, NULL);
	g_autoptr(GazetteerFound) found = gazetteer_found_new();
	if (places)
		gazetteer_find(places, text, TRUE, found);
	g_autoptr(GHashTable) editions = editions_parse(text, NULL);
	labels_use(text, NULL);
	g_autoptr(QuestionPhrases) phrases =
		question_phrases_open(question_phrases_table(text, dutch));
	return 0;
}
