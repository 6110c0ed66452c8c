#include "events.h"

#include <errno.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#define PIECE (64u << 10)

/* libxml2 must be made ready by one thread: two that both begin with it can lock each other out.
 * Memory that it is refused ends the program, as it does for GLib: its HTML parser crashes then, or
 * goes on for ever. */
void events_make_ready(void)
{
	static gsize ready;

	if (g_once_init_enter(&ready)) {
		xmlMemSetup(g_free, g_malloc, g_realloc, g_strdup);
		xmlInitParser();
		g_once_init_leave(&ready, 1);
	}
}

static const char *without_prefix(const char *name)
{
	const char *colon = strrchr(name, ':');
	return colon ? colon + 1 : name;
}

const char *events_attribute(const char *const *attributes, const char *name)
{
	for (; attributes && *attributes; attributes += 2)
		if (strcmp(without_prefix(*attributes), name) == 0)
			return attributes[1] ? attributes[1] : "";
	return NULL;
}

/* ---- what libxml2 tells ---------------------------------------------------------------- */

typedef struct {
	const Events *events;
	gpointer user;
	xmlParserCtxt *context;
	gboolean begun;  /* behind the blanks that may stand before it */
	int entity_line; /* of the first entity that is not of XML; 0 without */
} Source;

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	Source *s = data;
	g_autofree char *lower = g_ascii_strdown(without_prefix((const char *)name), -1);

	s->events->start(lower, (const char *const *)attributes,
			 (guint)MAX(xmlSAX2GetLineNumber(s->context), 1), s->user);
}

static void on_end(void *data, const xmlChar *name)
{
	Source *s = data;
	g_autofree char *lower = g_ascii_strdown(without_prefix((const char *)name), -1);

	s->events->end(lower, s->user);
}

static void on_text(void *data, const xmlChar *text, int len)
{
	Source *s = data;
	s->events->text((const char *)text, (gsize)len, s->user);
}

/* What it stands for would be lost. */
static void on_reference(void *data, const xmlChar *name)
{
	Source *s = data;

	(void)name;
	if (!s->entity_line)
		s->entity_line = MAX(xmlSAX2GetLineNumber(s->context), 1);
}

/* SAX version 1: names as they are printed; without the functions that would keep a tree, or
 * declarations of entities. */
static Source *source_new(const Events *events, gpointer user)
{
	Source *s = g_new0(Source, 1);
	xmlSAXHandler sax = { .startElement = on_start,
			      .endElement = on_end,
			      .characters = on_text,
			      .ignorableWhitespace = on_text,
			      .cdataBlock = on_text,
			      .reference = on_reference,
			      .initialized = 1 };

	events_make_ready();
	s->events = events;
	s->user = user;
	s->context = xmlCreatePushParserCtxt(&sax, s, NULL, 0, NULL);
	return s;
}

static void source_free(Source *s)
{
	if (s->context) {
		xmlFreeDoc(s->context->myDoc); /* made for declarations of entities alone */
		xmlFreeParserCtxt(s->context);
	}
	g_free(s);
}

/* A byte order mark and blanks, of which some files have a line: XML must begin at once. */
static gsize blanks_before(const char *bytes, gsize len)
{
	gsize n = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (n < len && g_ascii_isspace(bytes[n]))
		n++;
	return n;
}

/* FALSE when it is no XML. */
static gboolean feed(Source *s, const char *bytes, gsize len)
{
	if (!s->begun) {
		gsize n = blanks_before(bytes, len);
		bytes += n;
		len -= n;
		s->begun = len > 0;
	}
	return s->context && (!len || xmlParseChunk(s->context, bytes, (int)len, 0) == 0);
}

static gboolean fail(Source *s, const char *path, GError **error)
{
	const xmlError *why = s->context ? xmlCtxtGetLastError(s->context) : NULL;
	g_autofree char *said = g_strdup(why && why->message ? why->message : "it is empty");

	if (s->entity_line)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%s:%d: the XML has an entity of its own, which is not read", path,
			    s->entity_line);
	else
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%s:%d: the XML is damaged: %s", path, why ? MAX(why->line, 1) : 1,
			    g_strchomp(said));
	return FALSE;
}

static gboolean finish(Source *s, gboolean ok, const char *path, GError **error)
{
	if (ok && s->begun && xmlParseChunk(s->context, "", 0, 1) == 0 && s->context->wellFormed &&
	    !s->entity_line)
		return TRUE;
	return fail(s, path, error);
}

gboolean events_of_xml(const char *path, const char *bytes, gsize len, const Events *events,
		       gpointer user, GError **error)
{
	Source *s = source_new(events, user);
	gboolean ok = TRUE;

	for (gsize at = 0; ok && at < len; at += PIECE)
		ok = feed(s, bytes + at, MIN(PIECE, len - at));
	ok = finish(s, ok, path, error);
	source_free(s);
	return ok;
}

/* ---- files ----------------------------------------------------------------------------- */

static gboolean refuse(GError **error, int code, const char *path, const char *why)
{
	g_set_error(error, G_FILE_ERROR, code, "%s: %s", path, why);
	return FALSE;
}

static gboolean feed_file(Source *s, FILE *file, const char *path, GError **error)
{
	g_autofree char *piece = g_malloc(PIECE);
	gboolean ok = TRUE;
	gsize all = 0, n;

	while (ok && (n = fread(piece, 1, PIECE, file)) > 0) {
		all += n;
		if (all > EVENTS_MAX_BYTES)
			return refuse(error, G_FILE_ERROR_INVAL, path,
				      "the XML is larger than 64 MB; split it");
		ok = feed(s, piece, n);
	}
	if (ferror(file))
		return refuse(error, g_file_error_from_errno(errno), path, "cannot read");
	return finish(s, ok, path, error);
}

gboolean events_read_xml(const char *path, const Events *events, gpointer user, GError **error)
{
	FILE *file = fopen(path, "rb");

	if (!file)
		return refuse(error, g_file_error_from_errno(errno), path, g_strerror(errno));
	Source *s = source_new(events, user);
	gboolean ok = feed_file(s, file, path, error);
	source_free(s);
	fclose(file);
	return ok;
}
