#include "lexemes.h"

#include <stdlib.h>
#include <string.h>

#include "dates.h"
#include "pattern.h"

static const YearPart parts[] = {
	{ "lente", 3, 5, PRECISION_SEIZOEN },       { "voorjaar", 3, 5, PRECISION_SEIZOEN },
	{ "zomer", 6, 8, PRECISION_SEIZOEN },       { "najaar", 9, 11, PRECISION_SEIZOEN },
	{ "herfst", 9, 11, PRECISION_SEIZOEN },     { "winter", 12, 14, PRECISION_SEIZOEN },
	{ "begin", 1, 3, PRECISION_JAARDEEL },      { "medio", 6, 6, PRECISION_JAARDEEL },
	{ "half", 6, 6, PRECISION_JAARDEEL },       { "midden", 6, 6, PRECISION_JAARDEEL },
	{ "halverwege", 6, 6, PRECISION_JAARDEEL }, { "eind", 10, 12, PRECISION_JAARDEEL },
	{ "einde", 10, 12, PRECISION_JAARDEEL },
};

const YearPart *lexeme_year_part(const Lexeme *lexeme)
{
	return &parts[lexeme->value];
}

/* ---- words ------------------------------------------------------------------------ */

/* The words of time, and those between them. What a period may be of, and the like, is of editors:
 * corpus/feiten.lst. */
static const struct {
	Kind kind;
	int value;
	const char *phrases;
} words_of_time[] = {
	{ L_QUARTERS, 0, "kwartaal;kw;kw.;kwart" },
	{ L_HALVES, 0, "helft;halfjaar;half jaar" },
	{ L_SCHOOL, 8, "schooljaar;schooljaren;cursusjaar" },
	{ L_SCHOOL, 9, "studiejaar;collegejaar;academisch jaar" },
	{ L_ORDINAL, 1, "eerste" },
	{ L_ORDINAL, 2, "tweede" },
	{ L_ORDINAL, 3, "derde" },
	{ L_ORDINAL, 4, "vierde" },
	{ L_AND, 0, "en;&;+" },
	{ L_OF, 0, "van" },
	{ L_FROM, 0,
	  "vanaf;v.a.;va;sinds;sedert;per;met ingang van;m.i.v.;met ingang per;ingaande;ingaand;"
	  "ingangsdatum;"
	  "start;start per;gestart;startte;startdatum;start "
	  "op;aanvang;aanvangsdatum;begonnen;begon;"
	  "begindatum;begint;begint in;van start;van start gegaan;gaat in;ging in;ingegaan" },
	{ L_TO, 0, "tot;tot aan" },
	{ L_THROUGH, 0,
	  "tot en met;tot & met;tot/met;t/m;tm;t.m.;t.e.m.;uiterlijk;tot en met uiterlijk" },
	{ L_END, 0,
	  "einddatum;eindigt;eindigde;loopt af;liep af;loopt ten einde;afloop;einde looptijd;"
	  "afronding;beëindiging;einde pilot;einde van de pilot;afgelopen" },
	{ L_OPEN, 0,
	  "heden;nu;op heden;doorlopend;loopt door;loopt nog door;structureel;permanent;continu;"
	  "doorlopende;"
	  "onbepaalde tijd;voor onbepaalde tijd;onbepaald;nader te bepalen;nader te bepalen datum;"
	  "nog te bepalen;"
	  "nog nader te bepalen;nader te bepalen;n.t.b.;n.t.b;ntb;n.n.b.;n.n.b;nnb;"
	  "tot nader order;nader order;tot nader bericht;nader bericht;"
	  "en verder;e.v.;ev;e.v;en later;en volgende jaren;onbekend;nog onbekend;nog niet bekend;"
	  "niet bekend;"
	  "nog niet bepaald;nog niet vastgesteld;nog vast te stellen;nader vast te stellen;?;"
	  "zonder einddatum;geen einddatum;open einde;einddatum onbekend;vooralsnog onbekend;"
	  "nog open;open" },
	{ L_RUNNING, 0,
	  "lopend;lopende;nog lopend;nog lopende;loopt nog;loopt nog steeds;nog steeds lopend;"
	  "in uitvoering" },
	{ L_BETWEEN, 0, "tussen" },
	{ L_EXTENDED, 0,
	  "verlengd;is verlengd;werd verlengd;wordt verlengd;nu verlengd;inmiddels verlengd;"
	  "later verlengd;nadien verlengd" },
	{ L_EXTENSION, 0, "verlenging;uitloop;uitgelopen" },
	{ L_THEN, 0, "daarna;vervolgens;nadien;aansluitend;erna;hierna" },
	{ L_CITATION, 0,
	  "stb.;stb;stcrt.;stcrt;staatsblad;staatscourant;kamerstuk;kamerstukken;kamerstukken ii;"
	  "kamerstukken i;artikel;art." },
	{ L_ORIGINAL, 0,
	  "oorspronkelijk;oorspronkelijke;aanvankelijk;eerder;eerst;origineel;voorheen;was" },
	{ L_OPTION, 0,
	  "optie;met optie;mogelijk;mogelijke;mogelijkheid;eventueel;eventuele;kan;kan worden;"
	  "kunnen;gesproken;besproken;overleg;onderzocht;overwogen;bekeken;verkend;aangevraagd;"
	  "verzocht;gewenst;bezien;in beraad;gekeken;beoordeeld" },
	{ L_UNSURE, 0,
	  "inclusief eventuele verlenging;incl. eventuele verlenging;inclusief mogelijke "
	  "verlenging;incl. mogelijke verlenging;inclusief optie;incl. "
	  "optie;circa;ca.;ca;ongeveer;ongev.;plusminus;zo'n;minimaal;minstens;"
	  "maximaal;ten minste;tenminste;ten hoogste;hooguit;uiterlijk eerst;op zijn vroegst;"
	  "vroegst;niet;geen;nooit;onder voorbehoud;voorbehoud;afhankelijk;mits;tenzij;indien;als;"
	  "wanneer;zodra;zolang;totdat;uitgesteld;uitstel;opgeschort;"
	  "onderbroken;onderbreking;gepauzeerd;pauze;stilgelegd;stilgelegen;vervroegd;verschoven;"
	  "vertraagd;vertraging;gewijzigd;herzien;herstart;hervat;vervallen;ingekort;verkort;"
	  "onzeker;onduidelijk;indicatief;schatting;geschat" },
	{ L_FILLER, 0,
	  "de;het;een;in;op;met;om;'t;is;zijn;wordt;worden;werd;was "
	  "gepland;loopt;lopen;liep;liepen;"
	  "gelopen;gaat;gaan;ging;gegaan;duurt;duurde;duren;naar;naar "
	  "verwachting;verwacht;verwachte;"
	  "verwachting;de verwachting is;"
	  "beoogd;beoogde;gepland;geplande;planning;volgens planning;voorzien;voorziene;streven;"
	  "streefdatum;voorlopig;voorlopige;vooralsnog;looptijd;doorlooptijd;periode;tijdvak;"
	  "duur;gedurende;voor de duur van;voor een periode van;voor een duur van;voor de periode;"
	  "met een looptijd van;met een duur van;met een doorlooptijd van;looptijd van;"
	  "totaal;totale;in totaal;maand;maanden;jaar;jaren;kalenderjaar;het "
	  "jaar;datum;nog;reeds;al;"
	  "inmiddels;momenteel;thans;inclusief verlenging;incl. verlenging;na verlenging;"
	  "inclusief evaluatie;incl. evaluatie;dus;namelijk;"
	  "inclusief de evaluatie;ook;weer;ieder geval;doorlopen;plaats;plaatsvinden;vindt;vond;"
	  "maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag;zondag" },
};

static const Phrases *time_phrases(void)
{
	static gsize made;

	if (g_once_init_enter(&made)) {
		Phrases *p = phrases_new();
		for (gsize i = 0; i < G_N_ELEMENTS(words_of_time); i++) /* + 1: not 0 */
			phrases_add_all(p, words_of_time[i].phrases, (int)i + 1);
		g_once_init_leave(&made, (gsize)p);
	}
	return (const Phrases *)made; /* kept */
}

/* The letters at the start of a text. */
static gsize letters(const char *text)
{
	const char *p = text;

	while (g_unichar_isalpha(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return (gsize)(p - text);
}

static gboolean is_joined(const char *text)
{
	return (*text == '-' || *text == '/') && g_unichar_isalpha(g_utf8_get_char(text + 1));
}

/* A month, or a part of a year: they may be joined to the next ("jan-mrt"). */
static gboolean is_calendar_word(const char *word, Lexeme *out)
{
	int month = date_month(word);

	if (month) {
		*out = (Lexeme) { .kind = L_MONTH, .value = month };
		return TRUE;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (strcmp(parts[i].name, word) == 0) {
			*out = (Lexeme) { .kind = parts[i].precision == PRECISION_SEIZOEN ? L_SEASON
											  : L_PART,
					  .value = (int)i };
			return TRUE;
		}
	return FALSE;
}

/* Takes a phrase of one of the lists at p. */
static gboolean take_phrase(const char *p, const Phrases *words, Lexeme *out)
{
	gsize length;
	int meaning = phrases_at(time_phrases(), p, &length);

	if (meaning) {
		*out = (Lexeme) { .kind = words_of_time[meaning - 1].kind,
				  .value = words_of_time[meaning - 1].value };
	} else if (words && (meaning = phrases_at(words, p, &length))) {
		*out = (Lexeme) { .kind = (Kind)meaning };
	} else {
		return FALSE;
	}
	out->length = (guint)length;
	return TRUE;
}

/* Takes the word at p, with what is joined to it: the last part says what it is. */
static Lexeme take_word(const char *p, const Phrases *words)
{
	Lexeme l = { .kind = L_UNKNOWN };
	gsize n = letters(p);
	g_autofree char *word = g_strndup(p, n);

	if (take_phrase(p, words, &l) && (l.length != n || !is_joined(p + n)))
		return l;
	if (is_calendar_word(word, &l)) {
		l.length = (guint)n + (l.kind == L_MONTH && p[n] == '.');
		return l;
	}
	l = (Lexeme) { .kind = L_UNKNOWN };
	for (gsize end = n; is_joined(p + end); n = end) {
		const char *next = p + end + 1;
		end += 1 + letters(next);
		if (!take_phrase(next, words, &l))
			l.kind = L_UNKNOWN;
	}
	l.length = (guint)n;
	return l;
}

/* ---- numbers ---------------------------------------------------------------------- */

#define DIGITS "0123456789"
#define PART "(?:deel|deelproject|fase|tranche|ronde|cohort|stap|blok|periode|groep)"
#define COUNT                                                                                      \
	"\\d{1,3}(?:[,.]5)?|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"   \
	"achttien|vierentwintig|anderhalf|een half"

static gboolean is_year(int number)
{
	return number >= 1900 && number <= 2199;
}

/* "21" is 2021, and "98" 1998; what lies between is neither. 0 when it is no year. */
static int whole_year(int number)
{
	if (number < 50)
		return 2000 + number;
	return number < 90 ? number : number < 100 ? 1900 + number : number;
}

static gboolean to_date(const char *const *n, Lexeme *l)
{
	int a = atoi(n[1]), month = atoi(n[2]), b = atoi(n[3]);
	gboolean year_first = strlen(n[1]) == 4;
	int year = year_first ? a : whole_year(b), day = year_first ? b : a;

	if (!is_year(year) || !g_date_valid_dmy(day, month, year))
		return FALSE;
	l->value = 12 * year + month - 1;
	l->day = day;
	return TRUE;
}

static gboolean to_iso_month(const char *const *n, Lexeme *l)
{
	gboolean year_first = strlen(n[1]) == 4;
	int year = atoi(n[year_first ? 1 : 2]), month = atoi(n[year_first ? 2 : 1]);

	/* "2011-12" is December, or two years: nobody can tell */
	l->value = 12 * year + month - 1;
	return is_year(year) && !(year_first && (year + 1) % 100 == month);
}

static gboolean to_month_year(const char *const *n, Lexeme *l)
{
	int month = date_month(n[1]);

	l->value = 12 * whole_year(atoi(n[2])) + month - 1;
	return month && is_year(whole_year(atoi(n[2])));
}

/* "2021-22": years that follow each other closely. */
static gboolean to_years(const char *const *n, Lexeme *l)
{
	l->value = atoi(n[1]);
	l->day = atoi(n[2]) - l->value % 100;
	return is_year(l->value) && l->day > 0 && l->day < 10;
}

static gboolean to_numbered(const char *const *n, Lexeme *l)
{
	l->value = atoi(n[1]);
	for (int i = 2; i <= 4 && n[i]; i++)
		if (*n[i])
			l->year = whole_year(atoi(n[i]));
	return !l->year || is_year(l->year);
}

static gboolean to_numbered_year_first(const char *const *n, Lexeme *l)
{
	l->value = atoi(n[2]);
	l->year = atoi(n[1]);
	return is_year(l->year);
}

static gboolean to_number(const char *const *n, Lexeme *l)
{
	l->value = strlen(n[1]) < 6 ? atoi(n[1]) : 0;
	if (strlen(n[1]) == 4 && is_year(l->value))
		l->kind = L_YEAR;
	return strlen(n[1]) <= 2 || l->kind == L_YEAR;
}

static gboolean to_short_year(const char *const *n, Lexeme *l)
{
	l->value = whole_year(atoi(n[1]));
	return is_year(l->value);
}

/* Months times two, so that halves are whole. */
static int twice(const char *count)
{
	static const char *const names[] = {
		"een half", "een",   "anderhalf", "twee", "", "drie",  "", "vier",
		"",         "vijf",  "",          "zes",  "", "zeven", "", "acht",
		"",         "negen", "",          "tien", "", "elf",   "", "twaalf"
	};

	if (g_ascii_isdigit(*count))
		return 2 * atoi(count) + (strpbrk(count, ",.") != NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], count) == 0)
			return (int)i + 1;
	return strcmp(count, "één") == 0 ? 2 : strcmp(count, "achttien") == 0 ? 36 : 48;
}

static gboolean to_duration(const char *const *n, Lexeme *l)
{
	int months = g_str_has_prefix(n[2], "ja") || *n[2] == 'j' ? 12
		     : *n[2] == 'm'                               ? 1
		     : *n[2] == 'k'                               ? 3
								  : 0;
	int doubled = twice(n[1]) * months;

	l->value = doubled % 2 ? 0 : doubled / 2;
	return TRUE;
}

static gboolean to_nothing(const char *const *n, Lexeme *l)
{
	(void)n;
	(void)l;
	return TRUE;
}

/* What a lexeme looks like, and what its groups make of it; the first that fits counts, and what is
 * none after all is not known. What it may begin with spares most of the looking: a byte of any
 * text is the start of few of them. */
static struct {
	const char *begins; /* bytes; "\xe2" of the dashes */
	Pattern pattern;
	Kind kind;
	gboolean (*make)(const char *const *groups, Lexeme *l);
} shapes[] = {
	{ "dftrcsbpg",
	  { PART " (?:\\d{1,2}|[ivx]{1,4}|[a-z])\\b(?! ?(?:jaar|maand))", 0, 0 },
	  L_PART_OF,
	  to_nothing },
	{ "etdv" DIGITS,
	  { "(?:eerste|tweede|derde|vierde|\\d(?:e|de|ste)) (?:pilot)?" PART "\\b", 0, 0 },
	  L_PART_OF,
	  to_nothing },
	{ "j", { "jaar (?=\\d{4}\\b)", 0, 0 }, L_FILLER, to_nothing },
	{ "b", { "begin ?:", 0, 0 }, L_FROM, to_nothing },
	{ "e", { "einde? ?:", 0, 0 }, L_END, to_nothing },
	{ DIGITS "eétdvzanh",
	  { "(" COUNT
	    ")(?: |-| ?x ?)?(maanden|maand|mnd|mnden|jaar|jaren|jr|kwartalen|weken|dagen|week|"
	    "dag)\\b\\.?",
	    0, 0 },
	  L_DURATION,
	  to_duration },
	{ DIGITS,
	  { "(\\d{1,2})-(\\d{1,2})-'?(\\d{4}|\\d\\d)\\b(?![-/]\\d)", 0, 0 },
	  L_DATE,
	  to_date },
	{ DIGITS,
	  { "(\\d{1,2})/(\\d{1,2})/'?(\\d{4}|\\d\\d)\\b(?![-/]\\d)", 0, 0 },
	  L_DATE,
	  to_date },
	{ DIGITS,
	  { "(\\d{1,2})\\. ?(\\d{1,2})\\. ?'?(\\d{4}|\\d\\d)\\b(?![-/]\\d)", 0, 0 },
	  L_DATE,
	  to_date },
	{ DIGITS, { "(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b(?!-)", 0, 0 }, L_DATE, to_date },
	{ DIGITS,
	  { "(\\d{4})[-/](0[1-9]|1[0-2])\\b(?![-/]\\d)", 0, 0 },
	  L_ISO_MONTH,
	  to_iso_month },
	{ DIGITS,
	  { "(0?[1-9]|1[0-2])[-/.](\\d{4})\\b(?![-/]\\d)", 0, 0 },
	  L_ISO_MONTH,
	  to_iso_month },
	{ "jfmasond",
	  { "(jan|feb|febr|mrt|apr|mei|jun|juni|jul|juli|aug|sep|sept|okt|nov|dec|januari|februari|"
	    "maart|april|augustus|september|oktober|november|december)\\.?-'?(\\d\\d)\\b(?!-)",
	    0, 0 },
	  L_ISO_MONTH,
	  to_month_year },
	{ DIGITS, { "(\\d{4})[-/]'?(\\d\\d)\\b(?![-/]\\d)", 0, 0 }, L_YEARS, to_years },
	{ DIGITS, { "(\\d{4})[-/ ]?[qk]([1-9])\\b", 0, 0 }, L_QUARTER, to_numbered_year_first },
	{ "qk",
	  { "[qk]([1-9])(?:[-/ ]?(\\d{4})|[-/]'?(\\d\\d)| ?'(\\d\\d))?\\b", 0, 0 },
	  L_QUARTER,
	  to_numbered },
	{ "k", { "kwartaal ([1-9])\\b(?!\\d)", 0, 0 }, L_QUARTER, to_numbered },
	{ DIGITS, { "(\\d{4})[-/ ]?h([12])\\b", 0, 0 }, L_HALF, to_numbered_year_first },
	{ "h",
	  { "h([12])(?:[-/ ]?(\\d{4})|[-/]'?(\\d\\d)| ?'(\\d\\d))?\\b", 0, 0 },
	  L_HALF,
	  to_numbered },
	{ "w",
	  { "(?:week|weeknummer|weeknr\\.?|wk\\.?) ?(\\d{1,2})\\b(?:[-/ ](\\d{4})\\b)?", 0, 0 },
	  L_WEEK,
	  to_numbered },
	{ DIGITS, { "(\\d{4})-?w(\\d\\d)\\b", 0, 0 }, L_WEEK, to_numbered_year_first },
	{ DIGITS, { "(\\d{1,2})(?:e|de|ste)\\b", 0, 0 }, L_ORDINAL, to_number },
	{ DIGITS, { "(\\d+)(?![\\w])", 0, 0 }, L_NUMBER, to_number },
	{ DIGITS, { "\\w+", 0, 0 }, L_UNKNOWN, to_nothing },
	{ "'", { "'(\\d\\d)\\b", 0, 0 }, L_YEAR, to_short_year },
	{ "-\xe2", { "[-–—−‒]+", 0, 0 }, L_DASH, to_nothing },
	{ "/", { "/", 0, 0 }, L_SLASH, to_nothing },
	{ ",", { ",", 0, 0 }, L_COMMA, to_nothing },
	{ "([", { "[(\\[]", 0, 0 }, L_OPENING, to_nothing },
	{ ")]", { "[)\\]]", 0, 0 }, L_CLOSING, to_nothing },
	{ "\n", { "\\n\\n|\\n(?=•)", 0, 0 }, L_BREAK, to_nothing },
	{ "\n", { "\\n", 0, 0 }, L_LINE, to_nothing },
	{ ";.!?\xe2", { ";|•|[.!?](?=\\s|$|\\))", 0, 0 }, L_BREAK, to_nothing },
};

#define WINDOW 64 /* bytes: more than any shape, but for numbers */

/* As much of the text at p as a shape may look at, so that no text is checked again and again
 * to its end: a window, and the rest of the number that it would cut. */
static gssize window(const char *p)
{
	gsize n = strnlen(p, WINDOW);

	if (n < WINDOW)
		return (gssize)n;
	while ((p[n] & 0xc0) == 0x80 || g_ascii_isdigit(p[n]))
		n++;
	return (gssize)n;
}

static gboolean take_shape(const char *p, Lexeme *out)
{
	gssize len = window(p);

	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
		g_autoptr(GMatchInfo) match = NULL;
		int end;
		if (!strchr(shapes[i].begins, *p) ||
		    !g_regex_match_full(pattern_regex(&shapes[i].pattern), p, len, 0,
					G_REGEX_MATCH_ANCHORED, &match, NULL))
			continue;
		g_auto(GStrv) groups = g_match_info_fetch_all(match);
		g_match_info_fetch_pos(match, 0, NULL, &end);
		*out = (Lexeme) { .kind = shapes[i].kind };
		if (!shapes[i].make((const char *const *)groups, out))
			*out = (Lexeme) { .kind = L_UNKNOWN };
		out->length = (guint)end;
		return TRUE;
	}
	return FALSE;
}

/* ---- a text ----------------------------------------------------------------------- */

char *lexemes_text(const char *printed)
{
	g_autofree char *lower = g_utf8_strdown(printed, -1);
	GString *out = g_string_new(NULL);

	for (const char *p = lower; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		gboolean blank = c != '\n' && g_unichar_isspace(c);
		if (blank && (!out->len || out->str[out->len - 1] == ' '))
			continue;
		if (c == 0x2018 || c == 0x2019 || c == '`' || c == 0xb4)
			c = '\'';
		g_string_append_unichar(out, blank ? ' ' : c);
	}
	return g_string_free(out, FALSE);
}

GArray *lexemes_of(const char *text, const Phrases *words)
{
	GArray *out = g_array_new(TRUE, TRUE, sizeof(Lexeme));

	for (const char *p = text; *p;) {
		Lexeme l = { .kind = L_UNKNOWN };
		if (!take_shape(p, &l) && letters(p))
			l = take_word(p, words);
		else if (!l.length)
			take_phrase(p, words, &l);
		l.start = (guint)(p - text);
		if (l.length)
			g_array_append_val(out, l);
		p = l.length ? p + l.length : g_utf8_next_char(p);
	}
	return out;
}

gboolean lexeme_is_time(const char *word)
{
	g_autoptr(GArray) lexemes = lexemes_of(word, NULL);
	return strchr("ynomsbqkhHwcdiY", (int)g_array_index(lexemes, Lexeme, 0).kind) != NULL &&
	       lexemes->len == 1;
}
