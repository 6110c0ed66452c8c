/* The libstemmer of another release: preloaded into a program.
 *
 *   STEMMERS=3     as Snowball 3: "dutch_porter" is what "dutch" was, "dutch" is another
 *   STEMMERS=lost  "dutch" is another, and the one that it was is gone
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef void *New(const char *algorithm, const char *encoding);

void *sb_stemmer_new(const char *algorithm, const char *encoding)
{
	New *really = (New *)dlsym(RTLD_NEXT, "sb_stemmer_new");
	const char *set = getenv("STEMMERS");

	if (strcmp(algorithm, "dutch") == 0)
		return really("german", encoding); /* any that stems in another way */
	if (strcmp(algorithm, "dutch_porter") != 0)
		return really(algorithm, encoding);
	if (!set || strcmp(set, "3") != 0)
		return NULL;
	void *porter = really("dutch_porter", encoding);
	return porter ? porter : really("dutch", encoding);
}
