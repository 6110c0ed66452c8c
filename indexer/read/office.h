/* Documents of word processors as the HTML that they stand for: .docx (ECMA-376, part 1,
 * WordprocessingML) and .odt (OASIS OpenDocument 1.2).
 *
 * What an annex needs of them: tables, paragraphs, headings, lists, underlined and bold text
 * (labels), superscript, and footnotes, which come behind all else. What was deleted with tracked
 * changes, remarks and the alternative texts of pictures are left out. Each row and paragraph
 * is a line, so a line number of the HTML says which one it was. */
#ifndef INDEXER_OFFICE_H
#define INDEXER_OFFICE_H

#include <glib.h>

/* The HTML; the caller frees. NULL with a G_FILE_ERROR when the file is no such document, is
 * damaged, is locked with a password, or has a part that is too large. */
char *office_to_html(const char *path, GError **error);

#endif
