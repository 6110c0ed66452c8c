/* Reads a paper of parliament, as document.h has it: from XML of officielebekendmakingen.nl and
 * from its HTML, by one reader. Memory is that of its text. */
#ifndef KAMER_READER_H
#define KAMER_READER_H

#include "paperparts.h"
#include "report.h"

/* Warns of what is left out. NULL with a G_FILE_ERROR that names the file, and the line of what is
 * damaged. The caller frees. */
Document *reader_of_file(const char *path, Report *report, GError **error);
/* The same of bytes; path is for messages. */
Document *reader_of_xml(const char *path, const char *bytes, gsize len, Report *report,
			GError **error);
/* html is UTF-8. */
Document *reader_of_html(const char *path, const char *html, Report *report);

#endif
