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

GQuark latezip_error_quark(void)
{
	return g_quark_from_static_string("latezip-error");
}

/* NULL, or what the loader says is wrong. */
static char *load(LateZip *zip)
{
	void *library = dlopen(LIBZIP, RTLD_NOW | RTLD_LOCAL);

	for (gsize i = 0; library && i < G_N_ELEMENTS(functions); i++) {
		void *function = dlsym(library, functions[i].name);
		if (!function)
			return g_strdup(dlerror());
		memcpy((char *)zip + functions[i].offset, &function, sizeof function);
	}
	return library ? NULL : g_strdup(dlerror());
}

const LateZip *latezip(GError **error)
{
	static LateZip zip;
	static char *wrong;
	static gsize loaded;

	if (g_once_init_enter(&loaded)) {
		wrong = load(&zip);
		g_once_init_leave(&loaded, 1);
	}
	if (wrong)
		g_set_error(error, LATEZIP_ERROR, LATEZIP_ERROR_LOAD,
			    "libzip, which writes .odt, .docx and .xlsx, cannot be loaded: %s",
			    wrong);
	return wrong ? NULL : &zip;
}
