#include "knownline.h"

#include <string.h>

#define GREETING 60 /* bytes of a salutation at most */

typedef enum {
	STARTS,       /* a line starts so */
	ALONE,        /* it is the line, or what stands before a colon */
	GREETING_LINE /* a short line starts so */
} Whole;

static const struct {
	MarkKind kind;
	Whole whole;
	const char *text;
} lines[] = {
	{ MARK_HEADING, STARTS, "Vragen van het lid " },
	{ MARK_HEADING, STARTS, "Vragen van de leden " },
	{ MARK_HEADING, STARTS, "Schriftelijke vragen van " },
	{ MARK_HEADING, STARTS, "Aanvullende vragen van " },
	{ MARK_HEADING, STARTS, "Nadere vragen van " },
	{ MARK_AROUND, ALONE, "Vragen" },
	{ MARK_AROUND, ALONE, "Toelichting" },
	{ MARK_AROUND, ALONE, "Mededeling" },
	{ MARK_AROUND, ALONE, "Noot" },
	{ MARK_AROUND, ALONE, "Noten" },
	{ MARK_AROUND, ALONE, "Voetnoten" },
	{ MARK_AROUND, ALONE, "Bron" },
	{ MARK_AROUND, ALONE, "Bronnen" },
	{ MARK_AROUND, ALONE, "Van" },
	{ MARK_AROUND, ALONE, "Aan" },
	{ MARK_AROUND, ALONE, "Cc" },
	{ MARK_AROUND, ALONE, "Verzonden" },
	{ MARK_AROUND, ALONE, "Onderwerp" },
	{ MARK_AROUND, ALONE, "Naar boven" },
	{ MARK_AROUND, STARTS, "-----" },
	{ MARK_AROUND, GREETING_LINE, "Beste" },
	{ MARK_AROUND, GREETING_LINE, "Geachte" },
	{ MARK_AROUND, GREETING_LINE, "Hallo" },
	{ MARK_AROUND, GREETING_LINE, "Hoi" },
	{ MARK_AROUND, GREETING_LINE, "Dag" },
	{ MARK_AROUND, GREETING_LINE, "Met vriendelijke groet" },
	{ MARK_AROUND, GREETING_LINE, "Met hartelijke groet" },
	{ MARK_AROUND, GREETING_LINE, "Vriendelijke groet" },
	{ MARK_AROUND, GREETING_LINE, "Hartelijke groet" },
	{ MARK_AROUND, GREETING_LINE, "Groet" },
	{ MARK_AROUND, GREETING_LINE, "Hoogachtend" },
	{ MARK_AROUND, GREETING_LINE, "Alvast" },
	{ MARK_AROUND, GREETING_LINE, "Bij voorbaat" },
	{ MARK_AROUND, GREETING_LINE, "Dank" },
	{ MARK_PAGE, STARTS, "kv-tk-" },
	{ MARK_PAGE, STARTS, "kv-ek-" },
	{ MARK_PAGE, STARTS, "ah-tk-" },
	{ MARK_PAGE, STARTS, "ah-ek-" },
	{ MARK_PAGE, STARTS, "Tweede Kamer, vergaderjaar " },
	{ MARK_PAGE, STARTS, "Eerste Kamer, vergaderjaar " },
	{ MARK_PAGE, STARTS, "’s-Gravenhage 20" },
	{ MARK_PAGE, STARTS, "ISSN " },
	{ MARK_PAGE, STARTS, "Vragen gesteld door de leden der Kamer" },
};

static gboolean is_whole(const char *line, const char *rest, Whole whole)
{
	if (whole == ALONE)
		return !*rest || *rest == ':';
	return whole == STARTS ||
	       (strlen(line) <= GREETING && !strchr(rest, '?') && !g_ascii_isalpha(*rest));
}

gboolean knownline_read(Line *l)
{
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		if (!g_str_has_prefix(l->line, lines[i].text) ||
		    !is_whole(l->line, l->line + strlen(lines[i].text), lines[i].whole) ||
		    !(l->after || lines[i].kind != MARK_AROUND))
			continue;
		l->text = l->line;
		l->kind = lines[i].kind;
		return TRUE;
	}
	return FALSE;
}
