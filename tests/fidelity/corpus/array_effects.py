"""Functions of NumPy that change an array in place."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "fill_diagonal",
        r"""
import numpy as np
M = np.ones((3, 3))
np.fill_diagonal(M, 0)
# %%
def neighbours(i):
    return M[i].sum()
""",
        "neighbours(1)",
        "M.tolist()",
    ),
    entry(
        "ellipsis_assignment",
        r"""
import numpy as np
W = np.zeros((2, 2))
W[...] = 3
b = np.empty(2)
b[:] = [1, 2]
# %%
def f0(x):
    return (W @ x + b).tolist()
""",
        "f0([1, 1])",
    ),
    entry(
        "add_at",
        r"""
import numpy as np
counts = np.zeros(4)
np.add.at(counts, [0, 1, 1, 3], 1)
np.maximum.at(counts, [2], 9)
# %%
def f0():
    return counts.tolist()
""",
        "f0()",
    ),
    entry(
        "copyto_put_place_putmask",
        r"""
import numpy as np
a = np.zeros(5)
np.copyto(a, np.arange(5.0))
np.put(a, [0, 4], [10, 40])
np.place(a, a == 2, [22])
np.putmask(a, a == 3, 33)
# %%
def f0():
    return a.tolist()
""",
        "f0()",
    ),
    entry(
        "out_argument",
        r"""
import numpy as np
z = np.array([-1.0, 2.0, -3.0])
h = np.empty_like(z)
np.maximum(z, 0, out=h)
np.multiply(h, 2, h)
# %%
def f0():
    return h.tolist()
""",
        "f0()",
    ),
    entry(
        "array_methods",
        r"""
import numpy as np
v = np.array([3, 1, 2])
v.sort()
w = np.zeros(3)
w.fill(7)
u = np.arange(4)
u.resize((2, 2))
w.itemset if hasattr(w, "itemset") else None
w.put([1], 5)
# %%
def f0():
    return [v.tolist(), w.tolist(), u.tolist()]
""",
        "f0()",
    ),
    entry(
        "view_changed_through_another_name",
        r"""
import numpy as np
params = np.zeros(6)
W = params[:4].reshape(2, 2)
b = params[4:]
W += 1
b[0] = 5
# %%
def f0():
    return params.tolist()
""",
        "f0()",
    ),
    entry(
        "changed_inside_a_function",
        r"""
import numpy as np
X = np.arange(6.0).reshape(3, 2)
def normalise(A):
    A -= A.mean(axis=0)
    A /= A.std(axis=0)
# %%
normalise(X)
# %%
def f0():
    return X.tolist()
""",
        "f0()",
    ),
    entry(
        "changed_in_a_loop_over_a_list",
        r"""
import numpy as np
Ws = [np.ones((2, 2)) for _ in range(3)]
for k, W in enumerate(Ws):
    W *= k
# %%
def f0(k):
    return Ws[k].sum()
""",
        "f0(2)",
    ),
    entry(
        "dictionary_of_arrays",
        r"""
import numpy as np
params = {"W1": np.ones((2, 2)), "b1": np.zeros(2)}
for name, value in params.items():
    value += 2
params["b1"][0] -= 1
# %%
def f0():
    return {k: v.tolist() for k, v in params.items()}
""",
        "f0()['b1']",
        "f0()['W1']",
    ),
    entry(
        "mask_and_fancy_index",
        r"""
import numpy as np
scores = np.array([0.2, 0.9, 0.5])
scores[scores > 0.4] = 1
scores[[0]] -= 0.2
# %%
def f0():
    return scores.round(3).tolist()
""",
        "f0()",
    ),
    entry(
        "shuffle_of_an_array",
        r"""
import numpy as np
np.random.seed(0)
order = np.arange(5)
np.random.shuffle(order)
rng = np.random.default_rng(1)
other = np.arange(5)
rng.shuffle(other)
# %%
def f0():
    return [order.tolist(), other.tolist()]
""",
        "f0()",
    ),
    entry(
        "attribute_of_an_array",
        r"""
import numpy as np
A = np.arange(6)
A.shape = (2, 3)
B = np.ones(2)
B.flat = 4
B.flags.writeable = False
# %%
def f0():
    return [A.tolist(), B.tolist(), bool(B.flags.writeable)]
""",
        "f0()",
    ),
    entry(
        "random_values_drawn_in_order",
        r"""
import numpy as np
rng = np.random.default_rng(42)
W1 = rng.normal(size=2)
W2 = rng.normal(size=2)
# %%
def f0():
    return W2.tolist()
""",
        "f0()",
    ),
    entry(
        "structured_and_matrix_views",
        r"""
import numpy as np
points = np.zeros(2, dtype=[("x", float), ("y", float)])
points["x"] = [1, 2]
xs = points["x"]
xs += 10
T = np.arange(4).reshape(2, 2)
T.T[0, 1] = 99
# %%
def f0():
    return [points["x"].tolist(), T.tolist()]
""",
        "f0()",
    ),
    entry(
        "nditer_and_ndenumerate",
        r"""
import numpy as np
G = np.zeros((2, 2))
for (i, j), _ in np.ndenumerate(G):
    G[i, j] = i + 2 * j
with np.nditer(G, op_flags=["readwrite"]) as it:
    for cell in it:
        cell[...] = cell * 10
# %%
def f0():
    return G.tolist()
""",
        "f0()",
    ),
    entry(
        "apply_in_place_by_ufunc_method",
        r"""
import numpy as np
acc = np.zeros(3)
np.add(acc, 1, out=acc)
np.cumsum(np.ones(3), out=acc)
np.clip(acc, 0, 2, out=acc)
# %%
def f0():
    return acc.tolist()
""",
        "f0()",
    ),
]
