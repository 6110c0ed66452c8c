/* Help: the query language in plain Dutch, each with an example that works. */
#include "handlers.h"
#include "page.h"

static const struct {
	const char *query, *meaning;
} examples[] = {
	{ "huur geschil",
	  "Beide woorden. Pilots die er een van hebben staan eronder, onder ‘Ook mogelijk "
	  "relevant’." },
	{ "scheiding OF alimentatie", "Een van beide woorden. Schrijf OF met hoofdletters." },
	{ "mediation NIET scheiding", "Wel het eerste woord, niet het tweede. Of: -scheiding." },
	{ "(huur OF wonen) EN gemeente", "Haakjes houden bij elkaar wat bij elkaar hoort." },
	{ "\"eigen bijdrage\"", "Precies deze woorden, in deze volgorde en in deze vorm." },
	{ "schuld*", "Woorden die zo beginnen. Met *geschil: woorden die zo eindigen." },
	{ "titel:advocaat", "Alleen in de titel. Ook: achtergrond:, doel:, stand-van-zaken:." },
	{ "sectie:doel kinderen", "Alleen in dat onderdeel." },
	{ "plaats:Rotterdam", "Alleen in die plaats. Ook: organisatie:, thema:, status:." },
	{ "plaats:Brabant", "Alleen in plaatsen in die provincie. Ook: provincie:." },
	{ "loopt:2022-03", "Pilots die in die maand lopen." },
	{ "35 000 VI, nr. 47", "Pilots die naar dit Kamerstuk verwijzen. Ook: 35000-VI-47, een "
			       "dossier (31 753), Stb. 2021, 123 of een ECLI-nummer." },
	{ "artikel 12 Wrb", "Dit artikel, ook als er ‘art. 12’ staat, van deze wet." },
};

static void table(Html *h, const Web *web)
{
	html_open(h, "table");
	html_element(h, "caption", "Zo kunt u zoeken");
	html_open(h, "thead");
	html_open(h, "tr");
	html_open_with(h, "th", "scope", "col", NULL);
	html_text(h, "U typt");
	html_close(h);
	html_open_with(h, "th", "scope", "col", NULL);
	html_text(h, "U vindt");
	html_close(h);
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (gsize i = 0; i < G_N_ELEMENTS(examples); i++) {
		g_autofree char *url = web_link_with(web, "/", "q", examples[i].query);
		html_open(h, "tr");
		html_open(h, "td");
		html_link(h, url, examples[i].query);
		html_close(h);
		html_element(h, "td", examples[i].meaning);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static const struct {
	const char *heading, *text;
} parts[] = {
	{ "Woorden en samenstellingen", "U vindt ook andere vormen van een woord en langere "
					"woorden waar het in zit. Met ‘huur’ vindt u "
					"ook ‘huurgeschil’ en ‘huurcommissie’." },
	{ "Andere woorden voor hetzelfde",
	  "Een woordenlijst kent andere woorden voor hetzelfde, zoals ‘echtscheiding’ bij "
	  "‘scheiden’. Bij "
	  "‘Hoe uw vraag is begrepen’ ziet u welke zijn gebruikt. Zet een woord tussen "
	  "aanhalingstekens als u alleen dat woord wilt." },
	{ "Een hele vraag",
	  "Plak een vraag in het zoekvak, bijvoorbeeld uit een Kamerstuk. De woorden die iets "
	  "zeggen tellen mee. De rest telt niet mee. De pagina laat zien welke woorden niet "
	  "meetelden." },
	{ "Status en peildatum", "De status van een pilot komt uit de bron en geldt op de "
				 "peildatum van de bron. Hij wordt niet "
				 "bijgewerkt naar vandaag. Staat erbij dat de looptijd "
				 "eindigde? Dan is de looptijd in de bron nu voorbij. De "
				 "pilot kan later verlengd zijn: kijk in nieuwere stukken." },
	{ "Citeren",
	  "Elk citaat is letterlijk. Met […] is aangegeven waar tekst is weggelaten. "
	  "Klik onder een passage op ‘Citeer’: daar staat een bronvermelding om te kopiëren." },
	{ "Vergelijken",
	  "Zet bij de resultaten een vinkje bij de pilots. Klik onder aan de lijst op "
	  "‘Vergelijk de gekozen pilots’. Zij staan dan naast elkaar." },
	{ "Downloaden",
	  "Onder aan de resultaten kunt u alles wat is gevonden meenemen. In Excel (XLSX) staat "
	  "elke pilot op een eigen regel, met alle gegevens. Alle pilots tegelijk? Die download "
	  "staat op de beginpagina." },
	{ "Bericht krijgen", "Onder aan de resultaten staat ‘Volg deze zoekvraag’. Zet die link in "
			     "een feedlezer: een programma dat bijhoudt wat er nieuw is. Dat kan "
			     "ook bij ‘Wijzigingen’." },
	{ "Kamervragen", "Moet u vragen van een Kamerlid beantwoorden? Plak ze bij ‘Kamervraag’. "
			 "U krijgt een document met per vraag de passages die erover gaan. Zoekt "
			 "u wat eerder is geantwoord? Kies boven de resultaten ‘Kamervragen’." },
	{ "Werken met het toetsenbord", "Alles werkt met het toetsenbord en zonder scripts. Met "
					"Tab komt u eerst bij een link die naar de "
					"resultaten gaat." },
};

void page_help(Web *web, const char *rest)
{
	Html h;
	const Page page = { .title = "Hulp bij zoeken", .path = "/hulp" };

	(void)rest;
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	page_search_box(&h, web, "/", NULL);
	table(&h, web);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		html_element(&h, "h2", parts[i].heading);
		html_element(&h, "p", parts[i].text);
	}
	page_end(&h, web);
}
