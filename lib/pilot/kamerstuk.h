/* References to parliamentary papers: "Kamerstukken II 2018/2019, 35000 VI, nr. 47".
 * The normalised id is that of officielebekendmakingen.nl: "35000-VI-47", "31753-157". */
#ifndef PILOT_KAMERSTUK_H
#define PILOT_KAMERSTUK_H

#include <glib.h>

/* The ids of the papers that a text refers to as Kamerstuk or Kamerstukken, each once;
 * a paper with two dossiers ("31753/33552, 157") has two. GPtrArray of char *, owned by
 * the caller. */
GPtrArray *kamerstuk_find(const char *text);

/* The id when all of a text is a reference, with or without the word: "35000-VI-47",
 * "kst-35000-VI-47", "35 000 VI, nr. 47"; else NULL. The caller frees. */
char *kamerstuk_whole(const char *text);

/* Where the paper, or all of a dossier, is published. The caller frees. */
char *kamerstuk_url(const char *id);
char *kamerstuk_dossier_url(const char *dossier);

#endif
