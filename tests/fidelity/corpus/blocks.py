"""Names bound inside blocks: with, try, for, while, if, match."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "with_open",
        r"""
with open("values.txt") as f:
    values = [float(x) for x in f.read().split()]
# %%
def mean():
    return sum(values) / len(values)
""",
        "mean()",
        files={"values.txt": "1.5 2.5 5\n"},
    ),
    entry(
        "write_then_read_a_file",
        r"""
import json
with open("params.json", "w") as f:
    json.dump({"lr": 0.2}, f)
# %%
with open("params.json") as f:
    params = json.load(f)
# %%
def f0():
    return params["lr"]
""",
        "f0()",
    ),
    entry(
        "pickle_round_trip",
        r"""
import pickle
state = {"w": [1, 2]}
with open("state.pkl", "wb") as f:
    pickle.dump(state, f)
state["w"].append(3)
restored = pickle.load(open("state.pkl", "rb"))
# %%
def f0():
    return [state["w"], restored["w"]]
""",
        "f0()",
    ),
    entry(
        "own_context_manager",
        r"""
events = []
class Timer:
    def __enter__(self):
        events.append("enter")
        return self
    def __exit__(self, *e):
        events.append("exit")
        self.seconds = 1.5
with Timer() as t:
    inner = 3
# %%
def f0():
    return [events, inner, t.seconds]
""",
        "f0()",
    ),
    entry(
        "contextlib_manager",
        r"""
from contextlib import contextmanager, suppress
state = {"mode": "train"}
@contextmanager
def evaluating():
    state["mode"] = "eval"
    yield state
    state["mode"] = "train again"
with evaluating() as s, suppress(ZeroDivisionError):
    seen = s["mode"]
    1 / 0
    seen = "never"
# %%
def f0():
    return [seen, state["mode"]]
""",
        "f0()",
    ),
    entry(
        "try_except_binding",
        r"""
try:
    import cupy_not_here as xp
    device = "gpu"
except ImportError as e:
    device = "cpu"
    reason = type(e).__name__
# %%
def f0():
    return [device, reason]
""",
        "f0()",
        "e",
    ),
    entry(
        "try_else_finally",
        r"""
trace = []
try:
    v = int("12")
except ValueError:
    v = -1
else:
    trace.append("else")
finally:
    trace.append("finally")
try:
    w = int("x")
except ValueError:
    w = -1
# %%
def f0():
    return [v, w, trace]
""",
        "f0()",
    ),
    entry(
        "loop_variables_stay",
        r"""
for epoch in range(3):
    for batch, (x, y) in enumerate([(1, 2), (3, 4)]):
        loss = x * y
else:
    finished = True
# %%
def f0():
    return [epoch, batch, x, y, loss, finished]
""",
        "f0()",
    ),
    entry(
        "break_and_continue",
        r"""
found = None
for n in range(2, 50):
    if n % 2 == 0:
        continue
    if n * n > 100:
        found = n
        break
# %%
def f0():
    return [n, found]
""",
        "f0()",
    ),
    entry(
        "while_until_converged",
        r"""
x, steps = 10.0, 0
while abs(x * x - 2) > 1e-10:
    x = (x + 2 / x) / 2
    steps += 1
# %%
def root():
    return x
""",
        "root()",
        "steps",
    ),
    entry(
        "if_elif_else",
        r"""
mode = "test"
if mode == "train":
    rate = 1
elif mode == "test":
    rate = 2
    def f0(): return rate
else:
    def f0(): return -1
""",
        "f0()",
    ),
    entry(
        "match_statement",
        r"""
command = ("scale", 3)
match command:
    case ("scale", int(k)) if k > 2:
        factor = k
    case {"name": name}:
        factor = 0
    case _:
        factor = 1
# %%
def f0(x):
    return factor * x + k
""",
        "f0(2)",
    ),
    entry(
        "functions_defined_in_a_loop",
        r"""
layers = []
for size in (2, 3):
    def layer(x, size=size):
        return x * size
    layers.append(layer)
# %%
def f0(x):
    for l in layers:
        x = l(x)
    return x
""",
        "f0(1)",
        "layer(1)",
    ),
    entry(
        "flag_decides_what_runs",
        r"""
RETRAIN = False
weights = [1.0, 2.0]
if RETRAIN:
    weights = train_for_hours()
    assert False
# %%
def f0(x):
    return weights[0] * x + weights[1]
""",
        "f0(3)",
    ),
    entry(
        "exitstack_and_redirect",
        r"""
import contextlib, io
out = io.StringIO()
with contextlib.ExitStack() as stack:
    stack.enter_context(contextlib.redirect_stdout(out))
    print("quiet")
    stack.callback(lambda: order.append("callback"))
    order = ["body"]
# %%
def f0():
    return [out.getvalue(), order]
""",
        "f0()",
    ),
    entry(
        "except_star_and_nested_try",
        r"""
caught = []
try:
    try:
        raise ExceptionGroup("many", [ValueError(1), TypeError(2)])
    except* ValueError as g:
        caught.append("value")
    except* TypeError:
        caught.append("type")
finally:
    caught.append("end")
# %%
def f0():
    return caught
""",
        "f0()",
    ),
]
