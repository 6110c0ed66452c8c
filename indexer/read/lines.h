/* The lines of a file, one at a time: memory stays bounded whatever the size of the file.
 *
 * A line ends in LF, CRLF or CR. What is wrong with the bytes is mended as far as it goes: a
 * byte order mark and NULs are left out, a line that is not UTF-8 is read as Windows-1252, and a
 * file in UTF-16 as what it says. What a document declares is not asked: many are wrong. */
#ifndef INDEXER_LINES_H
#define INDEXER_LINES_H

#include <glib.h>

typedef enum {
	FILE_TEXT,
	FILE_ZIP,
	FILE_PDF,
	FILE_OLE, /* of Word before 2007, or locked with a password: [MS-CFB] */
	FILE_RTF,
	FILE_BINARY /* no text: too many bytes that none has */
} FileKind;

/* What a look at the whole file tells; of a file that is no text only the first three. */
typedef struct {
	char *sha256; /* 64 hex digits */
	guint64 bytes;
	FileKind kind;            /* by its first bytes */
	guint other, first_other; /* lines that are not UTF-8, and the number of the first */
	gboolean has_nul;
	guint64 controls; /* characters that no text has */
	gboolean has_tab, has_html,
		has_markdown; /* signs of a format: "title TAB", <table>, "##" */
} FileFacts;

/* FALSE with a G_FILE_ERROR. */
gboolean lines_look(const char *path, FileFacts *facts, GError **error);

typedef struct Lines Lines;

#define LINES_MAX_BYTES (16u << 20) /* of a line; the rest of a longer one is left out */

#define LINES_MAX_UTF16 (64u << 20) /* bytes of a file in UTF-16, which is held as a whole */

/* path is borrowed. NULL with a G_FILE_ERROR. */
Lines *lines_open(const char *path, GError **error);
void lines_free(Lines *lines);

/* The next line, valid UTF-8 without its end; borrowed until the next call, and the caller
 * may write in it. NULL at the end of the file. */
char *lines_next(Lines *lines);
/* Of the line that lines_next() gave last: its number, from 1, where it starts in the file,
 * and whether it was longer than LINES_MAX_BYTES. */
guint lines_number(const Lines *lines);
guint64 lines_offset(const Lines *lines);
gboolean lines_was_cut(const Lines *lines);
/* FALSE with a G_FILE_ERROR when lines_next() stopped because the file could not be read. */
gboolean lines_are_whole(const Lines *lines, GError **error);
/* Goes on at a line that was given before. */
gboolean lines_seek(Lines *lines, guint64 offset, guint number, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lines, lines_free)

#endif
