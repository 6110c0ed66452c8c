#!/usr/bin/python3
"""Runs a judged set with another engine, for make relevance.

    peers.py ENGINE RECORDS QUERIES >RUN

Engines: xapian:dutch, xapian:kraaij_pohlmann (Xapian's own stemmers; python3-xapian),
also with k1 and b of BM25 (xapian:dutch:1.2:.5), and fts5 (SQLite). Each gets the titles four times as heavy as the text and our stop
words; words are ORed. Exit status 3: the engine is not installed.
"""
import json
import re
import sys
import tempfile

STOP_WORDS = "lib/dutch/data/stopwords.txt"


def read_stop_words():
    with open(STOP_WORDS, encoding="utf-8") as lines:
        return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def words(text, stop):
    return [w for w in re.findall(r"\w+", text.lower()) if w not in stop]


def xapian_engine(option, records, stop):
    import xapian
    language, *parameters = option.split(":")
    k1, b = (float(p) for p in parameters or ("1.2", ".5"))
    database = xapian.WritableDatabase(tempfile.mkdtemp(), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem(language))
    for record in records:
        document = xapian.Document()
        document.set_data(record["id"])
        generator.set_document(document)
        generator.index_text(record["titel"], 4)
        for section in record["secties"]:
            generator.increase_termpos()
            generator.index_text(section["tekst"])
        database.add_document(document)
    database.commit()
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem(language))
    parser.set_stemming_strategy(parser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_OR)

    def search(query):
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(words(query, stop)), 0))
        enquire.set_weighting_scheme(xapian.BM25Weight(k1, 0, 1, b, .5))
        return [(m.document.get_data().decode(), m.weight) for m in enquire.get_mset(0, 33)]
    return search


def fts5_engine(_, records, stop):
    import sqlite3
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE pilots USING fts5(id UNINDEXED, titel, tekst, "
                     "tokenize='unicode61 remove_diacritics 2')")
    for record in records:
        text = "\n".join(s["tekst"] for s in record["secties"])
        database.execute("INSERT INTO pilots VALUES (?, ?, ?)", (record["id"], record["titel"], text))

    def search(query):
        match = " OR ".join(f'"{w}"' for w in words(query, stop))
        if not match:
            return []
        rows = database.execute("SELECT id, -bm25(pilots, 0, 4, 1) FROM pilots WHERE pilots "
                                "MATCH ? ORDER BY 2 DESC LIMIT 33", (match,))
        return rows.fetchall()
    return search


ENGINES = {"xapian": xapian_engine, "fts5": fts5_engine}


def main():
    engine, records_path, queries_path = sys.argv[1:]
    name, _, option = engine.partition(":")
    with open(records_path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    try:
        search = ENGINES[name](option, records, read_stop_words())
    except Exception as error:  # not installed, or without what we need of it
        sys.stderr.write(f"{engine}: {error}\n")
        sys.exit(3)
    with open(queries_path, encoding="utf-8") as lines:
        for line in lines:
            qid, query = line.rstrip("\n").split("\t", 1)
            for rank, (pilot, score) in enumerate(search(query), 1):
                print(qid, "Q0", pilot, rank, f"{score:.4f}", engine)


if __name__ == "__main__":
    main()
