#include "accounting.h"

#include <string.h>

#include "account.h"
#include "marks.h"
#include "source.h"

struct Accounting {
	Account *account;
	GHashTable *texts; /* of sections */
};

Accounting *accounting_new(void)
{
	Accounting *a = g_new(Accounting, 1);

	a->account = account_new();
	a->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return a;
}

void accounting_free(Accounting *a)
{
	if (!a)
		return;
	account_free(a->account);
	g_hash_table_unref(a->texts);
	g_free(a);
}

/* ---- pilots --------------------------------------------------------------------------- */

static GHashTable *numbers_of(const GPtrArray *footnotes)
{
	GHashTable *numbers = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < footnotes->len; i++) {
		const Footnote *note = footnotes->pdata[i];
		g_hash_table_add(numbers, GUINT_TO_POINTER(note->number));
	}
	return numbers;
}

/* A text without the marks of notes, which on_note() says as they stand in the document. */
static char *without_marks(const char *text, GHashTable *numbers)
{
	GString *out = g_string_new(NULL);
	const char *at = text, *done = text, *from;
	Mark mark;

	while ((from = mark_next(text, &at, &mark))) {
		if (mark.kind != MARK_NUMBER ||
		    !g_hash_table_contains(numbers, GUINT_TO_POINTER(mark.number)))
			continue;
		g_string_append_len(out, done, from - done);
		g_string_append(out, ACCOUNT_GLUED);
		done = at;
	}
	g_string_append(out, done);
	return g_string_free(out, FALSE);
}

/* A cell beside the rows of more pilots is in the record of each: once in the document is enough.
 */
static Said said_of(Accounting *a, const char *text)
{
	return g_hash_table_add(a->texts, g_strdup(text)) ? SAID_RECORD : SAID_ONCE;
}

void accounting_pilot(Accounting *a, const Pilot *p)
{
	g_autoptr(GHashTable) numbers = numbers_of(p->footnotes);

	if (strcmp(p->title_printed, ANNEX_UNTITLED) != 0)
		account_say(a->account, SAID_RECORD, p->title_printed);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_autofree char *text = without_marks(s->text, numbers);
		account_say(a->account, SAID_ONCE, s->heading);
		account_say(a->account, said_of(a, text), text);
	}
}

/* ---- the rest ------------------------------------------------------------------------- */

static void on_note(const char *mark, const char *text, guint marks, gpointer user)
{
	for (guint i = 0; i < marks + 1; i++)
		account_say(user, marks ? SAID_ONCE : SAID_APART, mark);
	account_say(user, marks ? SAID_RECORD : SAID_APART, text);
}

static void on_beside(AnnexBeside kind, const char *text, gpointer user)
{
	static const Said said[] = { [ANNEX_HEADING] = SAID_ONCE,
				     [ANNEX_INTRO] = SAID_BEFORE,
				     [ANNEX_ASIDE] = SAID_APART,
				     [ANNEX_UNSAID] = SAID_HIDDEN };
	account_say(user, said[kind], text);
}

static void on_source(guint line, const char *text, gboolean left_out, gpointer user)
{
	account_source(user, line, text);
	if (left_out)
		account_say(user, SAID_HIDDEN, text);
}

gboolean accounting_close(Accounting *a, Annex *annex, Report *report, GPtrArray *lines,
			  GError **error)
{
	notes_tell(annex->notes, on_note, a->account);
	if (!annex_beside(annex, on_beside, a->account, error) ||
	    !source_read(annex->path, &annex->facts, &annex->converted, on_source, a->account,
			 error))
		return FALSE;
	account_close(a->account, annex->path, report, lines);
	return TRUE;
}
