#include "converted.h"

#include <string.h>
#include <unistd.h>

static struct {
	GMutex lock;
	int file; /* 0 before the first text, -1 when there can be none */
	guint64 end;
} store;

static int open_nameless(void)
{
	g_autofree char *name = NULL;
	int file = g_file_open_tmp("pilotzoeker-XXXXXX", &name, NULL);

	if (file >= 0)
		unlink(name);
	return file;
}

static gboolean write_all(int file, guint64 offset, const char *text, gsize len)
{
	ssize_t n = 1;

	for (; len > 0 && n > 0; text += n, offset += (guint64)n, len -= (gsize)n)
		n = TEMP_FAILURE_RETRY(pwrite(file, text, len, (off_t)offset));
	return len == 0;
}

void converted_keep(Converted *c, const char *html)
{
	gsize len = strlen(html);

	g_mutex_lock(&store.lock);
	if (!store.file)
		store.file = open_nameless();
	if (store.file > 0 && write_all(store.file, store.end, html, len)) {
		*c = (Converted) { store.end, len };
		store.end += len;
	}
	g_mutex_unlock(&store.lock);
}

char *converted_read(const Converted *c)
{
	g_autofree char *html = c->len ? g_malloc(c->len + 1) : NULL;
	gsize got = 0;
	ssize_t n = 1;

	for (; got < c->len && n > 0; got += (gsize)MAX(n, 0))
		n = TEMP_FAILURE_RETRY(
			pread(store.file, html + got, c->len - got, (off_t)(c->offset + got)));
	if (!c->len || got < c->len)
		return NULL;
	html[got] = '\0';
	return g_steal_pointer(&html);
}
