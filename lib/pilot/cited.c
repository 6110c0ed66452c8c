#include "cited.h"

#include <string.h>

#include "dates.h"

/* ---- a pilot ------------------------------------------------------------------------------- */

/* "onderdeel ‘Gezinsadvocaat’, ‘Doel’". */
static char *place(const Pilot *p, const Section *s)
{
	if (!s)
		return g_strdup_printf("onderdeel ‘%s’", p->title);
	return g_strdup_printf("onderdeel ‘%s’, ‘%s’", p->title,
			       *s->heading ? s->heading : section_kind_label(s->kind));
}

/* The document by its title and its reference date. */
static char *document(const Pilot *p)
{
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	const char *title = p->source.title ? p->source.title : p->source.file;

	return g_strdup_printf("‘%s%s%s’", title, date ? " – peildatum " : "", date ? date : "");
}

/* The dossier of "35000-VI-47" is "35000 VI", its number "47". */
static void take_apart(const char *kamerstuk, char **dossier, char **number)
{
	const char *last = strrchr(kamerstuk, '-');

	*dossier = last ? g_strndup(kamerstuk, last - kamerstuk) : g_strdup(kamerstuk);
	g_strdelimit(*dossier, "-", ' ');
	*number = g_strdup(last ? last + 1 : "");
}

static char *pilot_source(const Pilot *p)
{
	g_autofree char *title = document(p);
	g_autofree char *dossier = NULL;
	g_autofree char *number = NULL;

	if (!p->source.kamerstuk)
		return g_steal_pointer(&title);
	take_apart(p->source.kamerstuk, &dossier, &number);
	return g_strdup_printf("Bijlage%s%s bij Kamerstukken II %s%s%s, nr. %s, %s",
			       p->source.annex ? " " : "", p->source.annex ? p->source.annex : "",
			       p->source.session ? p->source.session : "",
			       p->source.session ? ", " : "", dossier, number, title);
}

static char *pilot_leidraad(const Pilot *p, const Section *s)
{
	g_autofree char *where = place(p, s);
	g_autofree char *source = pilot_source(p);

	return g_strdup_printf("%s, %s.", source, where);
}

static char *pilot_short(const Pilot *p, const Section *s)
{
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	g_autofree char *where = place(p, s);
	g_autofree char *dossier = NULL;
	g_autofree char *number = NULL;

	*where = g_ascii_toupper(*where);
	if (!p->source.kamerstuk)
		return g_strdup_printf("%s%s%s", where, date ? ", peildatum " : "",
				       date ? date : "");
	take_apart(p->source.kamerstuk, &dossier, &number);
	return g_strdup_printf("%s, Kamerstukken II %s, nr. %s, bijlage%s%s", where, dossier,
			       number, p->source.annex ? " " : "",
			       p->source.annex ? p->source.annex : "");
}

static char *pilot_kamer(const Pilot *p, const Section *s)
{
	g_autofree char *where = place(p, s);
	g_autofree char *title = document(p);
	g_autofree char *dossier = NULL;
	g_autofree char *number = NULL;

	if (!p->source.kamerstuk)
		return g_strdup_printf("%s, %s", title, where);
	take_apart(p->source.kamerstuk, &dossier, &number);
	/* the house style has a space in the number: 31 753 */
	return g_strdup_printf("Kamerstuk %.2s %s, nr. %s, bijlage%s%s, %s, %s", dossier,
			       dossier + MIN(2, strlen(dossier)), number,
			       p->source.annex ? " " : "", p->source.annex ? p->source.annex : "",
			       title, where);
}

char *cited_pilot(const Pilot *p, const Section *s, Cite way)
{
	switch (way) {
	case CITE_LEIDRAAD: return pilot_leidraad(p, s);
	case CITE_KAMER: return pilot_kamer(p, s);
	case CITE_SOURCE: return pilot_source(p);
	default: return pilot_short(p, s);
	}
}

/* ---- a paper of parliament ------------------------------------------------------------------- */

/* Of a paper that does not say its number. */
static char *by_title(const Pilot *p)
{
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	const char *title = p->source.title ? p->source.title : p->source.file;

	return g_strdup_printf("‘%s’%s%s", title, date ? ", " : "", date ? date : "");
}

static const char *chamber(const Pilot *p)
{
	return p->paper.chamber ? p->paper.chamber : "II";
}

/* "Aanhangsel Handelingen II 2020/21, nr. 3235"; "Kamervragen 2021Z16005": without an answer. */
static char *questions_source(const Pilot *p, Cite way)
{
	const char *of = way == CITE_SHORT ? "Aanhangsel" : "Aanhangsel Handelingen";

	if (!p->paper.number)
		return by_title(p);
	if (!g_str_has_prefix(p->paper.document, "ah-") || !p->source.session)
		return g_strdup_printf("Kamervragen %s", p->paper.number);
	return g_strdup_printf("%s %s %s, nr. %s", of, chamber(p), p->source.session,
			       p->paper.number);
}

char *cited_questions(const Pilot *p, const Section *s, Cite way)
{
	g_autofree char *source = questions_source(p, way);
	gboolean asks = s ? s->kind == SECTION_VRAAG : !pilot_section(p, SECTION_ANTWOORD);
	const char *end = way == CITE_LEIDRAAD ? "." : "";

	if (way == CITE_SOURCE || !p->paper.questions)
		return g_strconcat(source, end, NULL);
	return g_strconcat(source, asks ? ", vraag " : ", antwoord op vraag ", p->paper.questions,
			   end, NULL);
}

/* The dossier of "35000-VI": "35000 VI", in the house style "35 000 VI". */
static char *letter_source(const Pilot *p, Cite way)
{
	const GPtrArray *dossiers = p->facets[FACET_DOSSIER];
	g_autofree char *dossier = dossiers->len ? g_strdup(dossiers->pdata[0]) : NULL;

	if (!dossier || !p->paper.number)
		return by_title(p);
	g_strdelimit(dossier, "-", ' ');
	if (way == CITE_KAMER || way == CITE_SHORT) /* a space in the number: 31 753 */
		return g_strdup_printf("Kamerstuk %.2s %s, nr. %s", dossier,
				       dossier + MIN(2, strlen(dossier)), p->paper.number);
	return g_strdup_printf("Kamerstukken %s %s%s%s, nr. %s", chamber(p),
			       p->source.session ? p->source.session : "",
			       p->source.session ? ", " : "", dossier, p->paper.number);
}

char *cited_letter(const Pilot *p, const Section *s, Cite way)
{
	g_autofree char *source = letter_source(p, way);
	const char *end = way == CITE_LEIDRAAD ? "." : "";

	if (way == CITE_SOURCE || !s || !*s->heading)
		return g_strconcat(source, end, NULL);
	return g_strdup_printf("%s, onder ‘%s’%s", source, s->heading, end);
}
