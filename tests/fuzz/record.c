/* What an index keeps of a pilot, damaged in any way: a record (to the first NUL), behind it
 * its outline and tokens. Reading it gives something or nothing, and stays within the bytes. */
#include "fuzz.h"
#include "outline.h"
#include "tokens.h"

static void see(const DutchToken *token, gpointer user)
{
	(void)user;
	MUST(token->exact && token->stem);
}

static void read_tokens(const guint8 *data, gsize size)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, size);
	gsize offset = 0;
	g_autoptr(GPtrArray) strings = tokens_strings(bytes, &offset);

	if (!strings)
		return;
	g_autofree guchar *wanted = g_malloc(strings->len + 1);
	memset(wanted, 1, strings->len + 1);
	for (guint i = 0; i < 8 && tokens_each(bytes, &offset, strings, wanted, see, NULL); i++)
		;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	const guint8 *end = memchr(data, '\0', size);
	gsize len = end ? (gsize)(end - data) : size;
	g_autofree char *json = g_strndup((const char *)data, len);
	g_autoptr(Pilot) parsed = pilot_from_json(json, len, NULL);

	if (parsed) {
		g_autofree char *written = pilot_to_json(parsed);
		g_autoptr(Pilot) again = pilot_from_json(written, strlen(written), NULL);
		MUST(again);
		g_autofree char *rewritten = pilot_to_json(again);
		MUST(strcmp(written, rewritten) == 0);
	}
	if (end) {
		gsize rest = size - len - 1;
		g_autoptr(Pilot) outlined = outline_read(json, len, end + 1, rest);
		read_tokens(end + 1, rest);
	}
	return 0;
}
