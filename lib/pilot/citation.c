#include "citation.h"

#include "dates.h"

static char *place(const Pilot *p, const Section *s)
{
	if (!s)
		return g_strdup_printf("onderdeel ‘%s’", p->title);
	return g_strdup_printf("onderdeel ‘%s’, ‘%s’", p->title,
			       *s->heading ? s->heading : section_kind_label(s->kind));
}

static const char *document(const Pilot *p)
{
	return p->source.title ? p->source.title : p->source.file;
}

/* The reference date in words between before and after; "" without one. */
static char *reference(const Pilot *p, const char *before, const char *after)
{
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;

	return date ? g_strconcat(before, date, after, NULL) : g_strdup("");
}

char *citation_leidraad(const Pilot *p, const Section *s)
{
	g_autofree char *where = place(p, s);
	g_autofree char *paper =
		p->source.kamerstuk
			? g_strdup_printf("Bijlage bij Kamerstukken II %s, ", p->source.kamerstuk)
			: g_strdup("");
	g_autofree char *date = reference(p, " (peildatum ", ")");

	return g_strdup_printf("%s‘%s’%s, %s.", paper, document(p), date, where);
}

char *citation_kamer(const Pilot *p, const Section *s)
{
	g_autofree char *where = place(p, s);
	g_autofree char *paper =
		p->source.kamerstuk ? g_strdup_printf("Kamerstuk %s, bijlage ", p->source.kamerstuk)
				    : g_strdup("");
	g_autofree char *date = reference(p, ", peildatum ", "");

	return g_strdup_printf("%s%s%s, %s", paper, document(p), date, where);
}
