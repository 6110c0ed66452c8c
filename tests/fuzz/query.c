/* The query language: what is written out is read as the same tree. */
#include "query.h"
#include "fuzz.h"
#include "parse.h"
#include "question.h"

static gboolean is_too_deep(const GPtrArray *notices)
{
	for (guint i = 0; i < notices->len; i++)
		if (strstr(notices->pdata[i], "dieper genest"))
			return TRUE;
	return FALSE;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static Dutch *dutch;
	g_autofree char *text = fuzz_text(data, MIN(size, QUERY_MAX_BYTES));
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = query_parse(text, notices);

	if (!dutch)
		dutch = dutch_new();
	question_is(text);
	if (!node)
		return 0;
	g_autofree char *written = query_node_text(node);
	g_autoptr(QueryNode) again = query_parse(written, notices);
	MUST(again);
	g_autofree char *rewritten = query_node_text(again);
	/* Brackets deeper than are read are lost on the way, and may be. */
	if (strcmp(written, rewritten) != 0 && !is_too_deep(notices)) {
		g_autofree char *both = g_strdup_printf("%s\n  read as %s", written, rewritten);
		fuzz_found(__FILE__, __LINE__, both);
	}
	g_autoptr(QueryContext) context = query_context_new(dutch, NULL, NULL);
	for (QueryMode mode = QUERY_WORDS; mode <= QUERY_THEME; mode++) {
		g_autoptr(Query) query = query_new(context, node, mode, NULL);
		g_autoptr(GArray) matches = query_match(query, dutch, NULL, text);
		for (guint i = 0; i < matches->len; i++) {
			const QueryMatch *m = &g_array_index(matches, QueryMatch, i);
			MUST(m->start < m->end && m->end <= strlen(text));
		}
	}
	return 0;
}
