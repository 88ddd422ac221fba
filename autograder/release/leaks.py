"""Does a released tree give an answer away?

The secrets are the lines of the solution and hidden-tests regions, of ``tests/<slug>/hidden`` and of
``solutions/<slug>``, except what any program has (imports, signatures, ``loss.backward()``) and the claims of tests,
which students read anyway. A line of a hidden test may stand in a public test, where the two look at the same shape,
but nowhere else. Lines are compared token by token, so spaces and line breaks make no difference.
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
"""Lines of Python that any program has: they name things and call for the next step, and hold no formula."""


@dataclass(frozen=True)
class Secret:
    """A line that must not be released. ``origin`` says where it stands, for the instructor."""

    line: str
    origin: str
    test: bool = False
    """Of a hidden test: no secret within ``tests/``."""


@dataclass(frozen=True)
class Leak:
    """What was found and where: ``tests/test_a.py:12`` or ``hw.ipynb, cell 7, line 3``."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def check(files: Mapping[str, bytes], slug: str, root: Path) -> None:
    """Raise AuthorError with every leak of the released tree ``files`` (path in the folder → bytes)."""
    found = scan(files, secrets(slug, root))
    if found:
        listed = "\n".join(f"  {leak}" for leak in found)
        raise AuthorError(f"{slug} is not released: {len(found)} leak(s); remove them from the source\n{listed}")


def secrets(slug: str, root: Path) -> list[Secret]:
    """All secret lines of an assignment, the longest first."""
    sources = root / "assignments" / slug
    found = [secret for path in sorted(sources.glob("*.ipynb")) for secret in _of_notebook(path)]
    found += [secret for path in sorted(sources.glob("*.py")) for secret in _of_script(path)]
    folders = (root / "tests" / slug / "hidden", root / "solutions" / slug)
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    files += [path for path in [root / "solutions" / f"{slug}.py"] if path.exists()]
    for path in files:
        lines = path.read_text(encoding="utf-8").split("\n")
        found += _worth_hiding(lines, path.relative_to(root).as_posix(), test=folders[0] in path.parents)
    found.sort(key=lambda secret: not secret.test)  # a line that is elsewhere too is a secret everywhere
    unique = {_tokens(secret.line): secret for secret in found}
    return sorted(unique.values(), key=lambda secret: (-len(secret.line), secret.line))


def scan(files: Mapping[str, bytes], hidden: Iterable[Secret]) -> list[Leak]:
    """All leaks of ``files``: secret lines, marker text, and in notebooks outputs, attachments, other metadata."""
    needles = [(_tokens(secret.line), secret) for secret in hidden]
    found: list[Leak] = []
    for name, content in sorted(files.items()):
        lines = list(_lines(name, content))
        found += [Leak(place, "looks like a marker") for place, line in lines if regions.resembles_marker(line)]
        found += _secrets_in(lines, [n for n in needles if not (n[1].test and name.startswith("tests/"))])
        if name.endswith(".ipynb"):
            found += _surplus(name, json.loads(content))
    return found


def _secrets_in(lines: list[tuple[str, str]], needles: list[tuple[str, Secret]]) -> Iterator[Leak]:
    """Secret lines in a text, also when they are wrapped or stand inside a longer line."""
    tokens = [_tokens(line) for _, line in lines]
    starts, text = [], ""
    for part in tokens:
        starts.append(len(text))
        text += part[1:]
    text = " " + text
    taken: set[str] = set()
    for needle, secret in needles:
        at = text.find(needle)
        while at >= 0:
            place = lines[bisect.bisect_right(starts, at) - 1][0]
            if place not in taken:  # a line is told once, by its longest secret
                taken.add(place)
                yield Leak(place, f"holds {secret.line.strip()!r} of {secret.origin}")
            at = text.find(needle, at + 1)


def _tokens(text: str) -> str:
    """Words and signs with one space before, between and after: `` a = b + 1 ``; a space alone for an empty line."""
    return " " + "".join(f"{token} " for token in _TOKEN.findall(text))


def _lines(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every line of a file with its place; of a notebook, the lines of the cells' sources."""
    if not name.endswith(".ipynb"):
        for number, line in enumerate(content.decode("utf-8", errors="replace").split("\n"), start=1):
            yield f"{name}:{number}", line
        return
    for index, cell in enumerate(json.loads(content)["cells"], start=1):
        for number, line in enumerate("".join(cell["source"]).split("\n"), start=1):
            yield f"{name}, cell {index}, line {number}", line


def _surplus(name: str, notebook: Mapping[str, Any]) -> Iterator[Leak]:
    """Parts of a notebook that a release never has."""
    for key in sorted(set(notebook["metadata"]) - NOTEBOOK_METADATA):
        yield Leak(name, f"notebook metadata {key!r}; only {', '.join(sorted(NOTEBOOK_METADATA))} may be released")
    for index, cell in enumerate(notebook["cells"], start=1):
        place = f"{name}, cell {index}"
        for key in sorted(set(cell["metadata"]) - CELL_METADATA):
            yield Leak(place, f"cell metadata {key!r}; only {', '.join(sorted(CELL_METADATA))} may be released")
        if cell.get("outputs") or cell.get("execution_count"):
            yield Leak(place, "an output or an execution count")
        if cell.get("attachments"):
            yield Leak(place, "an attachment; put the picture into a file or leave it out")


def _of_notebook(path: Path) -> Iterator[Secret]:
    for index, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
        for region in regions.split("".join(cell["source"]))[0]:
            yield from _worth_hiding(region.lines, f"{path.name}, cell {index}", region.first)


def _of_script(path: Path) -> Iterator[Secret]:
    for region in regions.split(path.read_text(encoding="utf-8"))[0]:
        yield from _worth_hiding(region.lines, path.name, region.first)


def _worth_hiding(lines: Sequence[str], origin: str, first: int = 1, test: bool = False) -> Iterator[Secret]:
    """The lines that give something away; of a test, without docstrings: they are the claims that students read."""
    names = _naming_lines("\n".join(lines), claims=not test)
    for number, line in enumerate(lines, start=1):
        if number in names:
            continue
        for text in {line.strip(), _COMMENT.sub("", line).strip()}:  # code is a secret without its comment too
            if len(_tokens(text).replace(" ", "")) >= MIN_CHARACTERS and not _COMMON.fullmatch(text):
                yield Secret(text, f"{origin}, line {first + number - 1}", test)


def _naming_lines(source: str, claims: bool) -> set[int]:
    """1-based lines of Python that only name things: imports, ``__all__``, signatures; docstrings unless ``claims``."""
    try:
        tree = ast.parse(textwrap.dedent(source))
    except SyntaxError:
        return set()  # the prose of a manual answer
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines.update(range(node.lineno, node.body[0].lineno))
        if not claims and isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(node):
            lines.update(_span(node.body[0]))
        if isinstance(node, ast.Import | ast.ImportFrom) or _is_all(node):
            lines.update(_span(node))
    return lines


def _is_all(node: ast.AST) -> TypeGuard[ast.Assign]:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _span(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
