#include "fold.h"

#include <string.h>

/* Letters that Unicode does not decompose, as Dutch readers type them. */
static const struct {
	gunichar letter;
	const char *folded;
} folds[] = {
	{ 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x00F8, "o" }, { 0x0111, "d" },
	{ 0x0131, "i" },  { 0x0133, "ij" }, { 0x0142, "l" }, { 0x0153, "oe" },
	{ 0x017F, "s" },  { '\'', "" },     { 0x2019, "" },  { 0x02BC, "" },
};

gboolean fold_is_invisible(gunichar c)
{
	return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

#define NFC_BYTES 512 /* of a piece, about: GLib moves all that is behind each composed letter */

/* Whether what begins at p never composes with what stands before it: ASCII, and letters but
 * for the jamo of Hangul (Unicode Standard, 3.11 and 3.12). */
static gboolean begins_anew(const char *p)
{
	gunichar c;

	if ((*p & 0xc0) == 0x80)
		return FALSE;
	c = g_utf8_get_char(p);
	return c < 0x80 || (g_unichar_isalpha(c) && !(c >= 0x1100 && c <= 0x11FF));
}

/* Bytes of ASCII at the start, but the last one before something else: an accent may follow. */
static gsize plain_bytes(const char *text, gsize len)
{
	gsize n = 0;

	while (n < len && (guchar)text[n] < 0x80)
		n++;
	return n == len || n == 0 ? n : n - 1;
}

void fold_nfc(GString *out, const char *text, gsize len)
{
	for (gsize n; len > 0; text += n, len -= n) {
		n = plain_bytes(text, len);
		if (n > 0) {
			g_string_append_len(out, text, (gssize)n);
			continue;
		}
		n = MIN(len, 2);
		while (n < len &&
		       (n < NFC_BYTES ? (guchar)text[n] >= 0x80 : !begins_anew(text + n)))
			n++;
		g_autofree char *nfc = g_utf8_normalize(text, (gssize)n, G_NORMALIZE_NFC);
		g_string_append(out, nfc);
	}
}

/* Appends what is ASCII up to the first character that is not; returns how much that was. */
static gsize lower_ascii(GString *out, const char *text, gsize len)
{
	gsize begin = out->len, n = 0;

	g_string_append_len(out, text, (gssize)len);
	for (; n < len && (guchar)text[n] < 0x80; n++)
		if (g_ascii_isupper(text[n]))
			out->str[begin + n] = (char)(text[n] | 0x20);
	g_string_truncate(out, begin + n);
	return n;
}

void fold_lower(GString *out, const char *text, gsize len)
{
	gsize begin = out->len, n = lower_ascii(out, text, len);

	if (n == len)
		return;
	for (const char *p = text + n; p < text + len; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == 0x2019)
			g_string_append_c(out, '\'');
		else if (!fold_is_invisible(c))
			g_string_append_unichar(out, g_unichar_tolower(c));
	}
	g_autofree char *lower = g_strdup(out->str + begin);
	g_string_truncate(out, begin);
	fold_nfc(out, lower, strlen(lower));
}

static gboolean fold_special(GString *out, gunichar c)
{
	for (gsize i = 0; i < G_N_ELEMENTS(folds); i++)
		if (folds[i].letter == c) {
			g_string_append(out, folds[i].folded);
			return TRUE;
		}
	return FALSE;
}

void fold_accents(GString *out, const char *lower)
{
	for (const char *p = lower; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p), base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
		if (c < 0x80 && c != '\'') {
			g_string_append_c(out, c);
			continue;
		}
		if (fold_special(out, c))
			continue;
		gsize n = g_unichar_fully_decompose(c, TRUE, base, G_N_ELEMENTS(base));
		for (gsize i = 0; i < n; i++)
			if (!g_unichar_ismark(base[i]))
				g_string_append_unichar(out, base[i]);
	}
}
