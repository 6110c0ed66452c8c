#include "questions.h"

#include <stdlib.h>
#include <string.h>

/* Where the reading is. */
typedef enum { BEFORE, QUESTION, ANSWER, NOTES } Place;

typedef struct {
	GPtrArray *found; /* of QuestionText * */
	Place place;
	int last;      /* the last number; 0 before the first */
	GString *text; /* of the last of them, while it goes on */
} Splitter;

static void question_free(gpointer data)
{
	QuestionText *q = data;

	g_free(q->number);
	g_free(q->text);
	g_free(q);
}

/* The last question is whole. */
static void settle(Splitter *s)
{
	if (s->found->len)
		((QuestionText *)s->found->pdata[s->found->len - 1])->text =
			g_strndup(s->text->str, s->text->len);
}

static void begin(Splitter *s, const char *number, const char *text)
{
	QuestionText *q = g_new(QuestionText, 1);

	settle(s);
	*q = (QuestionText) { g_strdup(number), NULL };
	g_ptr_array_add(s->found, q);
	g_string_assign(s->text, text);
	s->place = QUESTION;
}

static void go_on(Splitter *s, const char *text)
{
	if (s->text->len)
		g_string_append_c(s->text, ' ');
	g_string_append(s->text, text);
}

/* ---- kinds of lines ---------------------------------------------------------------------- */

/* The number at the start of a line "12. …", "12) …" or "12" alone; the text behind it in
 * *rest. 0 for another line. */
static int numbered(const char *line, const char **rest)
{
	gsize n = strspn(line, "0123456789");

	if (n == 0 || n > 3)
		return 0;
	if (line[n] == '.' || line[n] == ')')
		*rest = line + n + 1;
	else if (line[n] == '\0')
		*rest = line + n;
	else
		return 0;
	if (**rest && **rest != ' ' && **rest != '\t')
		return 0; /* "1.500 zaken" */
	*rest += strspn(*rest, " \t");
	return atoi(line);
}

/* "Vraag 1", "Vragen 2 en 3:": the numbers as printed, and the text behind them. */
static char *labelled(const char *line, const char **rest)
{
	static const char *const labels[] = { "vraag ", "vragen " };

	for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
		gsize n = strlen(labels[i]);
		if (g_ascii_strncasecmp(line, labels[i], n) != 0 || !g_ascii_isdigit(line[n]))
			continue;
		const char *start = line + n, *end = start;
		while (g_ascii_isdigit(*end) || *end == ',' || *end == ' ' ||
		       g_str_has_prefix(end, "en ") || g_str_has_prefix(end, "t/m "))
			end += g_ascii_isalpha(*end) ? strcspn(end, " ") : 1;
		*rest = end + strspn(end, ":.) \t");
		return g_strstrip(g_strndup(start, (gsize)(end - start)));
	}
	return NULL;
}

/* "Antwoord", "Antwoord op vraag 2 en 3", "Antwoord 1:" */
static gboolean is_answer(const char *line)
{
	const char *rest = line + strlen("antwoord");

	if (g_ascii_strncasecmp(line, "antwoord", strlen("antwoord")) != 0)
		return FALSE;
	rest += g_str_has_prefix(rest, "en") ? 2 : 0;
	rest += strspn(rest, " ");
	return !*rest || *rest == ':' || g_ascii_isdigit(*rest) || g_str_has_prefix(rest, "op ") ||
	       g_str_has_prefix(rest, "vra");
}

/* "[1] NRC, 3 november 2021", "https://…" */
static gboolean is_note(const char *line)
{
	return (*line == '[' && g_ascii_isdigit(line[1])) || g_str_has_prefix(line, "http://") ||
	       g_str_has_prefix(line, "https://") || g_str_has_prefix(line, "www.");
}

/* ---- reading -------------------------------------------------------------------------------- */

static void read_line(Splitter *s, const char *line)
{
	const char *rest = line;
	g_autofree char *label = labelled(line, &rest);
	int number = label ? 0 : numbered(line, &rest);
	gboolean next =
		number == s->last + 1 || (number > s->last && s->last > 0 && number <= s->last + 2);

	if (s->found->len >= QUESTIONS_MAX) {
		go_on(s, line);
	} else if (label) {
		begin(s, label, rest);
		const char *last = strrchr(label, ' ');
		s->last = atoi(last ? last + 1 : label);
	} else if (number && next) {
		g_autofree char *text = g_strdup_printf("%d", number);
		begin(s, text, rest);
		s->last = number;
	} else if (is_answer(line)) {
		s->place = s->found->len ? ANSWER : BEFORE;
	} else if (is_note(line) || (number && s->last)) {
		s->place = s->found->len ? NOTES : BEFORE; /* their numbers start anew */
	} else if (s->place == QUESTION) {
		go_on(s, line);
	}
}

/* "… bekend? 2. Kunt u …" in one line: a line for each, as long as the numbers go up. */
static char *one_a_line(const char *text)
{
	GString *out = g_string_new(text);
	gsize from = 0;

	for (int number = 2; number <= QUESTIONS_MAX; number++) {
		g_autofree char *dot = g_strdup_printf(" %d. ", number);
		g_autofree char *bracket = g_strdup_printf(" %d) ", number);
		const char *at = strstr(out->str + from, dot);
		at = at ? at : strstr(out->str + from, bracket);
		if (!at || at == out->str || !strchr("?.)\"", at[-1]))
			break;
		from = (gsize)(at - out->str);
		out->str[from++] = '\n';
	}
	return g_string_free(out, FALSE);
}

/* Without numbers: the paragraphs that ask. */
static void read_paragraphs(Splitter *s, char **lines)
{
	g_autoptr(GString) paragraph = g_string_new(NULL);

	for (char **line = lines;; line++) {
		if (*line && **line) {
			g_string_append_printf(paragraph, "%s%s", paragraph->len ? " " : "", *line);
			continue;
		}
		if (strchr(paragraph->str, '?') && s->found->len < QUESTIONS_MAX) {
			g_autofree char *number = g_strdup_printf("%u", s->found->len + 1);
			begin(s, number, paragraph->str);
		}
		g_string_truncate(paragraph, 0);
		if (!*line)
			break;
	}
	if (s->found->len)
		return;
	g_autofree char *joined = g_strjoinv(" ", lines);
	if (*g_strstrip(joined))
		begin(s, "1", joined);
}

GPtrArray *questions_split(const char *text)
{
	g_autoptr(GString) last = g_string_new(NULL);
	Splitter s = { g_ptr_array_new_with_free_func(question_free), BEFORE, 0, last };
	g_auto(GStrv) pieces = g_strsplit(text, "\r", -1);
	g_autofree char *plain = g_strjoinv("", pieces);
	g_autofree char *lined = one_a_line(plain);
	g_auto(GStrv) lines = g_strsplit(lined, "\n", -1);

	for (char **line = lines; *line; line++)
		if (*g_strstrip(g_strdelimit(*line, "\t", ' ')))
			read_line(&s, *line);
	settle(&s);
	for (guint i = s.found->len; i-- > 0;) /* a number with nothing behind it */
		if (!*((const QuestionText *)s.found->pdata[i])->text)
			g_ptr_array_remove_index(s.found, i);
	if (!s.found->len) {
		read_paragraphs(&s, lines);
		settle(&s);
	}
	return s.found;
}
