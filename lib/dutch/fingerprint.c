#include "dutch.h"

#include <string.h>

#include "stem.h"
#include "tables.h" /* made by mkdata: WORD_LISTS */

/* Change this when the code makes other tokens of the same text. */
#define ANALYSIS_VERSION "4"

/* Words on which Dutch stemmers disagree: a library that silently swaps its
 * algorithm shows here. */
static const char *const probes[] = {
	"huurder",    "scheiding", "gescheiden",  "gemeentes",     "geschillen",
	"kinderen",   "brieven",   "huizen",      "mogelijkheden", "evaluaties",
	"dagen",      "bezwaren",  "regeling",    "raadslieden",   "advocaten",
	"procedures", "besluiten", "belangrijke", "verleners",     "problematiek",
};

static void add(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

static char *fingerprint_new(void)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GString) stem = g_string_new(NULL);
	Stemmer *stemmer = stemmer_new();

	for (gsize i = 0; i < G_N_ELEMENTS(probes); i++) {
		g_string_truncate(stem, 0);
		stemmer_stem(stemmer, probes[i], stem);
		add(sum, stem->str);
	}
	stemmer_free(stemmer);
	add(sum, WORD_LISTS);
	return g_strdup_printf("dutch-%s-%.16s", ANALYSIS_VERSION, g_checksum_get_string(sum));
}

const char *dutch_fingerprint(void)
{
	static char *fingerprint;

	if (g_once_init_enter(&fingerprint)) {
		char *made = fingerprint_new();
		g_once_init_leave(&fingerprint, made);
	}
	return fingerprint;
}
