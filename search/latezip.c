#include "latezip.h"

#include <dlfcn.h>
#include <string.h>

#include "libzip.h" /* made when building: LIBZIP, its soname */

static const struct {
	const char *name;
	gsize offset;
} functions[] = {
#define FUNCTION(name)                                                                             \
	{                                                                                          \
		"zip_" #name, offsetof(LateZip, name)                                              \
	}
	FUNCTION(source_buffer_create),
	FUNCTION(source_buffer),
	FUNCTION(source_keep),
	FUNCTION(source_open),
	FUNCTION(source_read),
	FUNCTION(source_close),
	FUNCTION(source_free),
	FUNCTION(open_from_source),
	FUNCTION(file_add),
	FUNCTION(set_file_compression),
	FUNCTION(file_set_mtime),
	FUNCTION(close),
	FUNCTION(discard),
	FUNCTION(open),
	FUNCTION(stat),
	FUNCTION(fopen),
	FUNCTION(fread),
	FUNCTION(fclose),
#undef FUNCTION
};

static gboolean load(LateZip *zip)
{
	void *library = dlopen(LIBZIP, RTLD_NOW | RTLD_LOCAL);

	for (gsize i = 0; library && i < G_N_ELEMENTS(functions); i++) {
		void *function = dlsym(library, functions[i].name);
		if (!function)
			return FALSE;
		memcpy((char *)zip + functions[i].offset, &function, sizeof function);
	}
	return library != NULL;
}

const LateZip *latezip(void)
{
	static LateZip zip;
	static gsize state; /* 1: loaded, 2: not there */

	if (g_once_init_enter(&state))
		g_once_init_leave(&state, load(&zip) ? 1 : 2);
	return state == 1 ? &zip : NULL;
}
