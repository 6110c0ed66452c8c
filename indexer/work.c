#include "work.h"

#include "abbreviations.h"
#include "classify.h"
#include "facts.h"
#include "kinds.h"
#include "parallel.h"
#include "pilotdoc.h"
#include "progress.h"
#include "stored.h"

#define WORTH_A_THREAD 500 /* pilots */

/* A part of a member's annex. */
typedef struct {
	Member *member;
	const AnnexPart *part;
} Task;

typedef struct {
	const DocumentReader *reader;
	GArray *tasks; /* of Task */
	Store *store;
	gboolean fresh;
	const Knowledge *knowledge;
	Progress *progress;
	gint failed; /* another thread did */
} Work;

typedef struct {
	Work *work;
	guint number;
	Dutch *dutch;
	Classifier *classifier;
	Report *report;
	Member *member; /* of the task at hand */
} Worker;

static gboolean write_document(Worker *w, const Entry *e, const XapianDoc *doc, GError **error)
{
	g_autofree char *unique = pilotdoc_unique(w->member->name, e->id);

	return w->work->fresh ? store_add(w->work->store, w->number, e->id, doc, error)
			      : store_replace(w->work->store, w->number, e->id, unique, doc, error);
}

static gboolean on_pilot(Pilot *take, guint number, gpointer user, GError **error)
{
	Worker *w = user;
	g_autoptr(Pilot) p = take;
	Entry *e = &w->member->entries[number];

	if (!kind_is_paper(p->kind)) {
		facts_read_periods(p, w->work->knowledge->facts, w->member->annex->path, w->report);
		facts_find_names(p, w->work->knowledge->places, w->work->knowledge->organisations,
				 w->member->annex->path, w->report);
	}
	/* analysed once, for every word of every theme, and for the index */
	g_autoptr(Analysis) analysis = analysis_new(p, w->dutch);
	classifier_apply(w->classifier, p, analysis);
	e->hash = stored_hash(p);
	g_autoptr(GPtrArray) abbreviations = abbreviations_find(p);
	g_autoptr(XapianDoc) doc = pilotdoc_new(p, analysis, &e->relation, abbreviations, e->added);
	progress_add(w->work->progress, pilot_size(p));
	return !g_atomic_int_get(&w->work->failed) && write_document(w, e, doc, error);
}

static gboolean work_on(guint number, guint from, guint to, Report *report, gpointer user,
			GError **error)
{
	Work *work = user;
	g_autoptr(Dutch) dutch = dutch_new();
	g_autoptr(Classifier) classifier =
		classifier_new(work->knowledge->themes, work->knowledge->thesaurus, dutch);
	Worker w = { work, number, dutch, classifier, report, NULL };

	for (guint i = from; i < to; i++) {
		const Task *t = &g_array_index(work->tasks, Task, i);
		w.member = t->member;
		if (work->reader->read(t->member->annex, t->part, report, on_pilot, &w, error))
			continue;
		g_atomic_int_set(&work->failed, TRUE);
		return FALSE;
	}
	return TRUE;
}

static guint weigh(guint i, gpointer user)
{
	return g_array_index(((Work *)user)->tasks, Task, i).part->count;
}

static guint to_read(const Collection *c)
{
	guint pilots = 0;

	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		pilots += m->same ? 0 : m->count;
	}
	return pilots;
}

guint work_jobs(const Collection *c, guint most)
{
	return CLAMP(to_read(c) / WORTH_A_THREAD, 1, MAX(most, 1));
}

static void add_tasks(Work *w, Member *m)
{
	for (guint i = 0; i < m->annex->parts->len; i++) {
		const Task t = { m, &g_array_index(m->annex->parts, AnnexPart, i) };
		g_array_append_val(w->tasks, t);
	}
}

gboolean work_run(Collection *c, Store *store, gboolean fresh, const Knowledge *knowledge,
		  guint jobs, Report *report, GError **error)
{
	g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(Task));
	g_autoptr(Progress) progress = progress_new(to_read(c));
	Work w = { c->reader, tasks, store, fresh, knowledge, progress, FALSE };

	for (guint i = 0; i < c->members->len; i++) {
		Member *m = c->members->pdata[i];
		if (m->annex && !m->same)
			add_tasks(&w, m);
	}
	if (!parallel_run(jobs, tasks->len, weigh, work_on, &w, report, error))
		return FALSE;
	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		if (m->annex && m->annex->notes && !m->same)
			notes_check(m->annex->notes, m->annex->path, report);
	}
	return TRUE;
}
