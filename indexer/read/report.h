/* Warnings on input, as compilers print them: "file:line: warning: …". */
#ifndef INDEXER_REPORT_H
#define INDEXER_REPORT_H

#include <glib.h>

#define REPORT_MAX 10000 /* lines that are kept; more are counted */

typedef struct {
	GPtrArray *lines; /* of char *, in order of finding */
	guint count;      /* all of them */
	guint left_out;   /* files of which nothing is read */
} Report;

Report *report_new(void);
void report_free(Report *report);

/* line 0: about the file as a whole. */
void report_warn(Report *report, const char *file, guint line, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
/* A file is left out; takes the reason. */
void report_left_out(Report *report, const char *file, GError *take);
/* Moves what is in another to the end. */
void report_append(Report *report, Report *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

#endif
