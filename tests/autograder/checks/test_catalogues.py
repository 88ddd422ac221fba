"""The catalogues of problems and mistakes: codes, sentences, advice, and that tests and chaffs keep to them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from autograder.checks.catalogue import general_entries
from autograder.checks.outcome import Mistake
from autograder.records import FailureKind
from tests.tools.mistake_catalogue import PAGE, ROOT, assignment_entries, page

SLUGS = sorted(folder.parent.name for folder in ROOT.glob("tests/*/hidden"))


def entries(slug):
    return [*general_entries(), *assignment_entries(slug)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_entry_has_a_code_a_sentence_and_advice(slug):
    """A code is a few words with dashes; the sentence has no full stop of its own; a mistake has a line of advice."""
    for entry in entries(slug):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){0,6}", entry.code), entry.code
        assert entry.message and not entry.message.endswith("."), entry
        assert entry.advice or not isinstance(entry, Mistake), entry.code


@pytest.mark.parametrize("slug", SLUGS)
def test_chaffs_pin_codes_that_exist(slug):
    """A misspelt code would never be found in a report, and prose is no code."""
    codes = {entry.code for entry in entries(slug)} | set(get_args(FailureKind)) | {"not-run", "no-file"}
    for path in sorted((ROOT / "tests" / slug / "chaffs").glob("*/*.py")):
        facts = {
            target.id: node.value
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        assert "SAYS" not in facts, path
        if "CODE" in facts:
            assert ast.literal_eval(facts["CODE"]) in codes, path


@pytest.mark.parametrize("slug", SLUGS)
def test_hidden_tests_fail_with_entries(slug):
    """``fail`` takes an entry of a catalogue, and candidates are no mapping from words."""
    for path in sorted((ROOT / "tests" / slug / "hidden").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("checks.fail", "fail"):
                assert not isinstance(node.args[0], (ast.Constant, ast.JoinedStr)), f"{path}:{node.lineno}"
            if isinstance(node, ast.keyword) and node.arg in ("candidates", "mistakes"):
                assert not isinstance(node.value, ast.Dict), f"{path}:{node.value.lineno}"


def test_the_page_of_diagnoses_is_fresh():
    """``python -m tests.tools.mistake_catalogue`` writes what is in the tree."""
    assert Path(PAGE).read_text(encoding="utf-8") == page()
