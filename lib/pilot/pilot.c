#include "pilot.h"

#include <string.h>

#include "looptijd.h"
#include "references.h"

#define SLUG_BYTES 120

static const struct {
	const char *name, *label;
} kinds[N_SECTION_KINDS] = {
	[SECTION_ACHTERGROND] = { "achtergrond", "Achtergrond" },
	[SECTION_DOEL] = { "doel", "Doel" },
	[SECTION_STAND_VAN_ZAKEN] = { "stand-van-zaken", "Stand van zaken" },
	[SECTION_LOOPTIJD] = { "looptijd", "Looptijd" },
	[SECTION_OVERIG] = { "overig", "Overig" },
	[SECTION_VRAAG] = { "vraag", "Vraag" },
	[SECTION_ANTWOORD] = { "antwoord", "Antwoord" },
	[SECTION_TEKST] = { "tekst", "Tekst" },
};

static const struct {
	const char *name, *label;
} statuses[N_STATUSES] = {
	[STATUS_LOPEND] = { "lopend", "lopend" },
	[STATUS_AFGEROND] = { "afgerond", "afgerond" },
	[STATUS_STOPGEZET] = { "stopgezet", "stopgezet" },
	[STATUS_START_BINNENKORT] = { "start-binnenkort", "nog niet gestart" },
	[STATUS_ONBEKEND] = { "onbekend", "onbekend" },
	[STATUS_BEANTWOORD] = { "beantwoord", "beantwoord" },
	[STATUS_UITGESTELD] = { "uitgesteld", "antwoord uitgesteld" },
	[STATUS_OPEN] = { "open", "nog niet beantwoord" },
	[STATUS_VERSTUURD] = { "verstuurd", "verstuurd" },
};

static const struct {
	const char *name, *label;
} steps[N_STEPS] = {
	[STEP_ASKED] = { "vraag", "Vraag ingezonden" },
	[STEP_POSTPONED] = { "uitstel", "Antwoord uitgesteld" },
	[STEP_NOTICE] = { "mededeling", "Mededeling" },
	[STEP_ANSWERED] = { "antwoord", "Antwoord" },
};

static void footnote_free(gpointer data)
{
	Footnote *f = data;

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
	p->sections = g_ptr_array_new_with_free_func(g_free);
	p->footnotes = g_ptr_array_new_with_free_func(footnote_free);
	p->paper.inquiries = g_ptr_array_new();
	p->paper.related = g_ptr_array_new();
	for (int i = 0; i < N_FACETS; i++)
		p->facets[i] = g_ptr_array_new();
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
	g_array_unref(p->periods);
	g_array_unref(p->theme_scores);
	g_ptr_array_unref(p->sections);
	g_ptr_array_unref(p->footnotes);
	g_ptr_array_unref(p->paper.inquiries);
	g_ptr_array_unref(p->paper.related);
	for (int i = 0; i < N_FACETS; i++)
		g_ptr_array_unref(p->facets[i]);
	g_clear_pointer(&p->tokens, g_bytes_unref);
	g_clear_pointer(&p->stored, g_bytes_unref);
	g_clear_pointer(&p->strings, g_string_chunk_free);
	g_free(p);
}

const char *pilot_keep(Pilot *p, const char *text)
{
	if (text && !p->strings)
		p->strings = g_string_chunk_new(1024);
	return text ? g_string_chunk_insert(p->strings, text) : NULL;
}

const char *pilot_take(Pilot *p, char *text)
{
	const char *kept = pilot_keep(p, text);

	g_free(text);
	return kept;
}

void pilot_add_value(Pilot *p, FacetId facet, const char *value)
{
	g_ptr_array_add(p->facets[facet], (gpointer)pilot_keep(p, value));
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

	*s = (Section) { kind, pilot_keep(pilot, heading), pilot_keep(pilot, text) };
	g_ptr_array_add(pilot->sections, s);
	return s;
}

void pilot_add_footnote(Pilot *pilot, guint number, const char *text, const char *url)
{
	g_autoptr(GPtrArray) papers = kamerstuk_find(text);
	g_autoptr(GPtrArray) named = references_find(text);
	Footnote *f = g_new(Footnote, 1);

	*f = (Footnote) { number, pilot_keep(pilot, text), pilot_keep(pilot, url),
			  g_ptr_array_new() };
	for (guint i = 0; i < papers->len; i++)
		g_ptr_array_add(f->papers, (gpointer)pilot_keep(pilot, papers->pdata[i]));
	if (!url && named->len)
		f->url = pilot_take(pilot, reference_url(((const Reference *)named->pdata[0])->id));
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

const char *paper_step_name(PaperStep step)
{
	return steps[step].name;
}

const char *paper_step_label(PaperStep step)
{
	return steps[step].label;
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

gboolean source_is_layout(const Source *s)
{
	const char *dot = s->file ? strrchr(s->file, '.') : NULL;
	return dot && g_ascii_strcasecmp(dot, ".pdf") == 0;
}
