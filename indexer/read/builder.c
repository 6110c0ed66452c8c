#include "builder.h"

#include <string.h>

#include "fold.h"
#include "labels.h"

#define ITEM "• "
#define MAX_LABEL 60 /* bytes: what is longer is a sentence */

static void section_free(gpointer data)
{
	MarkupSection *s = data;

	g_free(s->label);
	g_free(s->text);
	g_free(s);
}

void builder_init(Builder *b)
{
	*b = (Builder) { .sections = g_ptr_array_new_with_free_func(section_free),
			 .label = g_strdup(""),
			 .text = g_string_new(NULL),
			 .block_start = TRUE };
}

/* Ends the section at hand; an empty one without a label is none. */
static void finish_section(Builder *b)
{
	if (b->text->len > 0 || *b->label) {
		MarkupSection *s = g_new(MarkupSection, 1);
		GString *nfc = g_string_sized_new(b->text->len);
		/* "<b>Doel</b>: helpen" */
		gsize colon = *b->label ? strspn(b->text->str, ": ") : 0;
		fold_nfc(nfc, b->text->str + colon, b->text->len - colon);
		*s = (MarkupSection) { g_strdup(b->label), g_string_free(nfc, FALSE), b->is_item };
		g_ptr_array_add(b->sections, s);
	}
	g_string_truncate(b->text, 0);
	b->due = BREAK_NONE;
	b->space = FALSE;
	b->block_start = TRUE;
}

/* Nothing stands behind the mark of an item yet. */
static gboolean is_item_open(const Builder *b)
{
	gsize n = strlen(ITEM), len = b->text->len; /* the text may be long */

	return b->due == BREAK_NONE && len >= n && memcmp(b->text->str + len - n, ITEM, n) == 0;
}

void builder_break(Builder *b, Break kind)
{
	b->due = is_item_open(b) ? BREAK_NONE : MAX(b->due, kind);
	b->block_start = TRUE;
}

/* Before a visible character: the break or the space that is due. */
static void separate(Builder *b)
{
	static const char *const breaks[] = { "", "\n", "\n\n" };

	if (b->text->len > 0) {
		g_string_append(b->text, breaks[b->due]);
		if (b->due == BREAK_NONE && b->space && b->text->str[b->text->len - 1] != ' ' &&
		    b->text->str[b->text->len - 1] != '\n')
			g_string_append_c(b->text, ' ');
	}
	b->due = BREAK_NONE;
	b->space = FALSE;
	b->block_start = FALSE;
}

void builder_item(Builder *b)
{
	b->due = BREAK_LINE;
	separate(b);
	g_string_append(b->text, ITEM);
	b->block_start = TRUE;
}

/* In an <ol> without <li>, "2. " in running text opens item 2. */
static void watch_numbers(Builder *b, const char *p)
{
	g_autofree char *number = g_strdup_printf("%u. ", b->numbered);

	if (!g_str_has_prefix(p, number))
		return;
	b->due = MAX(b->due, BREAK_LINE);
	b->numbered++;
}

/* Also what turns the order of letters around: with it, what people read is not what is there
 * (Unicode Technical Report 36, section 3.1). Dutch has no use for it. */
static gboolean is_invisible(gunichar c)
{
	return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* The letters that a ligature stands for (U+FB00..FB06); NULL for any other. */
static const char *letters_of(gunichar c)
{
	static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
	return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

void builder_text(Builder *b, const char *text)
{
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_ascii_isalnum(*p) && !b->space && !b->due && !b->numbered) {
			b->block_start = FALSE; /* most of a text: nothing comes before it */
			g_string_append_c(b->text, *p);
		} else if (g_unichar_isspace(c)) {
			b->space = TRUE;
		} else if (c == 0x2022 && !b->is_line && (b->space || b->block_start)) {
			builder_item(b);
		} else if (!is_invisible(c)) {
			if (b->numbered && (b->space || b->block_start))
				watch_numbers(b, p);
			separate(b);
			if (letters_of(c))
				g_string_append(b->text, letters_of(c));
			else
				g_string_append_unichar(b->text, c);
		}
	}
}

void builder_label(Builder *b, char *label)
{
	gboolean is_item = is_item_open(b);

	if (is_item) /* the label takes its place */
		g_string_truncate(b->text, b->text->len - strlen(ITEM));
	finish_section(b);
	b->is_item = is_item;
	g_free(b->label);
	while (g_str_has_suffix(label, ":") || g_str_has_suffix(label, " "))
		label[strlen(label) - 1] = '\0';
	b->label = label;
}

/* ---- labels by their words ---------------------------------------------------------------- */

/* How much of a line is a known label, with its colon; 0 for none: "Doel", "2. Doel: helpen". */
static gsize label_length(const char *line, gsize len)
{
	const char *colon = memchr(line, ':', len);
	gsize n = colon ? (gsize)(colon - line) + 1 : len;

	if (n > MAX_LABEL)
		return 0;
	g_autofree char *label = g_strndup(line, n);
	return g_ascii_isupper(*label_unnumbered(label)) && label_kind(label) >= 0 ? n : 0;
}

static void add_section(GPtrArray *to, const char *label, gsize label_len, const char *text,
			gsize len)
{
	MarkupSection *s = g_new(MarkupSection, 1);

	*s = (MarkupSection) { g_strndup(label, label_len), g_strstrip(g_strndup(text, len)),
			       FALSE };
	while (g_str_has_suffix(s->label, ":") || g_str_has_suffix(s->label, " "))
		s->label[strlen(s->label) - 1] = '\0';
	if (*s->label || *s->text)
		g_ptr_array_add(to, s);
	else
		section_free(s);
}

/* Adds a section, cut at each line that is a label or begins with one. An item may begin with one
 * too, where the label above it is one or there is none: "• Doel: helpen". */
static void add_cut(GPtrArray *to, const MarkupSection *s)
{
	const char *label = s->label, *text = s->text;
	gsize label_len = strlen(label), n;

	for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
		gboolean item = (!*s->label || s->is_item) && g_str_has_prefix(line, ITEM);
		end = line + strcspn(line, "\n");
		if (item && memchr(line, ':', (gsize)(end - line)))
			line += strlen(ITEM);
		n = label_length(line, (gsize)(end - line));
		if (!n)
			continue;
		add_section(to, label, label_len, text,
			    (gsize)(line - text) - (item ? strlen(ITEM) : 0));
		label = line;
		label_len = n;
		text = line + n;
	}
	add_section(to, label, label_len, text, strlen(text));
}

GPtrArray *builder_end(Builder *b)
{
	GPtrArray *sections = g_ptr_array_new_with_free_func(section_free);

	finish_section(b);
	for (guint i = 0; i < b->sections->len; i++)
		add_cut(sections, b->sections->pdata[i]);
	g_ptr_array_unref(b->sections);
	g_string_free(b->text, TRUE);
	g_free(b->label);
	return sections;
}

char *builder_end_text(Builder *b)
{
	finish_section(b);
	const MarkupSection *only = b->sections->len ? b->sections->pdata[0] : NULL;
	char *text = g_strdup(only ? only->text : "");

	g_ptr_array_unref(b->sections);
	g_string_free(b->text, TRUE);
	g_free(b->label);
	return text;
}
