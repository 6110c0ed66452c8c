/* Papers of parliament from files: XML of officielebekendmakingen.nl, or its HTML, with the
 * metadata that stand beside it. */
#ifndef KAMER_KAMER_H
#define KAMER_KAMER_H

#include "paper.h"
#include "report.h"

/* The papers in a file that official.h knows (GPtrArray of Paper *, the caller unrefs). name: by
 * which records call the file. Warns, with the line, of all that is not sure and left out. NULL
 * with a G_FILE_ERROR: it cannot be read, is damaged, or is no question and no letter. */
GPtrArray *kamer_read(const char *path, const char *name, Report *report, GError **error);

/* What the papers in a file are made of: `own`, of the file itself, and the metadata beside it. The
 * same, the same papers. The caller frees. */
char *kamer_stamp(const char *path, const char *own);

/* The id of the paper that a file is of, by its name: "ah-tk-20202021-3235" of
 * "…/ah-tk-20202021-3235.xml"; NULL when that is none. The caller frees. */
char *kamer_id_of_file(const char *path);

#endif
