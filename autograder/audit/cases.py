"""TODO: split off audit.py."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.audit import equivalent_mutants as equivalent
from autograder.audit import model_answer
from autograder.audit import mutants as mutate
from autograder.audit import variants as overlay
from autograder.audit.variants import Overlay
from autograder.course.notebook_cells import read_cells
from autograder.records import Assignment


@dataclass(frozen=True)
class Case:
    """One answer whose verdict is known, as a folder to grade."""

    kind: str
    """``model``, ``blank``, ``wheat``, ``chaff`` or ``mutant``."""
    name: str
    folder: Path
    overlay: Overlay | None = None

    @property
    def mutant(self) -> str:
        """The change, as ``equivalent.toml`` names it."""
        assert self.overlay is not None
        return equivalent.key(self.overlay)


def cases(
    assignment: Assignment, root: Path, *, mutants: bool, tasks: frozenset[str] | None, quick: bool = False
) -> list[Case]:
    """Build all cases in ``build/<slug>/audit``; the ``quick`` ones have a chaff for each test instead of all."""
    model = model_answer.folder(assignment, root)
    place = root / "build" / assignment.slug / "audit"
    shutil.rmtree(place, ignore_errors=True)
    found = [Case("model", "model answer", overlay.submission(model, assignment, (), place / "model"))]
    found.append(Case("blank", "blank hand-out", overlay.blank(assignment, root, place / "blank")))
    written = overlay.read_all(assignment, root)
    overlays = [(("wheat" if o.right else "chaff"), o) for o in (one_for_each_test(written) if quick else written)]
    if mutants:
        known = equivalent.read(root / "tests" / assignment.slug)
        for name in (*assignment.notebooks, *assignment.scripts):
            made = mutate.overlays(read_cells(model / name), assignment)
            overlays += [("mutant", o) for o in known.mistakes(made)]
    for kind, one in overlays:
        if tasks is None or one.task in tasks:
            folder = overlay.submission(model, assignment, [(one.task, one.source)], place / f"{kind}-{one.name}")
            found.append(Case(kind, one.name, folder, one))
    overlay.write_files([(c.folder, c.overlay) for c in found if c.overlay], assignment)
    return found


def one_for_each_test(overlays: Sequence[Overlay]) -> list[Overlay]:
    """A wheat a task, and of the chaffs so many that every test named by one is named by one that stays.

    Those that write no files come first (to train a network takes long), then chaffs that name many tests.
    """
    covered: set[tuple[str, str]] = set()
    kept = []
    for one in sorted(overlays, key=lambda one: (bool(one.files), -len(one.caught_by))):
        named = {(one.task, test.split("[")[0]) for test in one.caught_by}
        if one.right:
            named = {(one.task, "")}
        if named - covered:
            kept.append(one)
            covered |= named
    return [one for one in overlays if one in kept]
