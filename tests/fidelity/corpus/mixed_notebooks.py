"""Whole small notebooks in which several of these forms meet."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "colab_style",
        r"""
#@title Install
!pip install -q numpy
%matplotlib inline
try:
    from google.colab import drive
    drive.mount("/content/drive")
    ROOT = "/content/drive/MyDrive"
except ImportError:
    ROOT = "."
# %%
%%time
import os
text = open(os.path.join(ROOT, "words.txt")).read()
vocab = {w: i for i, w in enumerate(sorted(set(text.split())))}
# %%
def encode(s):
    return [vocab[w] for w in s.split()]
encode("to be")
# %%
assert _ == [vocab["to"], vocab["be"]]
checked = True
""",
        "encode('be or to')",
        "checked",
        files={"words.txt": "to be or not to be"},
    ),
    entry(
        "d2l_style",
        r"""
import collections, inspect
def add_to_class(Class):
    def wrapper(obj):
        setattr(Class, obj.__name__, obj)
    return wrapper
class HyperParameters:
    def save_hyperparameters(self, ignore=[]):
        frame = inspect.currentframe().f_back
        _, _, _, local_vars = inspect.getargvalues(frame)
        ignored = set(ignore + ["self"])
        self.hparams = {k: v for k, v in local_vars.items() if k not in ignored and not k.startswith("_")}
        for k, v in self.hparams.items():
            setattr(self, k, v)
# %%
class Regression(HyperParameters):
    def __init__(self, k, lr=0.1):
        self.save_hyperparameters()
# %%
@add_to_class(Regression)
def forward(self, x):
    return self.k * x
# %%
@add_to_class(Regression)
def loss(self, y_hat, y):
    return (y_hat - y) ** 2 / 2
# %%
model = Regression(3)
""",
        "model.loss(model.forward(2), 4)",
        "model.lr",
    ),
    entry(
        "exercise_with_tests_in_cells",
        r"""
import numpy as np
def softmax(z):
    # YOUR CODE HERE
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
# %%
z = np.array([[1.0, 2.0]])
p = softmax(z)
assert np.allclose(p.sum(), 1), "sums to one"
print("passed")
p?
# %%
def cross_entropy(z, y):
    return float(-np.log(softmax(z)[np.arange(len(y)), y]).mean())
""",
        "cross_entropy(np.array([[1.0, 2.0]]), [1])",
    ),
    entry(
        "cached_results_on_disk",
        r"""
import json, os
CACHE = "cache.json"
def compute(n):
    return [i * i for i in range(n)]
if os.path.exists(CACHE):
    result = json.load(open(CACHE))
else:
    result = compute(3)
    json.dump(result, open(CACHE, "w"))
# %%
def f0():
    return result
""",
        "f0()",
        files={"cache.json": "[7, 8]"},
    ),
    entry(
        "experiment_table",
        r"""
from collections import defaultdict
results = defaultdict(dict)
def experiment(name, **hp):
    results[name].update(hp, score=sum(hp.values()))
# %%
experiment("a", lr=1, width=2)
experiment("b", lr=3)
# %%
%time experiment("c", lr=10)
# %%
best = max(results, key=lambda k: results[k]["score"])
""",
        "best",
        "results['a']['score']",
    ),
    entry(
        "pipeline_with_threads",
        r"""
from concurrent.futures import ThreadPoolExecutor
import threading, queue
q = queue.Queue()
def work(n): q.put(n * n)
threads = [threading.Thread(target=work, args=(k,)) for k in range(3)]
for t in threads: t.start()
for t in threads: t.join()
with ThreadPoolExecutor(2) as pool:
    doubled = list(pool.map(lambda v: 2 * v, range(3)))
# %%
found = sorted(q.get_nowait() for _ in range(3))
def f0():
    return [found, doubled]
""",
        "f0()",
    ),
    entry(
        "sqlite_and_csv",
        r"""
import sqlite3
db = sqlite3.connect(":memory:")
db.execute("create table runs (name text, loss real)")
db.executemany("insert into runs values (?, ?)", [("a", 0.5), ("b", 0.25)])
db.commit()
# %%
def best():
    return db.execute("select name from runs order by loss").fetchone()[0]
""",
        "best()",
    ),
    entry(
        "micrograd_style",
        r"""
class Value:
    def __init__(self, data, _children=()):
        self.data, self.grad = data, 0.0
        self._backward, self._prev = (lambda: None), set(_children)
    def __add__(self, o):
        out = Value(self.data + o.data, (self, o))
        def _backward():
            self.grad += out.grad
            o.grad += out.grad
        out._backward = _backward
        return out
# %%
def __mul__(self, o):
    out = Value(self.data * o.data, (self, o))
    def _backward():
        self.grad += o.data * out.grad
        o.grad += self.data * out.grad
    out._backward = _backward
    return out
Value.__mul__ = __mul__
# %%
def backward(self):
    topo, seen = [], set()
    def build(v):
        if v not in seen:
            seen.add(v)
            for c in v._prev: build(c)
            topo.append(v)
    build(self)
    self.grad = 1.0
    for v in reversed(topo): v._backward()
setattr(Value, "backward", backward)
# %%
a, b = Value(2.0), Value(-3.0)
c = a * b + a
c.backward()
""",
        "[a.grad, b.grad, c.data]",
    ),
    entry(
        "homework_with_a_solution_module",
        r"""
%load_ext autoreload
%autoreload 2
from cs231n.layers import affine_forward
import numpy as np
# %%
x = np.ones((1, 2))
out, cache = affine_forward(x, np.full((2, 1), 0.5), 1.0)
# %%
def f0():
    return out.tolist()
""",
        "f0()",
        files={
            "cs231n/__init__.py": "",
            "cs231n/layers.py": "import numpy as np\n\ndef affine_forward(x, w, b):\n"
            "    out = x.reshape(x.shape[0], -1) @ w + b\n    return out, (x, w, b)\n",
        },
    ),
    entry(
        "notebook_checks_its_own_globals",
        r"""
defined = [n for n in ("np", "keras", "helper") if n in globals()]
def helper(): return 1
# %%
later = "helper" in globals() and callable(globals()["helper"])
names = sorted(n for n in dir() if n.startswith("la"))
# %%
def f0():
    return [defined, later, names]
""",
        "f0()",
    ),
]
