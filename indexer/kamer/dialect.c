#include "dialect.h"

#include <string.h>

#include "events.h"
#include "paperparts.h"

/* The first that fits. Elements that are not here keep their text: within a paragraph as a part of
 * it, else as a paragraph of its own. */
static const Element elements[] = {
	/* questions and answers */
	{ "vraag", NULL, NULL, DO_PART, PART_QUESTION },
	{ "antwoord", NULL, NULL, DO_PART, PART_ANSWER },
	{ "kamervraagopmerking", NULL, NULL, DO_PART, PART_REMARK },
	{ "mededeling", NULL, NULL, DO_PART, PART_REMARK },
	{ "toelicht", NULL, NULL, DO_PART, PART_REMARK },
	{ "div", "vraag", NULL, DO_PART, PART_QUESTION },
	{ "div", "antwoord", NULL, DO_PART, PART_ANSWER },
	{ "div", "kamervraagopmerking", NULL, DO_PART, PART_REMARK },
	{ "nr", NULL, "kop", DO_BLOCK, 0 },
	{ "nr", NULL, "noot", DO_NOTE_NR, 0 },
	{ "nr", NULL, NULL, DO_HEADING, 0 },
	{ "nummer", NULL, NULL, DO_HEADING, 0 },
	{ "p", "nummer", NULL, DO_HEADING, 0 },
	/* what stands above them */
	{ "kamervraagomschrijving", NULL, NULL, DO_FACT, FACT_QUESTIONS },
	{ "omschr", NULL, NULL, DO_FACT, FACT_QUESTIONS },
	{ "h1", "kamervraagomschrijving_kop", NULL, DO_FACT, FACT_QUESTIONS },
	{ "kamervraagonderwerp", NULL, NULL, DO_ASPECT, FACT_SUBJECT },
	{ "ondw", NULL, NULL, DO_ASPECT, FACT_SUBJECT },
	{ "kamervraagnummer", NULL, NULL, DO_FACT, FACT_NUMBER },
	{ "vraagnummer", NULL, NULL, DO_FACT, FACT_NUMBER },
	{ "tekstregel", NULL, NULL, DO_HEADLINE, 0 },
	{ "datum", NULL, NULL, DO_DATE, 0 },
	/* letters */
	{ "stuk", NULL, NULL, DO_LETTER, 0 },
	{ "div", "stuk", NULL, DO_LETTER, 0 },
	{ "dossier", NULL, NULL, DO_BLOCK, 0 },
	{ "dossiernr", NULL, NULL, DO_FACT, FACT_DOSSIER },
	{ "span", "dossiernummer", NULL, DO_FACT, FACT_DOSSIER },
	{ "h1", "dossiertitel", NULL, DO_FACT, FACT_DOSSIER_TITLE },
	{ "titel", NULL, "dossier", DO_FACT, FACT_DOSSIER_TITLE },
	{ "titel", NULL, "stuk", DO_FACT, FACT_TITLE },
	{ "titel", NULL, "kop", DO_BLOCK, 0 },
	{ "label", NULL, "kop", DO_BLOCK, 0 },
	{ "subtitel", NULL, "kop", DO_BLOCK, 0 },
	{ "h1", "stuktitel", NULL, DO_FACT, FACT_TITLE },
	{ "ondernummer", NULL, NULL, DO_FACT, FACT_SUBNUMBER },
	{ "span", "stuknummer", NULL, DO_FACT, FACT_SUBNUMBER },
	{ "stuknr", NULL, NULL, DO_DROP, 0 },
	{ "datumtekst", NULL, NULL, DO_FACT, FACT_DATE },
	{ "p", "kamerstukdatum", NULL, DO_FACT, FACT_DATE },
	{ "kop", NULL, NULL, DO_HEADING, 0 },
	{ "tussenkop", NULL, NULL, DO_HEADING, 0 },
	{ "tuskop", NULL, NULL, DO_HEADING, 0 },
	{ "h1", NULL, NULL, DO_HEADING, 0 },
	{ "h2", NULL, NULL, DO_HEADING, 0 },
	{ "h3", NULL, NULL, DO_HEADING, 0 },
	{ "h4", NULL, NULL, DO_HEADING, 0 },
	{ "h5", NULL, NULL, DO_HEADING, 0 },
	{ "h6", NULL, NULL, DO_HEADING, 0 },
	/* text */
	{ "al", NULL, NULL, DO_PARAGRAPH, 0 },
	{ "noot.al", NULL, NULL, DO_PARAGRAPH, 0 },
	{ "p", NULL, NULL, DO_PARAGRAPH, 0 },
	{ "li", NULL, NULL, DO_ITEM, 0 },
	{ "li.nr", NULL, NULL, DO_ITEM_NR, 0 },
	{ "row", NULL, NULL, DO_ROW, 0 },
	{ "tr", NULL, NULL, DO_ROW, 0 },
	{ "entry", NULL, NULL, DO_CELL, 0 },
	{ "td", NULL, NULL, DO_CELL, 0 },
	{ "th", NULL, NULL, DO_CELL, 0 },
	{ "br", NULL, NULL, DO_BREAK, 0 },
	{ "sup", NULL, NULL, DO_RAISED, 0 },
	{ "nootref", NULL, NULL, DO_RAISED, 0 },
	{ "extref", NULL, NULL, DO_LINK, 0 },
	{ "a", NULL, NULL, DO_LINK, 0 },
	{ "nadruk", NULL, NULL, DO_NOTHING, 0 },
	{ "naam", NULL, NULL, DO_NOTHING, 0 },
	{ "voornaam", NULL, NULL, DO_WORD, 0 },
	{ "voorvoegsels", NULL, NULL, DO_WORD, 0 },
	{ "achternaam", NULL, NULL, DO_NOTHING, 0 },
	{ "organisatie", NULL, NULL, DO_NOTHING, 0 },
	{ "span", NULL, NULL, DO_NOTHING, 0 },
	{ "noot", NULL, NULL, DO_NOTE, 0 },
	{ "div", "noot", NULL, DO_NOTE, 0 },
	{ "noot.nr", NULL, NULL, DO_NOTE_NR, 0 },
	{ "span", "nootnum", NULL, DO_NOTE_NR, 0 },
	/* the rest */
	{ "div", "#broodtekst", NULL, DO_BODY, 0 },
	{ "kamervragen", NULL, NULL, DO_BODY, 0 },
	{ "reactie", NULL, NULL, DO_BODY, 0 },
	{ "vragen", NULL, NULL, DO_BODY, 0 },
	{ "meta", NULL, NULL, DO_META, 0 },
	{ "plaatje", NULL, NULL, DO_IMAGE, 0 },
	{ "illustratie", NULL, NULL, DO_IMAGE, 0 },
	{ "img", NULL, NULL, DO_IMAGE, 0 },
	{ "title", NULL, NULL, DO_DROP, 0 },
};

static gboolean has_word(const char *words, const char *word)
{
	gsize n = strlen(word);

	for (const char *p = words; (p = strstr(p, word)); p += n)
		if ((p == words || p[-1] == ' ') && (!p[n] || p[n] == ' '))
			return TRUE;
	return FALSE;
}

static gboolean has_mark(const char *const *attributes, const char *mark)
{
	if (!mark)
		return TRUE;
	const char *value = events_attribute(attributes, *mark == '#' ? "id" : "class");
	return value && has_word(value, *mark == '#' ? mark + 1 : mark);
}

const Element *dialect_element(const char *name, const char *const *attributes, const char *in)
{
	for (gsize i = 0; i < G_N_ELEMENTS(elements); i++) {
		const Element *e = &elements[i];
		if (strcmp(e->name, name) == 0 && has_mark(attributes, e->mark) &&
		    (!e->in || strcmp(e->in, in) == 0))
			return e;
	}
	return NULL;
}
