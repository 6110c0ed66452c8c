/* A libzip that is not there, or that cannot write: preloaded into a program.
 *
 *   FAULT=load      no libzip can be loaded
 *   FAULT=compress  it is loaded, and compressing fails
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

static int is(const char *fault)
{
	const char *set = getenv("FAULT");
	return set && strcmp(set, fault) == 0;
}

void *dlopen(const char *file, int mode)
{
	void *(*really)(const char *, int) =
		(void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return really(file && strstr(file, "libzip") && is("load") ? "/nowhere/libzip.so" : file,
		      mode);
}

/* zlib's, which libzip compresses with. Nothing else here compresses while searching. */
int deflateInit2_(void *stream, int level, int method, int bits, int memory, int strategy,
		  const char *version, int size)
{
	int (*really)(void *, int, int, int, int, int, const char *, int) =
		(int (*)(void *, int, int, int, int, int, const char *, int))dlsym(RTLD_NEXT,
										   "deflateInit2_");

	return is("compress") || !really
		       ? -4
		       : really(stream, level, method, bits, memory, strategy, version, size);
}
