#include "reference.h"

#include <string.h>

void reference_free(gpointer data)
{
	Reference *ref = data;

	g_free(ref->id);
	g_free(ref);
}

gboolean reference_is_kamerstuk(const char *id)
{
	return g_ascii_isdigit(*id) || g_str_has_prefix(id, "ah-") || g_str_has_prefix(id, "kv-");
}

gboolean reference_answers(const char *id, const char *asked)
{
	gsize n = strlen(asked);

	return g_str_has_prefix(id, asked) && (!id[n] || (id[n] == '-' && g_ascii_isdigit(*id)));
}

void reference_each_dossier(const char *id, void (*func)(const char *dossier, gpointer user),
			    gpointer user)
{
	for (const char *p = g_ascii_isdigit(*id) ? strchr(id, '-') : NULL; p;
	     p = strchr(p + 1, '-')) {
		g_autofree char *dossier = g_strndup(id, (gsize)(p - id));
		func(dossier, user);
	}
}

/* A paper ends in a number or in letters that are no chapter. */
gboolean reference_is_dossier(const char *id)
{
	const char *last = strrchr(id, '-');

	return g_ascii_isdigit(*id) && (!last || last[1] == '0' || strspn(last + 1, "IVX") > 0);
}

char *reference_url(const char *id)
{
	static const char site[] = "https://zoek.officielebekendmakingen.nl";

	if (g_str_has_prefix(id, "ECLI:"))
		return g_strconcat("https://deeplink.rechtspraak.nl/uitspraak?id=", id, NULL);
	if (!g_ascii_isdigit(*id))
		return g_strdup_printf("%s/%s.html", site, id);
	return reference_is_dossier(id) ? g_strdup_printf("%s/dossier/%s", site, id)
					: g_strdup_printf("%s/kst-%s.html", site, id);
}

static char *name_of_paper(const char *id)
{
	g_autofree char *words = g_strdelimit(g_strdup(id), "-", ' ');
	char *number = strrchr(words, ' ');

	if (!number || reference_is_dossier(id))
		return g_strdup_printf("dossier %s", words);
	*number = '\0';
	return g_strdup_printf("Kamerstuk %s, nr. %s", words, number + 1);
}

char *reference_name(const char *id)
{
	g_auto(GStrv) part = g_strsplit(id, "-", -1);
	guint n = g_strv_length(part);

	if (g_ascii_isdigit(*id))
		return name_of_paper(id);
	if (n == 4 && strcmp(part[0], "ah") == 0 && strlen(part[2]) == 8)
		return g_strdup_printf("Aanhangsel Handelingen %s %.4s/%s, nr. %s",
				       *part[1] == 'e' ? "I" : "II", part[2], part[2] + 6, part[3]);
	if (n == 3 && strcmp(part[0], "kv") == 0)
		return g_strdup_printf("Kamervragen %s", part[2]);
	if (n != 3) /* an ECLI, or what somebody thought of */
		return g_strdup(id);
	*part[0] = g_ascii_toupper(*part[0]);
	return g_strdup_printf("%s. %s, %s", part[0], part[1], part[2]);
}
