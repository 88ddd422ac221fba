"""Cells that fail, and cells after them that go on.

Nothing is asked here of a name that is bound below the failing statement of its cell: a kernel does not bind it, the
grader does, so that a failing statement costs only what depends on it.
"""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "raise_then_other_cells",
        r"""
raise NotImplementedError("part b")
# %%
def f0(x):
    return x + 1
""",
        "f0(1)",
    ),
    entry(
        "statements_before_the_error_count",
        r"""
a = 1
b = a + 1
c = 1 / 0
d = 4
# %%
def f0():
    return [a, b]
""",
        "f0()",
    ),
    entry(
        "old_value_survives_a_failed_rebinding",
        r"""
w = [1.0, 2.0]
# %%
w = [float(x) for x in open("missing.txt")]
# %%
def f0():
    return w
""",
        "f0()",
    ),
    entry(
        "assert_fails_below_a_definition",
        r"""
def square(x):
    return x * x
assert square(2) == 5, "own test is wrong"
# %%
def f0():
    return square(3)
""",
        "f0()",
    ),
    entry(
        "syntax_error_drops_the_whole_cell",
        r"""
x = 1
# %%
x = 2
def broken(:
    pass
# %%
def f0():
    return x
""",
        "f0()",
    ),
    entry(
        "indentation_error_drops_the_whole_cell",
        r"""
y = "kept"
# %%
y = "lost"
def g():
  a = 1
    b = 2
# %%
def f0():
    return y
""",
        "f0()",
    ),
    entry(
        "loop_breaks_in_the_middle",
        r"""
done = []
for x in [4, 2, 0, 8]:
    done.append(8 // x)
    last = x
# %%
def f0():
    return [done, x, last]
""",
        "f0()",
    ),
    entry(
        "name_error_then_defined_later",
        r"""
result = helper(2)
# %%
def helper(x):
    return x * 10
# %%
def f0():
    return helper(3)
""",
        "f0()",
        "result",
    ),
    entry(
        "import_error_and_fallback_cell",
        r"""
import tensorflux
from tensorflux import keras
# %%
def f0(x):
    return 2 * x
""",
        "f0(2)",
        "tensorflux",
    ),
    entry(
        "class_body_fails",
        r"""
class Net:
    k = 3
# %%
class Net:
    k = 4
    size = undefined_name
# %%
def f0():
    return Net.k
""",
        "f0()",
    ),
    entry(
        "with_block_fails_inside",
        r"""
state = []
class Ctx:
    def __enter__(self): state.append("in")
    def __exit__(self, *e): state.append("out")
with Ctx():
    v = 3
    raise KeyError("x")
# %%
def f0():
    return [state, v]
""",
        "f0()",
    ),
    entry(
        "function_raises_when_called",
        r"""
def todo(x):
    raise NotImplementedError
def check(x):
    if x < 0:
        raise ValueError("negative")
    return x
# %%
todo(1)
""",
        "todo(1)",
        "check(-1)",
        "check(2)",
    ),
    entry(
        "partial_effect_of_a_failing_function",
        r"""
log = []
def run():
    log.append("start")
    raise RuntimeError
    log.append("end")
# %%
run()
log.append("never")
# %%
def f0():
    return log
""",
        "f0()",
    ),
    entry(
        "decorator_fails",
        r"""
def f0():
    return "first"
# %%
@undefined_decorator
def f0():
    return "second"
# %%
z = f0()
""",
        "z",
    ),
    entry(
        "unpacking_fails",
        r"""
a, b = 10, 20
# %%
a, b = 1, 2, 3
# %%
def f0():
    return [a, b]
""",
        "f0()",
    ),
    entry(
        "return_and_yield_outside_a_function",
        r"""
k = 1
# %%
k = 2
return k
# %%
def f0():
    return k
""",
        "f0()",
    ),
    entry(
        "python_2_print_in_one_cell",
        r"""
print "hello"
n = 3
# %%
def f0():
    return 4
""",
        "f0()",
    ),
    entry(
        "keyboard_interrupt_and_system_exit",
        r"""
epochs_done = 0
for e in range(10):
    epochs_done += 1
    if e == 2:
        raise KeyboardInterrupt
# %%
import sys
before_exit = True
sys.exit("stop here")
# %%
def f0():
    return [epochs_done, before_exit]
""",
        "f0()",
    ),
]
