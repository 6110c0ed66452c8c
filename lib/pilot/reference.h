/* A reference to an official publication, by its id: that of officielebekendmakingen.nl, or an
 * ECLI.
 *
 *   35000-VI-47           a paper: "Kamerstukken II 2018/2019, 35 000 VI, nr. 47"
 *   31753, 35000-VI       a whole dossier: "Kamerstukken 31 753"
 *   ah-tk-20202021-3235   questions and answers: "Aanhangsel Handelingen II 2020/21, nr. 3235"
 *   kv-tk-2021Z12345      questions without: "2021Z12345"
 *   stb-2021-123          and stcrt-2021-4567, trb-2020-12: "Stb. 2021, 123"
 *   ECLI:NL:RVS:2021:1234 */
#ifndef PILOT_REFERENCE_H
#define PILOT_REFERENCE_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
	char *id;
	gsize start, end; /* bytes: from its dossier or title up to its number, which may be one
			   * of a list: "31 753, nrs. 180 en 190" */
} Reference;

void reference_free(gpointer reference);

/* TRUE for a paper, dossier or questions of parliament; for a whole dossier. */
gboolean reference_is_kamerstuk(const char *id);
gboolean reference_is_dossier(const char *id);

/* TRUE when what is asked for by its id is this publication, or a dossier that it is in. */
gboolean reference_answers(const char *id, const char *asked);

/* Calls func for the dossiers that a paper is in: "35000" and "35000-VI". */
void reference_each_dossier(const char *id, void (*func)(const char *dossier, gpointer user),
			    gpointer user);

/* Where it is published; what readers call it ("Kamerstuk 31753, nr. 248"). The caller frees. */
char *reference_url(const char *id);
char *reference_name(const char *id);

G_END_DECLS

#endif
