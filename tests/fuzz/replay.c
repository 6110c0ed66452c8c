/* Gives files to a fuzz target, without a fuzzer: one line for each that is eaten. */
#include <stdio.h>

#include "fuzz.h"

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		g_autofree char *bytes = NULL;
		gsize len;
		if (!g_file_get_contents(argv[i], &bytes, &len, NULL))
			return 1;
		LLVMFuzzerTestOneInput((const guint8 *)bytes, len);
		puts(argv[i]);
		fflush(stdout);
	}
	return 0;
}
