#include "plainwords.h"

#include <string.h>

#include "lexemes.h"
#include "pilot.h"

static const struct {
	int kind;
	const char *words;
} words_of_kind[] = {
	{ IN, "in;uit;te;bij;over;tijdens;gedurende;binnen;rond;van;voor het jaar;het "
	      "jaar;jaar;periode" },
	{ PLACE, "gemeente;gemeenten;gemeentes;provincie;regio;stad" },
	{ OWNER, "rechtbank;rechtbanken;universiteit;hogeschool;gerechtshof;hof;orde;politie" },
	{ AFTER, "na;later dan" },
	{ BEFORE, "voor;vóór;eerder dan" },
	{ SIDE, "sinds;sedert;vanaf;v.a.;per;met ingang van;m.i.v.;tot;tot en met;t/m;tussen;en;"
		"uiterlijk;-" },
	{ EVENT,
	  "gestart;gestarte;startte;start;starten;begonnen;begon;begint;eindigt;eindigen;eindigde;"
	  "einde;"
	  "afgerond;afgeronde;afgesloten;beëindigd;stopgezet;gestopt;gepubliceerd;verschenen" },
	{ NOUN, "pilot;pilots;proef;proeven;project;projecten;experiment;experimenten" },
	{ PAPER,
	  "kamerbrief;brief;begroting;rapport;jaarverslag;jaarrekening;wet;wetsvoorstel;besluit;"
	  "motie;nota;notitie;bijlage;verslag;vergadering;debat;kamervragen;onderzoek;monitor;"
	  "regeerakkoord;coalitieakkoord;verkiezingen;cao" },
	{ UNIT,
	  "euro;eur;mensen;personen;huishoudens;woningen;zaken;gezinnen;inwoners;leerlingen;uur;"
	  "dagen;keer" },
	{ THEME, "thema" },
};

/* How a list or a number of pilots is asked for, and what stands between that and what they are. */
enum { LIST = 1, LINK, RUN };

static const struct {
	int kind;
	const char *words;
} words_of_lists[] = {
	{ LIST,
	  "welke pilots;welke pilot;welke proeven;welke projecten;hoeveel pilots;hoeveel proeven;"
	  "hoeveel projecten;overzicht pilots;overzicht van pilots;overzicht van de pilots;"
	  "overzicht van alle pilots;een overzicht van pilots;een overzicht van de pilots;"
	  "geef een overzicht van de pilots;geef een overzicht van pilots;lijst van pilots;"
	  "lijst van de pilots;lijst pilots;alle pilots;noem alle pilots;toon alle pilots" },
	{ LINK,
	  "zijn;zijn er;waren;waren er;er;die;gaan;gaan over;over;hebben;hebben betrekking op;"
	  "met betrekking tot;op het gebied van;in totaal;van" },
	{ RUN, "lopen;lopen er;lopen nog;lopen er nog;liepen;liepen er;nog lopen;loopt" },
};

static const struct {
	Status status;
	const char *words;
} words_of_status[] = {
	{ STATUS_LOPEND, "lopend;lopende;nog lopend;nog lopende" },
	{ STATUS_AFGEROND, "afgerond;afgeronde;beëindigd;beëindigde;voltooid;voltooide;afgelopen" },
	{ STATUS_STOPGEZET, "stopgezet;stopgezette;gestopt;gestopte;gestaakt;gestaakte" },
	{ STATUS_START_BINNENKORT,
	  "nog niet gestart;nog niet gestarte;niet gestart;niet gestarte;start binnenkort" },
};

/* What leads to the name of a section, and whether only to one of texts: "in de looptijd" says
 * when. */
static const struct {
	gboolean any;
	const char *words;
} words_before_sections[] = {
	{ TRUE, "sectie" },        { TRUE, "onderdeel" },    { TRUE, "de sectie" },
	{ TRUE, "het onderdeel" }, { TRUE, "in de sectie" }, { TRUE, "in het onderdeel" },
	{ FALSE, "in het" },       { FALSE, "in de" },       { FALSE, "met in het" },
	{ FALSE, "met in de" },
};

/* SectionKind + 1 behind what leads to it; negative for one of several words that stands alone. */
static void add_sections(Phrases *p)
{
	for (int kind = 0; kind < N_SECTION_KINDS; kind++) {
		g_autofree char *name = lexemes_text(section_kind_label((SectionKind)kind));
		gboolean text = kind != SECTION_LOOPTIJD && kind != SECTION_OVERIG;
		for (gsize i = 0; i < G_N_ELEMENTS(words_before_sections); i++) {
			g_autofree char *phrase =
				g_strconcat(words_before_sections[i].words, " ", name, NULL);
			if (text || words_before_sections[i].any)
				phrases_add(p, phrase, kind + 1);
		}
		if (strchr(name, ' '))
			phrases_add(p, name, -(kind + 1));
	}
}

static Phrases *made_of(Vocabulary v)
{
	Phrases *p = phrases_new();

	for (gsize i = 0; v == OF_QUERIES && i < G_N_ELEMENTS(words_of_kind); i++)
		phrases_add_all(p, words_of_kind[i].words, words_of_kind[i].kind);
	for (gsize i = 0; v == OF_STATUS && i < G_N_ELEMENTS(words_of_status); i++)
		phrases_add_all(p, words_of_status[i].words, (int)words_of_status[i].status + 1);
	for (gsize i = 0; v == OF_LISTS && i < G_N_ELEMENTS(words_of_lists); i++)
		phrases_add_all(p, words_of_lists[i].words, words_of_lists[i].kind);
	if (v == OF_SECTIONS)
		add_sections(p);
	return p;
}

const Phrases *plain_words(Vocabulary v)
{
	static gsize made[N_VOCABULARIES];

	if (g_once_init_enter(&made[v]))
		g_once_init_leave(&made[v], (gsize)made_of(v));
	return (const Phrases *)made[v];
}

char *plain_list(const char *text)
{
	g_autofree char *lower = lexemes_text(text);
	const char *p = lower + strspn(lower, " ");
	gsize length;

	if (phrases_at(plain_words(OF_LISTS), p, &length) != LIST)
		return NULL;
	gboolean runs = FALSE, dated = strpbrk(lower, "0123456789") != NULL;
	do {
		p += length;
		p += strspn(p, " ?");
		int kind = phrases_at(plain_words(OF_LISTS), p, &length);
		runs |= kind == RUN && !dated;
		length = kind == LINK || kind == RUN ? length : 0;
	} while (length);
	if (strlen(lower) == strlen(text)) /* as typed */
		p = text + (p - lower);
	return g_strconcat(runs ? "lopend " : "", p, NULL);
}
