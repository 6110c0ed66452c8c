#include "flat.h"

#include <string.h>

Flat flat_writer(GByteArray *out)
{
	return (Flat) { .out = out };
}

Flat flat_reader(const guint8 *bytes, gsize len)
{
	return (Flat) { .p = bytes, .end = bytes + len };
}

static void put(GByteArray *out, guint64 n)
{
	guint8 byte;

	do {
		byte = (guint8)((n & 0x7f) | (n > 0x7f ? 0x80 : 0));
		g_byte_array_append(out, &byte, 1);
		n >>= 7;
	} while (n);
}

static guint64 get(Flat *f)
{
	guint64 n = 0;

	for (guint shift = 0; f->p < f->end && shift < 64; shift += 7) {
		guint8 byte = *f->p++;
		n |= (guint64)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return n;
	}
	f->failed = TRUE;
	return 0;
}

guint64 flat_number(Flat *f, guint64 n)
{
	if (!f->out)
		return f->failed ? 0 : get(f);
	put(f->out, n);
	return n;
}

const char *flat_text(Flat *f, const char *text)
{
	guint64 n = flat_number(f, text ? strlen(text) + 1 : 0);

	if (!n)
		return NULL;
	if (f->out) {
		g_byte_array_append(f->out, (const guint8 *)text, (guint)n);
		return text;
	}
	const char *here = (const char *)f->p;
	if (n > (guint64)(f->end - f->p) || memchr(here, '\0', n) != here + n - 1) {
		f->failed = TRUE;
		return NULL;
	}
	f->p += n;
	return here;
}

guint flat_count(Flat *f, guint n)
{
	guint64 count = flat_number(f, n);

	if (!f->out && count > (guint64)(f->end - f->p))
		f->failed = TRUE;
	return f->failed ? 0 : (guint)count;
}
