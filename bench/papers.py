#!/usr/bin/env python3
"""Questions of parliament recombined to as many as are wanted, beside pilots of the very same texts.

  bench/papers.py RECORDS DIR FOLDER...    writes DIR/papers (a folder for each set), DIR/annexes and DIR/queries.tsv

FOLDERs hold the papers whose questions and answers are mixed, sentence by sentence. The same input gives the same bytes."""
import pathlib, random, re, sys
import xml.etree.ElementTree as tree
from xml.sax.saxutils import escape

QUOTES = {'"': "&quot;"}
PAIRS = 9    # of a set, as the real ones have
ROWS = 500   # of an annex
QUERIES = 100

def sentences(element):
    text = " ".join(" ".join(al.itertext()) for al in element.iter("al"))
    found = re.split(r"(?<=[.?!])\s+", re.sub(r"\s+", " ", text.replace("|", " ")))
    return [s for s in found if len(s) > 20]

class Pool:
    def __init__(self, folders):
        self.questions, self.answers, self.lengths, self.subjects = [], [], [], []
        for path in sorted(p for f in folders for p in pathlib.Path(f).rglob("*.xml") if not p.name.startswith("metadata")):
            root = tree.parse(path).getroot()
            asked = [sentences(v) for v in root.iter("vraag")]
            answered = [sentences(a) for a in root.iter("antwoord")]
            self.questions += sum(asked, [])
            self.answers += sum(answered, [])
            self.lengths += [(max(1, len(a)), max(1, len(b))) for a, b in zip(asked, answered)]
            for line in root.iter("kamervraagomschrijving"):
                subject = re.search(r" over (.*) \(ingezonden", " ".join(line.itertext()))
                self.subjects += [subject[1]] if subject else []

def pair(pool, rand):
    q, a = rand.choice(pool.lengths)
    return " ".join(rand.choices(pool.questions, k=q)), " ".join(rand.choices(pool.answers, k=a))

def write_set(folder, number, subject, pairs):
    name = f"ah-tk-20202021-{number}"
    (folder / name).mkdir(parents=True)
    of = f"Vragen van het lid Jansen (ABC) aan de Minister van Financiën over {escape(subject, QUOTES)} (ingezonden 4 januari 2021)"
    body = "".join(f"<vraag><nr>Vraag {i}</nr><al>{escape(q)}</al></vraag>\n<antwoord><nr>Antwoord {i}</nr><al>{escape(a)}</al></antwoord>\n"
                   for i, (q, a) in enumerate(pairs, 1))
    (folder / name / f"{name}.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie><kamervragen><kamervraagkop>'
        f'<tekstregel inhoud="vergaderjaar">Vergaderjaar 2020-2021</tekstregel></kamervraagkop>\n<kamervraagnummer>{number}</kamervraagnummer>'
        f'<kamervraagomschrijving type="vraag">{of} <datum isodatum="2021-01-04">4 januari 2021</datum></kamervraagomschrijving>\n'
        f'<kamervraagomschrijving type="antwoord">Antwoord van Minister Pieters <datum isodatum="2021-02-01">1 februari 2021</datum>'
        f'</kamervraagomschrijving>\n{body}</kamervragen></officiele-publicatie>\n')

    (folder / name / "metadata.xml").write_text('<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n' + "".join(
        f'<metadata name="{key}" scheme="" content="{value}"/>\n' for key, value in (
            ("DC.title", of), ("OVERHEIDop.indiener", "Jansen (ABC)"), ("OVERHEIDop.ontvanger", "Minister Pieters"),
            ("DCTERMS.issued", "2021-02-01"), ("OVERHEIDop.datumIndiening", "2021-01-04"), ("OVERHEIDop.datumOntvangst", "2021-02-01"),
            ("OVERHEIDop.vergaderjaar", "2020-2021"), ("DC.type", "Antwoord"), ("DC.identifier", name))) + "</metadata_gegevens>\n")

def write_annex(folder, number, rows):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"annex-{number:05}.txt", "w") as out:
        out.write(f"Bijlage {number} - Stand van zaken pilots – peildatum 1 december 2021\n\nPilot\tToelichting\n")
        for subject, (q, a) in rows:
            out.write(f"{subject}\t<p><u>Doel</u></p> <p>{escape(q)}</p> <p><u>Stand van zaken</u></p> <p>{escape(a)}</p>\n")

def main():
    wanted, to = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    pool, rand = Pool(sys.argv[3:]), random.Random(1)
    rows, sets = [], 0
    while len(rows) < wanted:
        # a title of its own for each pilot, so that none is an edition of another
        sets += 1
        subject = f"{rand.choice(pool.subjects)} {sets}"
        pairs = [pair(pool, rand) for _ in range(min(PAIRS, wanted - len(rows)))]
        write_set(to / "papers", sets, subject, pairs)
        rows += [(f"{subject} {i}", p) for i, p in enumerate(pairs, 1)]
    for i in range(0, wanted, ROWS):
        write_annex(to / "annexes", i // ROWS + 1, rows[i:i + ROWS])
    with open(to / "queries.tsv", "w") as out:
        for i in range(QUERIES):
            words = re.findall(r"\w{5,}", " ".join(rand.choices(pool.answers, k=2)))
            asked = " ".join(rand.sample(words, min(len(words), 3))) if i % 2 else rand.choice(pool.questions)
            out.write(f"{i}\t{re.sub(chr(9), ' ', asked)}\n")
    print(f"{wanted} pairs of {sets} sets, from {len(pool.questions)} + {len(pool.answers)} sentences")

main()
