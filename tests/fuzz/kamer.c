/* A paper of parliament: what is read must be text, numbers that rise, and records. */
#include <string.h>

#include "answers.h"
#include "findings.h"
#include "fuzz.h"
#include "pairs.h"
#include "reader.h"
#include "texts.h"

static void see_numbers(const GArray *numbers)
{
	for (guint i = 0; i < numbers->len; i++)
		MUST(g_array_index(numbers, guint, i) > 0 &&
		     (!i ||
		      g_array_index(numbers, guint, i - 1) < g_array_index(numbers, guint, i)));
}

static void see_papers(const Document *d, const GPtrArray *papers)
{
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	guint sides = 0, found = 0;

	for (guint i = 0; i < d->parts->len; i++)
		sides += ((Part *)d->parts->pdata[i])->kind == PART_QUESTION;
	for (guint i = 0; i < papers->len; i++) {
		const Paper *p = papers->pdata[i];
		g_autofree char *json = paper_to_json(p);
		MUST(g_utf8_validate(json, -1, NULL));
		MUST(g_hash_table_add(ids, p->id));
		see_numbers(p->numbers);
		see_numbers(p->see);
		found += p->questions->len;
	}
	MUST(sides == found);
}

static void see(Document *take)
{
	g_autoptr(Document) d = take;
	g_autoptr(Report) report = report_new();
	g_autoptr(PaperDocument) facts = paper_document_new();

	facts->id = g_strdup("ah-tk-20982099-1");
	findings_fill(facts, d, d->metadata, "x", report);
	texts_mend(d, TRUE, "x", report);
	g_autoptr(GPtrArray) papers = pairs_of(d, facts, "x", report);
	answers_settle(papers, d->facts[FACT_ANSWER] != NULL, FALSE, "x", report);
	texts_check_notes(d, papers, "x", report);
	see_papers(d, papers);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autoptr(Report) report = report_new();
	g_autofree char *html = fuzz_text(data, size);
	g_autoptr(GError) error = NULL;
	Document *d = reader_of_xml("x", (const char *)data, size, report, &error);

	MUST((d == NULL) == (error != NULL));
	if (d)
		see(d);
	see(reader_of_html("x", html, report));
	return 0;
}
