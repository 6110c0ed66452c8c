/* What Xapian itself costs: the documents of an index, with the same terms, positions, values
 * and data, written again. Only adding, committing and compacting are timed.
 *
 *   build/bench-bare INDEX NEW-INDEX
 *
 * prints the CPU seconds and the number of documents. */
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include <xapian.h>

static const unsigned COMMIT_EVERY = 250; /* as the indexer does */

static double cpu()
{
	timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

/* A document that knows nothing of the index that it comes from. */
static Xapian::Document copy(const Xapian::Document &from)
{
	Xapian::Document to;
	to.set_data(from.get_data());
	for (auto t = from.termlist_begin(); t != from.termlist_end(); ++t) {
		unsigned wdf = t.get_wdf(), n = 0;
		for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p, n++)
			to.add_posting(*t, *p, n ? 0 : wdf);
		if (n == 0)
			to.add_term(*t, wdf);
	}
	for (auto v = from.values_begin(); v != from.values_end(); ++v)
		to.add_value(v.get_valueno(), *v);
	return to;
}

static double write_batch(Xapian::WritableDatabase &to, std::vector<Xapian::Document> &batch)
{
	double start = cpu();
	for (auto &d : batch)
		to.add_document(d);
	to.commit();
	batch.clear();
	return cpu() - start;
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: bench-bare INDEX NEW-INDEX\n");
		return 2;
	}
	std::string parts = std::string(argv[2]) + ".parts";
	Xapian::Database from(argv[1]);
	double seconds = 0;
	{
		Xapian::WritableDatabase to(parts,
					    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
		std::vector<Xapian::Document> batch;
		for (auto d = from.postlist_begin(""); d != from.postlist_end(""); ++d) {
			batch.push_back(copy(from.get_document(*d)));
			if (batch.size() == COMMIT_EVERY)
				seconds += write_batch(to, batch);
		}
		seconds += write_batch(to, batch);
	}
	double start = cpu();
	Xapian::Database(parts).compact(argv[2]);
	seconds += cpu() - start;
	printf("%.3f %u\n", seconds, from.get_doccount());
	return 0;
}
