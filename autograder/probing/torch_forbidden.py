"""Which forbidden parts of torch a training step uses: found on the objects and at run time, never in the text.

Runs beside the student's code, in a probe. A class of the student's own is allowed whatever it is called and whatever
it derives from; what counts is whose code runs: a module whose ``forward`` is torch's own, a call of torch's own
function, an optimiser whose ``step`` is torch's own.
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
"""Where torch keeps its normalisations and its dropouts."""
FORBIDDEN_CALLS = frozenset(
    "batch_norm layer_norm group_norm instance_norm rms_norm local_response_norm dropout dropout1d dropout2d dropout3d "
    "dropout_ feature_dropout feature_dropout_ alpha_dropout alpha_dropout_ feature_alpha_dropout "
    "feature_alpha_dropout_ native_batch_norm native_layer_norm native_group_norm native_dropout "
    "_weight_norm _weight_norm_interface normalize_batch cudnn_batch_norm miopen_batch_norm".split()
)
"""Names of torch's functions and of the operators below them."""
ALLOWED_OPTIMISERS = frozenset({"SGD"})


@dataclass
class _ObservedCalls:
    """What ran while a training step was watched."""

    modules: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    optimisers: list[str] = field(default_factory=list)


def forbidden_parts(model: nn.Module, run: Callable[[], Any]) -> list[str]:
    """What is used of torch's normalisations, dropouts and optimisers, each once, as a student would call it.

    ``run`` takes a training step with the model (forward, backward, the optimiser's step); calls are watched meanwhile.
    A function that a module already named calls, and an operator below a function already named, is not told again.

    >>> forbidden_parts(nn.Sequential(nn.Linear(2, 2), nn.Dropout()), lambda: None)
    ['torch.nn.Dropout (module 1)']
    """
    found = list(_modules(model))
    with _watched() as seen:
        run()
    registered = {part.split(" ")[0] for part in found}
    found += [part for part in seen.modules if part not in registered]
    told = {_family(part.split(" ")[0]) for part in found}
    functions = [part for part in seen.functions if _family(part) not in told]
    if not found and not functions:
        functions = seen.operators
    return list(dict.fromkeys([*found, *functions, *seen.optimisers]))


def library_optimiser(optimiser: Any) -> str:
    """The forbidden optimiser of torch's that does the steps, such as ``torch.optim.Adam``; "" for an allowed one."""
    step = inspect.getattr_static(type(optimiser), "step", None)
    # torch wraps the step of a subclass and puts it into that class; the wrapper keeps the module of what it wraps
    if not getattr(step, "__module__", "").startswith("torch.optim"):
        return ""
    name = _optimiser_name(optimiser)
    return "" if name in ALLOWED_OPTIMISERS else f"torch.optim.{name}"


def _optimiser_name(optimiser: Any) -> str:
    """The class of torch's that it is or derives from."""
    return next(kind.__name__ for kind in type(optimiser).__mro__ if kind.__module__.startswith("torch.optim"))


def _family(part: str) -> str:
    """``torch.nn.BatchNorm2d``, ``torch.nn.functional.batch_norm`` → ``batchnorm``."""
    name = part.rsplit(".", 1)[-1].lower().replace("_", "").rstrip("123d")
    return name.removeprefix("feature").removeprefix("alpha").removesuffix("interface")


def _modules(model: nn.Module) -> Iterator[str]:
    for name, module in model.named_modules():
        if part := _forbidden_module(module):
            yield f"{part} (module {name})" if name else part
    for name, module in model.named_modules():
        for hook in module._forward_pre_hooks.values():  # the older weight_norm and spectral_norm are hooks
            if type(hook).__module__ in FORBIDDEN_MODULES:
                yield f"torch.nn.utils.{_spelled(type(hook).__name__)} (module {name})"


def _forbidden_module(module: nn.Module) -> str:
    """``torch.nn.BatchNorm2d`` when the code that runs in ``module`` is torch's; "" otherwise."""
    forward = inspect.getattr_static(type(module), "forward", None)
    if getattr(forward, "__module__", "") not in FORBIDDEN_MODULES:
        return ""
    kind = next(kind for kind in type(module).__mro__ if kind.__module__ in FORBIDDEN_MODULES)
    if "parametrizations" not in kind.__module__:
        return f"torch.nn.{kind.__name__.lstrip('_')}"
    return f"torch.nn.utils.{_spelled(kind.__name__)}" if "Norm" in kind.__name__ else ""


def _spelled(name: str) -> str:
    """``WeightNorm`` → ``weight_norm``, as the function that makes it is called."""
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name.lstrip("_")))


@contextmanager
def _watched() -> Iterator[_ObservedCalls]:
    """Collects what runs in the body: torch is imported already, the model is there."""
    import torch
    from torch.nn.modules.module import register_module_forward_pre_hook
    from torch.optim.optimizer import register_optimizer_step_pre_hook
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

    seen = _ObservedCalls()

    class Functions(TorchFunctionMode):
        def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            name = getattr(func, "__name__", "")
            if name in FORBIDDEN_CALLS:
                where = "torch.nn.functional" if hasattr(torch.nn.functional, name) else "torch"
                seen.functions.append(f"{where}.{name}")
            return func(*args, **(kwargs or {}))

    class Operators(TorchDispatchMode):
        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            name = func.overloadpacket.__name__
            if name in FORBIDDEN_CALLS:
                seen.operators.append(f"torch.{name}")
            return func(*args, **(kwargs or {}))

    def module_runs(module: Any, inputs: Any) -> None:
        if part := _forbidden_module(module):
            seen.modules.append(part)

    def optimiser_steps(optimiser: Any, args: Any, kwargs: Any) -> None:
        if part := library_optimiser(optimiser):
            seen.optimisers.append(part)

    handles = [register_module_forward_pre_hook(module_runs), register_optimizer_step_pre_hook(optimiser_steps)]
    try:
        with torch.enable_grad(), Functions(), Operators(), _own_steps(seen):
            yield seen
    finally:
        for handle in handles:
            handle.remove()


@contextmanager
def _own_steps(seen: _ObservedCalls) -> Iterator[None]:
    """Notes steps of torch's forbidden optimisers also where a subclass with a ``step`` of its own calls them."""
    import torch

    steps = {
        kind: vars(kind)["step"]
        for kind in vars(torch.optim).values()
        if isinstance(kind, type) and issubclass(kind, torch.optim.Optimizer) and "step" in vars(kind)
        if kind.__name__ not in ALLOWED_OPTIMISERS and kind is not torch.optim.Optimizer
    }

    def noting(step: Callable) -> Callable:
        @functools.wraps(step)
        def noted(self: Any, *args: Any, **options: Any) -> Any:
            seen.optimisers.append(f"torch.optim.{_optimiser_name(self)}")
            return step(self, *args, **options)

        return noted

    for kind, step in steps.items():
        setattr(kind, "step", noting(step))  # noqa: B010 - mypy takes no assignment to a method
    try:
        yield
    finally:
        for kind, step in steps.items():
            setattr(kind, "step", step)  # noqa: B010
