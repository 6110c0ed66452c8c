#include "render.h"

#include <string.h>

static const struct {
	const char *name;
	void (*render)(GString *out, const Results *results, const RenderContext *context);
} formats[] = {
	{ "text", render_text },
	{ "json", render_json },
	{ "jsonl", render_jsonl },
	{ "atom", render_atom },
};

const char *render_format_name(guint i)
{
	return i < G_N_ELEMENTS(formats) ? formats[i].name : NULL;
}

void render(GString *out, const Results *results, const RenderContext *context)
{
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
		if (strcmp(formats[i].name, context->request->format) == 0)
			formats[i].render(out, results, context);
}
