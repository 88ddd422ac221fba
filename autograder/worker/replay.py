"""Runs every statement of a notebook in order, as a kernel does, where the dependency slice may have left out too much.

The slice sees what statements bind and change by their form; what a call does behind its name (a class patched by a
helper, weights changed by a function) it cannot see. ``may_matter`` says, carefully, whether a statement outside of the
slice could change an answer; only then a judge asks for a replay. A replay takes seconds, not hours: a statement that
computes for too long is cut off, which is said.
"""

from __future__ import annotations

import ast
import contextlib
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from autograder.worker.name_use import base_name
from autograder.worker.program import Program
from autograder.worker.shell import WITH_EFFECT
from autograder.worker.statement import Problem, Statement, describe

STATEMENT_SECONDS = 5.0
"""Processor time of one top-level statement."""
ALL_SECONDS = 30.0
"""Processor time of all statements together; definitions and imports run also after it."""
ASLEEP_FACTOR = 3.0
"""How much longer a statement may take when it only waits."""

_DYNAMIC_NAMES = frozenset("exec eval globals locals vars setattr delattr".split())
_DYNAMIC_ATTRIBUTES = frozenset(
    "__dict__ __setattr__ __globals__ __code__ __defaults__ import_module reload run_cell run_cell_magic "
    "run_line_magic user_ns set_default_device".split()
)
"""Names and attributes with which code reaches what its text does not show."""
_HARMLESS_ROOTS = frozenset(
    "plt matplotlib mpl sns seaborn ax fig axes IPython display logging warnings wandb tqdm".split()
)
"""What plots and logs are made with: nothing that is asked of an answer depends on it."""
_HARMLESS_DECORATORS = frozenset(
    "no_grad inference_mode dataclass function jit njit wraps total_ordering contextmanager overload".split()
)
_STATELESS_CALLS = frozenset(
    "device int float str bool tuple frozenset len range sum min max abs round sqrt log exp prod is_available "
    "default_rng RandomState Generator PCG64 manual_seed Path getenv getcwd join time perf_counter format "
    "namedtuple".split()
)
"""Calls whose value no later statement changes in a way that an answer depends on (generators are seeded anew)."""


class _CutOff(BaseException):
    """Raised inside a statement that takes too long; no ``except Exception`` of the student's catches it."""


def may_matter(program: Program, names: Iterable[str]) -> bool:
    """True if a statement that the slices of ``names`` leave out could change what these names give."""
    needed = {statement for name in names for statement in program.slice_of(name)}
    touched = frozenset(name for s in needed for name in s.names.binds | s.names.uses | s.names.lazy)
    bound = frozenset(name for s in needed for name in s.names.binds)
    mutable = frozenset(name for s in needed if _has_state(s) for name in s.names.binds)
    effects = {id(statement): _own_effects(statement) for statement in program.statements}
    left_out = (s for s in program.statements if s not in needed and not _is_plain(s, program.magics))
    for statement in left_out:
        if not statement.cell.ran and program.runs_partly:
            continue
        reach = _follow(program, statement, effects)
        if reach.is_dynamic or reach.names & mutable or reach.changes & bound or reach.late_bindings & touched:
            return True
    return False


def replay(program: Program) -> None:
    """Run all statements in order in a fresh module. What fails or is cut off becomes a problem of the program."""
    program.problems = [problem for problem in program.problems if " failed: " not in problem.message]
    program.reset()
    program.replayed = True
    program.activate()
    started = time.process_time()
    for statement in program.statements:
        if (statement.cell.file and program.is_notebook) or not (statement.cell.ran or not program.runs_partly):
            continue
        used_up = time.process_time() - started > ALL_SECONDS
        if used_up and not (statement.is_definition or statement.is_import or statement.is_constant):
            continue
        _run_within(program, statement, STATEMENT_SECONDS)
    if time.process_time() - started > ALL_SECONDS:
        program.problems.append(_used_up())


def _used_up() -> Problem:
    message = (
        f"Running all cells took more than {ALL_SECONDS:g} s of processor time, so the last ones were not run when "
        "your work was graded. Keep training out of the cells that define what tests ask for."
    )
    return Problem("", message)


def _run_within(program: Program, statement: Statement, seconds: float) -> None:
    try:
        with _limit(seconds):
            program.execute_or_raise(statement)
    except _CutOff:
        program.report(
            statement,
            f"was ended after {seconds:g} s: when work is graded, training at the top level is cut off. Hand in what "
            "you trained as a file.",
        )
    except BaseException as error:
        program.report(statement, f"failed: {describe(error)}")


@contextlib.contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise ``_CutOff`` in the block after ``seconds`` of processor time, and again if the block catches it."""
    if not hasattr(signal, "setitimer"):  # on Windows, where only a student's own tests run
        yield
        return

    def cut(number: int, frame: object) -> None:
        raise _CutOff

    older = [(number, signal.signal(number, cut)) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.25)
    signal.setitimer(signal.ITIMER_REAL, seconds * ASLEEP_FACTOR, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in older:
            signal.signal(number, handler)


@dataclass
class _Reach:
    """What running a statement touches, through everything that it calls."""

    names: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    late_bindings: set[str] = field(default_factory=set)
    is_dynamic: bool = False


@dataclass(frozen=True)
class _Effects:
    """What the text of one statement shows, its functions included."""

    changes: frozenset[str]
    is_dynamic: bool


def _follow(program: Program, statement: Statement, effects: dict[int, _Effects]) -> _Reach:
    reach = _Reach()
    pending, visited = [statement], {statement}
    while pending:
        current = pending.pop()
        own = effects[id(current)]
        used = current.names.uses | current.names.changes | current.names.lazy
        reach.names |= used
        reach.changes |= own.changes
        reach.late_bindings |= current.names.lazy_binds
        reach.is_dynamic |= own.is_dynamic
        for name in used:
            for source in program.statements:
                if source not in visited and (name in source.names.binds or name in source.names.changes):
                    visited.add(source)
                    pending.append(source)
    return reach


def _is_plain(statement: Statement, registered: frozenset[str]) -> bool:
    """True for a statement that does nothing but bind names: a definition, an import, a constant, a text."""
    node = statement.node
    if isinstance(node, ast.Expr):
        return (
            isinstance(node.value, ast.Constant | ast.Name)
            or _only_shows(node.value)
            or _is_shell_call(node.value, registered)
        )
    if statement.is_import:
        return True
    if statement.is_definition:
        return not _decorators(node)
    simple = isinstance(node, ast.Pass | ast.Raise | ast.Assert)
    return simple or (statement.is_constant and not statement.names.changes)


def _only_shows(node: ast.expr) -> bool:
    """True for a call that prints or draws names and constants, such as ``print(x)`` and ``plt.show()``."""
    if not isinstance(node, ast.Call):
        return False
    root = base_name(node.func)
    inner = [n for argument in [*node.args, *(k.value for k in node.keywords)] for n in ast.walk(argument)]
    return root in _HARMLESS_ROOTS | {"print", "display"} and not any(isinstance(n, ast.Call) for n in inner)


def _is_shell_call(node: ast.expr, registered: frozenset[str]) -> bool:
    """True for a magic or a shell line that changes no name (``%matplotlib inline``, ``!pip install …``)."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    magic = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
    if node.func.attr == "run_line_magic":
        return magic not in WITH_EFFECT | registered
    return node.func.attr in {"system", "getoutput"} and "get_ipython" in ast.unparse(node.func)


def _has_state(statement: Statement) -> bool:
    """True if what the statement binds can be changed by code that merely mentions it."""
    node = statement.node
    if statement.is_import:
        return False
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
        return bool(_decorators(node)) or not all(_is_stateless(default) for default in defaults)
    if isinstance(node, ast.ClassDef):
        values = [s.value for s in node.body if isinstance(s, ast.Assign | ast.AnnAssign) and s.value is not None]
        writes = any(
            isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store) and _is_class(n, node) for n in ast.walk(node)
        )
        return bool(_decorators(node)) or writes or not all(_is_stateless(value) for value in values)
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        return not _is_stateless(node.value)
    return True


def _is_class(attribute: ast.Attribute, node: ast.ClassDef) -> bool:
    return base_name(attribute) in {"cls", node.name} or "__class__" in ast.unparse(attribute)


def _decorators(node: ast.AST) -> list[ast.expr]:
    """The decorators of a definition that may do more than wrap it."""
    found = []
    for decorator in getattr(node, "decorator_list", []):
        function = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name not in _HARMLESS_DECORATORS:
            found.append(decorator)
    return found


def _is_stateless(value: ast.expr) -> bool:
    """True for an expression whose value cannot be changed, or not in a way that matters."""
    if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp | ast.GeneratorExp):
        return False
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        if name not in _STATELESS_CALLS and not name.endswith("Loss"):
            return False
    if isinstance(value, ast.Lambda):
        return True
    return all(_is_stateless(child) for child in ast.iter_child_nodes(value) if isinstance(child, ast.expr))


def _own_effects(statement: Statement) -> _Effects:
    """Look through the whole text of a statement, bodies of functions included."""
    changes: set[str] = set()
    dynamic = False
    for node in ast.walk(statement.node):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            changes.add(base_name(node))
        dynamic |= isinstance(node, ast.Attribute) and node.attr in _DYNAMIC_ATTRIBUTES
        dynamic |= isinstance(node, ast.Name) and node.id in _DYNAMIC_NAMES
    return _Effects(statement.names.changes | (changes & (statement.names.lazy | statement.names.uses)), dynamic)
