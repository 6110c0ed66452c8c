#!/usr/bin/env python3
"""Learns the parts of Dutch compounds from a word list.

    apt-get install wdutch hyphen-nl libhyphen0
    lib/dutch/lexicon/generate.py >lib/dutch/lexicon/parts.tsv

For every word of the list it looks for (left, link, right) with both sides in
the list, and learns by expectation maximisation how many words each left and
right part explains: its family size. The lists beside this script say what is
never a part (particles, endings), what is one although the list lacks it, and
which words stay whole; names of places and forms of verbs in -eren do so as a kind. The result is committed; building needs none of this.
"""
import collections
import ctypes
import math
import os
import re
import sys
import unicodedata

WORDS = "/usr/share/dict/dutch"
HYPHENS = "/usr/share/hyphen/hyph_nl_NL.dic"
HERE = os.path.dirname(os.path.abspath(__file__))
LINKS = ("", "s")
ROUNDS = 3          # of expectation maximisation; the order is stable after three
NULL_COST = 2.0     # nats per letter: the cost of not splitting
SMALLEST = 0.5      # expected words: a rarer part is left out
GIVEN = 60          # words that a part of the extra lists counts for at least

# A consonant or two and an inflection: "ding", "kende", "nissen". Such a word is
# hardly ever a last part; last-parts.txt lists those that are.
INFLECTED = re.compile(
    "^[bcdfghjklmnpqrstvwxz]{1,2}(ing|ingen|ings|ende|enden|en|er|ers|el|els|eren|elen|erd|eld"
    "|ig|ige|te|ten|de|den|ering|eringen|eerd|eerde|eert|je|jes|tje|tjes|aar|aars|ster|sters|es"
    "|e|erij|erijen|ier|iers|eur|eurs|ist|isten|age|ages|atie|aties|isch|ische|iek|in|innen|aal"
    "|ale|air|aire)$")


# Forms of verbs that end as compounds of "keer", "leren", "weer" do: blokkeer, markeringen.
VERB_FORM = re.compile("^(.+?)(eer|eert|eerd|eerde|eerden|eerder|eren|erend|erende|ering|eringen|erings)$")


def fold(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def read_list(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as lines:
        return {w for line in lines if not line.startswith("#") for w in line.split()}


class Hyphenator:
    """Where a word may be hyphenated: nearly every boundary of parts is such a place."""

    def __init__(self, path):
        self.library = ctypes.CDLL("libhyphen.so.0")
        self.library.hnj_hyphen_load.restype = ctypes.c_void_p
        self.dictionary = ctypes.c_void_p(self.library.hnj_hyphen_load(path.encode()))

    def points(self, word):
        try:
            letters = word.encode("latin-1")
        except UnicodeEncodeError:
            return set()
        marks = ctypes.create_string_buffer(len(letters) + 5)
        rep, pos, cut = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
        self.library.hnj_hyphen_hyphenate2(
            self.dictionary, letters, len(letters), marks, None,
            ctypes.byref(rep), ctypes.byref(pos), ctypes.byref(cut))
        return {i + 1 for i in range(len(letters)) if marks.raw[i] & 1}


def read_words():
    """Folded word -> as spelled (the hyphenator needs the accents)."""
    words = {}
    with open(WORDS, encoding="utf-8") as lines:
        for line in lines:
            word = line.strip()
            if re.fullmatch("[a-zà-ÿ]+", word):
                words.setdefault(fold(word), word)
    return words


def read_names():
    """Names of places, which say nothing of what they are made of: Nederlanders, Spitsbergen."""
    endings = tuple(read_list("name-endings.txt"))
    with open(WORDS, encoding="utf-8") as lines:
        names = {fold(w) for w in map(str.strip, lines) if re.fullmatch("[A-Z][a-zà-ÿ]+", w)}
    return {n for n in names if n.endswith(endings)}


def is_form_of_verb(word, words):
    """blokkeer, of a verb in -eren: no noun in -eren has the other forms too (huisdieren)."""
    form = VERB_FORM.match(word)
    return form is not None and all(form[1] + e in words for e in ("eren", "eert", "eerde"))


def stay_whole(words, is_left, is_right):
    """Names and forms of verbs that a split would be looked for in."""
    names = read_names() - set(words)
    for word in sorted(names | {w for w in words if is_form_of_verb(w, words)}):
        if any(is_right(word[cut:]) and is_left(word[:cut - len(link)])
               for cut in range(3, len(word) - 2) for link in LINKS if word[:cut].endswith(link)):
            yield word


def candidates(words, is_left, is_right):
    """Per word its length and the ways to split it in two."""
    hyphenator = Hyphenator(HYPHENS)
    for word in sorted(words):
        points, ways = None, []
        for cut in range(3, len(word) - 2):
            if not is_right(word[cut:]):
                continue
            for link in LINKS:
                left = word[:cut - len(link)]
                if not word.startswith(left + link) or not is_left(left):
                    continue
                if points is None:
                    points = hyphenator.points(words[word])
                if cut in points:
                    ways.append((left, link, word[cut:]))
        if ways:
            yield len(word), ways


def learn(splits):
    """Expected words per left part, per (left part, link) and per right part."""
    left, right, linked = (collections.Counter() for _ in range(3))
    for _, ways in splits:
        for l, k, r in ways:
            share = 1 / len(ways)
            left[l] += share
            right[r] += share
            linked[l, k] += share
    for _ in range(ROUNDS):
        all_left, all_right = sum(left.values()), sum(right.values())
        left2, right2, linked2 = (collections.Counter() for _ in range(3))
        for length, ways in splits:
            odds = [left[l] / all_left * right[r] / all_right * (linked[l, k] + .1) / (left[l] + .2)
                    for l, k, r in ways]
            total = sum(odds) + math.exp(-NULL_COST * length - 1)
            for (l, k, r), p in zip(ways, odds):
                left2[l] += p / total
                right2[r] += p / total
                linked2[l, k] += p / total
        left, right, linked = left2, right2, linked2
    return left, linked, right


def main():
    words = read_words()
    particles, endings = read_list("particles.txt"), read_list("endings.txt")
    last_parts, whole = read_list("last-parts.txt"), read_list("whole.txt")
    first, last = read_list("first-parts.txt"), read_list("extra-last-parts.txt")

    def is_left(part):
        return len(part) >= 3 and part in words and part not in particles

    def is_right(part):
        if len(part) < 3 or part not in words or part in endings:
            return False
        return part in last_parts or len(part) > 6 or not INFLECTED.match(part)

    left, linked, right = learn(list(candidates(words, is_left, is_right)))
    for part in first:
        left[part] = max(left[part], GIVEN)
    for part in last:
        right[part] = max(right[part], GIVEN)

    out = sys.stdout
    out.write("# Parts of Dutch compounds. Made by generate.py from the word list of OpenTaal\n"
              "# (NOTICE). part, words with it as the first part, those of them with a linking\n"
              "# s, words with it as the last part; !word: never split; -word: a particle.\n")
    for part in sorted(set(left) | set(right)):
        l, r = (n if n >= SMALLEST else 0 for n in (left[part], right[part]))
        if l or r:
            s = min(linked[part, "s"], l)
            out.write(f"{part}\t{max(1, round(l)) if l else 0}\t{round(s)}\t"
                      f"{max(1, round(r)) if r else 0}\n")
    for word in sorted(whole | set(stay_whole(words, is_left, is_right))):
        out.write(f"!{word}\n")
    for word in sorted(w for w in particles if len(w) > 1):
        out.write(f"-{word}\n")


if __name__ == "__main__":
    main()
