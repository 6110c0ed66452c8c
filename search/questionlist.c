#include "questionlist.h"

#include <string.h>

#include "linetext.h"
#include "noteref.h"

Collector *collector_new(void)
{
	Collector *c = g_new0(Collector, 1);

	c->questions = g_new0(Questions, 1);
	c->questions->all = g_ptr_array_new();
	c->questions->left = g_ptr_array_new_with_free_func(g_free);
	c->text = g_string_new(NULL);
	c->left = g_string_new(NULL);
	return c;
}

static void question_free(QuestionText *q)
{
	g_free(q->number);
	g_free(q->text);
	g_free(q);
}

void questions_free(Questions *q)
{
	if (!q)
		return;
	for (guint i = 0; i < q->all->len; i++)
		question_free(q->all->pdata[i]);
	g_ptr_array_unref(q->all);
	g_ptr_array_unref(q->left);
	g_free(q->heading);
	g_free(q);
}

gboolean collector_is_full(const Collector *c)
{
	return c->questions->all->len >= QUESTIONS_MAX;
}

/* ---- what is left out ----------------------------------------------------------------- */

/* In single spaces. The caller frees. */
static char *squeezed(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
	GString *out = g_string_sized_new(strlen(text));

	for (char **w = words; *w; w++) {
		if (**w && out->len)
			g_string_append_c(out, ' ');
		g_string_append(out, *w);
	}
	return g_string_free(out, FALSE);
}

static void settle_left(Collector *c)
{
	if (c->left->len)
		g_ptr_array_add(c->questions->left, squeezed(c->left->str));
	g_string_truncate(c->left, 0);
}

void collector_leave(Collector *c, const char *text, gboolean gap)
{
	if (gap)
		settle_left(c);
	if (c->left->len)
		g_string_append_c(c->left, ' ');
	g_string_append(c->left, text);
}

/* ---- a question ------------------------------------------------------------------------ */

static void end_paragraph(Collector *c)
{
	if (c->asks_here)
		c->asked = c->text->len;
	if (!c->first)
		c->first = c->text->len;
	c->asks_here = FALSE;
}

/* The last question is whole: paragraphs behind the last one that asks are headings, or of a
 * letter. last: of the whole text, so there is nothing to go on with. */
static void settle(Collector *c, gboolean last)
{
	GPtrArray *all = c->questions->all;

	end_paragraph(c);
	gsize end = c->asked ? c->asked : last ? c->first : c->text->len;
	QuestionText *q = all->len ? all->pdata[all->len - 1] : NULL;
	if (q && !q->text)
		q->text = g_strndup(c->text->str, end);
	if (end < c->text->len)
		collector_leave(c, c->text->str + end + 1, TRUE);
	settle_left(c);
	g_string_truncate(c->text, 0);
	c->asked = c->first = 0;
	c->asks = FALSE;
}

void collector_begin(Collector *c, const char *number, const char *text)
{
	QuestionText *q = g_new(QuestionText, 1);

	settle(c, FALSE);
	*q = (QuestionText) { g_strdup(number), NULL };
	g_ptr_array_add(c->questions->all, q);
	collector_add(c, text, FALSE);
}

/* A word that was broken at the end of a line is whole again: "rechts-" and "bijstand", but not
 * "huur-" and "en koopwoningen", nor "ADR-" and "tool". */
static gboolean mend_word(GString *text, const char *next)
{
	static const char *const joints[] = { "en ", "of ", "tot ", "als " };
	gsize n = text->len;

	if (n < 3 || text->str[n - 1] != '-' || !g_ascii_islower(text->str[n - 2]) ||
	    !g_ascii_islower(text->str[n - 3]) || !g_ascii_islower(*next))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(joints); i++)
		if (g_str_has_prefix(next, joints[i]))
			return FALSE;
	g_string_truncate(text, n - 1);
	return TRUE;
}

void collector_add(Collector *c, const char *text, gboolean gap)
{
	g_autofree char *spaced = squeezed(text);
	g_autofree char *plain = noteref_without(spaced);

	if (gap && c->text->len)
		end_paragraph(c);
	if (*plain && c->text->len && !mend_word(c->text, plain))
		g_string_append_c(c->text, ' ');
	g_string_append(c->text, plain);
	if (linetext_asks(plain))
		c->asks = c->asks_here = TRUE;
}

char *collector_take_back(Collector *c)
{
	char *text = g_strndup(c->text->str, c->text->len);

	question_free(g_ptr_array_steal_index(c->questions->all, c->questions->all->len - 1));
	g_string_truncate(c->text, 0);
	return text;
}

void collector_head(Collector *c, const char *text)
{
	c->questions->heading = squeezed(text);
}

/* What is used as the heading is not left out. */
static void drop_heading(Questions *q)
{
	for (guint i = q->left->len; q->heading && i-- > 0;) {
		const char *text = q->left->pdata[i];
		if (!g_str_has_prefix(text, q->heading))
			continue;
		char *rest = g_strchug(g_strdup(text + strlen(q->heading)));
		g_free(g_ptr_array_steal_index(q->left, i));
		if (*rest)
			g_ptr_array_insert(q->left, (int)i, rest);
		else
			g_free(rest);
	}
}

Questions *collector_finish(Collector *take)
{
	Questions *q = take->questions;

	settle(take, TRUE);
	drop_heading(q);
	for (guint i = q->all->len; i-- > 0;) /* a number with nothing behind it */
		if (!*((const QuestionText *)q->all->pdata[i])->text)
			question_free(g_ptr_array_steal_index(q->all, i));
	g_string_free(take->text, TRUE);
	g_string_free(take->left, TRUE);
	g_free(take);
	return q;
}
