/* Memory that is refused, on purpose: preloaded into a program whose malloc() is ours (fatal.c),
 * below which it stands.
 *
 *   MEMORY_AT=N   the N-th allocation is refused; MEMORY_FROM=1: and all after it
 *
 * With MEMORY_COUNT=1, the number of allocations is told on standard error at the end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_long count;
static long at = -1, from;

static int refused(void)
{
	if (at < 0) {
		const char *set = getenv("MEMORY_AT");
		at = set ? atol(set) : 0;
		from = getenv("MEMORY_FROM") != NULL;
	}
	long n = atomic_fetch_add(&count, 1) + 1;
	return at && (from ? n >= at : n == at);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void *__libc_malloc(size_t n)
{
	return refused() ? NULL : REAL(__libc_malloc)(n);
}

void *__libc_calloc(size_t n, size_t size)
{
	return refused() ? NULL : REAL(__libc_calloc)(n, size);
}

void *__libc_realloc(void *p, size_t n)
{
	return refused() ? NULL : REAL(__libc_realloc)(p, n);
}

__attribute__((destructor)) static void tell(void)
{
	if (getenv("MEMORY_COUNT"))
		dprintf(2, "allocations: %ld\n", (long)count);
}
