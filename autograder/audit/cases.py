"""The answers of an audit: each is a folder to grade, and its worth is known beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.audit import equivalent_mutants, model_answer, mutants
from autograder.audit.build_submission import write_blank, write_submission
from autograder.audit.trained_files import write_trained_files
from autograder.audit.variants import Variant, read_all
from autograder.course.notebook_cells import read_cells
from autograder.records import Assignment

Kind = Literal["model", "blank", "wheat", "chaff", "mutant"]


@dataclass(frozen=True)
class Case:
    """One answer of known worth, as a folder to grade."""

    kind: Kind
    name: str
    folder: Path
    variant: Variant | None = None
    """The change of the model answer; None for the model answer itself and for the blank hand-out."""

    @property
    def mutant(self) -> str:
        """The change, as ``equivalent.toml`` names it."""
        assert self.variant is not None
        return equivalent_mutants.key(self.variant)


def build_cases(
    assignment: Assignment, root: Path, *, with_mutants: bool, tasks: frozenset[str] | None, quick: bool = False
) -> list[Case]:
    """Write all cases into ``build/<slug>/audit``, those of ``tasks`` only where given.

    With ``quick`` there are only as many wheats and chaffs as ``one_for_each_test`` keeps.
    """
    model = model_answer.prepare(assignment, root)
    audit_folder = root / "build" / assignment.slug / "audit"
    shutil.rmtree(audit_folder, ignore_errors=True)
    cases = [
        Case("model", "model answer", write_submission(model, assignment, (), audit_folder / "model")),
        Case("blank", "blank hand-out", write_blank(assignment, root, audit_folder / "blank")),
    ]
    written = read_all(assignment, root)
    changes: list[tuple[Kind, Variant]] = [
        (("wheat" if variant.right else "chaff"), variant)
        for variant in (one_for_each_test(written) if quick else written)
    ]
    if with_mutants:
        equivalent = equivalent_mutants.read(root / "tests" / assignment.slug)
        for name in (*assignment.notebooks, *assignment.scripts):
            made = mutants.make_mutants(read_cells(model / name), assignment)
            changes += [("mutant", mutant) for mutant in equivalent.mistakes(made)]
    for kind, variant in changes:
        if tasks is None or variant.task in tasks:
            folder = write_submission(model, assignment, [variant], audit_folder / f"{kind}-{variant.name}")
            cases.append(Case(kind, variant.name, folder, variant))
    write_trained_files([(case.folder, case.variant) for case in cases if case.variant], assignment)
    return cases


def one_for_each_test(variants: Sequence[Variant]) -> list[Variant]:
    """One wheat for each task, and enough chaffs that every test which any chaff names is named by one that stays.

    Chaffs that write no files are taken first (training a network takes long), then those that name many tests.
    """
    covered: set[tuple[str, str]] = set()
    kept = []
    for variant in sorted(variants, key=lambda variant: (bool(variant.files), -len(variant.caught_by))):
        named = {(variant.task, test.split("[")[0]) for test in variant.caught_by}
        if variant.right:
            named = {(variant.task, "")}
        if named - covered:
            kept.append(variant)
            covered |= named
    return [variant for variant in variants if variant in kept]
