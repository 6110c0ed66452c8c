/* Case and accents of single words. */
#ifndef DUTCH_FOLD_H
#define DUTCH_FOLD_H

#include <glib.h>

/* Appends valid UTF-8 in NFC, in time that grows with its length. */
void fold_nfc(GString *out, const char *text, gsize len);

/* Appends the lower-case NFC form of text[0..len) to out. Characters that do
 * not show (soft hyphen, zero-width space and joiners, BOM) are left out. */
void fold_lower(GString *out, const char *text, gsize len);

/* Appends lower-case text without accents and apostrophes: "foto's" -> "fotos",
 * "Cliënt" -> "client", "ĳs" -> "ijs". Input: the result of fold_lower. */
void fold_accents(GString *out, const char *lower);

/* TRUE for characters that stand in a word but do not show. */
gboolean fold_is_invisible(gunichar c);

#endif
