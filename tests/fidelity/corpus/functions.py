"""Closures, counters, decorators, caches, generators that are kept."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "counter_closure",
        r"""
def make_counter():
    n = 0
    def tick():
        nonlocal n
        n += 1
        return n
    return tick
tick = make_counter()
tick(); tick()
# %%
def f0():
    return tick()
""",
        "f0()",
    ),
    entry(
        "registry_by_decorator",
        r"""
ACTIVATIONS = {}
def register(f):
    ACTIVATIONS[f.__name__] = f
    return f
# %%
@register
def relu(x): return max(0, x)
@register
def double(x): return 2 * x
# %%
def f0(name, x):
    return ACTIVATIONS[name](x)
""",
        "f0('relu', -1)",
        "f0('double', 4)",
        "sorted(ACTIVATIONS)",
    ),
    entry(
        "registry_with_arguments",
        r"""
handlers = {}
def on(event, *, priority=0):
    def decorate(f):
        handlers.setdefault(event, []).append((priority, f))
        return f
    return decorate
@on("start", priority=2)
def begin(): return "begin"
@on("start", priority=1)
def prepare(): return "prepare"
# %%
def fire(event):
    return [f() for _, f in sorted(handlers[event], key=lambda p: p[0])]
""",
        "fire('start')",
    ),
    entry(
        "registry_by_subclass",
        r"""
class Layer:
    kinds = []
    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        Layer.kinds.append(cls.__name__)
# %%
class Dense(Layer): pass
class Conv(Layer): pass
# %%
def f0():
    return Layer.kinds
""",
        "f0()",
    ),
    entry(
        "decorator_that_counts_calls",
        r"""
from functools import wraps
calls = {}
def counted(f):
    @wraps(f)
    def inner(*a, **k):
        calls[f.__name__] = calls.get(f.__name__, 0) + 1
        return f(*a, **k)
    return inner
@counted
def loss(x): return x * x
loss(1); loss(2)
# %%
y = loss(3)
def f0():
    return calls["loss"]
""",
        "f0()",
        "y",
    ),
    entry(
        "lru_cache_filled",
        r"""
from functools import lru_cache
computed = []
@lru_cache(maxsize=None)
def fib(n):
    computed.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(10)
# %%
def f0():
    before = len(computed)
    fib(10)
    return [len(computed) - before, fib(10)]
""",
        "f0()",
    ),
    entry(
        "partial_and_reduce",
        r"""
from functools import partial, reduce
def scale(x, k, b=0):
    return k * x + b
triple = partial(scale, k=3)
shifted = partial(triple, b=1)
product = partial(reduce, lambda a, b: a * b)
# %%
def f0(x):
    return [triple(x), shifted(x), product([1, 2, x])]
""",
        "f0(4)",
    ),
    entry(
        "lambdas_in_a_dictionary",
        r"""
ops = {"add": lambda a, b: a + b}
ops["mul"] = lambda a, b: a * b
chain = [lambda x, k=k: x + k for k in range(3)]
late = [lambda x: x + k for k in range(3)]
# %%
def f0(a, b):
    return [ops["add"](a, b), ops["mul"](a, b), chain[0](a), late[0](a) if "k" in globals() else -1]
""",
        "f0(2, 5)",
    ),
    entry(
        "generator_kept",
        r"""
def batches(n):
    for i in range(n):
        yield [i, i + 1]
gen = batches(5)
first = next(gen)
next(gen)
# %%
def f0():
    return [first, next(gen)]
""",
        "f0()",
    ),
    entry(
        "generator_with_send",
        r"""
def running_mean():
    total, n, mean = 0.0, 0, None
    while True:
        x = yield mean
        total += x; n += 1
        mean = total / n
m = running_mean()
next(m)
m.send(10)
m.send(20)
# %%
def f0(x):
    return m.send(x)
""",
        "f0(30)",
    ),
    entry(
        "mutable_default",
        r"""
def collect(x, into=[]):
    into.append(x)
    return into
collect(1)
collect(2)
# %%
result = list(collect(3))
""",
        "result",
    ),
    entry(
        "default_is_bound_at_definition",
        r"""
lr = 0.1
def step(w, rate=lr):
    return w - rate
lr = 100
# %%
w = step(1.0)
""",
        "w",
        "step(2.0)",
    ),
    entry(
        "helper_defined_later",
        r"""
def answer(x):
    return helper(x) + OFFSET
# %%
def helper(x):
    return 2 * x
OFFSET = 1
""",
        "answer(5)",
    ),
    entry(
        "recursion_and_mutual_recursion",
        r"""
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def depth(t): return 1 + max(map(depth, t), default=0) if isinstance(t, list) else 0
# %%
tree = [1, [2, [3]]]
""",
        "even(10)",
        "depth(tree)",
    ),
    entry(
        "nested_functions_and_keyword_arguments",
        r"""
def train(*sizes, lr=0.1, **options):
    def scale(x):
        return x * lr
    def run(*, momentum=0.0):
        return [scale(s) for s in sizes] + [momentum]
    return run(**options)
# %%
r = train(1, 2, lr=2, momentum=0.9)
""",
        "r",
        "train(5)",
    ),
    entry(
        "function_kept_before_it_is_redefined",
        r"""
def act(x): return x + 1
saved = act
# %%
def act(x): return x - 1
# %%
def f0(x):
    return [saved(x), act(x)]
""",
        "f0(10)",
    ),
    entry(
        "singledispatch_registered",
        r"""
from functools import singledispatch
@singledispatch
def kind(x): return "other"
@kind.register
def _(x: int): return "int"
@kind.register(list)
def _(x): return "list"
# %%
def f0():
    return [kind(1), kind([]), kind("s")]
""",
        "f0()",
    ),
]
