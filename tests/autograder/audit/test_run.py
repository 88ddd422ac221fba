"""The tests of the tests: what the audit calls a fault, and the mutations it makes."""

import ast
from pathlib import Path

import pytest
from filelock import FileLock

from autograder.audit import equivalent_mutants as equivalent
from autograder.audit.cases import Case, one_for_each_test
from autograder.audit.matrix import Matrix, Row
from autograder.audit.mutants import make_mutants, mutants_of
from autograder.audit.page import render_page
from autograder.audit.run import compare_with_expected, describe_changes, run_audit
from autograder.audit.variants import Variant
from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from autograder.grading.options import Options
from autograder.records import Assignment, Cell, Check, Discrepancy, Report, SubmissionRules, Task, Verdict
from autograder.release import render
from tests.helpers.commands import run
from tests.helpers.later import needs
from tests.helpers.samples import cell, make_course, source_cells

TASK = Task("t", "1", "T", 2.0, needs=("f",))
ASSIGNMENT = Assignment("a", "A", "C", (), SubmissionRules((), ""), (TASK,))


def report(score, *failed, status="partial", message="", code=""):
    found = (Discrepancy(("dW",), "wrong", code, {}, message),)
    checks = [Check(name, "description", 1, 0.0, "failed", found) for name in failed] + [
        Check("test_ok", "description", 1, 1.0, "passed")
    ]
    return Report("a", "s", "", (Verdict("t", status, score, 2.0, message, tuple(checks), "broke"),))


def case(kind, caught_by=(), code=""):
    return Case(kind, kind, Path(), Variant("o", "t", "description", "", caught_by, code))


@pytest.mark.parametrize(
    ("kind", "found", "fault"),
    [
        ("wheat", report(2.0), None),
        ("wheat", report(1.0), "loses 1"),
        ("model", report(0.0, status="ungraded"), "ungraded"),
        ("blank", report(0.0), None),
        ("blank", report(0.5), "earns 0.5"),
    ],
)
def test_right_answers_keep_everything_and_the_blank_gets_nothing(kind, found, fault):
    """A wheat that loses a point and a blank that earns one are faults of the tests."""
    faults = compare_with_expected(case(kind), found)
    assert (not faults) if fault is None else any(fault in one for one in faults)


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (report(1.0, "test_a", "test_b", code="transposed"), None),
        (report(1.0, "test_a[3]", "test_b", code="transposed"), None),
        (report(1.0, "test_a", code="transposed"), "not caught by test_b"),
        (report(2.0, "test_a", "test_b", code="transposed"), "full marks"),
        (report(1.0, "test_a", "test_b", code="reversed"), "reversed instead of transposed"),
    ],
)
def test_a_chaff_is_caught_by_the_tests_it_names_with_the_code_it_names(found, fault):
    """Every named test must fail, points must be lost, and the diagnosis must have the named code."""
    faults = compare_with_expected(case("chaff", ("test_a", "test_b"), "transposed"), found)
    assert (not faults) if fault is None else any(fault in one for one in faults)


def test_mutants_change_one_thing_each():
    """Operators, constants, signs, comparisons, calls and statements are changed, one at a time."""
    source = "def f(x, n):\n    y = x * 2\n    y += n\n    if n < 3:\n        y = -y\n    return np.sum(y, axis=0)\n"
    function = ast.parse(source).body[0]
    found = {mutant.source for mutant in mutants_of(function)}
    for old, new in (
        ("x * 2", "x / 2"),
        ("x * 2", "x * 3"),
        ("y += n", "y -= n"),
        ("n < 3", "n >= 3"),
        ("-y", "+y"),
        ("np.sum", "np.mean"),
        ("axis=0", "axis=1"),
        ("    y += n\n", ""),
    ):
        assert ast.unparse(ast.parse(source.replace(old, new, 1))) in found, (old, new)
    assert ast.unparse(function) not in found
    for mutant in found:
        compile(mutant, "mutant", "exec")


def test_only_functions_that_a_task_asks_for_are_mutated():
    """Helpers and plots of the notebook are left alone."""
    cells = [Cell(1, "def f(x):\n    return x + 1\ndef g(x):\n    return x + 1\n", ran=True)]
    assert {one.name.split("-")[0] for one in make_mutants(cells, ASSIGNMENT)} == {"f"}


def test_methods_and_helpers_of_an_answer_are_mutated_within_their_class():
    """In an answer cell every function and method that the answer uses counts; a method comes with all of its class."""
    source = (
        "class Net:\n    a = 1\n\n    def forward(self, x):\n        return x * 2\n\ndef helper(x):\n    return x + 1\n"
    )
    use = "def f(x):\n    return make()(helper(x))\ndef make():\n    return Net().forward\n"
    figure = "def figure(x):\n    return x + 1\n"
    cells = [Cell(1, source + figure, ran=True, grade_id="t_answer_2"), Cell(2, use, ran=True)]
    found = make_mutants(cells, ASSIGNMENT)
    assert {one.name.rsplit("-", 1)[0] for one in found} == {"Net.forward", "helper"}
    (mutant,) = [one for one in found if one.description == "line 2: x * 2 → x / 2"]
    assert ast.unparse(ast.parse(source.replace("x * 2", "x / 2")).body[0]) == mutant.source


def test_a_step_inside_a_loop_is_dropped():
    source = "def f(x):\n    for i in x:\n        g(i)\n        i += 1\n    return x\n"
    found = {mutant.change for mutant in mutants_of(ast.parse(source).body[0])}
    assert {"without: g(i)", "without: i += 1"} <= found


def test_the_signature_is_given_and_verbosity_is_free():
    """Defaults are part of the hand-out; what a framework prints is no answer."""
    (function,) = ast.parse("def f(x, n=3):\n    return fit(x * n, verbose=33)\n").body
    assert all("3" not in mutant.change for mutant in mutants_of(function))


def test_what_is_made_only_to_be_printed_is_no_answer():
    """Neither the lines of such a block nor the helper that only they call."""
    source = "def f(x):\n    if x:\n        p = helper(x + 1)\n        print(p)\n    return x * 2\n"
    source += "def helper(x):\n    return -x\n"
    found = make_mutants([Cell(1, source, ran=True, grade_id="t_answer")], ASSIGNMENT)
    assert found and all(one.description.startswith("line 5:") for one in found)
    kept = source.replace("return x * 2", "return p * 2")
    changes = {one.description for one in make_mutants([Cell(1, kept, ran=True, grade_id="t_answer")], ASSIGNMENT)}
    assert {"line 3: x + 1 → x - 1", "line 2: -x → +x"} <= changes


def test_what_is_printed_is_no_answer():
    """Neither a print nor the condition of one is changed; the same change elsewhere is made."""
    source = "def f(x):\n    if x % 10 == 0:\n        print(x + 1)\n    print(x * 2)\n    return x * 2\n"
    found = {mutant.change for mutant in mutants_of(ast.parse(source).body[0])}
    assert found and all(change.startswith("line 5:") for change in found)


def matrix(caught, survivors, reasons):
    """Mutants of which some are caught; ``survivors`` are the changes that are not."""
    rows = [Row(Case("mutant", f"f-{n}", Path(), Variant(f"f-{n}", "t", f"c{n}", "")), (), ()) for n in range(caught)]
    for number, change in enumerate(survivors):
        one = Case("mutant", f"f-{900 + number}", Path(), Variant("f", "t", change, ""))
        rows.append(Row(one, (), ("survives",)))
    return Matrix(tuple(rows), equivalent=equivalent.Equivalent(reasons))


def test_mutants_must_be_caught_or_explained():
    """95 % must be caught, and every survivor needs a reason."""
    assert matrix(19, ["x"], {"f: x": "it only rounds otherwise"}).sound
    assert not matrix(19, ["x"], {}).sound
    assert not matrix(18, ["x"], {"f: x": "it only rounds otherwise"}).sound
    assert matrix(19, ["x"], {}).unexplained[0].case.variant.description == "x"


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ([report(1.5), report(1.5, "test_a")], ""),
        ([report(1.5), report(1.0), report(1.5)], "o: t 1.5 (2 times), 1 (once)"),
        ([report(2.0, status="passed"), report(0.0, status="ungraded")], "o: t 2 (once), ungraded (once)"),
    ],
)
def test_points_that_change_between_repetitions_are_told(reports, told):
    assert describe_changes(Row(Case("wheat", "o", Path()), tuple(reports), ())) == told


def test_reasons_are_read_from_the_shelf(tmp_path):
    text = '[[mutant]]\nfunction = "f"\nchange = "line 2: a → b"\nwhy = "the same"\n'
    (tmp_path / "equivalent.toml").write_text(text, encoding="utf-8")
    assert equivalent.read(tmp_path).reasons == {"f: line 2: a → b": "the same"}
    assert equivalent.read(tmp_path / "nowhere") == equivalent.Equivalent()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[mutant]]\nfunction = "f"\nchange = "c"\n', ["[[mutant]] 1 (f) why", "expected text, found nothing"]),
        ('[[mutant]]\nchange = "c"\nwhy = "w"\n', ["[[mutant]] 1 function", "expected text, found nothing"]),
        ('[[mutant]]\nfunction = "f"\nwhy = "w"\n', ["[[mutant]] 1 (f) change", "expected text, found nothing"]),
        ('[[free]]\nfunction = "f"\nwhi = "w"\n', ["[[free]] 1 (f) why", "is 'whi' meant for it?"]),
        ('[[free]]\nfunction = "f"\nwhy = 3\n', ["[[free]] 1 (f) why", "found 3 (a whole number)"]),
        ('[[mutants]]\nfunction = "f"\n', ["mutants: unknown key", "did you mean 'mutant'?"]),
        ("[[mutant]\n", ["expected toml"]),
    ],
)
def test_a_wrong_entry_of_equivalent_toml_is_an_error_of_the_author(tmp_path, text, words):
    """The message names the file, the entry and the key."""
    (tmp_path / "equivalent.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError) as error:
        equivalent.read(tmp_path)
    for part in ["equivalent.toml", *words]:
        assert part in str(error.value)


def test_what_the_sheet_leaves_open_is_not_mutated(tmp_path):
    """A whole function, or some changes of one."""
    text = '[[free]]\nfunction = "g"\nwhy = "w"\n[[free]]\nfunction = "f"\nchange = "line 2: *randn*"\nwhy = "w"\n'
    (tmp_path / "equivalent.toml").write_text(text, encoding="utf-8")
    made = [("f-0", "line 2: randn → rand"), ("f-1", "line 3: randn → rand"), ("g-0", "line 1: a → b")]
    left = equivalent.read(tmp_path).mistakes(Variant(name, "t", change, "") for name, change in made)
    assert [one.name for one in left] == ["f-1"]


def test_the_page_shows_what_a_student_reads():
    """Chaffs by task with the points they keep, the tests that caught them, and the sentence; wheats by name."""
    chaff = Variant("slip", "t", "A slip | of the pen.", "", ("test_a",))
    rows = (
        Row(Case("wheat", "other way", Path(), Variant("other way", "t", "c", "")), (report(2.0),), ()),
        Row(Case("chaff", "slip", Path(), chaff), (report(0.5, "test_a[1]", "test_a[2]", message="It is wrong."),), ()),
    )
    text = render_page(Matrix(rows), ASSIGNMENT)
    assert "Right answers, which get full marks: other way." in text
    assert "| slip: A slip ¦ of the pen. | 0.5 | a | It is wrong. |" in text


def test_the_quick_audit_keeps_a_wrong_answer_for_each_test():
    """Chaffs whose tests others name are left out; a wheat a task stays. What writes no files goes before what does."""
    variants = [
        *(Variant(name, "t", "", "") for name in ("w", "x", "y")),
        Variant("a", "t", "", "", ("test_x", "test_y[1]")),
        Variant("b", "t", "", "", ("test_y",)),
        Variant("c", "t", "", "", ("test_x", "test_z")),
        Variant("d", "u", "", "", ("test_x",)),
        Variant("e", "t", "", "", ("test_x", "test_y", "test_z")),
        Variant("f", "t", "", "", ("test_q",)),
        Variant("g", "t", "", "", ("test_q", "test_r", "test_x"), files={"net.pt": "save"}),
        Variant("h", "t", "", "", ("test_q", "test_x"), files={"net.pt": "save"}),
    ]
    assert [one.name for one in one_for_each_test(variants)] == ["w", "d", "e", "f", "g"]


def test_a_second_audit_in_the_same_tree_says_so_and_touches_nothing(tmp_path):
    """Both would write their answers and reports to the same folders: right answers of one, half written, are wrong."""
    answer = tmp_path / "build" / "a" / "audit" / "wheat-x" / "a.ipynb"
    answer.parent.mkdir(parents=True)
    answer.write_text("{}")
    with FileLock(tmp_path / "build" / "a" / "audit.lock"), pytest.raises(AuthorError, match="another audit of a"):
        run_audit(ASSIGNMENT, Options(tmp_path, 1))
    assert answer.read_text() == "{}"


@pytest.mark.slow
@needs("nbgrader")
def test_the_quick_audit_runs_no_notebook_and_leaves_out_what_reads_its_files(tmp_path):
    """The notebook would fail if it were run; `spread` reads a file that only running it would write."""
    root = make_course(tmp_path, [*source_cells(), cell("code", "1 / 0", "broken")])
    toml = root / "assignments/sample/assignment.toml"
    text = toml.read_text().replace("must_be_run = false", "must_be_run = false\noptional = ['spread\\.npz']")
    toml.write_text(text.replace('needs = ["spread"]', 'needs = ["spread"]\nfiles = ["spread.npz"]'))
    render.write_release("sample", root)
    for name, task in {"wrong": "centre", "left_out": "spread"}.items():
        path = root / "tests/sample/chaffs" / task / f"{name}.py"
        path.parent.mkdir(parents=True)
        answer = f"def {task}(values):\n    return 0.0\n"
        path.write_text(f'"""Zero."""\n\nCAUGHT_BY = ("*",)\n\n\n{answer}')
    printed = " ".join(run(root, "autograder", "audit", "sample", "--quick").split())
    assert "model: 1 of 1 as expected; blank: 1 of 1 as expected; chaff: 1 of 1 as expected" in printed
    assert "the audit is sound. Left out by --quick, which trains no network: spread." in printed
    assert not (root / "build/sample/model").exists()
    with pytest.raises(AuthorError, match="trained files: spread"):
        run_audit(load("sample", root), Options(root, 1), tasks=frozenset({"spread"}), quick=True)
