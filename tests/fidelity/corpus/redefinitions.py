"""Names that are bound more than once, and builtins that are shadowed."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "old_definition_above",
        r"""
def answer(x):
    return x + 1
# %%
def answer(x):
    return x + 100
""",
        "answer(1)",
    ),
    entry(
        "helper_redefined_between",
        r"""
def h(x): return 2 * x
y = h(3)
# %%
def h(x): return 3 * x
z = h(3)
# %%
def f0(): return [y, z, h(1)]
""",
        "f0()",
    ),
    entry(
        "value_used_before_rebinding",
        r"""
n = 4
table = [0] * n
# %%
n = 2
# %%
def f0():
    return [len(table), n]
""",
        "f0()",
    ),
    entry(
        "shadowed_list",
        r"""
list = [3, 1, 2]
list.sort()
# %%
def f0():
    return list[0]
def f1():
    return list((1, 2))
""",
        "f0()",
        "f1()",
    ),
    entry(
        "shadowed_sum_and_max",
        r"""
sum = 0
for x in (1, 2, 3):
    sum += x
max = lambda a, b: a if a > b else b
# %%
def f0():
    return [sum, max(3, 9)]
""",
        "f0()",
    ),
    entry(
        "shadowed_then_deleted",
        r"""
len = 5
small = len
del len
# %%
def f0(s):
    return len(s) + small
""",
        "f0('abc')",
    ),
    entry(
        "function_becomes_a_value",
        r"""
def loss(x):
    return x * x
# %%
loss = loss(3)
# %%
def f0():
    return loss + 1
""",
        "f0()",
        "loss",
    ),
    entry(
        "function_wrapped_by_itself",
        r"""
def f0(x): return x + 1
_old = f0
def f0(x): return 10 * _old(x)
# %%
import functools
f0 = functools.lru_cache(f0)
""",
        "f0(2)",
    ),
    entry(
        "class_redefined_old_object_stays",
        r"""
class A:
    def name(self): return "old"
a = A()
# %%
class A:
    def name(self): return "new"
b = A()
# %%
def f0():
    return [a.name(), b.name(), isinstance(a, A)]
""",
        "f0()",
    ),
    entry(
        "loop_variable_overwrites",
        r"""
x = "important"
# %%
for x in range(3):
    pass
y = [x for x in "ab"]
# %%
def f0():
    return [x, y]
""",
        "f0()",
    ),
    entry(
        "parameter_named_like_a_global",
        r"""
W = 10
def f0(x, W=2):
    return W * x
def f1(x):
    W = x
    return W
def f2(x):
    return W * x
""",
        "f0(3)",
        "f1(3)",
        "f2(3)",
    ),
    entry(
        "module_name_reused",
        r"""
import random
random = random.Random(5)
first = random.randint(0, 100)
# %%
import time
time = 3
# %%
def f0():
    return [first, time]
""",
        "f0()",
    ),
    entry(
        "redefined_in_branches",
        r"""
MODE = 1
if MODE == 0:
    def act(x): return -x
else:
    def act(x): return x * 2
if MODE == 5:
    def act(x): return 0
# %%
def f0(x):
    return act(x)
""",
        "f0(4)",
    ),
    entry(
        "list_rebuilt_then_changed",
        r"""
h = []
h.append(1)
# %%
h = []
h.append(2)
alias = h
# %%
h = h + [3]
alias.append(4)
# %%
def f0():
    return [h, alias]
""",
        "f0()",
    ),
    entry(
        "test_cell_overwrites_names",
        r"""
def forward(x, w):
    return x * w
# %%
w = 3
out = forward(2, w)
forward_result = out
x, w = None, None
# %%
def f0():
    return [out, w]
""",
        "f0()",
        "forward(2, 5)",
    ),
]
