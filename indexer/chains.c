#include "chains.h"

#include <string.h>

/* ---- what a publication says of itself ------------------------------------------------------ */

/* The texts of a thread, with "|" between them; lists have commas. */
enum { ID, STEP, DAY, ASKED, EXCEPT, INQUIRIES, SEES, N_PARTS };

PaperStep chains_step(const PaperDocument *d, const Paper *p)
{
	if (p->kind == PAPER_BRIEF)
		return STEP_NONE;
	if (p->status == PAPER_UITGESTELD)
		return STEP_POSTPONED;
	if (g_strcmp0(d->type, "Mededeling") == 0)
		return STEP_NOTICE;
	return p->status == PAPER_OPEN ? STEP_ASKED : STEP_ANSWERED;
}

/* The questions of an answer that have none. */
static char *unanswered(const GPtrArray *papers)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < papers->len; i++) {
		const Paper *p = papers->pdata[i];
		if (p->kind != PAPER_VRAAG || p->answer)
			continue;
		if (!p->numbers->len)
			return g_strdup("*");
		for (guint k = 0; k < p->numbers->len; k++)
			g_string_append_printf(out, "%s%u", out->len ? "," : "",
					       g_array_index(p->numbers, guint, k));
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *joined(const GPtrArray *ids)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < ids->len; i++)
		g_string_append_printf(out, "%s%s", i ? "," : "", (const char *)ids->pdata[i]);
	return g_string_free(out, FALSE);
}

char *chains_thread(const GPtrArray *papers)
{
	const Paper *first = papers->len ? papers->pdata[0] : NULL;
	const PaperDocument *d = first ? first->document : NULL;
	PaperStep step = first ? chains_step(d, first) : STEP_NONE;

	if (step == STEP_NONE)
		return NULL;
	const char *day = step == STEP_ASKED                     ? d->asked
			  : step == STEP_ANSWERED && d->answered ? d->answered
								 : d->date;
	g_autofree char *except = step == STEP_ANSWERED ? unanswered(papers) : g_strdup("");
	g_autofree char *inquiries = joined(d->inquiries);
	g_autofree char *sees = joined(d->related);
	return g_strdup_printf("%s|%d|%s|%s|%s|%s|%s", d->id, step, day ? day : "",
			       d->asked ? d->asked : "", except, inquiries, sees);
}

/* ---- all of them ------------------------------------------------------------------------------
 */

typedef struct Node {
	const char *name;
	char **parts;
	PaperStep step;
	struct Node *of; /* one of the same chain, nearer to the one that stands for it; NULL: is */
	char *outcome;
} Node;

struct Chains {
	GPtrArray *nodes;    /* of Node * */
	GHashTable *by_name; /* file -> Node */
	GHashTable *by_id;   /* publication -> Node */
	GHashTable *by_key;  /* number of questions -> the first Node that has it */
};

static void node_free(gpointer data)
{
	Node *n = data;

	g_strfreev(n->parts);
	g_free(n->outcome);
	g_free(n);
}

Chains *chains_new(void)
{
	Chains *c = g_new(Chains, 1);

	c->nodes = g_ptr_array_new_with_free_func(node_free);
	c->by_name = g_hash_table_new(g_str_hash, g_str_equal);
	c->by_id = g_hash_table_new(g_str_hash, g_str_equal);
	c->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return c;
}

void chains_free(Chains *c)
{
	if (!c)
		return;
	g_hash_table_unref(c->by_name);
	g_hash_table_unref(c->by_id);
	g_hash_table_unref(c->by_key);
	g_ptr_array_unref(c->nodes);
	g_free(c);
}

void chains_add(Chains *c, const char *name, const char *thread)
{
	g_auto(GStrv) parts = g_strsplit(thread ? thread : "", "|", -1);

	if (g_strv_length(parts) != N_PARTS)
		return;
	Node *n = g_new0(Node, 1);
	n->name = name;
	n->step = (PaperStep)g_ascii_strtoull(parts[STEP], NULL, 10);
	n->parts = g_steal_pointer(&parts);
	g_ptr_array_add(c->nodes, n);
	g_hash_table_insert(c->by_name, (gpointer)name, n);
	if (!g_hash_table_contains(c->by_id, n->parts[ID]))
		g_hash_table_insert(c->by_id, n->parts[ID], n);
}

/* ---- which belong together ---------------------------------------------------------------- */

static Node *head_of(Node *n)
{
	while (n->of)
		n = n->of;
	return n;
}

static void join(Node *a, Node *b)
{
	Node *x = head_of(a), *y = head_of(b);

	if (x != y)
		y->of = x;
}

/* Questions are of one day, wherever it is told. */
static gboolean same_day(const Node *a, const Node *b)
{
	const char *x = a->parts[ASKED], *y = b->parts[ASKED];
	return !*x || !*y || strcmp(x, y) == 0;
}

static void join_numbers(Chains *c, Node *n, Report *report)
{
	g_auto(GStrv) keys = g_strsplit(n->parts[INQUIRIES], ",", -1);

	for (char **key = keys; *key && **key; key++) {
		Node *own = g_hash_table_lookup(c->by_id, *key);
		Node *other = own ? own : g_hash_table_lookup(c->by_key, *key);
		if (!other)
			g_hash_table_insert(c->by_key, g_strdup(*key), n);
		else if (same_day(n, other))
			join(other, n);
		else
			report_warn(
				report, n->name, 0,
				"it says to be on %s, but those questions are of %s: left apart",
				*key, other->parts[ASKED]);
	}
}

/* An answer says in its head to see the notice that was given before, by its number. */
static void join_notices(Chains *c, Node *n)
{
	g_auto(GStrv) ids = g_strsplit(n->parts[SEES], ",", -1);

	for (char **id = ids; *id; id++) {
		Node *other = g_hash_table_lookup(c->by_id, *id);
		gboolean pair =
			other && ((n->step == STEP_ANSWERED &&
				   (other->step == STEP_POSTPONED || other->step == STEP_NOTICE)) ||
				  (other->step == STEP_ANSWERED &&
				   (n->step == STEP_POSTPONED || n->step == STEP_NOTICE)));
		if (pair && *n->parts[ASKED] && strcmp(n->parts[ASKED], other->parts[ASKED]) == 0)
			join(n, other);
	}
}

/* ---- what follows for each ---------------------------------------------------------------- */

/* In the order in which it went. */
static gint by_day(gconstpointer a, gconstpointer b)
{
	const Node *x = *(Node *const *)a, *y = *(Node *const *)b;
	int order = strcmp(x->parts[DAY], y->parts[DAY]);

	if ((x->step == STEP_ASKED) != (y->step == STEP_ASKED))
		return x->step == STEP_ASKED ? -1 : 1;
	order = order ? order : (int)x->step - (int)y->step;
	return order ? order : strcmp(x->parts[ID], y->parts[ID]);
}

/* The first that does this, or the last; NULL without. */
static const Node *that_does(const GPtrArray *chain, PaperStep step, gboolean last)
{
	const Node *found = NULL;

	for (guint i = 0; i < chain->len; i++) {
		const Node *n = chain->pdata[i];
		if (n->step == step && (last || !found))
			found = n;
	}
	return found;
}

static gboolean is_before(const Node *asked, const Node *told)
{
	return !*told->parts[DAY] || strcmp(asked->parts[ASKED], told->parts[DAY]) <= 0;
}

static void settle_one(Node *n, const char *chain, const Node *answer, const Node *postponed)
{
	const Node *by = n->step == STEP_ASKED       ? (answer ? answer : postponed)
			 : n->step == STEP_POSTPONED ? answer
						     : NULL;

	if (by && !is_before(n, by))
		by = NULL;
	n->outcome = g_strdup_printf("%s|%s|%s|%s|%s", chain, by ? by->parts[ID] : "",
				     !by            ? ""
				     : by == answer ? status_name(STATUS_BEANTWOORD)
						    : status_name(STATUS_UITGESTELD),
				     by ? by->parts[DAY] : "", by ? by->parts[EXCEPT] : "");
}

static void settle_chain(GPtrArray *chain)
{
	if (chain->len < 2)
		return;
	g_ptr_array_sort(chain, by_day);
	const Node *answer = that_does(chain, STEP_ANSWERED, FALSE);
	const Node *postponed = that_does(chain, STEP_POSTPONED, TRUE);
	const char *name = ((const Node *)chain->pdata[0])->parts[ID];
	for (guint i = 0; i < chain->len; i++)
		settle_one(chain->pdata[i], name, answer, postponed);
}

static void chain_free(gpointer chain)
{
	g_ptr_array_unref(chain);
}

void chains_settle(Chains *c, Report *report)
{
	g_autoptr(GHashTable) chains = g_hash_table_new_full(NULL, NULL, NULL, chain_free);
	GHashTableIter iter;
	gpointer chain;

	for (guint i = 0; i < c->nodes->len; i++)
		join_numbers(c, c->nodes->pdata[i], report);
	for (guint i = 0; i < c->nodes->len; i++)
		join_notices(c, c->nodes->pdata[i]);
	for (guint i = 0; i < c->nodes->len; i++) {
		Node *n = c->nodes->pdata[i], *head = head_of(n);
		GPtrArray *all = g_hash_table_lookup(chains, head);
		if (!all)
			g_hash_table_insert(chains, head, all = g_ptr_array_new());
		g_ptr_array_add(all, n);
	}
	g_hash_table_iter_init(&iter, chains);
	while (g_hash_table_iter_next(&iter, NULL, &chain))
		settle_chain(chain);
}

const char *chains_outcome(const Chains *c, const char *name)
{
	const Node *n = g_hash_table_lookup(c->by_name, name);
	return n && n->outcome ? n->outcome : "";
}

/* ---- an outcome ------------------------------------------------------------------------------ */

static char *or_null(const char *text)
{
	return *text ? g_strdup(text) : NULL;
}

Outcome *outcome_parse(const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text ? text : "", "|", -1);

	if (g_strv_length(parts) != 5)
		return NULL;
	Outcome *o = g_new0(Outcome, 1);
	*o = (Outcome) { g_strdup(parts[0]), or_null(parts[1]), STATUS_ONBEKEND, or_null(parts[3]),
			 g_strdup(parts[4]) };
	if (o->by)
		o->status = (Status)status_from(parts[2]);
	return o;
}

void outcome_free(Outcome *o)
{
	if (!o)
		return;
	g_free(o->chain);
	g_free(o->by);
	g_free(o->day);
	g_free(o->except);
	g_free(o);
}

gboolean outcome_is_of(const Outcome *o, const GArray *numbers)
{
	g_auto(GStrv) except = g_strsplit(o->except, ",", -1);

	if (strcmp(o->except, "*") == 0)
		return FALSE;
	for (guint i = 0; i < numbers->len; i++) {
		g_autofree char *number = g_strdup_printf("%u", g_array_index(numbers, guint, i));
		if (g_strv_contains((const char *const *)except, number))
			return FALSE;
	}
	return numbers->len > 0 || !*o->except;
}
