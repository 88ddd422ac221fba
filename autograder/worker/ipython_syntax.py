"""Reads a cell by IPython's own rules and turns what IPython adds to Python back into Python where that is possible.

IPython rewrites ``%time x = f()`` to ``get_ipython().run_line_magic('time', 'x = f()')``. Magics that run Python
(time, capture, prun, …) are replaced by that Python here, so that the names in it are seen; other calls stay and are
answered by ``worker.shell`` if something needs them.
"""

from __future__ import annotations

import ast
import re
import shlex
from dataclasses import dataclass, field

_OTHER_LANGUAGES = frozenset(
    "! bash sh script cmd system sx html HTML javascript js latex markdown svg SVG perl ruby python python2 python3 "
    "pypy cython R julia sql bigquery css mermaid".split()
)
"""Cell magics whose cell is not Python, or is run by another process, so that it binds no name."""
_REPEATED = frozenset({"timeit"})
"""Magics that run their code in a namespace of its own: nothing of it is bound."""
_RUNS_PYTHON = frozenset("time prun memit mprun lprun snakeviz scalene".split())
"""Line magics that run the rest of the line in the notebook's namespace."""
_WRITES = frozenset({"writefile", "file"})
_COMMENT = re.compile(r"\s*(#.*)?$")
_PROMPT = re.compile(r"\s*In \[\d+\]:")
"""Python reads ``In [1]: x = 3`` as an annotation."""
_CELL_MAGIC = re.compile(r"%%(?P<name>[^\s]+)(?P<line>.*)")


@dataclass
class IPythonCell:
    """A cell as Python."""

    text: str
    """Its Python source; the lines keep their numbers as far as possible."""
    written: dict[str, tuple[str, bool]] = field(default_factory=dict)
    """Files that ``%%writefile`` makes: name → (content, whether it is appended)."""
    skipped: str = ""
    """Why the cell is not run, as the rest of a sentence ("cell 3 …"); "" when it is."""


def read_cell(source: str, registered: frozenset[str] = frozenset()) -> IPythonCell:
    """The cell without IPython's syntax. ``registered`` are magics that the notebook defines itself.

    The text may still hold calls of ``get_ipython()``, see ``expand_magics``, and errors of syntax.
    """
    lines = source.split("\n")
    first = first_code_line(lines)
    magic = _CELL_MAGIC.match(lines[first].lstrip())
    if magic is None:
        return IPythonCell(transform(source))
    name, line, body = magic["name"], magic["line"].strip(), "\n".join(lines[first + 1 :])
    if name in registered:
        call = f"get_ipython().run_cell_magic({name!r}, {line!r}, {body!r})"
        return IPythonCell("\n" * first + call)
    if name in _WRITES:
        words = _split_words(line)
        path = next((word for word in words if not word.startswith("-")), "")
        return IPythonCell("", {path: (body + "\n", "-a" in words or "--append" in words)} if path else {})
    if name in _OTHER_LANGUAGES or not body.strip():
        return IPythonCell("", skipped=f"is not Python (%%{name}). It was skipped.")
    inner = read_cell("\n" * (first + 1) + body, registered)
    if name in _REPEATED:
        return IPythonCell("\n" * first + f"get_ipython().run_cell_magic({name!r}, {line!r}, {body!r})")
    output = next((word for word in _split_words(line) if word.isidentifier()), "") if name == "capture" else ""
    if output:
        inner.text += f"\n{output} = get_ipython().captured()"
    return inner


def first_code_line(lines: list[str]) -> int:
    """The number of the first line (from 0) that is neither empty nor a comment; 0 where there is none."""
    return next((number for number, line in enumerate(lines) if not _COMMENT.match(line)), 0)


def transform(source: str) -> str:
    """What IPython makes of source that Python alone rejects: magics, shell lines, prompts, whole-cell indentation."""
    try:
        if not _PROMPT.match(source):
            ast.parse(source)
            return source
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]
    except Exception:  # a cell that is not finished (an open bracket): Python's parser says what is wrong with it
        return source


def expand_magics(nodes: list[ast.stmt], registered: frozenset[str] = frozenset()) -> list[ast.stmt]:
    """The statements, with the Python inside of magics such as ``%time x = f()`` in place of the calls."""
    expander = _Expander(registered)
    expanded: list[ast.stmt] = []
    for node in nodes:
        result = expander.visit(node) if _mentions_magic(node) else node
        expanded += result if isinstance(result, list) else [result]
    return expanded


def run_target(node: ast.stmt) -> str:
    """The file that a statement ``%run file.py …`` names; "" for any other statement."""
    if not isinstance(node, ast.Expr):
        return ""
    name, line = _line_magic(node.value)
    words = _split_words(line) if name == "run" else []
    return next((word for word in words if not word.startswith("-")), "")


def registered_magics(sources: list[str]) -> frozenset[str]:
    """Names of the magics that the cells define with ``register_cell_magic`` and the like."""
    pattern = r"@(?:\w+\.)*(?:register_)?(?:line|cell|line_cell)_magic\b.*?def\s+(\w+)"
    return frozenset(name for source in sources for name in re.findall(pattern, source, re.S))


class _Expander(ast.NodeTransformer):
    def __init__(self, registered: frozenset[str]) -> None:
        self._registered = registered

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        name, line = _line_magic(node.value)
        if name in self._registered or name not in _RUNS_PYTHON:
            return self.generic_visit(node)
        code = _parse_rest(line)
        return _at(node, expand_magics(code, self._registered)) if code else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name, line = _line_magic(node)
        code = _parse_rest(line) if name in _RUNS_PYTHON and name not in self._registered else []
        if len(code) == 1 and isinstance(code[0], ast.Expr):
            return code[0].value
        return self.generic_visit(node)


def _mentions_magic(node: ast.AST) -> bool:
    return any(isinstance(n, ast.Attribute) and n.attr == "run_line_magic" for n in ast.walk(node))


def _line_magic(node: ast.expr) -> tuple[str, str]:
    """Name and line of a call ``get_ipython().run_line_magic(name, line)``; two empty texts for anything else."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "run_line_magic"):
        return "", ""
    words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return (words[0], words[1]) if len(words) == 2 else ("", "")


def _parse_rest(line: str) -> list[ast.stmt]:
    """The Python of a magic's line, behind its options (``-r 3 -o``); [] where there is none."""
    words = line.split(" ")
    for start in range(len(words)):
        if start and not any(word.startswith("-") for word in words[:start]):
            return []
        rest = " ".join(words[start:])
        if rest.startswith("-") and not start:
            continue
        try:
            if code := ast.parse(transform(rest.strip())).body:
                return code
        except (SyntaxError, ValueError):
            continue
    return []


def _split_words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def _at(place: ast.stmt, nodes: list[ast.stmt]) -> list[ast.stmt]:
    """The nodes, all of them at the line of ``place``."""
    for root in nodes:
        for node in ast.walk(root):
            if isinstance(node, ast.stmt | ast.expr):
                node.lineno = node.end_lineno = place.lineno
                node.col_offset = node.end_col_offset = place.col_offset
    return nodes
