#include "citation.h"

#include <string.h>

#include "dates.h"

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

char *citation_source(const Pilot *p)
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

char *citation_leidraad(const Pilot *p, const Section *s)
{
	g_autofree char *where = place(p, s);
	g_autofree char *source = citation_source(p);

	return g_strdup_printf("%s, %s.", source, where);
}

char *citation_short(const Pilot *p, const Section *s)
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

char *citation_kamer(const Pilot *p, const Section *s)
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
