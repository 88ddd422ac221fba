"""Finds the random generators that a submission keeps between calls, and gives each a state that follows from a seed.

A generator in a global variable, a default argument, a closure, or an attribute of a class or an object goes on where
the last call left it. Only the submission's own names are searched, a few levels deep.
"""

from __future__ import annotations

import functools
import random
import sys
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from autograder.worker.seeding import derive_seed

DEPTH = 4
"""A global variable is the first level; a generator in ``model.layers[0].rng`` is on the fourth."""
WIDTH = 16
"""So many entries of a list or a dictionary are searched. Longer ones hold data."""
ATTRIBUTES = 64

Setter = Callable[[Any, int], None]
Kept = tuple[str, Setter, Any]
"""Where a generator is kept, how its state is set, the generator."""
_CONTAINERS = (list, tuple, set, frozenset, deque, dict)
_CALLABLES = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, functools.partial)
_FRAMEWORKS = ("numpy", "torch", "keras", "tensorflow")


class KeptGenerators:
    """The generators of a submission. They are searched anew only where its variables have changed."""

    def __init__(self) -> None:
        self._signature: list[Any] = []
        self._lasting: list[Kept] = []
        """The generators that functions and classes keep."""
        self._definitions: list[Any] = []
        self._objects: list[tuple[str, Any, str]] = []
        """Name, value, module of each variable whose attributes or entries a call may change."""
        self._search = _Search()

    def find(self, namespaces: Sequence[Mapping[str, Any]]) -> Iterator[Kept]:
        """Yield all generators that these variables lead to."""
        signature: list[Any] = [self._search.frameworks == _loaded_frameworks()]
        signature += [tuple(map(id, names.values())) for names in namespaces]
        signature.append(self._count_attributes())
        if signature != self._signature:
            self._list_variables(namespaces)
            self._signature = [True, *signature[1:-1], self._count_attributes()]
        yield from self._lasting
        if self._objects:
            yield from self._search.run(self._objects)

    def _count_attributes(self) -> int:
        """A call that gives a function or a class an attribute changes this number."""
        return sum(map(len, map(vars, self._definitions)))

    def _list_variables(self, namespaces: Iterable[Mapping[str, Any]]) -> None:
        self._search = _Search()
        self._definitions, self._objects = [], []
        lasting = []
        for names in namespaces:
            module = names.get("__name__", "")
            for name, value in list(names.items()):
                if isinstance(value, types.FunctionType) or (isinstance(value, type) and value.__module__ == module):
                    self._definitions.append(value)
                    lasting.append((name, value, module))
                elif not self._search.is_leaf(value) and not name.startswith("__"):
                    self._objects.append((name, value, module))
        self._lasting = self._search.run(lasting)


class _Search:
    """Searches objects for generators, with the frameworks that are loaded now."""

    def __init__(self) -> None:
        self.frameworks = _loaded_frameworks()
        self._setters = _list_setters()
        self._kinds: dict[type, Setter | None] = {}
        """How the state is set, for each type met so far; None for types that are no generators."""
        self._leaves: set[type] = {types.ModuleType}
        """Types without parts."""
        self._found: list[Kept] = []
        self._visited: set[int] = set()

    def run(self, variables: Iterable[tuple[str, Any, str]]) -> list[Kept]:
        """Return the generators that these variables lead to."""
        self._found, self._visited = [], set()
        for name, value, module in variables:
            self._visit(name, value, DEPTH, module)
        return self._found

    def is_leaf(self, value: Any) -> bool:
        """True if a value is no generator and has no parts."""
        kind = type(value)
        if kind not in self._kinds:
            self._kinds[kind] = next((self._setters[base] for base in kind.__mro__ if base in self._setters), None)
            parts = kind.__dictoffset__ or issubclass(kind, (*_CONTAINERS, *_CALLABLES, types.GeneratorType, type))
            if issubclass(kind, types.ModuleType) or not (parts or self._kinds[kind]):
                self._leaves.add(kind)
        return kind in self._leaves

    def _visit(self, path: str, value: Any, depth: int, module: str) -> None:
        if self.is_leaf(value) or id(value) in self._visited:
            return
        setter = self._kinds[type(value)]
        if setter is not None:
            self._visited.add(id(value))
            self._found.append((path, setter, value))
        elif depth > 1:
            self._visited.add(id(value))
            for name, part in _list_parts_safely(value, module):
                if type(part) not in self._leaves:
                    self._visit(f"{path}.{name}", part, depth - 1, module)


def _list_parts_safely(value: Any, module: str) -> list[tuple[Any, Any]]:
    """The parts of an object; none of one that changes while it is looked at, or that hides them."""
    try:
        return list(_list_parts(value, module))
    except Exception:  # a student's object may do anything here, and no call may fail for it
        return []


def _list_parts(value: Any, module: str) -> Iterable[tuple[Any, Any]]:
    """What an object consists of, each part with a name. Runs no code of the object's class."""
    if isinstance(value, types.FunctionType):
        return _list_parts_of_function(value)
    if isinstance(value, types.MethodType):
        return (("__self__", value.__self__), ("__func__", value.__func__))
    if isinstance(value, types.BuiltinFunctionType):
        return (("__self__", value.__self__),)
    if isinstance(value, functools.partial):
        return enumerate((value.func, *value.args, *value.keywords.values()))
    if isinstance(value, type):
        members = vars(value).items() if value.__module__ == module else ()
        return [(name, getattr(member, "__func__", member)) for name, member in members]
    if isinstance(value, types.GeneratorType):
        return list(value.gi_frame.f_locals.items()) if value.gi_frame is not None else ()
    try:
        own: Mapping[str, Any] = object.__getattribute__(value, "__dict__") if type(value).__dictoffset__ else {}
    except AttributeError:  # a class in C that does not show it, such as asyncio.Task
        own = {}
    attributes = islice(own.items(), ATTRIBUTES)
    if isinstance(value, dict):
        return list(chain(attributes, islice(value.items(), WIDTH)))
    if isinstance(value, _CONTAINERS):
        return list(chain(attributes, enumerate(islice(value, WIDTH))))
    return list(attributes)


def _list_parts_of_function(function: types.FunctionType) -> Iterator[tuple[Any, Any]]:
    yield from enumerate(function.__defaults__ or ())
    yield from (function.__kwdefaults__ or {}).items()
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        try:
            yield name, cell.cell_contents
        except ValueError:  # the variable has no value yet
            continue
    yield from function.__dict__.items()


def _loaded_frameworks() -> list[bool]:
    return [name in sys.modules for name in _FRAMEWORKS]


def _list_setters() -> dict[type, Setter]:
    """How the state of each kind of generator is set; only of libraries that are loaded already."""
    numpy, torch, keras, tensorflow = map(sys.modules.get, _FRAMEWORKS)
    setters: dict[type, Setter] = {random.Random: lambda generator, seed: generator.seed(seed)}
    if numpy is not None:
        setters |= {
            numpy.random.BitGenerator: _set_bit_generator,
            numpy.random.Generator: lambda generator, seed: _set_bit_generator(generator.bit_generator, seed),
            numpy.random.RandomState: _set_random_state,
        }
    if torch is not None:
        setters[torch.Generator] = lambda generator, seed: generator.manual_seed(seed)
    if keras is not None:
        setters[keras.random.SeedGenerator] = lambda generator, seed: generator.state.assign([seed % 2**31, 0])
        setters[keras.Layer] = _set_keras_layers
    if tensorflow is not None:
        setters[tensorflow.random.Generator] = lambda generator, seed: generator.reset_from_seed(seed)
    return setters


def _set_bit_generator(bit_generator: Any, seed: int) -> None:
    fresh = type(bit_generator)(sys.modules["numpy"].random.SeedSequence(seed))
    bit_generator.__setstate__(fresh.__reduce__()[2])  # with the seed sequence, which makes children in spawn()


def _set_random_state(generator: Any, seed: int) -> None:
    """Set a RandomState; ``seed`` knows only its usual bit generator, but clears what ``normal`` keeps."""
    kind = type(generator._bit_generator)
    if kind is sys.modules["numpy"].random.MT19937:
        generator.seed(seed % 2**32)
    else:
        fresh = type(generator)(kind(sys.modules["numpy"].random.SeedSequence(seed)))
        generator.set_state(fresh.get_state(legacy=False))


def _set_keras_layers(layer: Any, seed: int) -> None:
    """Set the generators of a layer and of the layers in it: those of dropout, noise and augmentation."""
    for number, part in enumerate(layer._flatten_layers()):
        for generator in part._seed_generators:
            generator.state.assign([derive_seed(seed, str(number)) % 2**31, 0])
