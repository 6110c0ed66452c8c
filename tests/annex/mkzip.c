/* mkzip FILE NAME...: a zip file of files, by their names below the directory at hand. */
#include <zip.h>

int main(int argc, char **argv)
{
	zip_t *zip = argc > 1 ? zip_open(argv[1], ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;

	for (int i = 2; zip && i < argc; i++)
		if (zip_file_add(zip, argv[i], zip_source_file(zip, argv[i], 0, -1), 0) < 0)
			return 1;
	return !zip || zip_close(zip) != 0;
}
