/* What Xapian itself costs: the documents of an index, with the same terms, positions, values
 * and data, written again. Timed is what any such loop does: making the documents of what an
 * analyser gave, adding, committing and compacting; not reading them from the index.
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

/* What an analyser gave. */
struct Term {
	std::string text;
	unsigned wdf;
	std::vector<unsigned> positions;
};
struct Record {
	std::string data;
	std::vector<Term> terms;
	std::vector<std::pair<unsigned, std::string>> values;
};

static Record read(const Xapian::Document &from)
{
	Record to { from.get_data(), {}, {} };
	for (auto t = from.termlist_begin(); t != from.termlist_end(); ++t) {
		Term term { *t, t.get_wdf(), {} };
		for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p)
			term.positions.push_back(*p);
		to.terms.push_back(term);
	}
	for (auto v = from.values_begin(); v != from.values_end(); ++v)
		to.values.emplace_back(v.get_valueno(), *v);
	return to;
}

static Xapian::Document make(const Record &from)
{
	Xapian::Document to;
	to.set_data(from.data);
	for (const auto &t : from.terms) {
		unsigned wdf = t.wdf;
		for (unsigned p : t.positions) {
			to.add_posting(t.text, p, wdf);
			wdf = 0;
		}
		if (t.positions.empty())
			to.add_term(t.text, wdf);
	}
	for (const auto &v : from.values)
		to.add_value(v.first, v.second);
	return to;
}

static double write_batch(Xapian::WritableDatabase &to, std::vector<Record> &batch)
{
	double start = cpu();
	for (const auto &r : batch)
		to.add_document(make(r));
	to.commit();
	double seconds = cpu() - start;
	batch.clear();
	return seconds;
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
		std::vector<Record> batch;
		for (auto d = from.postlist_begin(""); d != from.postlist_end(""); ++d) {
			batch.push_back(read(from.get_document(*d)));
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
