#include "official.h"

#include <stdio.h>
#include <string.h>

#define LOOKED_AT (16u << 10) /* bytes; a page has its metadata at its start */

/* The elements that documents are in. The last two are of before 2010. */
static const struct {
	const char *root;
	OfficialKind kind;
} roots[] = {
	{ "officiele-publicatie", OFFICIAL_XML },
	{ "metadata_gegevens", OFFICIAL_METADATA },
	{ "owms-metadata", OFFICIAL_METADATA },
	{ "kamerwrk", OFFICIAL_XML },
	{ "vraagdoc", OFFICIAL_XML },
};

/* Behind what may stand before the first element; NULL when that is not there. */
static const char *first_element(const char *p)
{
	static const struct {
		const char *start, *end;
	} before[] = { { "<?", "?>" }, { "<!--", "-->" }, { "<!", ">" } };

	if (g_str_has_prefix(p, "\xEF\xBB\xBF"))
		p += 3;
	for (;;) {
		gsize i = 0;
		while (g_ascii_isspace(*p))
			p++;
		while (i < G_N_ELEMENTS(before) && !g_str_has_prefix(p, before[i].start))
			i++;
		if (i == G_N_ELEMENTS(before))
			return *p == '<' ? p + 1 : NULL;
		p = strstr(p, before[i].end);
		if (!p)
			return NULL;
		p += strlen(before[i].end);
	}
}

static gboolean is_name(const char *p, const char *name)
{
	gsize n = strlen(name);
	return g_ascii_strncasecmp(p, name, n) == 0 && p[n] && strchr(" \t\r\n/>", p[n]);
}

OfficialKind official_kind(const char *path)
{
	g_autofree char *bytes = g_malloc0(LOOKED_AT + 1);
	FILE *file = fopen(path, "rb");

	if (!file)
		return OFFICIAL_NONE;
	gsize n = fread(bytes, 1, LOOKED_AT, file);
	fclose(file);
	const char *root = n ? first_element(bytes) : NULL;
	for (gsize i = 0; root && i < G_N_ELEMENTS(roots); i++)
		if (is_name(root, roots[i].root))
			return roots[i].kind;
	return root && is_name(root, "html") && strstr(bytes, "OVERHEIDop.") ? OFFICIAL_HTML
									     : OFFICIAL_NONE;
}
