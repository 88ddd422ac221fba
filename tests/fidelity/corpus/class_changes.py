"""Classes and functions that top-level code changes after their definition."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "add_to_class",
        r"""
def add_to_class(Class):
    def wrapper(obj):
        setattr(Class, obj.__name__, obj)
    return wrapper
# %%
class NN:
    def __init__(self):
        self.w = 2
# %%
@add_to_class(NN)
def forward(self, x):
    return self.w * x
# %%
@add_to_class(NN)
def loss(self, x, y):
    return (self.forward(x) - y) ** 2
# %%
net = NN()
""",
        "net.forward(3)",
        "NN().loss(1, 5)",
    ),
    entry(
        "class_in_pieces",
        r"""
class Model:
    def __init__(self):
        self.layers = []
# %%
class Model(Model):
    def add(self, n):
        self.layers.append(n)
        return self
# %%
class Model(Model):
    def size(self):
        return sum(self.layers)
# %%
m = Model().add(3).add(4)
""",
        "m.size()",
    ),
    entry(
        "method_assigned",
        r"""
class Layer:
    def __init__(self, k): self.k = k
def call(self, x):
    return self.k * x
Layer.__call__ = call
Layer.name = "dense"
# %%
layer = Layer(3)
def f0(x):
    return [layer(x), layer.name]
""",
        "f0(2)",
    ),
    entry(
        "library_class_monkeypatched",
        r"""
import fractions
fractions.Fraction.half = lambda self: self / 2
# %%
def f0():
    return str(fractions.Fraction(1, 2).half())
""",
        "f0()",
    ),
    entry(
        "library_function_monkeypatched",
        r"""
import math
old = math.sqrt
math.sqrt = lambda x: round(old(x), 1)
# %%
def f0(x):
    return math.sqrt(x)
""",
        "f0(2)",
    ),
    entry(
        "class_attribute_through_classmethod",
        r"""
class Registry:
    items = []
    @classmethod
    def register(cls, name):
        cls.items.append(name)
    @staticmethod
    def clear():
        Registry.items.clear()
# %%
Registry.register("old")
Registry.clear()
Registry.register("relu")
Registry.register("tanh")
# %%
def f0():
    return Registry.items
""",
        "f0()",
    ),
    entry(
        "function_attributes",
        r"""
def predict(x):
    return x * predict.scale
predict.scale = 3
predict.__doc__ = "scales"
# %%
def f0():
    return [predict(4), predict.__doc__]
""",
        "f0()",
    ),
    entry(
        "defaults_changed_later",
        r"""
def step(w, lr=0.1):
    return w - lr
step.__defaults__ = (0.5,)
# %%
w = step(2)
""",
        "w",
        "step(1)",
    ),
    entry(
        "types_methodtype",
        r"""
import types
class A:
    k = 5
a = A()
def show(self): return self.k + 1
a.show = types.MethodType(show, a)
A.k = 10
# %%
def f0():
    return a.show()
""",
        "f0()",
    ),
]
