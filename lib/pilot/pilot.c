#include "pilot.h"

#include <string.h>

#include "kamerstuk.h"
#include "looptijd.h"

#define SLUG_BYTES 120

static const struct {
	const char *name, *label;
} kinds[N_SECTION_KINDS] = {
	[SECTION_ACHTERGROND] = { "achtergrond", "Achtergrond" },
	[SECTION_DOEL] = { "doel", "Doel" },
	[SECTION_STAND_VAN_ZAKEN] = { "stand-van-zaken", "Stand van zaken" },
	[SECTION_LOOPTIJD] = { "looptijd", "Looptijd" },
	[SECTION_OVERIG] = { "overig", "Overig" },
};

static const struct {
	const char *name, *label;
} statuses[N_STATUSES] = {
	[STATUS_LOPEND] = { "lopend", "lopend" },
	[STATUS_AFGEROND] = { "afgerond", "afgerond" },
	[STATUS_STOPGEZET] = { "stopgezet", "stopgezet" },
	[STATUS_START_BINNENKORT] = { "start-binnenkort", "start binnenkort" },
	[STATUS_ONBEKEND] = { "onbekend", "onbekend" },
};

static void section_free(gpointer data)
{
	Section *s = data;

	g_free(s->heading);
	g_free(s->text);
	g_free(s);
}

static void footnote_free(gpointer data)
{
	Footnote *f = data;

	g_free(f->text);
	g_free(f->url);
	g_ptr_array_unref(f->papers);
	g_free(f);
}

Pilot *pilot_new(void)
{
	Pilot *p = g_new0(Pilot, 1);

	p->owners = 1;
	p->status = STATUS_ONBEKEND;
	p->theme_scores = g_array_new(FALSE, FALSE, sizeof(ThemeScore));
	p->periods = g_array_new(FALSE, FALSE, sizeof(Period));
	p->sections = g_ptr_array_new_with_free_func(section_free);
	p->footnotes = g_ptr_array_new_with_free_func(footnote_free);
	p->themes = g_ptr_array_new_with_free_func(g_free);
	p->places = g_ptr_array_new_with_free_func(g_free);
	p->organisations = g_ptr_array_new_with_free_func(g_free);
	return p;
}

Pilot *pilot_ref(Pilot *p)
{
	p->owners++;
	return p;
}

void pilot_free(Pilot *p)
{
	if (!p || --p->owners)
		return;
	char *strings[] = { p->id,
			    p->title,
			    p->title_printed,
			    p->formerly,
			    p->reference_date,
			    p->status_why,
			    p->source.session,
			    p->source.annex,
			    p->source.dossier,
			    p->period,
			    p->source.file,
			    p->source.sha256,
			    p->source.title,
			    p->source.kamerstuk };
	g_clear_pointer(&p->tokens, g_bytes_unref);
	g_array_unref(p->periods);
	g_array_unref(p->theme_scores);
	GPtrArray *arrays[] = { p->sections, p->footnotes, p->themes, p->places, p->organisations };
	for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
		g_free(strings[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
		g_ptr_array_unref(arrays[i]);
	g_free(p);
}

gsize pilot_size(const Pilot *p)
{
	gsize size = strlen(p->title);

	for (guint i = 0; i < p->sections->len; i++)
		size += strlen(((const Section *)p->sections->pdata[i])->text);
	return size;
}

const Section *pilot_section(const Pilot *p, SectionKind kind)
{
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		if (s->kind == kind)
			return s;
	}
	return NULL;
}

Section *pilot_add_section(Pilot *pilot, SectionKind kind, const char *heading, const char *text)
{
	Section *s = g_new(Section, 1);

	*s = (Section) { kind, g_strdup(heading), g_strdup(text) };
	g_ptr_array_add(pilot->sections, s);
	return s;
}

void pilot_add_footnote(Pilot *pilot, guint number, const char *text, const char *url)
{
	Footnote *f = g_new(Footnote, 1);

	*f = (Footnote) { number, g_strdup(text), g_strdup(url), kamerstuk_find(text) };
	if (!url && f->papers->len)
		f->url = kamerstuk_url(f->papers->pdata[0]);
	g_ptr_array_add(pilot->footnotes, f);
}

const char *section_kind_name(SectionKind kind)
{
	return kinds[kind].name;
}

const char *section_kind_label(SectionKind kind)
{
	return kinds[kind].label;
}

int section_kind_from(const char *name)
{
	for (int i = 0; i < N_SECTION_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return i;
	return -1;
}

const char *status_name(Status status)
{
	return statuses[status].name;
}

const char *status_label(Status status)
{
	return statuses[status].label;
}

int status_from(const char *name)
{
	for (int i = 0; i < N_STATUSES; i++)
		if (strcmp(statuses[i].name, name) == 0)
			return i;
	return -1;
}

char *pilot_slug(const char *folded_title)
{
	g_autoptr(GString) slug = g_string_new(NULL);

	for (const char *p = folded_title; *p; p++) {
		if (g_ascii_isalnum(*p))
			g_string_append_c(slug, g_ascii_tolower(*p));
		else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
			g_string_append_c(slug, '-');
	}
	if (slug->len >= SLUG_BYTES) {
		const char *cut = g_strrstr_len(slug->str, SLUG_BYTES, "-");
		g_string_truncate(slug, cut ? (gsize)(cut - slug->str) : SLUG_BYTES - 1);
	}
	while (slug->len > 0 && slug->str[slug->len - 1] == '-')
		g_string_truncate(slug, slug->len - 1);
	return g_strdup(slug->len > 0 ? slug->str : "pilot");
}
