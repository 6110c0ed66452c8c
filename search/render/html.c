#include "html.h"

#include <stdarg.h>
#include <string.h>

static const char *const voids[] = { "br", "hr", "img", "input", "link", "meta", NULL };

void html_init(Html *h, GString *out)
{
	*h = (Html) { out, g_ptr_array_new(), FALSE, FALSE };
}

void html_init_xml(Html *h, GString *out)
{
	*h = (Html) { out, g_ptr_array_new(), FALSE, TRUE };
	g_string_append(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
}

/* How a character of three bytes begins that XML has no place for: U+FFFE, U+FFFF. */
#define LAST_CHARACTERS "\xEF\xBF"

/* Both contexts share one escaper that is safe in either. Control characters, which XML has no
 * place for, are left out. */
static void append_escaped(GString *out, const char *text)
{
	static const char special[] =
		"&<>\"'\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11"
		"\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\xEF";

	for (; *text; text++) {
		gsize plain = strcspn(text, special);
		g_string_append_len(out, text, (gssize)plain);
		text += plain;
		switch (*text) {
		case '&': g_string_append(out, "&amp;"); break;
		case '<': g_string_append(out, "&lt;"); break;
		case '>': g_string_append(out, "&gt;"); break;
		case '"': g_string_append(out, "&quot;"); break;
		case '\'': g_string_append(out, "&#39;"); break;
		case '\xEF':
			if (g_str_has_prefix(text, LAST_CHARACTERS) && (guchar)text[2] >= 0xBE)
				text += 2;
			else
				g_string_append_c(out, *text);
			break;
		case '\0': return;
		default: break;
		}
	}
}

static void end_tag(Html *h)
{
	if (h->tag)
		g_string_append_c(h->out, '>');
	h->tag = FALSE;
}

void html_open(Html *h, const char *name)
{
	end_tag(h);
	g_string_append_c(h->out, '<');
	g_string_append(h->out, name);
	g_ptr_array_add(h->open, (gpointer)name);
	h->tag = TRUE;
}

void html_attribute(Html *h, const char *name, const char *value)
{
	g_return_if_fail(h->tag);
	g_string_append_c(h->out, ' ');
	g_string_append(h->out, name);
	if (!value)
		return;
	g_string_append(h->out, "=\"");
	append_escaped(h->out, value);
	g_string_append_c(h->out, '"');
}

static void attributes(Html *h, va_list args)
{
	const char *name;

	while ((name = va_arg(args, const char *)))
		html_attribute(h, name, va_arg(args, const char *));
}

void html_open_with(Html *h, const char *name, ...)
{
	va_list args;

	html_open(h, name);
	va_start(args, name);
	attributes(h, args);
	va_end(args);
}

void html_empty_with(Html *h, const char *name, ...)
{
	va_list args;

	html_open(h, name);
	va_start(args, name);
	attributes(h, args);
	va_end(args);
	html_close(h);
}

void html_attribute_format(Html *h, const char *name, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_autofree char *value = g_strdup_vprintf(format, args);
	va_end(args);
	html_attribute(h, name, value);
}

void html_text(Html *h, const char *text)
{
	end_tag(h);
	append_escaped(h->out, text);
}

void html_text_format(Html *h, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	html_text(h, text);
}

/* A comma may stand right behind it. */
static gboolean is_within_a_line(const char *name)
{
	return strchr("abims", *name) || strcmp(name, "time") == 0;
}

void html_close(Html *h)
{
	g_return_if_fail(h->open->len > 0);
	const char *name = g_ptr_array_remove_index(h->open, h->open->len - 1);
	gboolean empty = h->xml ? h->tag : g_strv_contains(voids, name);

	if (h->xml && h->tag)
		g_string_append_c(h->out, '/');
	end_tag(h);
	if (!empty) {
		g_string_append(h->out, "</");
		g_string_append(h->out, name);
		g_string_append_c(h->out, '>');
	}
	if (!h->xml && (!is_within_a_line(name) || empty)) /* the source is read too */
		g_string_append_c(h->out, '\n');
}

void html_finish(Html *h)
{
	while (h->open->len)
		html_close(h);
	g_ptr_array_unref(h->open);
}

void html_element(Html *h, const char *name, const char *text)
{
	html_open(h, name);
	html_text(h, text);
	html_close(h);
}

void html_element_class(Html *h, const char *name, const char *class_name, const char *text)
{
	html_open(h, name);
	html_attribute(h, "class", class_name);
	html_text(h, text);
	html_close(h);
}

void html_link(Html *h, const char *url, const char *text)
{
	html_open(h, "a");
	html_attribute(h, "href", url);
	html_text(h, text);
	html_close(h);
}

void html_url_component(GString *url, const char *text)
{
	for (; *text; text++)
		if (g_ascii_isalnum(*text) || strchr("-_.~", *text))
			g_string_append_c(url, *text);
		else
			g_string_append_printf(url, "%%%02X", (guchar)*text);
}
