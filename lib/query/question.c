#include "question.h"

#include <string.h>

#include "keytable.h"

#define MAX_PHRASE 8 /* words */

#define SUBJECT_WORDS 2 /* that say what a question is about */

struct QuestionPhrases {
	char *table; /* keytable.h: keys as thesaurus_key() makes them; their kinds */
	gsize len;
};

/* What a phrase is, as lines of the file start with it. */
static const char left_out[] = "", of_any[] = "~", back[] = "<";

char *question_phrases_table(const char *text, Dutch *dutch)
{
	g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		const char *kind = **line == *of_any ? of_any : **line == *back ? back : left_out;
		if (**line && **line != '#')
			g_hash_table_insert(keys, thesaurus_key(dutch, *line + strlen(kind), NULL),
					    (gpointer)kind);
	}
	return keytable_make(keys);
}

QuestionPhrases *question_phrases_open(char *take)
{
	QuestionPhrases *p = g_new0(QuestionPhrases, 1);

	p->table = take;
	p->len = strlen(take);
	return p;
}

void question_phrases_free(QuestionPhrases *p)
{
	if (!p)
		return;
	g_free(p->table);
	g_free(p);
}

gboolean question_is(const char *text)
{
	g_auto(GStrv) split = g_strsplit_set(text, " \t\n", -1);
	guint words = 0;
	gboolean operators = FALSE;

	for (char **w = split; *w; w++) {
		words += **w != '\0';
		operators = operators || strcmp(*w, "AND") == 0 || strcmp(*w, "OR") == 0 ||
			    strcmp(*w, "NOT") == 0;
	}
	return (words > QUESTION_WORDS && !operators) ||
	       (words >= ASKING_WORDS && strchr(text, '?'));
}

/* ---- the words of the question ---------------------------------------------------- */

typedef struct {
	char *text, *stem;
	gboolean light;   /* as of DutchToken */
	gboolean skip;    /* says nothing of the subject */
	gboolean name;    /* has a capital that does not come of a sentence */
	gboolean general; /* may be asked of any subject */
} Asked;

typedef struct {
	const char *text;
	QueryContext *context;
	const QuestionPhrases *phrases;
	GArray *words; /* of Asked */
} Reader;

static void asked_clear(gpointer data)
{
	Asked *a = data;

	g_free(a->text);
	g_free(a->stem);
}

/* What stands behind a quote may be a title. */
gboolean question_is_name(const char *text, gsize at)
{
	if (!g_unichar_isupper(g_utf8_get_char(text + at)))
		return FALSE;
	while (at && text[at - 1] == ' ')
		at--;
	return at && (g_ascii_isalnum(text[at - 1]) || strchr(",;()-", text[at - 1]) ||
		      (text[at - 1] & 0x80 && text[at] == ' '));
}

static void on_token(const DutchToken *t, gpointer user)
{
	Reader *r = user;

	if (t->kind != DUTCH_WORD)
		return;
	Asked a = { g_strndup(r->text + t->start, t->end - t->start), g_strdup(t->stem), t->light,
		    t->stop, question_is_name(r->text, t->start) };
	/* addresses and single letters are of footnotes, not of the subject */
	if (g_utf8_strlen(a.text, -1) < 2 || g_str_has_prefix(a.text, "www.") ||
	    strcmp(a.stem, "http") == 0 || strcmp(a.stem, "https") == 0)
		a.skip = TRUE;
	g_array_append_val(r->words, a);
}

static Asked *asked_at(const Reader *r, guint i)
{
	return &g_array_index(r->words, Asked, i);
}

/* TRUE when the expression of n words from word i on, with this key, is what is looked for. */
typedef gboolean (*KnowsFunc)(const Reader *r, const char *key, guint i, guint n);

static gboolean is_kind(const QuestionPhrases *phrases, const char *key, const char *kind)
{
	gsize len;
	const char *value = keytable_find(phrases->table, phrases->len, key, &len);

	return value && len == strlen(kind) && memcmp(value, kind, len) == 0;
}

gboolean question_is_general(const QuestionPhrases *phrases, Dutch *dutch, const char *word)
{
	g_autofree char *key = thesaurus_key(dutch, word, NULL);

	return is_kind(phrases, key, of_any);
}

gboolean question_says_little(const QuestionPhrases *phrases, Dutch *dutch, const char *word)
{
	g_autofree char *key = thesaurus_key(dutch, word, NULL);

	return is_kind(phrases, key, of_any) || is_kind(phrases, key, left_out);
}

static gboolean is_phrase(const Reader *r, const char *key, guint i, guint n)
{
	(void)i, (void)n;
	return is_kind(r->phrases, key, left_out);
}

static gboolean is_general(const Reader *r, const char *key, guint i, guint n)
{
	(void)i, (void)n;
	return is_kind(r->phrases, key, of_any);
}

static gboolean is_back(const Reader *r, const char *key, guint i, guint n)
{
	(void)i, (void)n;
	return is_kind(r->phrases, key, back);
}

/* The words with a space between. The caller frees. */
static char *words_from(const Reader *r, guint i, guint n)
{
	GString *text = g_string_new(NULL);

	for (guint k = i; k < i + n; k++)
		g_string_append_printf(text, "%s%s", k > i ? " " : "", asked_at(r, k)->text);
	return g_string_free(text, FALSE);
}

static gboolean is_expression(const Reader *r, const char *key, guint i, guint n)
{
	const Thesaurus *thesaurus = r->context->thesaurus;
	ThesaurusKey words;
	guint pilots;

	(void)key;
	if (n < 2)
		return FALSE;
	thesaurus_key_start(&words);
	for (guint k = i; k < i + n; k++)
		thesaurus_key_add(&words, asked_at(r, k)->stem, asked_at(r, k)->light);
	gboolean known = thesaurus && thesaurus_find_key(thesaurus, &words);
	thesaurus_key_clear(&words);
	g_autofree char *text = words_from(r, i, n);
	return known || query_province(r->context, text, &pilots) != NULL;
}

/* The longest expression that starts at word i, in words; 0 for none. */
static guint longest_at(const Reader *r, KnowsFunc knows, guint i)
{
	g_autoptr(GString) key = g_string_new(NULL);
	guint longest = 0;

	for (guint n = 1; n <= MAX_PHRASE && i + n <= r->words->len; n++) {
		g_string_append_printf(key, "%s%s", n > 1 ? " " : "", asked_at(r, i + n - 1)->stem);
		if (knows(r, key->str, i, n))
			longest = n;
	}
	return longest;
}

/* Sets a flag of the words of each expression; mark: where in Asked it is. */
static void mark_phrases(const Reader *r, KnowsFunc knows, glong mark)
{
	for (guint i = 0, n; i < r->words->len; i += MAX(n, 1)) {
		n = longest_at(r, knows, i);
		for (guint k = i; k < i + n; k++)
			G_STRUCT_MEMBER(gboolean, asked_at(r, k), mark) = TRUE;
	}
}

static QueryNode *add_leaf(QueryNode *node, NodeKind kind, const char *text)
{
	QueryNode *leaf = query_node_leaf(kind, text);

	leaf->implied = kind == NODE_PHRASE;
	g_ptr_array_add(node->children, leaf);
	return leaf;
}

/* Two telling words in a row tell more when they stand so in a pilot too. */
static void add_pair(QueryNode *node, const Reader *r, guint i)
{
	if (i + 1 >= r->words->len || asked_at(r, i)->skip || asked_at(r, i + 1)->skip)
		return;
	g_autofree char *pair =
		g_strconcat(asked_at(r, i)->text, " ", asked_at(r, i + 1)->text, NULL);
	add_leaf(node, NODE_PHRASE, pair);
}

/* What the thesaurus knows of several words is one thing to look for. */
static void add_expressions(QueryNode *node, const Reader *r)
{
	for (guint i = 0; i < r->words->len; i++) {
		guint n = longest_at(r, is_expression, i);
		if (!n)
			continue;
		g_autofree char *text = words_from(r, i, n);
		add_leaf(node, NODE_WORD, text);
	}
}

static void add_words(QueryNode *node, const Reader *r, GPtrArray *ignored)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < r->words->len; i++) {
		const Asked *a = asked_at(r, i);
		if (a->skip || node->children->len >= QUESTION_MAX_WORDS)
			g_ptr_array_add(ignored, g_strdup(a->text));
		else if (g_hash_table_add(seen, a->stem))
			add_leaf(node, NODE_WORD, a->text)->general = a->general;
	}
}

static Reader read_words(const char *text, QueryContext *context, const QuestionPhrases *phrases)
{
	Reader r = { text, context, phrases, g_array_new(FALSE, FALSE, sizeof(Asked)) };

	g_array_set_clear_func(r.words, asked_clear);
	dutch_analyse(context->dutch, text, strlen(text), on_token, &r);
	mark_phrases(&r, is_phrase, G_STRUCT_OFFSET(Asked, skip));
	mark_phrases(&r, is_general, G_STRUCT_OFFSET(Asked, general));
	return r;
}

QueryNode *question_parse(const char *text, QueryContext *context, const QuestionPhrases *phrases,
			  GPtrArray *ignored)
{
	Reader r = read_words(text, context, phrases);
	g_autoptr(QueryNode) node = query_node_branch(NODE_AND);

	add_expressions(node, &r);
	add_words(node, &r, ignored);
	for (guint i = 0, words = node->children->len; words && i < QUESTION_MAX_WORDS; i++)
		add_pair(node, &r, i);
	g_array_unref(r.words);
	return node->children->len ? g_steal_pointer(&node) : NULL;
}

/* ---- what it is about -------------------------------------------------------------- */

gboolean question_has_subject(const char *text, QueryContext *context,
			      const QuestionPhrases *phrases)
{
	Reader r = read_words(text, context, phrases);
	g_autoptr(GHashTable) telling = g_hash_table_new(g_str_hash, g_str_equal);
	gboolean name = FALSE, points_back = FALSE;

	for (guint i = 0; i < r.words->len; i++) {
		const Asked *a = asked_at(&r, i);
		points_back = points_back || longest_at(&r, is_back, i);
		if (a->skip || a->general || g_ascii_isdigit(*a->text))
			continue;
		g_hash_table_add(telling, a->stem);
		name = name || a->name;
	}
	guint words = g_hash_table_size(telling);
	g_array_unref(r.words);
	return name || words >= SUBJECT_WORDS || (words && !points_back);
}
