/* A file as an annex, in whatever format: read as the indexer reads it. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "annex.h"
#include "fuzz.h"
#include "source.h"

static gboolean count_pilot(Pilot *take, guint number, gpointer user, GError **error)
{
	g_autoptr(Pilot) p = take;
	guint *seen = user;

	(void)number, (void)error;
	g_autofree char *json = pilot_to_json(p);
	MUST(g_utf8_validate(json, -1, NULL));
	++*seen;
	return TRUE;
}

static void add_source(guint line, const char *text, gboolean left_out, gpointer user)
{
	(void)left_out;
	MUST(g_utf8_validate(text, -1, NULL));
	account_source(user, line, text);
	account_say(user, SAID_RECORD, text);
}

/* What is compared with itself is all there. */
static void account(Annex *a, const char *path, Report *report)
{
	g_autoptr(Account) words = account_new();
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	guint before = report->count;

	MUST(source_read(path, &a->facts, &a->converted, add_source, words, NULL));
	account_close(words, path, report, lines);
	MUST(lines->len == 1 && report->count == before);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	if (size > 4 && memcmp(data, "%PDF", 4) == 0)
		return 0; /* that starts another program */
	int fd = memfd_create("annex", 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	g_autoptr(Report) report = report_new();
	guint seen = 0;

	MUST(write(fd, data, size) == (gssize)size);
	g_autoptr(Annex) a = annex_look(path, "annex.txt", NULL, NULL);
	MUST(a);
	if (annex_scan(a, TRUE, report, NULL)) {
		for (guint i = 0; i < a->parts->len; i++)
			MUST(annex_read(a, &g_array_index(a->parts, AnnexPart, i), report,
					count_pilot, &seen, NULL));
		MUST(seen == a->ids->len);
		account(a, path, report);
	}
	close(fd);
	return 0;
}
