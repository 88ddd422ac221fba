"""Makes all chance in a request follow from its seed, whichever generator the submission uses.

A generator that is given no seed asks the operating system or the clock for one. Within a request both answer from the
seed, so two requests with the same seed draw the same numbers; outside everything is as it was. What reads the system
in C is met where it does: ``random.Random`` and ``torch.Generator.seed``.
"""

from __future__ import annotations

import ctypes
import datetime
import gc
import hashlib
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from types import FrameType
from typing import Any

from autograder.worker.generators import KeptGenerators
from autograder.worker.seeding import (
    derive_seed,
    read_states,
    restore_states,
    seed_everything,
    seed_libraries,
    shared_generators,
)

YEAR = 365 * 86_400 * 10**9
FIRST_DAY = 1_704_067_200 * 10**9
"""The clock starts in 2024, at a moment that follows from the seed; in nanoseconds, as all below."""
TICK = 1_000
"""So much passes from one look at the clock to the next."""
LAG = 2 * 10**9
"""So far the clock stays behind the real one, so that "train for a minute" comes to an end."""

_CLOCKS = ("time", "monotonic", "perf_counter", "process_time", "thread_time")

Namespaces = Callable[[], Sequence[dict[str, Any]]]


class Entropy:
    """The chance that the code of one submission meets. ``namespaces`` returns the names of all its modules."""

    def __init__(self, namespaces: Namespaces) -> None:
        self._namespaces = namespaces
        self._seed = 0
        self._draws = 0
        """How often the system was asked for random bytes since the start."""
        self._looks = 0
        self._started = 0
        self._seen: dict[int, Any] = {}
        """Generators that have their state for this request, by id; kept, so that no other object gets the id."""
        self._kept = KeptGenerators()
        self._patches = ExitStack()
        self._patched: set[str] = set()
        """The frameworks that are patched."""
        self._replaced: dict[int, tuple[Any, Any]] = {}
        """The function that was replaced and the one in its place, by the id of the former."""

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Inside this context, the system's randomness and clock are replaced; a worker stays in it for good."""
        with ExitStack() as self._patches:
            self._patch_system()
            self._patch_frameworks()
            self._replace_imported_names()
            try:
                yield
            finally:
                self._patched.clear()
                self._replaced.clear()

    @contextmanager
    def controlled(self, seed: int) -> Iterator[None]:
        """Inside this context, all chance follows from ``seed``."""
        with nullcontext() if self._replaced else self.installed():
            self.restart(seed)
            yield

    def restart(self, seed: int) -> None:
        """Let all chance start anew from ``seed``, as at the start of a request."""
        self._start_sources(seed)
        seed_everything(seed)
        self._seen = {id(generator): generator for generator in shared_generators()}
        self._set_kept_generators()

    @contextmanager
    def undisturbed(self, purpose: str) -> Iterator[None]:
        """Inside this context, statements of the submission run that later requests find executed.

        They draw numbers that follow from ``purpose``, whichever request needs them first. Afterwards the request goes
        on as if nothing had been drawn.
        """
        if not self._replaced:
            yield
            return
        sources = self._seed, self._draws, self._looks, self._started
        states = read_states()
        self._start_sources(derive_seed(0, purpose))
        seed_libraries(self._seed)
        try:
            yield
        finally:
            self._seed, self._draws, self._looks, self._started = sources
            if self._patch_frameworks():
                seed_everything(self._seed)
            restore_states(states)
            self._set_kept_generators()

    def random_bytes(self, size: int) -> bytes:
        """Return what ``os.urandom`` returns within a request."""
        if size < 0:
            raise ValueError("negative argument not allowed")
        self._draws += 1
        return hashlib.shake_128(f"{self._seed}/{self._draws}".encode()).digest(size)

    def _start_sources(self, seed: int) -> None:
        self._seed, self._draws, self._looks, self._started = seed, 0, 0, _real_monotonic_ns()

    def _set_kept_generators(self) -> None:
        for path, setter, generator in self._kept.find(self._namespaces()):
            if id(generator) not in self._seen:
                self._seen[id(generator)] = generator
                setter(generator, derive_seed(self._seed, path))

    def _nanoseconds(self) -> int:
        """The clock: equal for equal seeds, unless a training takes longer than LAG."""
        self._looks += 1
        passed = max(self._looks * TICK, _real_monotonic_ns() - self._started - LAG)
        return FIRST_DAY + derive_seed(self._seed, "clock") % YEAR + passed

    def _is_submitted(self, frame: FrameType) -> bool:
        """True for code of the submission. Libraries read the real clock: they wait and write dates with it."""
        return any(frame.f_globals is names for names in self._namespaces())

    def _patch_system(self) -> None:
        for owner, name in ((os, "urandom"), (random, "_urandom")):
            self._patch(owner, name, self.random_bytes)
        if hasattr(os, "getrandom"):
            self._patch(os, "getrandom", lambda size, flags=0: self.random_bytes(size))
        real_seed = random.Random.seed

        def seed(generator: random.Random, a: Any = None, version: int = 2) -> None:
            real_seed(generator, int.from_bytes(self.random_bytes(32), "big") if a is None else a, version)

        self._patch(random.Random, "seed", seed)
        self._patch(random, "seed", lambda a=None, version=2: seed(vars(random)["_inst"], a, version))
        for name in _CLOCKS:
            if hasattr(time, name):
                self._patch(time, name, self._clock(getattr(time, name), 1e-9))
                self._patch(time, f"{name}_ns", self._clock(getattr(time, f"{name}_ns"), 1))
        for name in ("now", "utcnow"):
            self._patch_type(datetime.datetime, name, self._date(name))

    def _clock(self, real: Callable[[], Any], unit: float) -> Callable[[], Any]:
        def read() -> Any:
            return self._nanoseconds() * unit if self._is_submitted(sys._getframe(1)) else real()

        return read

    def _date(self, name: str) -> classmethod[Any, Any, Any]:
        real = vars(datetime.datetime)[name]

        def read(cls: Any, tz: Any = None) -> Any:
            if not self._is_submitted(sys._getframe(1)):
                return real.__get__(None, cls)(*([] if tz is None else [tz]))
            zone = datetime.UTC if name == "utcnow" else tz
            moment = cls.fromtimestamp(self._nanoseconds() / 1e9, zone)
            return moment.replace(tzinfo=None) if name == "utcnow" else moment

        return classmethod(read)

    def _patch_frameworks(self) -> bool:
        """Patch the frameworks that are loaded. True if there was one that was not patched yet."""
        before = len(self._patched)
        if (torch := self._newly_loaded("torch")) is not None:

            def seed(generator: Any) -> int:
                number = int.from_bytes(self.random_bytes(8), "big") >> 1
                generator.manual_seed(number)
                return number

            self._patch_type(torch.Generator, "seed", seed)
        operations = self._newly_loaded("tensorflow.python.ops.stateful_random_ops")
        if operations is not None:
            self._patch(operations, "non_deterministic_ints", self._tensorflow_integers)
        return len(self._patched) > before

    def _newly_loaded(self, name: str) -> Any:
        module = sys.modules.get(name) if name not in self._patched else None
        if module is not None:
            self._patched.add(name)
        return module

    def _tensorflow_integers(self, shape: Any, dtype: Any = None) -> Any:
        tensorflow, numpy = sys.modules["tensorflow"], sys.modules["numpy"]
        kind = tensorflow.as_dtype(dtype or tensorflow.int64)
        count = int(numpy.prod(tensorflow.TensorShape(shape).as_list()))
        values = numpy.frombuffer(self.random_bytes(count * kind.size), kind.as_numpy_dtype)
        return tensorflow.constant(values.reshape(shape), kind)

    def _patch(self, owner: Any, name: str, value: Any) -> None:
        real = getattr(owner, name)
        setattr(owner, name, value)
        self._patches.callback(setattr, owner, name, real)
        self._replaced[id(real)] = real, value

    def _replace_imported_names(self) -> None:
        """Replace what ``from time import time`` bound before: in a live kernel, cells have run outside requests."""
        for names in self._namespaces():
            for name, value in list(names.items()):
                if id(value) in self._replaced:
                    names[name] = self._replaced[id(value)][1]
                    self._patches.callback(names.__setitem__, name, value)

    def _patch_type(self, owner: type, name: str, value: Any) -> None:
        """Replace a method of a class that is written in C, which Python does not allow to be changed.

        A subclass in its place would be another class: ``isinstance`` and ``pickle`` would notice.
        """
        attributes = gc.get_referents(vars(owner))[0]
        self._patches.callback(_set_attribute, owner, attributes, name, attributes[name])
        _set_attribute(owner, attributes, name, value)


def _set_attribute(owner: type, attributes: dict[str, Any], name: str, value: Any) -> None:
    attributes[name] = value
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(owner))


_real_monotonic_ns = time.monotonic_ns
