/* From the parameters of a URL to a request; strict, with messages in Dutch. */
#include <stdlib.h>
#include <string.h>

#include "active.h"
#include "dates.h"
#include "parse.h"
#include "themes.h"
#include "web.h"

#define PER_PAGE 10

static gboolean bad_value(GError **error, const char *name, const char *value)
{
	g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD, "De waarde ‘%s’ voor ‘%s’ bestaat niet.",
		    value, name);
	return FALSE;
}

static void add(GPtrArray *list, const char *value)
{
	g_ptr_array_add(list, g_strdup(value));
}

/* ---- one function per parameter: FALSE for a value that does not exist --------------- */

static gboolean take_q(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_free(r->query);
	r->query = g_strdup(value);
	return strlen(value) <= QUERY_MAX_BYTES;
}

static gboolean take_theme(Request *r, const Web *web, const char *value)
{
	add(r->themes, value);
	return themes_find(web->index->themes, value) != NULL;
}

static gboolean take_status(Request *r, const Web *web, const char *value)
{
	(void)web;
	add(r->statuses, value);
	return status_from(value) >= 0;
}

static gboolean take_place(Request *r, const Web *web, const char *value)
{
	(void)web;
	add(r->places, value);
	return *value != '\0';
}

static gboolean take_organisation(Request *r, const Web *web, const char *value)
{
	(void)web;
	add(r->organisations, value);
	return *value != '\0';
}

static gboolean take_active(Request *r, const Web *web, const char *value)
{
	int from, to;

	(void)web;
	g_free(r->active);
	r->active = g_strdup(value);
	return active_parse(value, &from, &to);
}

static gboolean take_section(Request *r, const Web *web, const char *value)
{
	(void)web;
	add(r->sections, value);
	return section_kind_from(value) >= 0 && r->sections->len == 1;
}

static gboolean take_edition(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_free(r->edition);
	r->edition = g_strdup(strcmp(value, "alle") == 0      ? "all"
			      : strcmp(value, "laatste") == 0 ? "latest"
							      : value);
	return strcmp(r->edition, value) != 0 || date_is_valid(value);
}

static gboolean take_sort(Request *r, const Web *web, const char *value)
{
	static const char *const names[][2] = { { "relevantie", "relevance" },
						{ "begin", "start" },
						{ "einde", "end" },
						{ "titel", "title" } };

	(void)web;
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i][0], value) == 0) {
			g_free(r->sort);
			r->sort = g_strdup(names[i][1]);
			return TRUE;
		}
	return FALSE;
}

static gboolean take_page(Request *r, const Web *web, const char *value)
{
	(void)web;
	if (!*value || strlen(value) > 4 || strspn(value, "0123456789") != strlen(value))
		return FALSE;
	r->offset = (atoi(value) - 1) * PER_PAGE;
	return r->offset >= 0 && r->offset <= REQUEST_MAX_OFFSET;
}

static const struct {
	const char *name;
	gboolean (*take)(Request *r, const Web *web, const char *value);
} params[] = {
	{ "q", take_q },
	{ "thema", take_theme },
	{ "status", take_status },
	{ "plaats", take_place },
	{ "organisatie", take_organisation },
	{ "loopt", take_active },
	{ "sectie", take_section },
	{ "editie", take_edition },
	{ "sorteer", take_sort },
	{ "pagina", take_page },
};

static gboolean take(Request *r, const Web *web, const HttpParam *p, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(params); i++) {
		if (strcmp(params[i].name, p->name) != 0)
			continue;
		return params[i].take(r, web, p->value) || bad_value(error, p->name, p->value);
	}
	g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD, "De parameter ‘%s’ bestaat niet.", p->name);
	return FALSE;
}

gboolean web_read_request(Request *r, const Web *web, GError **error)
{
	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		/* a form sends its empty boxes along */
		if ((*p->value || strcmp(p->name, "q") == 0) && !take(r, web, p, error))
			return FALSE;
	}
	r->facets = TRUE;
	return request_finish(r, error);
}
