"""Finds the forbidden parts of torch that a training step uses, for probes.

It looks at objects and at what runs, never at the source text. What counts is whose code runs: a module with torch's
own ``forward``, a call of torch's own function, an optimiser with torch's own ``step``. A class of the student's own is
allowed, whatever its name and its base class are.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import nn

FORBIDDEN_MODULES = frozenset(
    "torch.nn.modules.batchnorm torch.nn.modules.normalization torch.nn.modules.instancenorm torch.nn.modules.dropout "
    "torch.nn.utils.weight_norm torch.nn.utils.spectral_norm torch.nn.utils.parametrizations".split()
)
"""Modules of torch that define its normalisations and dropouts."""
FORBIDDEN_CALLS = frozenset(
    "batch_norm layer_norm group_norm instance_norm rms_norm local_response_norm dropout dropout1d dropout2d dropout3d "
    "dropout_ feature_dropout feature_dropout_ alpha_dropout alpha_dropout_ feature_alpha_dropout "
    "feature_alpha_dropout_ native_batch_norm native_layer_norm native_group_norm native_dropout "
    "_weight_norm _weight_norm_interface normalize_batch cudnn_batch_norm miopen_batch_norm".split()
)
"""Names of torch's functions and of the operators that they call."""
ALLOWED_OPTIMISERS = frozenset({"SGD"})


@dataclass
class _ObservedCalls:
    """The forbidden parts that ran during a training step."""

    modules: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    optimisers: list[str] = field(default_factory=list)


def forbidden_parts(model: nn.Module, run: Callable[[], Any]) -> list[str]:
    """Return the normalisations, dropouts and optimisers of torch that are used, each once, by their public names.

    ``run`` makes a training step with the model: forward, backward, the optimiser's step. The result does not repeat a
    function that a listed module calls, nor an operator that a listed function calls.

    >>> forbidden_parts(nn.Sequential(nn.Linear(2, 2), nn.Dropout()), lambda: None)
    ['torch.nn.Dropout (module 1)']
    """
    parts = list(_find_modules(model))
    with _observe_calls() as calls:
        run()
    registered = {part.split(" ")[0] for part in parts}
    parts += [part for part in calls.modules if part not in registered]
    listed = {_family(part.split(" ")[0]) for part in parts}
    functions = [part for part in calls.functions if _family(part) not in listed]
    if not parts and not functions:
        functions = calls.operators
    return list(dict.fromkeys([*parts, *functions, *calls.optimisers]))


def library_optimiser(optimiser: Any) -> str:
    """Return the forbidden optimiser of torch that makes the steps, such as ``torch.optim.Adam``; "" if allowed."""
    step = inspect.getattr_static(type(optimiser), "step", None)
    # torch replaces the step of a subclass by a wrapper, which keeps the module of the function that it wraps
    if not getattr(step, "__module__", "").startswith("torch.optim"):
        return ""
    name = _optimiser_name(optimiser)
    return "" if name in ALLOWED_OPTIMISERS else f"torch.optim.{name}"


def _optimiser_name(optimiser: Any) -> str:
    """Return the name of the torch class that the optimiser is or derives from."""
    return next(cls.__name__ for cls in type(optimiser).__mro__ if cls.__module__.startswith("torch.optim"))


def _family(part: str) -> str:
    """Return ``batchnorm`` for ``torch.nn.BatchNorm2d`` and for ``torch.nn.functional.batch_norm``."""
    name = part.rsplit(".", 1)[-1].lower().replace("_", "").rstrip("123d")
    return name.removeprefix("feature").removeprefix("alpha").removesuffix("interface")


def _find_modules(model: nn.Module) -> Iterator[str]:
    for name, module in model.named_modules():
        if part := _name_forbidden_module(module):
            yield f"{part} (module {name})" if name else part
    for name, module in model.named_modules():
        for hook in module._forward_pre_hooks.values():  # the older weight_norm and spectral_norm are hooks
            if type(hook).__module__ in FORBIDDEN_MODULES:
                yield f"torch.nn.utils.{_snake_case(type(hook).__name__)} (module {name})"


def _name_forbidden_module(module: nn.Module) -> str:
    """Return ``torch.nn.BatchNorm2d`` or the like if the code that runs in ``module`` is torch's; else ""."""
    forward = inspect.getattr_static(type(module), "forward", None)
    if getattr(forward, "__module__", "") not in FORBIDDEN_MODULES:
        return ""
    owner = next(cls for cls in type(module).__mro__ if cls.__module__ in FORBIDDEN_MODULES)
    if "parametrizations" not in owner.__module__:
        return f"torch.nn.{owner.__name__.lstrip('_')}"
    return f"torch.nn.utils.{_snake_case(owner.__name__)}" if "Norm" in owner.__name__ else ""


def _snake_case(name: str) -> str:
    """Return ``weight_norm`` for ``WeightNorm``: the name of the function that makes it."""
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name.lstrip("_")))


@contextmanager
def _observe_calls() -> Iterator[_ObservedCalls]:
    """Record the forbidden parts that run in the body."""
    import torch
    from torch.nn.modules.module import register_module_forward_pre_hook
    from torch.optim.optimizer import register_optimizer_step_pre_hook
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

    calls = _ObservedCalls()

    class Functions(TorchFunctionMode):
        def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            name = getattr(func, "__name__", "")
            if name in FORBIDDEN_CALLS:
                where = "torch.nn.functional" if hasattr(torch.nn.functional, name) else "torch"
                calls.functions.append(f"{where}.{name}")
            return func(*args, **(kwargs or {}))

    class Operators(TorchDispatchMode):  # type: ignore[no-untyped-call, unused-ignore]
        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            name = func.overloadpacket.__name__
            if name in FORBIDDEN_CALLS:
                calls.operators.append(f"torch.{name}")
            return func(*args, **(kwargs or {}))

    def note_module(module: Any, inputs: Any) -> None:
        if part := _name_forbidden_module(module):
            calls.modules.append(part)

    def note_optimiser(optimiser: Any, args: Any, kwargs: Any) -> None:
        if part := library_optimiser(optimiser):
            calls.optimisers.append(part)

    handles = [register_module_forward_pre_hook(note_module), register_optimizer_step_pre_hook(note_optimiser)]
    try:
        operators = Operators()  # type: ignore[no-untyped-call, unused-ignore]
        with torch.enable_grad(), Functions(), operators, _observe_optimisers(calls):
            yield calls
    finally:
        for handle in handles:
            handle.remove()


@contextmanager
def _observe_optimisers(calls: _ObservedCalls) -> Iterator[None]:
    """Record steps of torch's forbidden optimisers, also when the ``step`` of a subclass calls them."""
    import torch

    steps = {
        cls: vars(cls)["step"]
        for cls in vars(torch.optim).values()
        if isinstance(cls, type) and issubclass(cls, torch.optim.Optimizer) and "step" in vars(cls)
        if cls.__name__ not in ALLOWED_OPTIMISERS and cls is not torch.optim.Optimizer
    }

    def record(step: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(step)
        def recorded_step(self: Any, *args: Any, **options: Any) -> Any:
            calls.optimisers.append(f"torch.optim.{_optimiser_name(self)}")
            return step(self, *args, **options)

        return recorded_step

    for cls, step in steps.items():
        setattr(cls, "step", record(step))  # noqa: B010 - mypy takes no assignment to a method
    try:
        yield
    finally:
        for cls, step in steps.items():
            setattr(cls, "step", step)  # noqa: B010
