"""Lists, dictionaries, sets and queues that are changed in place."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "random_shuffle",
        r"""
import random
random.seed(3)
order = list(range(6))
random.shuffle(order)
# %%
def f0():
    return order
""",
        "f0()",
    ),
    entry(
        "heapq",
        r"""
import heapq
heap = []
heapq.heappush(heap, 5)
heapq.heappush(heap, 1)
heapq.heappush(heap, 3)
smallest = heapq.heappop(heap)
values = [9, 4, 7]
heapq.heapify(values)
# %%
def f0():
    return [smallest, heap, values]
""",
        "f0()",
    ),
    entry(
        "bisect_insort",
        r"""
from bisect import insort
scores = [1, 5]
insort(scores, 3)
# %%
def f0():
    return scores
""",
        "f0()",
    ),
    entry(
        "list_methods",
        r"""
a = [3, 1]
a.append(2); a.insert(0, 9); a.sort(); a.reverse(); a.remove(3)
popped = a.pop()
b = [1]
b += [2]
b *= 2
b.extend(range(2))
# %%
def f0():
    return [a, popped, b]
""",
        "f0()",
    ),
    entry(
        "alias_changed",
        r"""
a = [1]
b = a
b.append(2)
c = {"list": a}
c["list"].append(3)
# %%
def f0():
    return a
""",
        "f0()",
    ),
    entry(
        "nested_structure",
        r"""
config = {"opt": {"lr": 0.1}, "layers": [[2, 4], [4, 1]]}
config["opt"]["lr"] = 0.01
config["layers"][0][1] = 8
config["layers"][1].append("last")
# %%
def f0():
    return [config["opt"]["lr"], config["layers"]]
""",
        "f0()",
    ),
    entry(
        "slices_and_del",
        r"""
xs = list(range(8))
xs[2:4] = [20, 30, 35]
del xs[0]
del xs[-2:]
d = {"a": 1, "b": 2}
del d["a"]
# %%
def f0():
    return [xs, sorted(d)]
""",
        "f0()",
    ),
    entry(
        "dictionary_methods",
        r"""
d = dict(a=1)
d.update({"b": 2}, c=3)
d.setdefault("list", []).append(4)
d.pop("a")
d |= {"z": 26}
first = next(iter(d))
# %%
def f0():
    return [sorted(d), d["list"], first]
""",
        "f0()",
    ),
    entry(
        "sets",
        r"""
seen = {1}
seen.add(2)
seen |= {3, 4}
seen.discard(1)
seen -= {4}
# %%
def f0():
    return sorted(seen)
""",
        "f0()",
    ),
    entry(
        "collections_types",
        r"""
from collections import defaultdict, Counter, deque, OrderedDict
groups = defaultdict(list)
for word in ["ab", "cd", "ax"]:
    groups[word[0]].append(word)
count = Counter("abca")
count.update("aa")
window = deque(maxlen=2)
for i in range(4): window.append(i)
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
# %%
def f0():
    return [groups["a"], count["a"], list(window), list(od)]
""",
        "f0()",
    ),
    entry(
        "comprehension_for_its_effect",
        r"""
squares = []
[squares.append(i * i) for i in range(4)]
names = {}
{names.setdefault(n, len(n)) for n in ["w", "bias"]}
# %%
def f0():
    return [squares, sorted(names.items())]
""",
        "f0()",
    ),
    entry(
        "map_for_its_effect",
        r"""
seen = []
list(map(seen.append, "abc"))
any(seen.append(k) for k in range(2))
# %%
def f0():
    return seen
""",
        "f0()",
    ),
    entry(
        "argument_changed_by_own_function",
        r"""
def add_layer(layers, size):
    layers.append(size)
    return len(layers)
# %%
net = []
add_layer(net, 4)
n = add_layer(net, 8)
# %%
def f0():
    return [net, n]
""",
        "f0()",
    ),
    entry(
        "condition_with_effect",
        r"""
queue = [3, 2, 1]
out = []
while queue and queue.pop():
    out.append(len(queue))
if out.pop() == 0: pass
# %%
def f0():
    return [queue, out]
""",
        "f0()",
    ),
    entry(
        "conditional_expression_and_boolean_with_effect",
        r"""
log = []
verbose = True
verbose and log.append("start")
log.append("a") if verbose else log.append("b")
not verbose or log.append("end")
assert log.append("checked") is None
# %%
def f0():
    return log
""",
        "f0()",
    ),
    entry(
        "operator_module_and_unbound_methods",
        r"""
import operator
table = {}
operator.setitem(table, "k", 2)
list.append(row := [], 5)
dict.update(table, j=3)
operator.iadd(row, [6])
# %%
def f0():
    return [sorted(table.items()), row]
""",
        "f0()",
    ),
    entry(
        "iterator_advanced",
        r"""
stream = iter(range(10))
next(stream)
next(stream)
import itertools
ticket = itertools.count(5)
next(ticket)
# %%
def f0():
    return [next(stream), next(ticket)]
""",
        "f0()",
    ),
    entry(
        "bytes_and_string_buffers",
        r"""
import io
buffer = io.StringIO()
buffer.write("loss ")
print(0.5, file=buffer)
data = bytearray(b"abc")
data[0] = 120
data.extend(b"!")
# %%
def f0():
    return [buffer.getvalue(), data.decode()]
""",
        "f0()",
    ),
]
