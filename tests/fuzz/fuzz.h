/* A fuzz target: one function that eats any bytes. It checks what must hold of the answer, so
 * a wrong one is found as a crash is. `make fuzz` lets libFuzzer think of the bytes; `make
 * check` gives it the files of cases/NAME/: the seeds, and all that was ever found. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* The bytes as text without NUL, what is no UTF-8 replaced; the caller frees. */
static inline char *fuzz_text(const guint8 *data, gsize size)
{
	g_autofree char *bytes = g_strndup((const char *)data, size);
	return g_utf8_make_valid(bytes, -1);
}

/* Aborts, as a fuzzer wants it. */
static inline void fuzz_found(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
	abort();
}

/* Goes on only when it holds, also without assertions. */
#define MUST(x)                                                                                    \
	do {                                                                                       \
		if (!(x))                                                                          \
			fuzz_found(__FILE__, __LINE__, #x);                                        \
	} while (0)

#endif
