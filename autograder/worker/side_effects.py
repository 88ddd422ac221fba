"""What one statement shows of what running it may do beyond binding names: the facts that ``worker.doubt`` weighs."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from autograder.worker.name_use import base_name
from autograder.worker.statement import Statement

_DYNAMIC_NAMES = frozenset("exec eval globals locals vars setattr delattr get_ipython".split())
_DYNAMIC_ATTRIBUTES = frozenset(
    "__dict__ __setattr__ __globals__ __code__ __defaults__ import_module reload run_cell run_cell_magic "
    "run_line_magic user_ns set_default_device".split()
)
"""Names and attributes with which code reaches what its text does not show."""
HISTORY = re.compile(r"_+|_i*\d+|_i+|Out|In|_oh|_ih|_dh|_exit_code")
"""What a kernel keeps of the cells that ran."""
HOOKS = re.compile(
    r"__init_subclass__|metaclass|__set_name__|__class_getitem__|_repr_\w+_|__repr__|__str__|__del__|__format__"
)
"""With these, making a class or showing an object runs code of the notebook."""
DRAWS = re.compile(
    r".*(rand(?!om_seed)|normal|uniform|shuffle|choice|permutation|sample|integers|multinomial|bernoulli|"
    r"gauss|poisson|binomial|exponential|laplace|expovariate|getrandbits|gamma|betavariate).*"
)
SEEDS = re.compile(r".*seed.*")
CLASSES = re.compile(r"[A-Z]\w*")
"""By convention, what has such a name makes an object."""
_SETTING = re.compile(
    r"set(?!tings|up|_?(random_)?seed)\w*|\w*filter(warnings)?|chdir|rc|rcdefaults|seterr\w*|configure\w*|register\w*|use|enable\w*|disable\w*|"
    r"getcontext|basicConfig|insert|append|putenv"
)
"""Functions of modules that change how later code behaves."""
WRITES = re.compile(
    r"save\w*|dump\w*|to_(csv|json|pickle)|write\w*|mkdir|makedirs|copy2|copyfile|copytree|move|rename|remove|unlink|open|touch|"
    r"system"
)
READS = re.compile(
    r"load\w*|open|read\w*|exists|is_file|listdir|glob|from_pretrained|genfromtxt|fromfile|import_module|stat"
)
_MAGICS_WITH_EFFECT = frozenset(
    "timeit run env set_env cd pushd popd store reset reset_selective xdel pylab alias alias_magic load_ext".split()
)
"""Line magics of IPython that change names or the process; all others show or install something."""
HARMLESS_ROOTS = frozenset(
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


def calls(statement: Statement, names: re.Pattern[str]) -> bool:
    """True if the statement, its functions included, calls something of such a name."""
    for node in ast.walk(statement.node):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if names.fullmatch(name):
                return True
    return False


def sets_something(statement: Statement) -> bool:
    """True for a call, or an assignment, that changes a setting of a module."""
    node = statement.node
    targets = node.targets if isinstance(node, ast.Assign) else []
    if any(isinstance(target, ast.Attribute | ast.Subscript) and not base_name(target) for target in targets):
        return True
    call = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    return (
        isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and bool(_SETTING.fullmatch(call.func.attr))
    )


@dataclass(frozen=True)
class Effects:
    """What the text of one statement shows, its functions included."""

    changes: frozenset[str]
    is_dynamic: bool
    writes: bool
    """True if it writes files, or runs a shell command, which may."""


def is_plain(statement: Statement, registered: frozenset[str], shows_run_code: bool) -> bool:
    """True for a statement that does nothing but bind names: a definition, an import, a constant, a text.

    ``registered`` are magics of the notebook itself; ``shows_run_code`` says that showing an object, or making a class,
    runs code of the notebook.
    """
    node = statement.node
    if isinstance(node, ast.Expr):
        value = node.value
        if isinstance(value, ast.Name) or _only_shows(value):
            return not shows_run_code
        return isinstance(value, ast.Constant) or _is_shell_call(value, registered)
    if statement.is_import:
        return True
    if isinstance(node, ast.ClassDef) and shows_run_code:
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
    return root in HARMLESS_ROOTS | {"print", "display"} and not any(isinstance(n, ast.Call) for n in inner)


def _is_shell_call(node: ast.expr, registered: frozenset[str]) -> bool:
    """True for a magic or a shell line that changes no name (``%matplotlib inline``, ``!pip install …``)."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    magic = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
    if node.func.attr == "run_line_magic":
        return magic not in _MAGICS_WITH_EFFECT | registered
    return node.func.attr in {"system", "getoutput"} and "get_ipython" in ast.unparse(node.func)


def has_state(statement: Statement) -> bool:
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


def effects_of(statement: Statement) -> Effects:
    """Look through the whole text of a statement, bodies of functions included."""
    changes: set[str] = set()
    dynamic = False
    for node in ast.walk(statement.node):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            changes.add(base_name(node))
        dynamic |= isinstance(node, ast.Attribute) and node.attr in _DYNAMIC_ATTRIBUTES
        dynamic |= isinstance(node, ast.Name) and node.id in _DYNAMIC_NAMES
    own_changes = statement.names.changes | (changes & (statement.names.lazy | statement.names.uses))
    return Effects(own_changes, dynamic, calls(statement, WRITES))
