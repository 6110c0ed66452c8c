#include "statements.h"

#include <string.h>

#include "lexemes.h"
#include "looptijd.h"
#include "pattern.h"

/* ---- words ------------------------------------------------------------------------- */

/* The words of the language itself, beside those of editors: THE other letters of the rules. */
enum {
	IS = 'V',      /* is, werd: with a participle, done */
	BECOMES = 'U', /* wordt: with a participle, to be done */
	HAS = 'H',     /* heeft … afgerond */
	THE = 'D',     /* opens a noun phrase … */
	SOME = 'a',    /* … of something that is not this pilot: een, elke */
	PREPOSITION = 'P',
	WITH = 'W',    /* met: a preposition after "gestopt" */
	WHICH = 'Q',   /* opens a clause on something else */
	AND = 'K',     /* another clause of the same sentence */
	BECAUSE = 'J', /* … that is a fact as well */
	IT = 'I',      /* what was spoken of before */
	ADVERB = 'b',
	TIME = 'd',
	PLACE = 'p', /* a name behind "in" */
	OTHER = 'x',
	COMMA = ','
};

static const struct {
	char kind;
	const char *words;
} closed[] = {
	{ IS, "is;zijn;was;waren;werd;werden;ben;blijkt;geworden" },
	{ BECOMES, "wordt;worden" },
	{ HAS, "heeft;hebben;had;hadden" },
	{ THE, "de;het;deze;dit;onze;ons;zijn eigen;beide;alle" },
	{ SOME, "een;elke;iedere;ieder;zo'n;dergelijke;welke" },
	{ PREPOSITION,
	  "van;voor;in;op;aan;bij;door;over;na;naar;uit;tijdens;binnen;onder;rond;om;per;tussen;"
	  "vanuit;"
	  "vanwege;wegens;sinds;tot;zonder;ondanks;via;te;vanaf;volgens;tegen;gedurende;namens;"
	  "richting;ten;ter;m.i.v.;met ingang van;tot en met;t/m;als gevolg van;op basis van;"
	  "in verband met;i.v.m.;naast;samen met;conform;achter;boven;buiten;rondom" },
	{ WITH, "met" },
	{ WHICH,
	  "die;dat;waarin;waarvan;waarmee;waarvoor;waarop;waaruit;waaraan;wie;wat;hoe;waar" },
	{ AND, "en;maar;doch;dus;want" },
	{ BECAUSE, "omdat;doordat;nadat;toen;terwijl;hoewel;ofschoon;zodat;waarna;waardoor;waarbij;"
		   "aangezien;sindsdien" },
	{ IT, "hij;zij;deze laatste;men" },
	{ ADVERB,
	  "inmiddels;intussen;ondertussen;nu;reeds;al;momenteel;thans;daarmee;hiermee;daarom;"
	  "daardoor;helaas;uiteindelijk;recent;onlangs;formeel;officieel;volledig;geheel;"
	  "definitief;"
	  "succesvol;goed;volgens planning;conform "
	  "planning;tijdig;vroegtijdig;voortijdig;vervroegd;"
	  "tussentijds;per direct;ook;toch;dan;weer;nog;steeds;er;sindsdien;bovendien;zoals "
	  "gepland;"
	  "feitelijk;eerder;status;stand van zaken;reeds eerder;met succes;positief;landelijk;"
	  "echter;overigens;voorlopig" },
};

/* A sentence as letters, with the words that they are. */
typedef struct {
	GString *kinds;
	GArray *starts; /* of guint: bytes of the sentence; one more than there are letters */
} Tagged;

static void tagged_clear(Tagged *t)
{
	g_string_free(t->kinds, TRUE);
	g_array_unref(t->starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Tagged, tagged_clear)

static const Phrases *closed_words(void)
{
	static gsize made;

	if (g_once_init_enter(&made)) {
		Phrases *p = phrases_new();
		for (gsize i = 0; i < G_N_ELEMENTS(closed); i++)
			phrases_add_all(p, closed[i].words, closed[i].kind);
		g_once_init_leave(&made, (gsize)p);
	}
	return (const Phrases *)made; /* kept */
}

/* The bytes of a word at p: letters, digits, and what joins them; one character when it is none. */
static gsize word_length(const char *p)
{
	const char *end = p;

	while (g_unichar_isalnum(g_utf8_get_char(end)) ||
	       (end > p && strchr("-'.", *end) && *end &&
		g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(end)))))
		end = g_utf8_next_char(end);
	return (gsize)((end > p ? end : g_utf8_next_char(p)) - p);
}

/* What is no word of a list. */
static char other_kind(const char *lower, gsize length, gboolean capital)
{
	g_autofree char *word = g_strndup(lower, length);

	if (lexeme_is_time(word))
		return TIME;
	if (!g_unichar_isalnum(g_utf8_get_char(lower)))
		return strchr(",:;()-", *lower) || g_unichar_type(g_utf8_get_char(lower)) ==
							   G_UNICODE_DASH_PUNCTUATION
			       ? COMMA
			       : 0;
	return capital ? PLACE : OTHER;
}

/* The letter of the word at p, and its length; 0 for what is not looked at. */
static char kind_at(const char *lower, const Phrases *title, const FactWords *words,
		    gboolean capital, gsize *length)
{
	gsize whole = word_length(lower), n;
	int kind = phrases_at(title, lower, length);

	if (!kind)
		kind = phrases_at(words->status, lower, length);
	int own = phrases_at(closed_words(), lower, &n);
	if (own && (!kind || n > *length)) {
		kind = own;
		*length = n;
	}
	/* "pilot-evaluatie" is no pilot */
	if (kind && (*length >= whole || lower[*length] == ' '))
		return (char)kind;
	*length = whole;
	return other_kind(lower, whole, capital);
}

static void tag(Tagged *t, const char *sentence, const Phrases *title, const FactWords *words)
{
	g_autofree char *lower = g_utf8_strdown(sentence, -1);
	gboolean same = strlen(lower) == strlen(sentence); /* or places are not to be told */

	*t = (Tagged) { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint)) };
	for (const char *p = lower; *p;) {
		guint at = (guint)(p - lower);
		gboolean capital = same && at && g_unichar_isupper(g_utf8_get_char(sentence + at));
		gsize n = 1;
		char kind = *p == ' ' ? 0 : kind_at(p, title, words, capital, &n);
		if (kind) {
			g_string_append_c(t->kinds, kind);
			g_array_append_val(t->starts, at);
		}
		p += n;
	}
	guint end = (guint)strlen(same ? sentence : lower);
	g_array_append_val(t->starts, end);
}

/* A word that means one thing here and another there, by what stands beside it. */
static struct {
	Pattern pattern;
	char becomes; /* what its first letter is then */
} by_context[] = {
	{ { "D(?=[VUHGRgEseterX])", G_REGEX_RAW, 0 }, IT },      /* deze is afgerond */
	{ { "^Q(?=[VUHGRgEseterX])", G_REGEX_RAW, 0 }, IT },     /* die is afgerond */
	{ { "(?<=D)[FTGR](?=[xdSA])", G_REGEX_RAW, 0 }, OTHER }, /* de afgelopen periode */
	{ { "D(?=g)", G_REGEX_RAW, 0 }, SAYS_SUBJECT },          /* de start (is uitgesteld) */
	{ { "L(?=d)", G_REGEX_RAW, 0 }, TIME },                  /* eerste kwartaal */
	{ { "(?<=d)L", G_REGEX_RAW, 0 }, TIME },
	{ { "(?<!P)p", G_REGEX_RAW, 0 }, OTHER }, /* only "in Rotterdam" is a place */
};

static void settle(GString *kinds)
{
	for (gsize i = 0; i < G_N_ELEMENTS(by_context); i++) {
		g_autoptr(GMatchInfo) match = NULL;
		g_autofree char *before = g_strdup(kinds->str);
		int start;
		g_regex_match(pattern_regex(&by_context[i].pattern), before, 0, &match);
		for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
			g_match_info_fetch_pos(match, 0, &start, NULL);
			kinds->str[start] = by_context[i].becomes;
		}
	}
}

/* ---- clauses ----------------------------------------------------------------------- */

/* Of whom a clause speaks, and of what time. */
typedef enum { OF_NOBODY, OF_PILOT, OF_ASIDE, OF_OTHER, OF_PART } Subject;
typedef enum { WHEN_UNKNOWN, WHEN_PAST, WHEN_NOW, WHEN_AHEAD } When;

typedef struct {
	const char *kinds; /* from its first letter on */
	guint length;
	Subject subject;
	When when;
	gboolean over;   /* a period that it names has ended */
	gboolean until;  /* it names an end that has not come */
	gboolean hedged; /* what it leaves open goes on in what follows */
} Clause;

static gboolean has(const Clause *c, char kind)
{
	return memchr(c->kinds, kind, c->length) != NULL;
}

#define VERBS "VUHFTGREBgetsrXM"

/* The bytes of the noun phrase at k; its head in *subject. */
static guint noun_phrase(const char *k, guint n, Subject *subject)
{
	guint i = 0;
	gboolean partly = FALSE;

	*subject = *k == SOME || *k == THE ? OF_OTHER : OF_NOBODY;
	for (; i < n && strchr("DaxdLSAbp", k[i]); i++) {
		partly |= k[i] == SAYS_PARTLY || *k == SOME;
		if (k[i] == SAYS_ASIDE) {
			*subject = OF_ASIDE;
			return i + 1;
		}
		if (k[i] == SAYS_SUBJECT) {
			gboolean aside = i + 1 < n && k[i + 1] == SAYS_ASIDE;
			*subject = aside ? OF_ASIDE : partly ? OF_PART : OF_PILOT;
			return i + 1;
		}
		if (i && (k[i] == THE || k[i] == SOME))
			break;
	}
	return MAX(i, 1);
}

/* Behind the prepositional phrase at k. */
static guint skip_prepositional(const char *k, guint n)
{
	Subject ignored;
	guint i = 1;

	while (i < n && (k[i] == PREPOSITION || k[i] == WITH))
		i++;
	return i < n && strchr("DaxdLSAbp", k[i]) ? i + noun_phrase(k + i, n - i, &ignored) : i;
}

/* The first noun phrase that is no part of another. "Pilot is afgerond" has no article; "Inmiddels
 * is" no noun. last: that of the last instead: what somebody has ended. */
static Subject find_subject(const char *k, guint n, gboolean last)
{
	Subject found = OF_NOBODY;

	for (guint i = 0; i < n;) {
		Subject s = OF_NOBODY;
		if (k[i] == PREPOSITION || k[i] == WITH) {
			i += skip_prepositional(k + i, n - i);
			continue;
		}
		if (strchr("DaSAL", k[i]))
			i += noun_phrase(k + i, n - i, &s);
		else
			i++;
		if (s == OF_NOBODY)
			continue;
		found = s;
		if (!last)
			return s;
	}
	return found;
}

/* Whether a clause has a verb or a noun of its own before its event: "en interviews zijn". */
static gboolean stands_alone(const char *k, guint event)
{
	static Pattern other = { "[VUHxpI]", 0, 0 };

	for (guint i = 0; i < event;) {
		if (k[i] == PREPOSITION || k[i] == WITH)
			i += skip_prepositional(k + i, event - i);
		else if (g_regex_match_full(pattern_regex(&other), k + i, 1, 0, 0, NULL, NULL))
			return TRUE;
		else
			i++;
	}
	return FALSE;
}

/* ---- events ------------------------------------------------------------------------ */

/* What an event is, by its word, what stands before it, and when it was; the first that fits. */
static const struct {
	char event;
	const char *verb; /* one of these stands in the clause; "-": none does; NULL: any */
	const char *when; /* u, p, n, a: see When; of liep, that it is over */
	States states;
} events[] = {
	{ 'F', "VH-", "upn", STATES_FINISHED }, { 'F', "U", "p", STATES_FINISHED },
	{ 'T', "VH-", "upn", STATES_STOPPED },  { 'T', "U", "p", STATES_STOPPED },
	{ 'e', NULL, "upn", STATES_FINISHED },  { 't', NULL, "upn", STATES_STOPPED },
	{ 'E', NULL, "p", STATES_FINISHED },    { 's', NULL, "p", STATES_STOPPED },
	{ 'r', NULL, "", STATES_FINISHED },     { 'G', "VH-", "upn", STATES_STARTED },
	{ 'G', "U", "p", STATES_STARTED },      { 'G', NULL, "a", STATES_AHEAD },
	{ 'g', NULL, "na", STATES_AHEAD },      { 'g', NULL, "p", STATES_STARTED },
	{ 'X', "VH-", "", STATES_RUNNING },     { 'R', NULL, "upn", STATES_RUNNING },
	{ 'B', NULL, "una", STATES_AHEAD },
};

/* When a clause says that it was. */
static When when_of(Clause *c, const char *text, int now)
{
	g_autoptr(GArray) found = looptijd_find(text);
	const Period *p = found->len ? &g_array_index(found, Period, 0) : NULL;

	if (!p)
		return WHEN_UNKNOWN;
	int first = p->from != PERIOD_OPEN ? p->from : p->to;
	c->until = p->from == PERIOD_OPEN && p->to >= now;
	c->over = p->to != PERIOD_OPEN && p->to < now &&
		  (p->from == PERIOD_OPEN || p->to_precision != p->from_precision ||
		   p->to != p->from);
	return first > now ? WHEN_AHEAD : first == now ? WHEN_NOW : WHEN_PAST;
}

/* What the event says, if it says anything; -1. */
static int states_of(const Clause *c, guint event)
{
	char kind = c->kinds[event];
	gboolean not_yet = has(c, SAYS_NOT_YET);

	if (memchr(c->kinds, SAYS_NOT,
		   kind == 'F' || kind == 'T' || kind == 'G' ? event : c->length))
		return -1;
	if (not_yet)
		return kind == SAYS_STARTED || kind == SAYS_STARTS ? STATES_AHEAD : -1;
	for (gsize i = 0; i < G_N_ELEMENTS(events); i++) {
		gboolean fits = events[i].event == kind;
		gboolean plain = TRUE;
		for (const char *v = "VHU"; *v; v++)
			if (memchr(c->kinds, *v, c->length)) {
				plain = FALSE;
				fits = fits && (!events[i].verb || strchr(events[i].verb, *v));
			}
		if (plain)
			fits = fits && (!events[i].verb || strchr(events[i].verb, '-'));
		fits = fits && (strchr(events[i].when, "upna"[c->when]) ||
				(kind == SAYS_RAN && c->over) || (strchr("RX", kind) && c->until));
		if (fits)
			return (int)events[i].states;
	}
	return -1;
}

static gboolean is_event(char kind)
{
	return strchr("FeETtsrGgRBX", kind) != NULL;
}

/* Of whom the event speaks. */
static Subject subject_of(const Clause *c, guint event, const Clause *before, gboolean is_first)
{
	const char *k = c->kinds;
	Subject own = find_subject(k, c->length, FALSE);
	gboolean inherits = before && before->subject != OF_NOBODY;

	/* "Rotterdam is gestopt met de pilot" */
	if (k[event] == SAYS_STOPPED && event + 1 < c->length && k[event + 1] == WITH) {
		Subject what = find_subject(k + event + 2, c->length - event - 2, FALSE);
		return what == OF_PILOT ? OF_PILOT : own == OF_PILOT ? OF_ASIDE : what;
	}
	if (has(c, HAS) && strchr("FT", k[event])) /* the pilot itself has ended something else */
		return own == OF_PILOT ? OF_ASIDE : find_subject(k, c->length, TRUE);
	if (has(c, PLACE) && own == OF_PILOT)
		return OF_PART;
	if (own != OF_NOBODY)
		return own;
	if (has(c, IT) || k[0] == IS || k[0] == BECOMES)
		return inherits ? before->subject : is_first ? OF_PILOT : OF_NOBODY;
	if (stands_alone(k, event))
		return OF_OTHER;
	return inherits ? before->subject : is_first ? OF_PILOT : OF_NOBODY;
}

/* ---- sentences --------------------------------------------------------------------- */

typedef struct {
	const char *sentence;
	const Tagged *tagged;
	int now;
	gboolean is_period;
	Subject subject; /* of the sentence before */
	GArray *out;
} Reader;

static void add_statement(Reader *r, States states, gboolean doubtful)
{
	Statement s = { states, doubtful, g_strdup(r->sentence) };
	g_array_append_val(r->out, s);
}

/* Its last event: "is gestart en inmiddels afgerond" has each in a clause of its own. */
static guint find_event(const Clause *c)
{
	guint event = c->length;

	for (guint i = 0; i < c->length; i++)
		if (is_event(c->kinds[i]) && (event == c->length || !strchr("BRX", c->kinds[i])))
			event = i;
	return event;
}

/* What is said of its event, if it is sure. */
static void read_event(Reader *r, const Clause *c, guint event)
{
	int states = states_of(c, event);
	gboolean of_pilot = c->subject == OF_PILOT || (r->is_period && c->subject != OF_PART);
	gboolean relative = *c->kinds == WHICH;
	gboolean ends = states == STATES_FINISHED || states == STATES_STOPPED;
	/* what is planned has not begun */
	gboolean open = states == STATES_AHEAD ? has(c, SAYS_IF) || relative : c->hedged;

	if (states < 0 || open || memchr(c->kinds, SAYS_PARTLY, event))
		return;
	if (of_pilot && !relative)
		add_statement(r, (States)states, FALSE);
	/* "De werkplaats is gestopt", "een pilot, die is gestopt": is that this pilot? */
	else if (ends && (of_pilot || c->subject == OF_OTHER))
		add_statement(r, (States)states, TRUE);
}

/* Reads the clause of letters [from, to); before: the one before it in the sentence, of no length
 * when there is none. It becomes this one. */
static void read_clause(Reader *r, guint from, guint to, Clause *before)
{
	const guint *starts = &g_array_index(r->tagged->starts, guint, 0);
	g_autofree char *text = g_strndup(r->sentence + starts[from], starts[to] - starts[from]);
	Clause c = { .kinds = r->tagged->kinds->str + from, .length = to - from };
	const Clause last = { .subject = r->subject };
	const Clause *earlier = before->length ? before : has(&c, IT) ? &last : NULL;
	guint event = find_event(&c);
	gboolean verb_first = strchr(VERBS, *c.kinds) != NULL;

	c.when = when_of(&c, text, r->now);
	/* "Op 1 januari 2022 gaat de website live en start de pilot" */
	if (c.when == WHEN_UNKNOWN && verb_first)
		c.when = before->when;
	c.subject = event < c.length
			    ? subject_of(&c, event, earlier, !before->length || r->is_period)
			    : find_subject(c.kinds, c.length, FALSE);
	if (c.subject == OF_NOBODY)
		c.subject = before->subject;
	c.hedged = has(&c, SAYS_IF) || has(&c, SAYS_UNSURE) ||
		   (before->hedged && (verb_first || !stands_alone(c.kinds, event)));
	if (event < c.length)
		read_event(r, &c, event);
	else if (strspn(c.kinds, "Lnb") >= c.length) /* "(deels)" */
		c.hedged |= has(&c, SAYS_PARTLY) || has(&c, SAYS_NOT_YET);
	if (!before->length && strspn(c.kinds, "bd") >= c.length) /* "Status: afgerond" */
		return;
	if (c.when == WHEN_UNKNOWN)
		c.when = before->when;
	if (*c.kinds == WHICH || *c.kinds == SAYS_IF) /* stands between; what follows goes on */
		before->hedged |= *c.kinds == SAYS_IF;
	else
		*before = c;
}

static void read_sentence(Reader *r, const Phrases *title, const FactWords *words)
{
	g_auto(Tagged) tagged;
	Clause before = { 0 };
	guint from = 0;

	tag(&tagged, r->sentence, title, words);
	settle(tagged.kinds);
	r->tagged = &tagged;
	const char *k = tagged.kinds->str;
	if (strchr(r->sentence, '?'))
		return;
	for (guint i = 0; i <= tagged.kinds->len; i++) {
		gboolean opens = k[i] == SAYS_IF || k[i] == WHICH;
		if (k[i] && !opens && !strchr(",KJ", k[i]))
			continue;
		if (i > from)
			read_clause(r, from, i, &before);
		from = opens ? i : i + 1;
	}
	r->subject = before.subject;
}

/* The end of the sentence at p: behind its full stop, or before the end of the line. "m.i.v. 1
 * juli" has none. */
static const char *sentence_end(const char *p)
{
	for (; *p && *p != '\n'; p++) {
		if (!strchr(".?!", *p))
			continue;
		const char *next = p + 1 + strspn(p + 1, ")\"'");
		gunichar after = g_utf8_get_char(next + strspn(next, " "));
		if (!*next || *next == '\n' ||
		    g_unichar_type(g_utf8_get_char(next)) == G_UNICODE_OTHER_NUMBER)
			return next;
		if (*next == ' ' && !g_unichar_islower(after) && !g_unichar_isdigit(after))
			return next;
	}
	return p;
}

static void clear_statement(gpointer data)
{
	g_free(((Statement *)data)->sentence);
}

/* What a pilot is called: its title, without what stands in brackets behind it. */
static Phrases *names_of(const char *title)
{
	Phrases *names = phrases_new();
	g_autofree char *lower = g_utf8_strdown(title ? title : "", -1);

	lower[strcspn(lower, "(")] = '\0';
	if (*g_strstrip(lower))
		phrases_add(names, lower, SAYS_SUBJECT);
	return names;
}

GArray *statements_find(const char *text, const char *title, gboolean is_period, int now,
			const FactWords *words)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Statement));
	g_autoptr(Phrases) names = names_of(title);

	Reader r = { .now = now, .subject = OF_PILOT, .is_period = is_period, .out = out };

	g_array_set_clear_func(out, clear_statement);
	for (const char *p = text; *p;) {
		while (*p == ' ' || *p == '\n' || /* a mark of a note is of the sentence before */
		       g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_OTHER_NUMBER)
			p = g_utf8_next_char(p);
		const char *end = sentence_end(p);
		g_autofree char *sentence = g_strndup(p, (gsize)(end - p));
		r.sentence = sentence;
		if (*sentence)
			read_sentence(&r, names, words);
		p = end;
	}
	return out;
}
