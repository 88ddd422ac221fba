"""Finds lines of answers and of hidden tests in a released tree.

The secrets are the lines of the solution and hidden-tests regions, of ``tests/<slug>/hidden`` and of
``solutions/<slug>``, except what any program has (imports, signatures, ``loss.backward()``) and the descriptions of
tests, which students read anyway. A line of a hidden test may also be in a public test, because both may check the
same shape, but nowhere else. Lines are compared token by token, so spaces and line breaks make no difference.
"""

from __future__ import annotations

import ast
import bisect
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from autograder.course import solution_regions as regions
from autograder.errors import AuthorError

MIN_CHARACTERS = 12
"""Shorter lines (``return x``, ``y = a @ x``) are in every notebook."""
CELL_METADATA = frozenset({"nbgrader", "deletable", "editable"})
NOTEBOOK_METADATA = frozenset({"kernelspec", "language_info"})
_TOKEN = re.compile(r"\w+|[^\w\s]")
_COMMENT = re.compile(r"\s{2,}#\s.*$")
_COMMON = re.compile(
    r"""
    @.* | \)\ ->\ .*: | pytestmark\ =.* | [\w.\s=]+\( | \w+\(\w*\),? | [\w.]+\(\),?
    | \w+(:\ [\w.]+)?, | "[^"]*",? | "{3}
    | (for|while|if|elif|with|try|except|else)\ [\w\s,.]*:  # headers that compute nothing
    | (for\ [\w\s,]+\ in\ (range|enumerate|zip)|if\ isinstance)\([\w\s,.]*\):
    | with\ torch\.(no_grad|inference_mode)\(\):
    | (\w+\ =\ )?torch\.(manual_seed|Generator)\(.*
    | (\w+\ =\ )?(np|numpy)\.random\.(default_rng|seed)\(\w*\)
    | \w+\ =\ (np|torch)\.(asarray|as_tensor|tensor|array)\(\w+\)
    | [\w\s,]+\ =\ student\.\w+\([\w\s,.]*\)
    | \w*(model|network|net)\.(train|eval|to|parameters)\(\w*\)
    | \w*(loss|optimi[sz]er|opt)\w*\.(backward|step|zero_grad|item)\(\)
    | (return|raise|yield)(\ [A-Za-z_][\w.]*,?)* | raise\ NotImplementedError.* | \w+\ =\ [A-Za-z_][\w.]*
    | return\ float\(\w+\)(,\ float\(\w+\))*
    | super\(\)\.__init__\(\) | if\ __name__\ ==\ "__main__":
    """,
    re.VERBOSE,
)
"""Lines of Python that any program has: they name things or call the next step, and contain no formula."""


@dataclass(frozen=True)
class Secret:
    """A line that must not be released. ``origin`` tells the instructor where it comes from."""

    line: str
    origin: str
    test: bool = False
    """True for a line of a hidden test, which may be in a public test too."""


@dataclass(frozen=True)
class Leak:
    """One problem of a release, and its location: ``tests/test_a.py:12`` or ``hw.ipynb, cell 7, line 3``."""

    location: str
    problem: str

    def __str__(self) -> str:
        return f"{self.location}: {self.problem}"


def refuse_leaks(files: Mapping[str, bytes], slug: str, root: Path) -> None:
    """Raise ``AuthorError`` with every leak of the released tree ``files`` ({path in the folder: bytes})."""
    leaks = find_leaks(files, collect_secrets(slug, root))
    if leaks:
        listed = "\n".join(f"  {leak}" for leak in leaks)
        raise AuthorError(f"{slug} is not released: {len(leaks)} leak(s); remove them from the source\n{listed}")


def collect_secrets(slug: str, root: Path) -> list[Secret]:
    """Collect all secret lines of an assignment, the longest first."""
    sources = root / "assignments" / slug
    secrets = [secret for path in sorted(sources.glob("*.ipynb")) for secret in _read_notebook(path)]
    secrets += [secret for path in sorted(sources.glob("*.py")) for secret in _read_script(path)]
    folders = (root / "tests" / slug / "hidden", root / "solutions" / slug)
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    files += [path for path in [root / "solutions" / f"{slug}.py"] if path.exists()]
    for path in files:
        lines = path.read_text(encoding="utf-8").split("\n")
        secrets += _select_secrets(lines, path.relative_to(root).as_posix(), test=folders[0] in path.parents)
    secrets.sort(key=lambda secret: not secret.test)  # a line that is elsewhere too is a secret everywhere
    unique = {_join_tokens(secret.line): secret for secret in secrets}
    return sorted(unique.values(), key=lambda secret: (-len(secret.line), secret.line))


def find_leaks(files: Mapping[str, bytes], secrets: Iterable[Secret]) -> list[Leak]:
    """Find all leaks of ``files``: secret lines, marker text, and in notebooks outputs, attachments, other metadata."""
    needles = [(_join_tokens(secret.line), secret) for secret in secrets]
    leaks: list[Leak] = []
    for name, content in sorted(files.items()):
        lines = list(_locate_lines(name, content))
        leaks += [Leak(location, "looks like a marker") for location, line in lines if regions.resembles_marker(line)]
        leaks += _find_secrets(lines, [n for n in needles if not (n[1].test and name.startswith("tests/"))])
        if name.endswith(".ipynb"):
            leaks += _find_surplus(name, json.loads(content))
    return leaks


def _find_secrets(lines: list[tuple[str, str]], needles: list[tuple[str, Secret]]) -> Iterator[Leak]:
    """Find secret lines in a text, also when they are wrapped or part of a longer line."""
    starts: list[int] = []
    text = ""
    for _, line in lines:
        starts.append(len(text))
        text += _join_tokens(line)[1:]
    text = " " + text
    reported: set[str] = set()
    for needle, secret in needles:
        position = text.find(needle)
        while position >= 0:
            location = lines[bisect.bisect_right(starts, position) - 1][0]
            if location not in reported:  # a line is reported once, with its longest secret
                reported.add(location)
                yield Leak(location, f"contains {secret.line.strip()!r} of {secret.origin}")
            position = text.find(needle, position + 1)


def _join_tokens(text: str) -> str:
    """Join words and signs by single spaces, also at both ends: `` a = b + 1 ``. An empty line gives one space."""
    return " " + "".join(f"{token} " for token in _TOKEN.findall(text))


def _locate_lines(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield (location, line) for every line of a file, or of the cells of a notebook."""
    if not name.endswith(".ipynb"):
        for number, line in enumerate(content.decode("utf-8", errors="replace").split("\n"), start=1):
            yield f"{name}:{number}", line
        return
    for index, cell in enumerate(json.loads(content)["cells"], start=1):
        for number, line in enumerate("".join(cell["source"]).split("\n"), start=1):
            yield f"{name}, cell {index}, line {number}", line


def _find_surplus(name: str, notebook: Mapping[str, Any]) -> Iterator[Leak]:
    """Find parts of a notebook that a release never has."""
    for key in sorted(set(notebook["metadata"]) - NOTEBOOK_METADATA):
        yield Leak(name, f"notebook metadata {key!r}; only {', '.join(sorted(NOTEBOOK_METADATA))} may be released")
    for index, cell in enumerate(notebook["cells"], start=1):
        location = f"{name}, cell {index}"
        for key in sorted(set(cell["metadata"]) - CELL_METADATA):
            yield Leak(location, f"cell metadata {key!r}; only {', '.join(sorted(CELL_METADATA))} may be released")
        if cell.get("outputs") or cell.get("execution_count"):
            yield Leak(location, "an output or an execution count")
        if cell.get("attachments"):
            yield Leak(location, "an attachment; put the picture into a file or leave it out")


def _read_notebook(path: Path) -> Iterator[Secret]:
    for index, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
        for region in regions.split("".join(cell["source"]))[0]:
            yield from _select_secrets(region.lines, f"{path.name}, cell {index}", region.first)


def _read_script(path: Path) -> Iterator[Secret]:
    for region in regions.split(path.read_text(encoding="utf-8"))[0]:
        yield from _select_secrets(region.lines, path.name, region.first)


def _select_secrets(lines: Sequence[str], origin: str, first: int = 1, test: bool = False) -> Iterator[Secret]:
    """Select the lines that give something away; in a test docstrings do not, because students read them."""
    naming_lines = _find_naming_lines("\n".join(lines), docstrings=not test)
    for number, line in enumerate(lines, start=1):
        if number in naming_lines:
            continue
        for text in {line.strip(), _COMMENT.sub("", line).strip()}:  # code is a secret without its comment too
            if len(_join_tokens(text).replace(" ", "")) >= MIN_CHARACTERS and not _COMMON.fullmatch(text):
                yield Secret(text, f"{origin}, line {first + number - 1}", test)


def _find_naming_lines(source: str, docstrings: bool) -> set[int]:
    """Find the lines (1-based) that only name things: imports, ``__all__``, signatures.

    Unless ``docstrings`` is set, the lines of docstrings belong to them too.
    """
    try:
        tree = ast.parse(textwrap.dedent(source))
    except SyntaxError:
        return set()  # the prose of a manual answer
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines.update(range(node.lineno, node.body[0].lineno))
        if not docstrings and isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(node):
            lines.update(_line_range(node.body[0]))
        if isinstance(node, ast.Import | ast.ImportFrom) or _is_all(node):
            lines.update(_line_range(node))
    return lines


def _is_all(node: ast.AST) -> TypeGuard[ast.Assign]:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _line_range(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
