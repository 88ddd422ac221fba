"""Names that are bound by other ways than an assignment."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "globals_item",
        r"""
globals()["rate"] = 0.3
for i in range(3):
    globals()[f"w{i}"] = i * 10
# %%
def f0():
    return [rate, w2]
""",
        "f0()",
        "w1",
    ),
    entry(
        "globals_and_locals_update",
        r"""
globals().update(alpha=1, beta=2)
locals()["gamma"] = 3
vars()["delta"] = 4
# %%
def f0():
    return alpha + beta + gamma + delta
""",
        "f0()",
    ),
    entry(
        "exec_binds",
        r"""
exec("x = 3")
code = '''
def f0(n):
    return x * n
'''
exec(code)
""",
        "f0(4)",
        "x",
    ),
    entry(
        "eval_with_effect",
        r"""
log = []
eval("log.append(7)")
name = eval("'a' + 'b'")
# %%
def f0():
    return [log, name]
""",
        "f0()",
    ),
    entry(
        "exec_compile",
        r"""
source = "\n".join(f"layer{k} = {k} * 2" for k in range(3))
exec(compile(source, "<made>", "exec"), globals())
# %%
def f0():
    return layer0 + layer1 + layer2
""",
        "f0()",
    ),
    entry(
        "global_in_a_called_function",
        r"""
def setup(n):
    global size, table
    size = n
    table = [0] * n
# %%
setup(3)
# %%
def f0():
    return [size, table]
""",
        "f0()",
    ),
    entry(
        "global_rebound_by_calls",
        r"""
step = 0
def advance():
    global step
    step += 1
    return step
# %%
advance()
for _ in range(2):
    advance()
# %%
def f0():
    return step
""",
        "f0()",
    ),
    entry(
        "global_through_two_functions",
        r"""
def inner():
    global found
    found = "inner"
def outer():
    inner()
outer()
# %%
def f0():
    return found
""",
        "f0()",
    ),
    entry(
        "global_in_method_and_lambda",
        r"""
class Trainer:
    def run(self):
        global best
        best = 0.75
Trainer().run()
set_name = lambda v: globals().__setitem__("title", v)
set_name("deep")
# %%
def f0():
    return [best, title]
""",
        "f0()",
    ),
    entry(
        "delete_and_bind_again",
        r"""
x = [1, 2, 3]
del x
x = "second"
y = z = 5
del y
# %%
def f0():
    return [x, z]
def f1():
    return y
""",
        "f0()",
        "f1()",
    ),
    entry(
        "unpacking_of_all_kinds",
        r"""
(a, b), *rest = (1, 2), 3, 4
first, *middle, last = range(5)
[p, q] = "pq"
i = j = []
i.append(1)
# %%
def f0():
    return [a, b, rest, middle, last, p + q, j]
""",
        "f0()",
    ),
    entry(
        "swap_and_chained",
        r"""
a, b = 1, 2
a, b = b, a
xs = [0, 0]
k = xs[1] = 5
k, xs[k - 5] = 0, 9
# %%
def f0():
    return [a, b, k, xs]
""",
        "f0()",
    ),
    entry(
        "walrus",
        r"""
if (n := 10) > 5:
    big = True
values = [y := 1, y ** 2, y + 5]
total = sum(last := i for i in range(4))
print(shown := "shown")
# %%
def f0():
    return [n, big, values, total, last, shown]
""",
        "f0()",
    ),
    entry(
        "annotated_names",
        r"""
rate: float = 0.5
count: int
table: "dict[str, int]" = {}
table["a"] = 1
# %%
def f0():
    return [rate, table, sorted(__annotations__)]
""",
        "f0()[:2]",
        "count",
    ),
    entry(
        "augmented_everywhere",
        r"""
x = 1
x += 2
x **= 2
x -= 1; x //= 3
s = "a"
s += "b"
t = (1,)
t += (2,)
# %%
def f0():
    return [x, s, list(t)]
""",
        "f0()",
    ),
    entry(
        "names_made_in_a_class_body",
        r"""
class Settings:
    lr = 0.1
    for k in range(3):
        lr /= 2
    table = {i: i ** 2 for i in range(3)}
    exec("hidden = 5")
# %%
def f0():
    return [Settings.lr, Settings.table[2], Settings.hidden, Settings.k]
""",
        "f0()",
    ),
]
