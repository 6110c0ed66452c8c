#include "document.h"

#include "citation.h"
#include "dated.h"

const BlockLook block_looks[N_BLOCKS] = {
	[BLOCK_TITLE] = { 18, 14, 6, .bold = TRUE, .joined = TRUE },
	[BLOCK_HEADING] = { 13, 14, 6, .bold = TRUE, .joined = TRUE },
	[BLOCK_TEXT] = { 11, 0, 7 },
	[BLOCK_ABOUT] = { 11, 14, 6, .italic = TRUE, .joined = TRUE },
	[BLOCK_QUOTE] = { 11, 0, 7, .aside = TRUE },
};

static void block_free(gpointer data)
{
	Block *b = data;

	g_free(b->text);
	g_free(b->note);
	g_free(b->link);
	g_free(b);
}

/* Takes the text. */
static Block *add(GPtrArray *blocks, BlockKind kind, char *take)
{
	Block *b = g_new0(Block, 1);

	b->kind = kind;
	b->text = take;
	g_ptr_array_add(blocks, b);
	return b;
}

/* The number of the source of a pilot, from 1: the same for all that stand in one. */
static guint source_number(GPtrArray *sources, const Pilot *p)
{
	g_autofree char *cited = citation_source(p);
	g_autofree char *source = g_strdup_printf("%s. Bestand %s, SHA-256 %s.", cited,
						  p->source.file, p->source.sha256);
	guint i;

	if (!g_ptr_array_find_with_equal_func(sources, source, g_str_equal, &i)) {
		i = sources->len;
		g_ptr_array_add(sources, g_steal_pointer(&source));
	}
	return i + 1;
}

static void add_quote(GPtrArray *blocks, GPtrArray *sources, const Hit *h, const RenderContext *c)
{
	g_autofree char *cited = citation_short(h->pilot, h->section);
	Block *quote = add(blocks, BLOCK_QUOTE, g_strdup(h->quote));

	quote->note =
		g_strdup_printf("%s (bron %u, tekens %" G_GSIZE_FORMAT "–%" G_GSIZE_FORMAT ").",
				cited, source_number(sources, h->pilot), h->from, h->to);
	quote->link = render_link(c, h->pilot);
}

static void add_passage(GPtrArray *blocks, GPtrArray *sources, const Hit *h, const RenderContext *c)
{
	g_autofree char *status = dated_line(h->pilot, c->request->today);

	add(blocks, BLOCK_ABOUT,
	    g_strdup_printf("%s – %s. Status: %s.", h->pilot->title,
			    h->section ? section_kind_label(h->section->kind) : "", status));
	add_quote(blocks, sources, h, c);
}

/* Of whom, to whom and when: what an earlier answer is known by. */
static void add_earlier(GPtrArray *blocks, GPtrArray *sources, const Hit *h, const RenderContext *c)
{
	const GPtrArray *ministers = h->pilot->facets[FACET_MINISTER];
	g_autofree char *status = dated_status(h->pilot, NULL);
	g_autofree char *cited = citation_leidraad(h->pilot, h->section);
	g_autoptr(GString) about = g_string_new(h->pilot->title);

	g_string_append_printf(about, " – %s", status);
	for (guint i = 0; i < ministers->len; i++)
		g_string_append_printf(about, "%s%s", i ? ", " : " door de ",
				       (const char *)ministers->pdata[i]);
	for (guint i = 0; i < h->reasons->len; i++)
		g_string_append_printf(about, "; %s", (const char *)h->reasons->pdata[i]);
	add(blocks, BLOCK_ABOUT, g_strdup_printf("%s. %s", about->str, cited));
	add_quote(blocks, sources, h, c);
}

/* The question and a place for its answer, which goes when that is written, and the remark with
 * it. */
static void add_question(GPtrArray *blocks, const Answer *a)
{
	add(blocks, BLOCK_HEADING, g_strdup_printf("Vraag %s", a->number));
	add(blocks, BLOCK_TEXT, g_strdup(a->text));
	add(blocks, BLOCK_HEADING, g_strdup_printf("Antwoord %s", a->number));
	add(blocks, BLOCK_TEXT, g_strdup("[Schrijf hier het antwoord.]"))->remark =
		render_verdict(a);
}

GPtrArray *document_blocks(const Dossier *d, const RenderContext *c)
{
	GPtrArray *blocks = g_ptr_array_new_with_free_func(block_free);
	g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(g_free);
	Block *title = add(blocks, BLOCK_TITLE, g_strdup(d->title));

	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		if (a->number)
			add_question(blocks, a);
		else
			title->remark = render_verdict(a);
		for (guint k = 0; k < a->results->hits->len; k++)
			add_passage(blocks, sources, a->results->hits->pdata[k], c);
		if (a->earlier->hits->len)
			add(blocks, BLOCK_HEADING, g_strdup("Eerder beantwoord"));
		for (guint k = 0; k < a->earlier->hits->len; k++)
			add_earlier(blocks, sources, a->earlier->hits->pdata[k], c);
	}
	if (sources->len)
		add(blocks, BLOCK_HEADING, g_strdup("Bijlage: bronnen van de passages"));
	for (guint i = 0; i < sources->len; i++)
		add(blocks, BLOCK_TEXT,
		    g_strdup_printf("Bron %u: %s", i + 1, (char *)sources->pdata[i]));
	return blocks;
}
