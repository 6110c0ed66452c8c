#!/usr/bin/env python3
"""Power that goes while an index is published: what inject.c recorded of a run is replayed to each
of its calls, as a disk may have it then, and each index that a reader could meet is asked.

    powerloss.py RECORD BEFORE INDEX SCRATCH ASK

BEFORE is a copy of INDEX from before the run. ASK is a command that takes a directory and prints
what is in it: "old", "new" or something else. Printed are: the number of calls, of states of the
disk, of different indexes among them, and how often each was the answer of ASK; then the same for
a disk whose syncs do nothing, which shows that the states are ones that hurt.

The disk is as careless as POSIX allows, and more than those in use. What was synced is there: the
bytes of a file when that was, names when their directory was. Of everything else, by turns:
all is there; nothing; only the last call; only names; only bytes; and any part, in any order (a write may be torn)."""
import collections, hashlib, os, random, shutil, subprocess, sys

SAMPLES = 6  # of "any part", for each call


class Node:
    def __init__(self, names=None, data=b''):
        self.names, self.data = names, bytearray(data)  # a directory has names, a file data


def load(path):
    if not os.path.isdir(path):
        return Node(data=open(path, 'rb').read())
    return Node({name: load(os.path.join(path, name)) for name in os.listdir(path)})


def copy(node, made):
    """A tree to change; made: which copy is of which node."""
    made[node] = Node(None if node.names is None else {}, node.data)
    for name, child in (node.names or {}).items():
        made[node].names[name] = copy(child, made)
    return made[node]


def read(path, top):
    """The calls below the directory top: (what, path, other path, place, bytes)."""
    calls = []
    with open(path, 'rb') as record:
        for line in record:
            what, name, to, at, n = line.decode().rstrip('\n').split('\t')
            data = record.read(int(n))
            if name == top or name.startswith(top + '/'):
                calls.append((what, name[len(top):].strip('/'), to[len(top):].strip('/'), int(at), data))
    return calls


def find(root, path):
    node = root
    for name in filter(None, path.split('/')):
        node = node.names.get(name) if node else None
    return node


def steps(calls, root):
    """The calls on nodes rather than paths, which renames change; root is changed as by the run.
    A step: (what it changes: 'names', 'bytes' or 'sync', of which node, how)."""
    found = []
    for what, path, to, at, data in calls:
        folder, name = find(root, os.path.dirname(path)), os.path.basename(path)
        node = find(root, path)
        if what in ('create', 'mkdir'):
            if node:
                continue
            step = ('names', folder, (None, None, name, Node({} if what == 'mkdir' else None)))
        elif what == 'remove':
            step = ('names', folder, (name, None, None, None))
        elif what == 'rename':
            to_folder = find(root, os.path.dirname(to))
            assert folder is to_folder, 'a rename to another directory'
            step = ('names', folder, (name, None, os.path.basename(to), node))
        elif what == 'sync':
            step = ('sync', node, None)
        else:
            step = ('bytes', node, (what, at, data))
        if step[1]:
            found.append(step)
            apply(step, step[1], lambda new: new)
    return found


def apply(step, node, of):
    """of: the node in this tree."""
    kind, _, how = step
    if kind == 'names':
        old, _, name, child = how
        node.names.pop(old, None)
        if name:
            node.names[name] = of(child)
    elif kind == 'bytes':
        what, at, data = how
        if what == 'cut':
            del node.data[at:]
            node.data.extend(bytes(at - len(node.data)))
        else:
            node.data.extend(bytes(max(0, at - len(node.data))))
            node.data[at:at + len(data)] = data


def state(root, done, kept):
    """The tree after those steps of done that kept() has on the disk."""
    made = {}
    tree = copy(root, made)

    def of(node):
        if node not in made:  # empty: what came to it are steps of their own
            made[node] = Node(None if node.names is None else {})
        return made[node]
    for n, step in enumerate(done):
        if step[0] != 'sync':
            how = kept(n, step)
            if how == 'torn' and step[0] == 'bytes' and step[2][0] == 'write':
                step = ('bytes', step[1], ('write', step[2][1], step[2][2][:len(step[2][2]) // 2]))
            if how:
                apply(step, of(step[1]), of)
    return tree


def write(node, path):
    if node.names is None:
        with open(path, 'wb') as file:
            file.write(node.data)
        return
    os.mkdir(path)
    for name, child in node.names.items():
        write(child, os.path.join(path, name))


def served(tree):
    """What a reader looks at: the stub, and the generations that it names."""
    stub = tree.names.get('XAPIANDB')
    lines = stub.data.decode('latin-1').splitlines() if stub else []
    names = {line.partition(' ')[2].partition('/')[0] for line in lines}
    seen = {name: tree.names[name] for name in names | {'XAPIANDB'} if name in tree.names}
    return Node(seen)


def digest(node):
    if node.names is None:
        return hashlib.sha256(node.data).digest()
    parts = [name.encode() + b'\0' + digest(child) for name, child in sorted(node.names.items())]
    return hashlib.sha256(b'dir' + b'\0'.join(parts)).digest()


def replay(root, all_steps, syncs, ask):
    chance = random.Random(1)
    answers, states, seen = collections.Counter(), 0, {}
    for n in range(len(all_steps) + 1):
        done = all_steps[:n]
        last = {step[1]: i for i, step in enumerate(done) if step[0] == 'sync'} if syncs else {}
        ways = [lambda i, step: True, lambda i, step: False, lambda i, step: i == n - 1,
                lambda i, step: step[0] == 'names', lambda i, step: step[0] == 'bytes']
        ways += [lambda i, step: chance.choice((True, False, 'torn'))] * SAMPLES
        for way in ways:
            tree = served(state(root, done, lambda i, step: i < last.get(step[1], -1) or way(i, step)))
            states += 1
            key = digest(tree)
            if key not in seen:
                seen[key] = ask(tree)
                if seen[key] not in ('old', 'new') and syncs:
                    print(f'# after {n} of {len(all_steps)} calls: {seen[key]}', file=sys.stderr)
            answers[seen[key]] += 1
    return states, len(seen), answers


def nodes(node):
    yield node
    for child in (node.names or {}).values():
        yield from nodes(child)


def main():
    record, before, index, scratch, *command = sys.argv[1:]

    def ask(tree):
        path = os.path.join(scratch, 'state')
        shutil.rmtree(path, ignore_errors=True)
        write(tree, path)
        return subprocess.run(command + [path], capture_output=True, text=True).stdout.strip()
    root = load(before)
    first = [(node, None if node.names is None else dict(node.names), bytes(node.data)) for node in nodes(root)]
    all_steps = steps(read(record, index), root)
    assert digest(root) == digest(load(index)), 'the record is not all that the run did'
    for node, names, data in first:
        node.names, node.data = names, bytearray(data)
    for syncs in (True, False):
        states, different, answers = replay(root, all_steps, syncs, ask)
        other = sum(answers.values()) - answers['old'] - answers['new']
        print(f"{len(all_steps)} calls, {states} states, {different} indexes: {answers['old']} old, {answers['new']} new, {other} other")


main()
