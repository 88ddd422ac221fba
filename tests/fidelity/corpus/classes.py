"""Classes in the forms that Python has for them."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "dataclass_with_default_factory",
        r"""
from dataclasses import dataclass, field, replace, asdict
@dataclass
class Config:
    lr: float = 0.1
    sizes: list = field(default_factory=lambda: [2, 4])
    def width(self): return max(self.sizes)
c = Config()
c.sizes.append(16)
d = replace(c, lr=0.5)
# %%
def f0():
    return [c.width(), d.lr, asdict(d)["sizes"], Config().sizes]
""",
        "f0()",
    ),
    entry(
        "dataclass_frozen_with_post_init",
        r"""
from dataclasses import dataclass
@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0
    def __post_init__(self):
        object.__setattr__(self, "norm", self.x ** 2 + self.y ** 2)
points = sorted([Point(3), Point(1, 2)])
# %%
def f0():
    return [p.norm for p in points]
""",
        "f0()",
    ),
    entry(
        "enum",
        r"""
from enum import Enum, auto
class Mode(Enum):
    TRAIN = auto()
    TEST = auto()
    @property
    def short(self): return self.name[0]
current = Mode["TEST"]
# %%
def f0():
    return [current.value, current.short, len(Mode)]
""",
        "f0()",
    ),
    entry(
        "property_and_cached_property",
        r"""
from functools import cached_property
class Data:
    reads = 0
    def __init__(self, n): self.n = n
    @cached_property
    def values(self):
        Data.reads += 1
        return list(range(self.n))
    @property
    def total(self): return sum(self.values)
d = Data(4)
d.values
d.total
# %%
def f0():
    return [d.total, Data.reads]
""",
        "f0()",
    ),
    entry(
        "class_decorator",
        r"""
models = []
def model(cls):
    models.append(cls.__name__)
    cls.version = 2
    return cls
@model
class MLP:
    def predict(self, x): return x * self.version
# %%
def f0(x):
    return [MLP().predict(x), models]
""",
        "f0(3)",
    ),
    entry(
        "metaclass",
        r"""
class Tracking(type):
    made = []
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        Tracking.made.append(name)
        return cls
class Base(metaclass=Tracking): pass
class Net(Base): pass
# %%
def f0():
    return Tracking.made
""",
        "f0()",
    ),
    entry(
        "abstract_and_super",
        r"""
from abc import ABC, abstractmethod
class Layer(ABC):
    @abstractmethod
    def forward(self, x): ...
    def __call__(self, x): return self.forward(x)
class Scale(Layer):
    def __init__(self, k): self.k = k
    def forward(self, x): return self.k * x
class Shift(Scale):
    def forward(self, x): return super().forward(x) + 1
# %%
net = [Scale(2), Shift(3)]
def f0(x):
    for layer in net: x = layer(x)
    return x
""",
        "f0(1)",
        "Layer()",
    ),
    entry(
        "namedtuple_and_typing",
        r"""
from collections import namedtuple
from typing import NamedTuple, Optional
Batch = namedtuple("Batch", "x y")
class Step(NamedTuple):
    loss: float
    note: Optional[str] = None
b = Batch(1, 2)._replace(y=5)
# %%
def f0():
    return [b.x + b.y, Step(0.5).loss, Step(1)._asdict()["note"] is None]
""",
        "f0()",
    ),
    entry(
        "dunder_methods",
        r"""
class Value:
    def __init__(self, data, children=()):
        self.data, self.grad, self._prev = data, 0.0, children
        self._backward = lambda: None
    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
a, b = Value(2.0), Value(3.0)
c = a * b
c.grad = 1.0
c._backward()
# %%
def f0():
    return [a.grad, b.grad, c.data]
""",
        "f0()",
    ),
    entry(
        "descriptor_and_slots",
        r"""
class Positive:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner): return getattr(obj, self.name)
    def __set__(self, obj, value): setattr(obj, self.name, abs(value))
class P:
    x = Positive()
class S:
    __slots__ = ("w",)
p = P(); p.x = -4
s = S(); s.w = 2
# %%
def f0():
    return [p.x, s.w]
""",
        "f0()",
    ),
    entry(
        "type_made_by_call",
        r"""
Base = type("Base", (), {"k": 3, "double": lambda self: 2 * self.k})
class Child(Base): k = 5
# %%
def f0():
    return [Base().double(), Child().double()]
""",
        "f0()",
    ),
    entry(
        "singleton_and_class_counter",
        r"""
class Run:
    count = 0
    _only = None
    def __new__(cls):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only
    def __init__(self): Run.count += 1
Run(); Run()
last = Run()
# %%
def f0():
    return [Run.count, last is Run._only]
""",
        "f0()",
    ),
    entry(
        "iterator_and_container_protocols",
        r"""
class Loader:
    def __init__(self, xs, size): self.xs, self.size = xs, size
    def __len__(self): return -(-len(self.xs) // self.size)
    def __getitem__(self, i):
        if i >= len(self): raise IndexError
        return self.xs[i * self.size:(i + 1) * self.size]
    def __contains__(self, x): return x in self.xs
loader = Loader([1, 2, 3, 4, 5], 2)
seen = [batch for batch in loader]
# %%
def f0():
    return [seen, len(loader), 3 in loader]
""",
        "f0()",
    ),
    entry(
        "inner_class_and_class_variable_shared",
        r"""
class Net:
    layers = []
    class Node:
        def __init__(self, n): self.n = n
    def add(self, n):
        self.layers.append(self.Node(n))
Net().add(1)
Net().add(2)
# %%
def f0():
    return [node.n for node in Net.layers]
""",
        "f0()",
    ),
    entry(
        "protocol_generic_and_overload",
        r"""
from typing import Generic, TypeVar, Protocol, overload, Union
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T) -> None: self.item = item
class Scorer(Protocol):
    def score(self) -> float: ...
@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x): return x * 2
# %%
box: Box[int] = Box(4)
def f0():
    return [box.item, double("a"), double(3)]
""",
        "f0()",
    ),
]
