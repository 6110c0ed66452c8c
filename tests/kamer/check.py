#!/usr/bin/env python3
"""Compares the records of papers of parliament with their XML, read here in another way: a tree,
its text, and the numbers in its headings. Knows nothing of the program.

    pilot-index --dump FOLDER | tests/kamer/check.py FOLDER

Every question and every answer must be in one record, with its own words, beside what has the
same number; says what is not so, and counts. Exit 1 when something is wrong."""
import json
import os
import re
import sys
import xml.etree.ElementTree as ET


def words(text):
    """Letters and figures alone: blanks, signs and what raises a figure do not count. One that is
    raised stands for itself."""
    low = str.maketrans('⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')
    return re.sub(r'[\W_]+', '', text.translate(low)).casefold()


def text_of(element):
    """What is printed in it, without its heading and the text of notes."""
    said = []

    def take(e):
        if e.tag in ('nr', 'noot.al', 'noot.lijst'):
            return
        if e.tag == 'li.nr' and not re.search(r'\w', e.text or ''):
            return
        said.append(e.text or '')
        for child in e:
            take(child)
            said.append(child.tail or '')

    said.append(element.text or '')
    for child in element:
        take(child)
        said.append(child.tail or '')
    return ' '.join(said)


def numbers_of(element):
    """All numbers of its heading; a range is said by what stands between two."""
    nr = element.find('nr')
    heading = ''.join(nr.itertext()) if nr is not None else ''
    found, last, between = set(), None, ''
    for piece in re.split(r'(\d+)', heading):
        if piece.isdigit():
            n = int(piece)
            if last is not None and re.search(r't/m|tot en met|[-–]', between):
                found.update(range(last, n))
            found.add(n)
            last = n
        else:
            between = piece
    return found


def papers_in(folder):
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(where, name)
            if not name.endswith('.xml'):
                continue
            try:
                root = ET.parse(path).getroot()
            except ET.ParseError:
                continue
            if root.find('.//kamervragen') is not None:
                yield os.path.relpath(path, folder), root


def main(folder):
    records, wrong = {}, []
    counts = dict.fromkeys(('files', 'questions', 'answers', 'records', 'combined', 'pairs'), 0)
    for line in sys.stdin:
        r = json.loads(line)
        if r['bron']['bestand'].endswith('.xml'):
            records.setdefault(r['bron']['bestand'], []).append(r)
    for path, root in papers_in(folder):
        counts['files'] += 1
        mine = [r for r in records.pop(path, []) if r['soort'] == 'vraag']
        counts['records'] += len(mine)
        counts['combined'] += sum(r['gecombineerd'] for r in mine)
        questions, answers = root.findall('.//vraag'), root.findall('.//antwoord')
        counts['questions'] += len(questions)
        counts['answers'] += len(answers)
        for element, key in [(q, 'vraag') for q in questions] + [(a, 'antwoord') for a in answers]:
            numbers, said = numbers_of(element), words(text_of(element))
            holders = [r for r in mine if said and said in words(r[key] or '')
                       and numbers <= set(r['vragen'])]
            if key == 'vraag' and not holders:  # a notice was parted from it
                holders = [r for r in mine if r['vraag'] and numbers <= set(r['vragen']) and
                           said.startswith(words(r['vraag']))]
            if len(holders) != 1:
                wrong.append(f'{path}: {key} {sorted(numbers)} is in {len(holders)} records')
        for r in mine:
            def is_of(element):
                numbers = numbers_of(element)
                return numbers & set(r['vragen']) or not (numbers or r['vragen'])

            wanted_q, wanted_a = list(filter(is_of, questions)), list(filter(is_of, answers))
            if len(wanted_q) != len(r['vraagdelen']):
                wrong.append(f"{r['id']}: {len(r['vraagdelen'])} questions, not {len(wanted_q)}")
            if words(' '.join(map(text_of, wanted_a))) != words(r['antwoord'] or ''):
                wrong.append(f"{r['id']}: its answer has other words")
            counts['pairs'] += bool(wanted_q and wanted_a)
    wrong += [f'{path}: records of no file' for path, of in records.items()
              if any(r['soort'] == 'vraag' for r in of)]
    print('\n'.join(wrong + [', '.join(f'{n} {name}' for name, n in counts.items())]))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
