#!/usr/bin/env python3
"""Learns what makes a pilot the answer to a question, by logistic regression, and says how well.

tests/relevance/judge.py [--write]     with $BUILD/pilot-search and an index of the corpus

It runs the judged questions (questions.tsv, questions-grades.tsv), takes the features of every pilot that
was looked at (pilot-search --explain) and cross-validates in ten parts, whole questions at a time. --write
puts the weights of all questions together into search/judge_weights.h.
"""
import collections
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SEARCH = os.path.join(os.environ.get("BUILD", "build"), "pilot-search")
PARTS = 10
PENALTY = 1.0  # on the squares of the weights
FITS = 1.5  # mean of both judges
STRONG, FAIR = 0.7, 0.4  # as in search/dossier.c


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def grades():
    all_grades = collections.defaultdict(dict)
    for question, pilot, one, other, _ in lines("questions-grades.tsv"):
        all_grades[question][pilot] = (int(one) + int(other)) / 2
    return all_grades


def answered(text):
    """The passages for one question, one for each pilot, best first."""
    run = subprocess.run(
        [SEARCH, "--question", "-", "--format", "json", "--explain"],
        input="Vraag 1\n" + text, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    return json.loads(run.stdout)["vragen"][0]["passages"]


def collect():
    """For each question: whether any pilot fits, and (features, fits) of each pilot looked at."""
    judged, names, rows = grades(), [], []
    for question, _, text in lines("questions.tsv"):
        pilots = []
        for passage in answered(text):
            names = list(passage["kenmerken"])
            pilots.append((list(passage["kenmerken"].values()),
                           judged[question].get(passage["pilot"]["id"], 0) >= FITS))
        rows.append((any(g >= FITS for g in judged[question].values()), pilots))
    return names, rows


def chance(weights, features):
    total = weights[-1] + sum(w * f for w, f in zip(weights, features))
    return 1 / (1 + math.exp(-max(-30, min(30, total))))


def solve(matrix, vector):
    """Gauss, with the largest pivot."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def learn(pilots):
    """Newton's method on the penalised likelihood; the last weight is the bias."""
    n = len(pilots[0][0]) + 1
    weights = [0.0] * n
    for _ in range(25):
        gradient, hessian = [0.0] * n, [[0.0] * n for _ in range(n)]
        for features, fits in pilots:
            x, p = features + [1.0], chance(weights, features)
            for i in range(n):
                gradient[i] += (fits - p) * x[i]
                for k in range(n):
                    hessian[i][k] += p * (1 - p) * x[i] * x[k]
        for i in range(n - 1):
            gradient[i] -= PENALTY * weights[i]
            hessian[i][i] += PENALTY
        hessian[n - 1][n - 1] += 1e-9
        weights = [w + d for w, d in zip(weights, solve(hessian, gradient))]
    return weights


def area(positive, negative):
    """Under the ROC curve."""
    wins = sum((a > b) + (a == b) / 2 for a in positive for b in negative)
    return wins / (len(positive) * len(negative))


def evaluate(rows, weights_of):
    """Each question by the pilot that has the best chance."""
    with_answer, without, right, wrong, strong, bins = [], [], [], [], [], collections.defaultdict(list)
    for i, (any_fits, pilots) in enumerate(rows):
        best = max(((chance(weights_of(i), f), fits) for f, fits in pilots), default=(0, False))
        (with_answer if any_fits else without).append(best[0])
        (right if best[1] else wrong).append(best[0])
        if best[0] >= STRONG:
            strong.append(best[1])
        for features, fits in pilots:
            bins[min(9, int(chance(weights_of(i), features) * 10))].append(fits)
    print(f"questions {len(rows)}, with an answer {len(with_answer)}")
    print(f"AUC, has an answer: {area(with_answer, without):.3f}; the best pilot is right: {area(right, wrong):.3f}")
    print(f"called strong: {len(strong)}, of which {sum(strong)} fit; a right best pilot called weak: "
          f"{sum(p < FAIR for p in right)} of {len(right)}")
    for b in sorted(bins):
        print(f"  chance {b / 10:.1f}-{(b + 1) / 10:.1f}: {sum(bins[b])} of {len(bins[b])} fit")


def write(names, weights):
    path = os.path.join(HERE, "..", "..", "search", "judge_weights.h")
    with open(path, "w", encoding="utf-8") as file:
        file.write("/* Written by tests/relevance/judge.py from judged questions; not by hand. */\n"
                   "#ifndef SEARCH_JUDGE_WEIGHTS_H\n#define SEARCH_JUDGE_WEIGHTS_H\n\n"
                   f"static const double judge_bias = {weights[-1]:.3f};\n"
                   "static const double judge_weights[N_JUDGE_FEATURES] = {\n")
        for name, weight in zip(names, weights):
            file.write(f"\t{weight:.3f}, /* {name} */\n")
        file.write("};\n\n#endif\n")


def main():
    names, rows = collect()
    parts = [learn([p for i, row in enumerate(rows) if i % PARTS != part for p in row[1]])
             for part in range(PARTS)]
    print("cross-validated:")
    evaluate(rows, lambda i: parts[i % PARTS])
    weights = learn([p for row in rows for p in row[1]])
    for name, weight in zip(names + ["bias"], weights):
        print(f"  {name:12} {weight:7.3f}")
    if "--write" in sys.argv[1:]:
        write(names, weights)


main()
