#include "paperparts.h"

#include "properties.h"

static void part_free(gpointer data)
{
	Part *p = data;

	g_free(p->heading);
	g_free(p->text);
	g_ptr_array_unref(p->documents);
	g_free(p);
}

static void note_free(gpointer data)
{
	DocumentNote *n = data;

	g_free(n->text);
	g_free(n);
}

Document *document_new(void)
{
	Document *d = g_new0(Document, 1);

	d->metadata = properties_new();
	d->parts = g_ptr_array_new_with_free_func(part_free);
	d->notes = g_ptr_array_new_with_free_func(note_free);
	return d;
}

void document_free(Document *d)
{
	if (!d)
		return;
	g_free(d->root);
	for (gsize i = 0; i < N_FACTS; i++)
		g_free(d->facts[i]);
	properties_free(d->metadata);
	g_ptr_array_unref(d->parts);
	g_ptr_array_unref(d->notes);
	g_free(d);
}

Part *document_add(Document *d, PartKind kind, guint line)
{
	Part *p = g_new0(Part, 1);

	p->kind = kind;
	p->line = line;
	p->heading = g_strdup("");
	p->text = g_strdup("");
	p->documents = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(d->parts, p);
	return p;
}

void document_set(Document *d, FactId fact, const char *text, guint line)
{
	if (!*text || (d->facts[fact] && fact != FACT_DOSSIER))
		return;
	char *all =
		d->facts[fact] ? g_strdup_printf("%s\n%s", d->facts[fact], text) : g_strdup(text);
	g_free(d->facts[fact]);
	d->facts[fact] = all;
	d->lines[fact] = line;
}
