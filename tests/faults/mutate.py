#!/usr/bin/env python3
"""Puts the faults of mutants.tsv in, one at a time, and tells which test notices each.

  tests/faults/mutate.py [--all] [ID...]    all faults, or those
  --all      beside the tests of its room, also all others but the slow ones (SLOW)
  JOBS=2     so many at a time     TREE=DIR   where the copies are built, and kept for a next time

Not a part of "make check": a fault takes a minute, most of it for tests. The tests that most likely notice
come first, and the first that fails ends it. A test that never passed is run without the fault too, so one that
always fails notices nothing.
"""
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests/faults/mutants.tsv"
MAKE = ["make", "-s", "CI=1", "CFLAGS=-O1", "CXXFLAGS=-O1"]  # built to be thrown away
LIMIT = 900  # seconds of one test: it hangs
SLOW = ("browser/", "web/test-servers", "test-dresses", "man/", "relevance/", "faults/test-memory")

# What begins so -> unit tests, and scripts by a part of their path: those that most likely notice. The longest that fits counts.
ROOMS = {
    "lib/dutch": ("dutch query", "search/test-search"),
    "lib/xapian-c": ("xapian", "faults/test-abort faults/test-powerloss search/test-incremental"),
    "lib/pilot": ("looptijd dated facts", "kamer/test-kamer kamer/test-papers search/test-search"),
    "lib/index": ("postings stored", "search/test-search faults/test-damage"),
    "lib/query": ("query questiontypes questions", "search/test-search search/test-bounds"),
    "lib/cli": ("limit", "mcp/ cgi/ search/test-search"),
    "indexer/read": ("annex notes office pdf", "annex/test-annex annex/test-reading"),
    "indexer/read/walk": ("walk", "annex/test-folder faults/test-hostile"),
    "indexer/kamer": ("papers", "kamer/test-kamer kamer/test-chains"),
    "indexer": ("facts", "search/test-incremental search/test-publish kamer/test-chains annex/test-folder"),
    "indexer/gazetteer": ("facts", "annex/test-places annex/test-annex"),
    "indexer/publish": ("", "search/test-publish faults/test-publish faults/test-powerloss"),
    "indexer/chains": ("papers", "kamer/test-chains"),
    "indexer/paperpilot": ("", "kamer/test-chains kamer/test-papers"),
    "indexer/collection": ("", "kamer/test-chains search/test-incremental"),
    "search": ("query dated", "search/test-search cgi/ search/test-dossier kamer/test-pages"),
    "search/spelling": ("", "search/test-spelling search/test-search cgi/"),
    "search/search": ("", "search/test-search kamer/test-papers kamer/test-pages cgi/"),
    "search/filters": ("", "search/test-bounds search/test-search"),
    "search/earlier": ("", "kamer/test-earlier"),
    "search/mentions": ("mentions", "kamer/test-mentions"),
    "search/overdue": ("", "kamer/test-overdue"),
    "search/judge": ("", "search/test-dossier kamer/test-earlier"),
    "search/news": ("", "search/test-facts cgi/"),
    "search/shards": ("", "search/test-remote"),
    "search/render": ("render", "search/test-sheets cgi/ search/test-facts web/test-attacks search/test-search"),
    "search/cli": ("", "mcp/ search/test-search"),
    "search/web": ("sandbox", "cgi/ web/test-attacks kamer/test-overdue"),
    "search/web/cgi": ("sandbox", "faults/test-sandbox search/test-publish cgi/"),
    "search/web/landlock": ("sandbox", "faults/test-sandbox"),
    "search/web/routes": ("", "kamer/test-overdue cgi/"),
}


def read_table():
    rows = [line.rstrip("\n").split("\t") for line in TABLE.open() if line.strip() and not line.startswith("#")]
    wrong = 0
    for number, row in enumerate(rows):
        if len(row) != 5:
            sys.exit(f"{TABLE}: not five columns: {row}")
        name, file, old, new, _ = row
        count = (ROOT / file).read_text().count(old) if (ROOT / file).exists() else 0
        if count != 1 or old == new or name in [other[0] for other in rows[:number]]:
            print(f"!!! {name}: in {file} its text stands {count} times, not once: mend the row", file=sys.stderr)
            wrong += 1
    return rows, wrong


def tests_of(file, everything):
    units, scripts = ROOMS[max((room for room in ROOMS if file.startswith(room)), key=len)]
    found = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/*/test-*.sh"))
    chosen = [f"build/tests/{unit}" for unit in units.split() if (ROOT / f"tests/unit/{unit}.c").exists()]
    for part in scripts.split() + (["test-"] if everything else []):
        chosen += [path for path in found if part in path and path not in chosen
                   and not any(slow in path for slow in SLOW)]
    return chosen


def run(tree, command):
    """TRUE when it ends well and in time; what it said beside that."""
    process = subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env={**os.environ, "BUILD": "build"}, start_new_session=True)
    try:
        said, _ = process.communicate(timeout=LIMIT)
        return process.returncode == 0, said
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return False, "it hangs"


def passes(tree, test):
    return run(tree, ["tests/run.sh", test])[0]


class Worker(threading.Thread):
    good = set()  # tests that passed once
    lock = threading.Lock()

    def __init__(self, tree, todo, results, everything):
        super().__init__()
        self.tree, self.todo, self.results, self.everything = tree, todo, results, everything

    def build(self, tests):
        return run(self.tree, MAKE + ["all"] + [test for test in tests if test.startswith("build/")])

    def noticed_by(self, file, text, tests):
        for test in tests:
            if passes(self.tree, test):
                self.good.add(test)
                continue
            if test not in self.good:  # it fails: also without the fault?
                broken = (self.tree / file).read_text()
                (self.tree / file).write_text(text)
                built, _ = self.build(tests)
                always = not (built and passes(self.tree, test))
                (self.tree / file).write_text(broken)
                self.build(tests)
                if always:
                    print(f"!!! {test} fails without a fault: it counts for nothing", flush=True)
                    continue
                self.good.add(test)
            return test
        return None

    def run(self):
        while True:
            try:
                name, file, old, new, breaks = self.todo.get_nowait()
            except queue.Empty:
                return
            path, tests = self.tree / file, tests_of(file, self.everything)
            text = path.read_text()
            path.write_text(text.replace(old, new))
            built, said = self.build(tests)
            by = self.noticed_by(file, text, tests) if built else None
            path.write_text(text)
            verdict = ("noticed", by) if by else ("NOT NOTICED", breaks) if built else ("DOES NOT BUILD", said[:400])
            with self.lock:
                self.results.append((name, verdict[0]))
                print(f"{name:20} {verdict[0]:12} {verdict[1]}", flush=True)


def copy_tree(tree):
    """The files that git knows, and those only: an old file there that is the same keeps its date."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in names.stdout.split("\0"):
        source, target = ROOT / name, tree / name
        if not name or not source.is_file() or (target.is_file() and target.read_bytes() == source.read_bytes()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def main():
    arguments = sys.argv[1:]
    everything = "--all" in arguments
    wanted = [argument for argument in arguments if argument != "--all"]
    rows, wrong = read_table()
    rows = [row for row in rows if not wanted or row[0] in wanted]
    jobs, results, todo = int(os.environ.get("JOBS", "1")), [], queue.Queue()
    home = pathlib.Path(os.environ.get("TREE") or tempfile.mkdtemp(prefix="mutate-"))
    for row in rows:
        todo.put(row)
    workers = []
    for number in range(jobs):
        tree = home / f"tree{number}"
        if number and not tree.exists():  # built once
            shutil.copytree(home / "tree0", tree, symlinks=True)
        copy_tree(tree)
        built, said = run(tree, MAKE + [f"-j{os.cpu_count()}", "all"])
        if not built:
            sys.exit(f"{tree} does not build without a fault:\n{said}")
        workers.append(Worker(tree, todo, results, everything))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if "TREE" not in os.environ:
        shutil.rmtree(home)
    noticed = sum(verdict == "noticed" for _, verdict in results)
    print(f"{noticed} of {len(results)} faults noticed" + (f"; {wrong} rows to mend" if wrong else ""))
    sys.exit(bool(wrong or noticed < 0.9 * len(results)))


main()
