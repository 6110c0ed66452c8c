#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "markup.h"
#include "officetext.h"
#include "pdf.h"
#include "tags.h"

#define MAX_ENTITY 40 /* bytes of "&CounterClockwiseContourIntegral;" */

typedef struct {
	TextFunc func;
	gpointer user;
	GString *text;
	GHashTable *closed;   /* tags (tags.h) */
	GHashTable *entities; /* "&eacute;" -> "é" */
	char *until;          /* what ends the comment, script or tag at hand; NULL for none */
} Stripper;

/* ---- tags -------------------------------------------------------------------------- */

/* The end of a tag, behind its ">"; that in a quoted value does not count, but no value goes on
 * over the next tag. NULL when it is not on this line. */
static const char *tag_end(const char *from)
{
	const char *first = NULL;
	char quote = 0, before = 0;

	for (const char *p = from; *p && !(quote && *p == '<'); p++) {
		if (*p == '>' && !first)
			first = p + 1;
		if (*p == '>' && !quote)
			return p + 1;
		if (quote && *p == quote)
			quote = 0;
		else if (!quote && before == '=' && (*p == '"' || *p == '\''))
			quote = *p;
		before = g_ascii_isspace(*p) ? before : *p;
	}
	return first;
}

static void begin_until(Stripper *s, const char *end)
{
	g_free(s->until);
	s->until = g_strdup(end);
}

/* "<script", "<title": what follows is none of the text, up to its end. */
static void begin_raw(Stripper *s, const char *name)
{
	static const char *const raw[] = { "script", "style", "title" };

	for (gsize i = 0; i < G_N_ELEMENTS(raw); i++)
		if (strcmp(name, raw[i]) == 0) {
			g_autofree char *end = g_strconcat("</", raw[i], NULL);
			begin_until(s, end);
		}
}

/* What "<" begins; returns where the text goes on. */
static const char *skip_tag(Stripper *s, const char *p)
{
	gboolean closes = p[1] == '/';
	const char *name = p + 1 + closes;
	gsize len = tag_name(name);

	if (g_str_has_prefix(p, "<!--")) {
		begin_until(s, "-->");
		return p + 4;
	}
	if (!tags_begin(p, s->closed))
		return p + 1;
	g_autofree char *lower = g_ascii_strdown(name, (gssize)len);
	const char *end = tag_end(name + len);
	g_string_append(s->text, tag_divides(lower) ? " " : ACCOUNT_GLUED);
	if (!end)
		begin_until(s, ">");
	else if (!closes)
		begin_raw(s, lower);
	return end ? end : p + strlen(p);
}

/* ---- entities ---------------------------------------------------------------------- */

/* A control character, which no reader keeps: it stands for a letter that the font had there. */
static gboolean is_control(const char *entity)
{
	gboolean hex = entity[2] == 'x' || entity[2] == 'X';
	unsigned long c = entity[1] == '#' ? strtoul(entity + 2 + hex, NULL, hex ? 16 : 10) : ' ';

	return c < ' ' && !strchr("\t\n\r\f", (int)c);
}

static char *entity_text(const char *entity)
{
	if (is_control(entity))
		return g_strdup("\x01");
	g_autofree char *html = g_strdup_printf("x%sx", entity);
	g_autofree char *plain =
		markup_plain(html); /* "x x" of a blank, "xx" of what is not seen */
	gsize len = strlen(plain);

	return len < 2 ? g_strdup("") : g_strndup(plain + 1, len - 2);
}

static const char *add_entity(Stripper *s, const char *p)
{
	gsize n = 1 + (p[1] == '#');

	while (n < MAX_ENTITY && g_ascii_isalnum(p[n]))
		n++;
	if (p[n] != ';') {
		g_string_append_c(s->text, '&');
		return p + 1;
	}
	char *name = g_strndup(p, n + 1);
	const char *text = g_hash_table_lookup(s->entities, name);
	if (text) {
		g_free(name);
	} else {
		text = entity_text(name);
		g_hash_table_insert(s->entities, name, (gpointer)text);
	}
	g_string_append(s->text, text);
	return p + n + 1;
}

/* ---- lines ------------------------------------------------------------------------- */

/* Behind what ends the comment, script or tag at hand; NULL when it goes on. */
static const char *skip_until(Stripper *s, const char *p)
{
	const char *end = strcasestr(p, s->until);

	if (end && *s->until == '<') /* what ends a script is a tag itself */
		end = strchr(end, '>');
	else if (end)
		end += strlen(s->until) - 1;
	if (end)
		g_clear_pointer(&s->until, g_free);
	return end ? end + 1 : NULL;
}

static void strip_line(Stripper *s, guint line, const char *p)
{
	g_string_truncate(s->text, 0);
	while (p && *p) {
		gsize n = s->until ? 0 : strcspn(p, "<&");
		g_string_append_len(s->text, p, (gssize)n);
		p += n;
		if (s->until)
			p = skip_until(s, p);
		else if (*p == '<')
			p = skip_tag(s, p);
		else if (*p == '&')
			p = add_entity(s, p);
	}
	s->func(line, s->text->str, FALSE, s->user);
}

/* Twice: for the tags that it closes, and for its text. */
static gboolean read_file(Stripper *s, const char *path, GError **error)
{
	gboolean ok = TRUE;

	for (guint pass = 0; ok && pass < 2; pass++) {
		g_autoptr(Lines) lines = lines_open(path, error);
		const char *line;
		while (lines && (line = lines_next(lines)))
			if (pass == 0)
				tags_learn(s->closed, line);
			else
				strip_line(s, lines_number(lines), line);
		ok = lines && lines_are_whole(lines, error);
	}
	return ok;
}

static gboolean read_pdf(Stripper *s, const char *path, const Converted *converted, GError **error)
{
	g_autofree char *kept = converted_read(converted);
	g_autofree char *html = kept ? g_steal_pointer(&kept) : pdf_to_html(path, error);
	guint line = 0;

	for (char *p = html, *end; p; p = end) {
		end = strchr(p, '\n');
		if (end)
			*end++ = '\0';
		strip_line(s, ++line, p);
	}
	return html != NULL;
}

gboolean source_read(const char *path, const FileFacts *facts, const Converted *converted,
		     TextFunc func, gpointer user, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GHashTable) entities =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) closed = tags_new();
	Stripper s = { func, user, text, closed, entities, NULL };

	if (facts->kind == FILE_ZIP)
		return officetext_read(path, func, user, error);
	gboolean ok = facts->kind == FILE_PDF ? read_pdf(&s, path, converted, error)
					      : read_file(&s, path, error);
	g_free(s.until);
	return ok;
}
