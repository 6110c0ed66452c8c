#include "tokens.h"

#include <string.h>

#include "varint.h"

/* The flags of a token. */
#define KIND_MASK 3
#define FLAG_STOP (1 << 2)
#define FLAG_WHOLE (1 << 3) /* it is its whole word */

G_STATIC_ASSERT(DUTCH_PART <= KIND_MASK);

/* ---- writing ---------------------------------------------------------------------------- */

typedef struct {
	GHashTable *numbers; /* string -> its number */
	GByteArray *strings, *tokens;
	GByteArray *all; /* the texts before this one */
	gsize last;      /* where the last token began */
	guint count;
} Writer;

/* Small numbers of either sign are small: 0, -1, 1, -2, … */
static gsize fold_sign(gssize n)
{
	return n < 0 ? ((gsize)(-n - 1) << 1) | 1 : (gsize)n << 1;
}

static guint number_of(Writer *w, const char *string)
{
	gpointer known;

	if (g_hash_table_lookup_extended(w->numbers, string, NULL, &known))
		return GPOINTER_TO_UINT(known);
	guint n = g_hash_table_size(w->numbers);
	g_hash_table_insert(w->numbers, g_strdup(string), GUINT_TO_POINTER(n));
	g_byte_array_append(w->strings, (const guint8 *)string, (guint)strlen(string) + 1);
	return n;
}

static void on_token(const DutchToken *t, gpointer user)
{
	Writer *w = user;
	gboolean whole = t->word_start == t->start && t->word_end == t->end;
	guint8 flags = (guint8)(t->kind | (t->stop ? FLAG_STOP : 0) | (whole ? FLAG_WHOLE : 0));

	if (!*t->exact || !*t->stem)
		return;
	g_byte_array_append(w->tokens, &flags, 1);
	varint_put(w->tokens, number_of(w, t->exact));
	varint_put(w->tokens, number_of(w, t->stem));
	varint_put(w->tokens, fold_sign((gssize)t->start - (gssize)w->last));
	varint_put(w->tokens, t->end - t->start);
	if (!whole) {
		varint_put(w->tokens, fold_sign((gssize)t->start - (gssize)t->word_start));
		varint_put(w->tokens, t->word_end - t->word_start);
	}
	w->last = t->start;
	w->count++;
}

static void add_text(Writer *w, Dutch *dutch, const char *text)
{
	w->last = 0;
	w->count = 0;
	g_byte_array_set_size(w->tokens, 0);
	dutch_analyse(dutch, text, strlen(text), on_token, w);
	varint_put(w->all, w->count);
	g_byte_array_append(w->all, w->tokens->data, w->tokens->len);
}

GBytes *tokens_make(const Pilot *p, Dutch *dutch)
{
	Writer w = { g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		     g_byte_array_new(),
		     g_byte_array_new(),
		     g_byte_array_new(),
		     0,
		     0 };

	add_text(&w, dutch, p->title);
	for (guint i = 0; i < p->sections->len; i++)
		add_text(&w, dutch, ((const Section *)p->sections->pdata[i])->text);
	g_byte_array_append(w.strings, (const guint8 *)"", 1);
	g_byte_array_append(w.strings, w.all->data, w.all->len);
	g_hash_table_unref(w.numbers);
	g_byte_array_unref(w.tokens);
	g_byte_array_unref(w.all);
	return g_byte_array_free_to_bytes(w.strings);
}

/* ---- reading ------------------------------------------------------------------------------ */

GPtrArray *tokens_strings(GBytes *tokens, gsize *offset)
{
	gsize len;
	const char *bytes = g_bytes_get_data(tokens, &len), *end, *p = bytes;

	if (len == 0)
		return NULL;
	end = bytes + len;
	g_autoptr(GPtrArray) strings = g_ptr_array_sized_new(512);
	while (p < end && *p) {
		const char *nul = memchr(p, '\0', (gsize)(end - p));
		if (!nul)
			return NULL;
		g_ptr_array_add(strings, (gpointer)p);
		p = nul + 1;
	}
	if (p >= end)
		return NULL;
	*offset = (gsize)(p + 1 - bytes);
	return g_steal_pointer(&strings);
}

typedef struct {
	const guchar *p, *end;
	gboolean damaged;
} Reader;

static gsize get(Reader *r)
{
	return varint_get(&r->p, r->end, &r->damaged);
}

static gssize get_signed(Reader *r)
{
	gsize n = get(r);
	return n & 1 ? -(gssize)(n >> 1) - 1 : (gssize)(n >> 1);
}

/* A token as it is kept. */
typedef struct {
	guchar flags;
	gsize exact, stem, start, end, word_start, word_end;
} Kept;

/* The token at r, which starts so far from the one before. */
static Kept next_token(Reader *r, gsize before)
{
	Kept t = { .flags = *r->p++ };

	t.exact = get(r);
	t.stem = get(r);
	t.start = t.word_start = (gsize)((gssize)before + get_signed(r));
	t.end = t.word_end = t.start + get(r);
	if (!(t.flags & FLAG_WHOLE)) {
		t.word_start = (gsize)((gssize)t.start - get_signed(r));
		t.word_end = t.word_start + get(r);
	}
	return t;
}

static Reader open_at(GBytes *tokens, gsize offset)
{
	gsize len;
	const guchar *bytes = g_bytes_get_data(tokens, &len);

	return (Reader) { bytes + MIN(offset, len), bytes + len, FALSE };
}

static gsize offset_of(GBytes *tokens, const Reader *r)
{
	return (gsize)(r->p - (const guchar *)g_bytes_get_data(tokens, NULL));
}

gboolean tokens_all(GBytes *tokens, gsize *offset, guint strings, TokenFunc func, gpointer user)
{
	Reader r = open_at(tokens, *offset);
	gsize count = get(&r), start = 0;

	for (gsize i = 0; i < count && !r.damaged && r.p < r.end; i++) {
		Kept k = next_token(&r, start);
		start = k.start;
		if (r.damaged || k.exact >= strings || k.stem >= strings)
			return FALSE;
		func(&(const TokenNumbers) { k.flags & KIND_MASK, (k.flags & FLAG_STOP) != 0,
					     (guint)k.exact, (guint)k.stem },
		     user);
	}
	*offset = offset_of(tokens, &r);
	return !r.damaged;
}

gboolean tokens_each(GBytes *tokens, gsize *offset, const GPtrArray *strings, const guchar *wanted,
		     DutchTokenFunc func, gpointer user)
{
	Reader r = open_at(tokens, *offset);
	gsize count = get(&r), start = 0;
	guint position = 0;

	for (gsize i = 0; i < count && !r.damaged && r.p < r.end; i++) {
		Kept k = next_token(&r, start);
		start = k.start;
		position += (k.flags & KIND_MASK) == DUTCH_WORD;
		if (r.damaged || k.exact >= strings->len || k.stem >= strings->len)
			return FALSE;
		if (!wanted[k.exact] && !wanted[k.stem])
			continue;
		DutchToken t = { .kind = k.flags & KIND_MASK,
				 .exact = strings->pdata[k.exact],
				 .stem = strings->pdata[k.stem],
				 .parts = "",
				 .stop = (k.flags & FLAG_STOP) != 0,
				 .position = position,
				 .start = k.start,
				 .end = k.end,
				 .word_start = k.word_start,
				 .word_end = k.word_end };
		func(&t, user);
	}
	*offset = offset_of(tokens, &r);
	return !r.damaged;
}
