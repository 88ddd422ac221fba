"""Says whether statements that a dependency slice leaves out could change an answer.

The slice sees what statements bind and change by their form; what a call does behind its name (a class patched by a
helper, weights changed by a function) it cannot see. ``may_matter`` is careful: where it says no, a second run in order
(``worker.replay``) would give the same.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.worker.name_use import base_name
from autograder.worker.program import Program
from autograder.worker.statement import Statement

_DYNAMIC_NAMES = frozenset("exec eval globals locals vars setattr delattr get_ipython".split())
_DYNAMIC_ATTRIBUTES = frozenset(
    "__dict__ __setattr__ __globals__ __code__ __defaults__ import_module reload run_cell run_cell_magic "
    "run_line_magic user_ns set_default_device".split()
)
"""Names and attributes with which code reaches what its text does not show."""
_HISTORY = re.compile(r"_+|_i*\d+|_i+|Out|In|_oh|_ih|_dh|_exit_code")
"""What a kernel keeps of the cells that ran."""
_HOOKS = re.compile(
    r"__init_subclass__|metaclass|__set_name__|__class_getitem__|_repr_\w+_|__repr__|__str__|__del__|__format__"
)
"""With these, making a class or showing an object runs code of the notebook."""
_DRAW = re.compile(r"rand|normal|uniform|shuffle|choice|permutation|sample|integers|multinomial|bernoulli|seed")
_SEED = re.compile(r"seed")
_SETTING = re.compile(
    r"set_?(?!tings|up)\w*|\w*filter(warnings)?|chdir|rc|rcdefaults|seterr\w*|configure\w*|register\w*|use|enable\w*|disable\w*|"
    r"getcontext|basicConfig|insert|append|putenv"
)
"""Functions of modules that change how later code behaves."""
_WRITE = re.compile(
    r"save\w*|dump\w*|to_(csv|json|pickle)|write\w*|mkdir|makedirs|copy\w*|move|rename|remove|unlink|open|touch"
)
_READ = re.compile(
    r"load\w*|open|read\w*|exists|is_file|listdir|glob|from_pretrained|genfromtxt|fromfile|import_module|stat"
)
_MAGICS_WITH_EFFECT = frozenset(
    "timeit run env set_env cd pushd popd store reset reset_selective xdel pylab alias alias_magic".split()
)
"""Line magics of IPython that change names or the process; all others show or install something."""
_HARMLESS_ROOTS = frozenset(
    "plt matplotlib mpl sns seaborn ax fig axes IPython display logging warnings wandb tqdm".split()
)
"""What plots and logs are made with: nothing that is asked of an answer depends on it."""
_HARMLESS_DECORATORS = frozenset(
    "no_grad inference_mode dataclass function jit njit wraps total_ordering contextmanager overload".split()
)
_STATELESS_CALLS = frozenset(
    "device int float str bool tuple frozenset len range sum min max abs round sqrt log exp prod is_available "
    "manual_seed Path getenv getcwd join time perf_counter format "
    "namedtuple".split()
)
"""Calls whose value no later statement changes in a way that an answer depends on (generators are seeded anew)."""


def may_matter(program: Program, names: Iterable[str]) -> bool:
    """True if a statement that the slices of ``names`` leave out could change what these names give."""
    return any(_may_matter(program, set(program.slice_of(name))) for name in names)


def _may_matter(program: Program, needed: set[Statement]) -> bool:
    if _needs_the_kernel(program, needed):
        return True
    facts = _Facts.of(program, needed)
    effects = {id(statement): _own_effects(statement) for statement in program.statements}
    for statement in program.statements:
        if statement in needed or (program.runs_partly and not statement.cell.ran):
            continue
        if _is_plain(statement, program.magics, facts) and not (facts.reads and _calls(statement, _WRITE)):
            continue
        reach = _follow(program, statement, effects)
        if reach.is_dynamic or reach.names & facts.mutable or reach.changes & facts.bound:
            return True
        if reach.late_bindings & facts.touched or any(_HISTORY.fullmatch(n) for n in reach.names - facts.all_bound):
            return True
        if _sets_something(statement) or (facts.draws and _calls(statement, _DRAW)):
            return True
        if (facts.mutable and _calls(statement, _SEED)) or (facts.reads and _calls(statement, _WRITE)):
            return True
    return False


@dataclass(frozen=True)
class _Facts:
    """What the slices show."""

    touched: frozenset[str]
    bound: frozenset[str]
    all_bound: frozenset[str]
    """By any statement of the program."""
    mutable: frozenset[str]
    draws: bool
    reads: bool
    """True if something in it reads files."""
    shows_run_code: bool
    """True if making a class, or showing an object, may run code that matters."""

    @classmethod
    def of(cls, program: Program, needed: set[Statement]) -> _Facts:
        touched = frozenset(name for s in needed for name in s.names.binds | s.names.uses | s.names.lazy)
        mutable = frozenset(name for s in needed if _has_state(s) for name in s.names.binds)
        all_bound = frozenset(name for statement in program.statements for name in statement.names.binds)
        sources = [cell.source for cell in (*program.cells, *program.files.values())]
        return cls(
            touched=touched,
            bound=frozenset(name for s in needed for name in s.names.binds),
            all_bound=all_bound,
            mutable=mutable | _own_modules(program, needed),
            draws=any(_calls(statement, _DRAW) for statement in needed if not statement.is_definition),
            reads=any(_calls(statement, _READ) for statement in needed),
            shows_run_code=bool(all_bound & {"print", "display"} or touched & _HARMLESS_ROOTS)
            or any(_HOOKS.search(source) for source in sources),
        )


def _calls(statement: Statement, names: re.Pattern[str]) -> bool:
    """True if the statement, its functions included, calls something of such a name, or a shell line does."""
    for node in ast.walk(statement.node):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if names.search(name) if names in (_DRAW, _SEED) else names.fullmatch(name):
                return True
            if names is _WRITE and name == "system":
                return True
    return False


def _sets_something(statement: Statement) -> bool:
    """True for a call, or an assignment, that changes a setting of a module."""
    node = statement.node
    targets = node.targets if isinstance(node, ast.Assign) else []
    if any(isinstance(target, ast.Attribute | ast.Subscript) and not base_name(target) for target in targets):
        return True
    call = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    return (
        isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and bool(_SETTING.fullmatch(call.func.attr))
    )


def _needs_the_kernel(program: Program, needed: set[Statement]) -> bool:
    """True where a slice shows that it is not all: something in it failed, could not be read, or asks the kernel."""
    bound = {name for statement in program.statements for name in statement.names.binds}
    used = {name for s in needed for name in s.names.uses | s.names.lazy}
    unknown = {name for name in used - bound if not hasattr(builtins, name)}
    return (
        any(statement.failed for statement in program.statements)
        or any(_own_effects(statement).is_dynamic for statement in needed)
        or any(_HISTORY.fullmatch(name) for name in used - bound)
        or (bool(unknown) and any(not problem.while_running for problem in program.problems))
        or any("could not be read" in problem.message for problem in program.problems)
        or program.runs_with_arguments
    )


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
        used = current.names.uses | current.names.changes | current.names.lazy | current.names.maybe
        reach.names |= used | _own_modules(program, [current])
        reach.changes |= own.changes
        reach.late_bindings |= current.names.lazy_binds
        reach.is_dynamic |= own.is_dynamic
        for name in used:
            for source in program.statements:
                if source not in visited and (name in source.names.binds or name in source.names.changes):
                    visited.add(source)
                    pending.append(source)
    return reach


def _is_plain(statement: Statement, registered: frozenset[str], facts: _Facts) -> bool:
    """True for a statement that does nothing but bind names: a definition, an import, a constant, a text."""
    node = statement.node
    if isinstance(node, ast.Expr):
        value = node.value
        if isinstance(value, ast.Name) or _only_shows(value):
            return not facts.shows_run_code
        return isinstance(value, ast.Constant) or _is_shell_call(value, registered)
    if statement.is_import:
        return True
    if isinstance(node, ast.ClassDef) and facts.shows_run_code:
        return False
    if statement.is_definition:
        return not _decorators(node)
    simple = isinstance(node, ast.Pass | ast.Raise | ast.Assert)
    if isinstance(node, ast.Assign) and not all(isinstance(n, ast.Name) for t in node.targets for n in _targets(t)):
        return False
    return simple or (statement.is_constant and not statement.names.changes)


def _targets(target: ast.expr) -> list[ast.expr]:
    parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return [part.value if isinstance(part, ast.Starred) else part for part in parts]


def _only_shows(node: ast.expr) -> bool:
    """True for a call that prints or draws names and constants, such as ``print(x)`` and ``plt.show()``."""
    if not isinstance(node, ast.Call):
        return False
    root = base_name(node.func)
    if any(keyword.arg == "file" for keyword in node.keywords):
        return False
    inner = [n for argument in [*node.args, *(k.value for k in node.keywords)] for n in ast.walk(argument)]
    return root in _HARMLESS_ROOTS | {"print", "display"} and not any(isinstance(n, ast.Call) for n in inner)


def _is_shell_call(node: ast.expr, registered: frozenset[str]) -> bool:
    """True for a magic or a shell line that changes no name (``%matplotlib inline``, ``!pip install …``)."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    magic = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
    if node.func.attr == "run_line_magic":
        return magic not in _MAGICS_WITH_EFFECT | registered and magic != "load_ext"
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


def _own_modules(program: Program, statements: Iterable[Statement]) -> frozenset[str]:
    """``module helpers`` for each statement that imports the submission's own helpers.py: it has state."""
    own = {path.replace("\\", "/").split("/")[0].removesuffix(".py") for path in (*program.files, *program.written)}
    found = set()
    for statement in statements:
        node = statement.node
        if isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
    return frozenset(f"module {name}" for name in found & own)


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
