"""Values that were drawn at top level after a seed: later code sees them as they were drawn."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "random_module",
        r"""
import random
random.seed(0)
a = random.random()
b = random.randint(1, 100)
# %%
def f0():
    return b
""",
        "f0()",
        "a",
    ),
    entry(
        "numpy_legacy",
        r"""
import numpy as np
np.random.seed(231)
X = np.random.randn(2, 2)
y = np.random.randint(3, size=2)
# %%
def f0():
    return [X.tolist(), y.tolist()]
""",
        "f0()",
    ),
    entry(
        "only_the_last_draw_is_asked",
        r"""
import numpy as np
np.random.seed(5)
unused = np.random.rand(7)
# %%
kept = np.random.rand(2)
# %%
def f0():
    return kept.tolist()
""",
        "f0()",
    ),
    entry(
        "draw_inside_own_function",
        r"""
import random
random.seed(1)
def init(n):
    return [random.gauss(0, 1) for _ in range(n)]
first = init(2)
second = init(2)
# %%
def f0():
    return second
""",
        "f0()",
    ),
    entry(
        "seed_set_in_a_function",
        r"""
import random
import numpy as np
def set_seed(s):
    random.seed(s)
    np.random.seed(s)
set_seed(42)
w = np.random.normal(size=2)
k = random.choice("abcdef")
# %%
def f0():
    return [w.tolist(), k]
""",
        "f0()",
    ),
    entry(
        "generator_object_shared",
        r"""
import numpy as np
rng = np.random.default_rng(0)
def noise(n): return rng.normal(size=n)
warm_up = noise(3)
# %%
W = noise(2)
# %%
def f0():
    return W.tolist()
""",
        "f0()",
    ),
    entry(
        "random_instance",
        r"""
from random import Random
r = Random(7)
deck = list("abcdef")
r.shuffle(deck)
hand = r.sample(deck, 2)
# %%
def f0():
    return [deck, hand]
""",
        "f0()",
    ),
    entry(
        "seeded_again_between",
        r"""
import random
random.seed(3)
x = random.random()
random.seed(3)
y = random.random()
z = random.random()
# %%
def f0():
    return [x == y, z]
""",
        "f0()",
    ),
    entry(
        "permutation_splits_the_data",
        r"""
import numpy as np
np.random.seed(0)
data = np.arange(10)
order = np.random.permutation(len(data))
train, test = data[order[:7]], data[order[7:]]
# %%
def f0():
    return test.tolist()
""",
        "f0()",
    ),
    entry(
        "drawn_in_a_loop",
        r"""
import numpy as np
np.random.seed(9)
layers = []
for n in (2, 1):
    layers.append(np.random.uniform(-1, 1, size=n))
bias = np.random.uniform()
# %%
def f0():
    return [[l.tolist() for l in layers], bias]
""",
        "f0()",
    ),
]
