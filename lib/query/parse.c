#include "parse.h"

#include <string.h>

#include "active.h"
#include "numbers.h"
#include "references.h"

typedef enum {
	T_END,
	T_OPEN,
	T_CLOSE,
	T_PHRASE,
	T_WORD,
	T_FIELD,
	T_REFERENCE,
	T_MINUS,
	T_AND,
	T_OR,
	T_NOT
} Type;

typedef struct {
	const char *p;  /* after the token at hand */
	Type type;      /* of the token at hand */
	char *text;     /* its text, for phrases, words and fields */
	GPtrArray *ids; /* of T_REFERENCE: the publications, of which any will do */
	const char *begin, *end, *judged; /* the query; see numbers_end() */
	const char *stop;                 /* the next operator, or the end */
	gboolean numbers;                 /* it has digits */
	gboolean value;                   /* what comes is the value of a field */
	gboolean glued;                   /* no white space before it */
	guint depth;
	GPtrArray *notices;
} Parser;

static void notice(Parser *ps, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void notice(Parser *ps, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(ps->notices, g_strdup_vprintf(format, args));
	va_end(args);
}

/* A branch of one is that one, a branch of none is nothing. */
static QueryNode *simplify(QueryNode *n)
{
	QueryNode *only = NULL;

	if (n->children->len > 1)
		return n;
	if (n->children->len == 1)
		only = g_ptr_array_steal_index(n->children, 0);
	query_node_free(n);
	return only;
}

/* ---- tokens ------------------------------------------------------------------- */

static gboolean is_quote(gunichar c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}

/* "(v)echtscheiding", "cliënt(en)": a bracket that belongs to a word closes
 * before any white space and has a letter right before or behind it. */
static const char *word_bracket_end(const char *open, gboolean after_letter)
{
	const char *p = open + 1;

	while (*p && (g_unichar_isalnum(g_utf8_get_char(p)) || *p == '-'))
		p = g_utf8_next_char(p);
	if (p == open + 1 || *p != ')')
		return NULL;
	p++;
	return after_letter || g_unichar_isalnum(g_utf8_get_char(p)) ? p : NULL;
}

/* The end of the word at p: white space, quote or a bracket that is not its own. */
static const char *word_end(const char *start)
{
	const char *p = start;

	while (*p && !g_unichar_isspace(g_utf8_get_char(p)) && !is_quote(g_utf8_get_char(p))) {
		if (*p == ')')
			break;
		if (*p != '(') {
			p = g_utf8_next_char(p);
			continue;
		}
		const char *end = word_bracket_end(p, p > start);
		if (!end)
			break;
		p = end;
	}
	return p;
}

static void take_phrase(Parser *ps, const char *start)
{
	const char *end = start;

	while (*end && !is_quote(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	ps->type = T_PHRASE;
	ps->text = g_strndup(start, end - start);
	ps->p = *end ? g_utf8_next_char(end) : end;
	if (*end)
		return;
	if (strspn(start, " \t\n") == strlen(start)) { /* huur": a slip, and no phrase */
		notice(ps, "Een los aanhalingsteken is genegeerd.");
		ps->type = T_END;
	} else {
		notice(ps, "Er ontbreekt een aanhalingsteken; gelezen tot het eind van de vraag.");
	}
}

/* A word, or the field before a colon. The sentence's own signs are not of the word. */
static void take_text(Parser *ps, const char *start, const char *end)
{
	const char *colon = memchr(start, ':', end - start);

	if (colon && colon > start) {
		g_autofree char *name = g_ascii_strdown(start, colon - start);
		if (field_by_name(name) || strcmp(name, "sectie") == 0) {
			ps->type = T_FIELD;
			ps->text = g_steal_pointer(&name);
			ps->p = colon + 1;
			return;
		}
	}
	ps->p = end;
	while (end > start + 1 && strchr("?!,;", end[-1]))
		end--;
	switch (query_operator(start, (gsize)(end - start))) {
	case NODE_AND: ps->type = T_AND; return;
	case NODE_OR: ps->type = T_OR; return;
	case NODE_NOT: ps->type = T_NOT; return;
	default: break;
	}
	ps->type = T_WORD;
	ps->text = g_strndup(start, end - start);
}

static const char *skip_blanks(const char *p)
{
	while (*p && g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

static const char *skip_word(const char *p)
{
	while (*p && !g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

/* The next operator behind p, which ends what may have blanks in it: "31 753, nr. 248 EN 3" is of
 * two parts. Asked of places in their order. */
static const char *operator_behind(Parser *ps, const char *p)
{
	while (*ps->stop && (ps->stop <= p ||
			     query_operator(ps->stop, (gsize)(skip_word(ps->stop) - ps->stop)) < 0))
		ps->stop = skip_blanks(skip_word(ps->stop));
	return ps->stop;
}

/* A number with all its groups and an article with its number are one word: "31 753",
 * "art. 12". */
static const char *word_or_number_end(Parser *ps, const char *start)
{
	const char *end = start;

	if (g_ascii_isdigit(*start))
		end = numbers_end(ps->begin, ps->end, start, &ps->judged);
	else if (ps->numbers && (*start == 'a' || *start == 'A'))
		end = start +
		      articles_read(start, (gsize)(operator_behind(ps, start) - start), NULL, NULL);
	return word_end(*end == '*' ? start : end);
}

/* "31 753, nr. 248": what is published under a number. */
static gboolean take_reference(Parser *ps, const char *start)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	gsize n = 0;

	if (ps->numbers)
		n = references_typed(start, (gsize)(operator_behind(ps, start) - start), ids);

	if (!n)
		return FALSE;
	ps->type = T_REFERENCE;
	ps->ids = g_steal_pointer(&ids);
	ps->p = start + n;
	return TRUE;
}

static void next(Parser *ps)
{
	const char *p = ps->p;
	gboolean value = ps->value;

	g_clear_pointer(&ps->text, g_free);
	g_clear_pointer(&ps->ids, g_ptr_array_unref);
	ps->value = FALSE;
	p = skip_blanks(p);
	ps->glued = p == ps->p;
	if (!*p) {
		ps->type = T_END;
		ps->p = p;
	} else if (is_quote(g_utf8_get_char(p))) {
		take_phrase(ps, g_utf8_next_char(p));
	} else if (*p == ')' || (*p == '(' && !word_bracket_end(p, FALSE))) {
		ps->type = *p == '(' ? T_OPEN : T_CLOSE;
		ps->p = p + 1;
	} else if (*p == '-' && p[1] && !g_unichar_isspace(g_utf8_get_char(p + 1)) &&
		   !strchr("-)", p[1])) {
		ps->type = T_MINUS;
		ps->p = p + 1;
	} else if ((value && ps->glued) || !take_reference(ps, p)) {
		take_text(ps, p, word_or_number_end(ps, p));
	}
}

/* ---- grammar ------------------------------------------------------------------ */

static QueryNode *parse_or(Parser *ps);

/* What is asked of a field, for all that stands below a node: words in a text, or values. */
static void scope(QueryNode *node, const Field *field)
{
	if (!node->field && node->kind != NODE_FILTER) {
		node->field = field;
		if (field->kind == FIELD_FILTER && !node->children)
			node->kind = NODE_FILTER;
	}
	for (guint i = 0; node->children && i < node->children->len; i++)
		scope(node->children->pdata[i], field);
}

static QueryNode *parse_brackets(Parser *ps)
{
	gboolean nest = ps->depth < QUERY_MAX_DEPTH;

	next(ps);
	if (!nest) {
		notice(ps, "De haakjes zijn dieper genest dan %d; de binnenste zijn genegeerd.",
		       QUERY_MAX_DEPTH);
		return NULL;
	}
	ps->depth++;
	QueryNode *inner = parse_or(ps);
	ps->depth--;
	if (ps->type == T_CLOSE)
		next(ps);
	else
		notice(ps, "Er ontbreekt een sluithaakje; het is aan het eind aangevuld.");
	return inner;
}

static QueryNode *word_node(const char *text)
{
	gsize n = strlen(text);
	gboolean star = n > 1 && (text[0] == '*' || text[n - 1] == '*');
	const char *slash = strchr(text, '/');
	gboolean number =
		slash && slash > text && g_ascii_isdigit(slash[-1]) && g_ascii_isdigit(slash[1]);

	if (star && strspn(text, "*") < n)
		return query_node_leaf(NODE_WILDCARD, text);
	return query_node_leaf(number ? NODE_PHRASE : NODE_WORD, text); /* "2021/45" in a row */
}

static QueryNode *reference_node(const char *id)
{
	QueryNode *node = query_node_leaf(NODE_FILTER, id);

	node->field = field_by_reference(id);
	return node;
}

/* Any of them. */
static QueryNode *references_node(const GPtrArray *ids)
{
	QueryNode *any = query_node_branch(NODE_OR);

	for (guint i = 0; i < ids->len; i++)
		g_ptr_array_add(any->children, reference_node(ids->pdata[i]));
	return simplify(any);
}

static QueryNode *parse_primary(Parser *ps)
{
	QueryNode *node;

	switch (ps->type) {
	case T_OPEN: return parse_brackets(ps);
	case T_PHRASE: node = query_node_leaf(NODE_PHRASE, ps->text); break;
	case T_REFERENCE: node = references_node(ps->ids); break;
	default: node = word_node(ps->text); break;
	}
	next(ps);
	return node;
}

/* A value as it is kept: "kamerstuk:31.753-248". */
static QueryNode *value_node(const Field *field, const char *text)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	gsize n = strlen(text);

	if (field_is_reference(field) && n && references_typed(text, n, ids) == n)
		return references_node(ids);
	QueryNode *node = query_node_leaf(NODE_FILTER, text);
	node->field = field;
	return node;
}

/* What stands behind "veld:". A text field narrows it, a filter takes its value;
 * "sectie:doel" is told to the group that it stands in, through *section. */
static QueryNode *parse_field(Parser *ps, const Field **section)
{
	g_autofree char *name = g_strdup(ps->text);
	const Field *field = field_by_name(name);

	ps->value = TRUE;
	next(ps);
	if (!ps->glued || (ps->type != T_WORD && ps->type != T_PHRASE && ps->type != T_OPEN)) {
		notice(ps, "Achter ‘%s:’ staat niets.", name);
		return NULL;
	}
	if (!field) { /* sectie: */
		int kind = ps->text ? section_kind_from(ps->text) : -1;
		if (kind >= 0)
			*section = field_by_section(kind);
		else
			notice(ps, "Onbekende sectie ‘%s’.", ps->text ? ps->text : "(");
		if (ps->type == T_OPEN)
			return NULL;
		next(ps);
		return NULL;
	}
	QueryNode *node;
	if (field->kind == FIELD_FILTER && ps->type != T_OPEN) {
		int from, to;
		node = value_node(field, ps->text);
		if (field == &fields[FIELD_LOOPT] && !active_parse(ps->text, &from, &to))
			notice(ps,
			       "‘%s’ is geen maand (2022-03) of reeks maanden (2021-03..2021-06).",
			       ps->text);
		next(ps);
		return node;
	}
	node = parse_primary(ps);
	if (node)
		scope(node, field);
	return node;
}

/* NOT NOT is nothing. */
static QueryNode *negate(QueryNode *take)
{
	QueryNode *not = query_node_branch(NODE_NOT);

	g_ptr_array_add(not ->children, take);
	if (take->kind != NODE_NOT)
		return not ;
	QueryNode *inner = g_ptr_array_steal_index(take->children, 0);
	query_node_free(not );
	return inner;
}

static QueryNode *parse_unary(Parser *ps, const Field **section)
{
	if (ps->type == T_FIELD)
		return parse_field(ps, section);
	if (ps->type != T_MINUS && ps->type != T_NOT)
		return parse_primary(ps);
	next(ps);
	if (ps->type == T_END || ps->type == T_CLOSE || ps->type == T_AND || ps->type == T_OR) {
		notice(ps, "Achter NOT of - staat niets.");
		return NULL;
	}
	QueryNode *child = parse_unary(ps, section);
	return child ? negate(child) : NULL;
}

static QueryNode *parse_and(Parser *ps)
{
	QueryNode *and = query_node_branch(NODE_AND);
	const Field *section = NULL;

	while (ps->type != T_END && ps->type != T_CLOSE && ps->type != T_OR) {
		if (ps->type == T_AND) {
			next(ps);
			if (ps->type == T_END || ps->type == T_CLOSE || !and->children->len)
				notice(ps, "AND staat alleen; het is genegeerd.");
			continue;
		}
		QueryNode *child = parse_unary(ps, &section);
		if (child)
			g_ptr_array_add(and->children, child);
	}
	if (section)
		scope(and, section);
	return simplify(and);
}

static QueryNode *parse_or(Parser *ps)
{
	QueryNode * or = query_node_branch(NODE_OR), *side;

	for (;;) {
		if ((side = parse_and(ps)))
			g_ptr_array_add(or->children, side);
		if (ps->type != T_OR)
			break;
		next(ps);
		if (!side || ps->type == T_END || ps->type == T_CLOSE)
			notice(ps, "OR staat alleen; het is genegeerd.");
	}
	return simplify(or);
}

QueryNode *query_parse(const char *text, GPtrArray *notices)
{
	Parser ps = { .p = text,
		      .stop = text,
		      .begin = text,
		      .end = text + strlen(text),
		      .numbers = strpbrk(text, "0123456789") != NULL,
		      .notices = notices };
	QueryNode *all = query_node_branch(NODE_AND), *part;

	next(&ps);
	while (ps.type != T_END) {
		if ((part = parse_or(&ps)))
			g_ptr_array_add(all->children, part);
		if (ps.type == T_CLOSE) {
			notice(&ps, "Er staat een sluithaakje te veel; het is genegeerd.");
			next(&ps);
		}
	}
	g_free(ps.text);
	return simplify(all);
}
