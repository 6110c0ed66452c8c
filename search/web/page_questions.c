/* Pasted parliamentary questions. */
#include "handlers.h"
#include "page.h"

/* ---- the page ----------------------------------------------------------------------------------
 */

/* The ways in which a text is split, for people. */
static const char *const splits[N_SPLITS] = {
	[SPLIT_MARKS] = "Bij de nummers en opsommingstekens",
	[SPLIT_LINES] = "Elke regel is een vraag",
	[SPLIT_PARAGRAPHS] = "Elke alinea is een vraag, met een lege regel ertussen",
	[SPLIT_NOWHERE] = "Niet: de hele tekst is één vraag",
};

static const char *split_name(Split split)
{
	return request_param_find(MOUTH_WEB, "splitsing", REQUEST_QUESTIONS)
		->value(MOUTH_WEB, split);
}

static void split_choice(Html *h, Split chosen)
{
	html_open_with(h, "label", "for", "splitsing", NULL);
	html_text(h, "Waar begint een nieuwe vraag?");
	html_close(h);
	html_open_with(h, "select", "id", "splitsing", "name", "splitsing", NULL);
	for (Split i = 0; i < N_SPLITS; i++) {
		html_open_with(h, "option", "value", split_name(i), NULL);
		if (i == chosen)
			html_attribute(h, "selected", NULL);
		html_text(h, splits[i]);
		html_close(h);
	}
	html_close(h);
}

static void question_form(Html *h, const Web *web, const char *text)
{
	g_autofree char *action = web_link(web, "/kamervraag");

	html_open_with(h, "form", "method", "post", "action", action, "class", "vragen", NULL);
	html_open_with(h, "label", "for", "tekst", NULL);
	html_text(h, "Plak hier de vragen");
	html_close(h);
	html_open_with(h, "p", "id", "tekst-uitleg", "class", "uitleg", NULL);
	html_text(h,
		  "Bij elke vraag wordt apart gezocht. Nummers (1., 1) of Vraag 1), "
		  "opsommingstekens en losse regels worden herkend. De tekst wordt niet bewaard.");
	html_close(h);
	html_open_with(h, "textarea", "id", "tekst", "name", "tekst", "rows", "10",
		       "aria-describedby", "tekst-uitleg", NULL);
	html_attribute(h, "required", NULL);
	html_text(h, text ? text : "");
	html_close(h);
	split_choice(h, web->request->split);
	html_open_with(h, "button", "type", "submit", NULL);
	html_text(h, "Zoek passages");
	html_close(h);
	html_close(h);
}

static void download_buttons(Html *h)
{
	for (gsize i = 0; i < G_N_ELEMENTS(page_downloads); i++) {
		html_open_with(h, "button", "type", "submit", "class", "tweede", "name", "formaat",
			       "value", page_downloads[i].format, "form", PAGE_DOSSIER_FORM, NULL);
		html_text_format(h, "Download als %s", page_downloads[i].label);
		html_close(h);
	}
}

/* The same questions once more, as a file, with the passages that are chosen. */
static void download_form(Html *h, const Web *web, const char *text)
{
	g_autofree char *action = web_link(web, "/kamervraag");

	html_open_with(h, "form", "id", PAGE_DOSSIER_FORM, "method", "post", "action", action,
		       "class", "zoekbalk", NULL);
	html_empty_with(h, "input", "type", "hidden", "name", "tekst", "value", text, NULL);
	html_empty_with(h, "input", "type", "hidden", "name", "splitsing", "value",
			split_name(web->request->split), NULL);
	html_empty_with(h, "input", "type", "hidden", "name", "mee", "value", PAGE_NO_BOX, NULL);
	download_buttons(h);
	html_close(h);
}

static const char *const overview_texts[N_STRENGTHS] = {
	[STRENGTH_NONE] = "niets gevonden",
	[STRENGTH_WEAK] = "alleen zwakke overeenkomsten",
	[STRENGTH_FAIR] = "redelijke overeenkomst",
	[STRENGTH_STRONG] = "sterke overeenkomst",
};

/* How many questions were seen, and what was not taken for one. */
static void how_it_was_split(Html *h, const Dossier *d)
{
	html_open(h, "p");
	html_text_format(h, "%u vra%s herkend. Klopt dat niet? ", d->answers->len,
			 d->answers->len == 1 ? "ag" : "gen");
	html_link(h, "#veranderen", "Kies waar een nieuwe vraag begint");
	html_text(h, ", of zet elke vraag op een eigen regel.");
	html_close(h);
	if (!d->left->len)
		return;
	html_open(h, "details");
	html_element(h, "summary", "Wat niet als vraag is gelezen");
	html_open(h, "ul");
	for (guint i = 0; i < d->left->len; i++)
		html_element(h, "li", d->left->pdata[i]);
	html_close(h);
	html_close(h);
}

static void words(Html *h, const char *label, const GPtrArray *texts)
{
	g_autofree char *joined = page_joined(texts);

	page_fact(h, label, joined);
}

static void how_it_was_read(Html *h, const Answer *a)
{
	html_open(h, "details");
	html_open(h, "summary");
	html_text_format(h, "Hoe vraag %s is gelezen", a->number);
	html_close(h);
	html_open_with(h, "dl", "class", "feiten", NULL);
	words(h, "Telden mee", a->terms);
	words(h, "Telden niet mee", a->ignored);
	words(h, "Herkend", a->recognised);
	words(h, "In geen pilot genoemd", a->absent);
	if (!a->terms->len && !a->ignored->len && !a->recognised->len)
		page_fact(h, "Telden mee", "geen woorden");
	html_close(h);
	html_close(h);
}

/* Said in sight: it decides what is found. */
static void what_was_taken(Html *h, const Answer *a)
{
	g_autofree char *words_taken = page_joined(a->taken);

	if (!a->follows)
		return;
	html_open(h, "p");
	html_text_format(h,
			 "Deze vraag noemt zelf geen onderwerp. Er is gezocht met dat van vraag "
			 "%s",
			 a->follows);
	html_text_format(h, "%s%s.", a->taken->len ? ": " : "", words_taken ? words_taken : "");
	html_close(h);
}

/* Where each question is on the page, and how well it is met. */
static void overview(Html *h, const Dossier *d)
{
	html_open_with(h, "ol", "class", "overzicht", NULL);
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		g_autofree char *link = g_strdup_printf("#vraag-%u", i + 1);
		html_open(h, "li");
		html_open_with(h, "a", "href", link, NULL);
		html_text_format(h, "Vraag %s", a->number);
		html_close(h);
		html_text_format(h, ": %s", overview_texts[a->strength]);
		if (a->results->hits->len)
			html_text_format(h, " (%s)",
					 ((const Hit *)a->results->hits->pdata[0])->pilot->title);
		html_close(h);
	}
	html_close(h);
}

static void show_answer(Html *h, const Web *web, const Answer *a, guint place)
{
	g_autofree char *id = g_strdup_printf("vraag-%u", place);

	html_open(h, "section");
	html_open_with(h, "h2", "id", id, NULL);
	html_text_format(h, "Vraag %s", a->number);
	html_close(h);
	html_element_class(h, "p", "vraag", a->text);
	what_was_taken(h, a);
	how_it_was_read(h, a);
	if (render_verdict(a))
		html_element_class(h, "p", "melding", render_verdict(a));
	const HitLook look = { .question = place };
	if (a->results->hits->len) {
		html_open_with(h, "ol", "class", "treffers", NULL);
		const GPtrArray *hits = a->results->hits;
		for (guint i = 0, n; i < hits->len; i += n) {
			n = results_of_pilot(a->results, i);
			page_hit(h, web, &look, (Hit *const *)hits->pdata + i, n);
		}
		html_close(h);
	}
	if (a->earlier->hits->len) {
		html_element(h, "h3", "Eerder beantwoord");
		html_open_with(h, "ol", "class", "treffers", NULL);
		for (guint i = 0; i < a->earlier->hits->len; i++)
			page_hit(h, web, &look, (Hit *const *)&a->earlier->hits->pdata[i], 1);
		html_close(h);
	}
	html_close(h);
}

static void show_form(Web *web)
{
	Html h;
	const Page page = { .title = "Passages bij Kamervragen", .path = "/kamervraag" };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	html_element(
		&h, "p",
		"Plak de vragen van een Kamerlid. U krijgt per vraag de passages die erover gaan: "
		"letterlijk, met de status op de peildatum en de bron. U kunt ze meenemen naar "
		"Word of een andere tekstverwerker. Let op: het zijn bronnen, geen antwoorden.");
	question_form(&h, web, NULL);
	page_end(&h, web);
}

static void show_dossier(Web *web, const Dossier *d, const char *text)
{
	Html h;
	g_autofree char *title = g_strdup_printf("Passages bij %u vra%s", d->answers->len,
						 d->answers->len == 1 ? "ag" : "gen");
	const Page page = { .title = title, .path = "/kamervraag" };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", title);
	if (d->heading)
		html_element(&h, "p", d->heading);
	how_it_was_split(&h, d);
	overview(&h, d);
	html_element(&h, "p",
		     "Haal bij een passage het vinkje weg als u die niet wilt meenemen. De vraag "
		     "zelf blijft altijd staan.");
	download_form(&h, web, text);
	for (guint i = 0; i < d->answers->len; i++)
		show_answer(&h, web, d->answers->pdata[i], i + 1);
	html_element(&h, "h2", "De gekozen passages meenemen");
	html_open_with(&h, "div", "class", "zoekbalk", NULL);
	download_buttons(&h);
	html_close(&h);
	html_open_with(&h, "h2", "id", "veranderen", NULL);
	html_text(&h, "De vragen veranderen");
	html_close(&h);
	question_form(&h, web, text);
	page_end(&h, web);
}

void page_questions(Web *web, const char *rest)
{
	const char *text = http_param(web->http, "tekst");

	(void)rest;
	if (!text || !*text) {
		show_form(web);
		return;
	}
	if (web->format) {
		export_questions(web, rest);
		return;
	}
	g_autoptr(Dossier) d = web_dossier(web);
	if (d)
		show_dossier(web, d, text);
}
