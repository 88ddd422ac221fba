"""Loading a submission without running it."""

import pytest

from autograder.records import Cell
from autograder.worker.program import Program


def program(*sources):
    return Program.load([Cell(number, source, ran=True) for number, source in enumerate(sources, 1)])


def test_top_level_code_that_defines_nothing_needed_does_not_run():
    """Endless loops, prints, quits and training at top level cost nothing."""
    p = program("while True:\n    pass", "quit()", "print(undefined)", "def f():\n    return 1", "raise SystemExit")
    assert p.get("f")() == 1
    assert p.problems == []


def test_a_value_that_a_function_needs_is_made():
    """A called function's globals are made, through other functions too; the rest is not."""
    p = program(
        "log = []",
        "N = 3\nlog.append('N')",
        "M = log.append('M')",
        "def g():\n    return N",
        "def f():\n    return g() + 1",
    )
    assert p.get("f")() == 4
    assert "M" not in vars(p.module)


def test_local_variables_are_no_dependencies():
    """A parameter or local with the name of an expensive global does not make the global run."""
    p = program("model = 1 / 0", "def f(model):\n    best = [model for model in (model,)]\n    return best[0]")
    assert p.get("f")(7) == 7
    assert p.problems == []


def test_the_last_definition_counts():
    """As in a notebook run top to bottom: later cells replace earlier ones, duplicated cells do no harm."""
    p = program("def f():\n    return 1", "def f():\n    return 2", "def f():\n    return 2")
    assert p.get("f")() == 2


def test_a_value_uses_what_stood_before_it():
    """x = x + 1 and a name that is bound again later are sliced at the right place."""
    p = program("K = 1", "y = K + 1", "K = 10", "y = y * 2", "def f():\n    return K, y")
    assert p.get("f")() == (10, 4)


def test_order_holds_across_several_requests():
    """Asking for a later binding first does not change what an earlier value saw."""
    p = program("K = 1", "y = K", "K = 10", "def late():\n    return K", "def early():\n    return y")
    assert p.get("late")() == 10
    assert p.get("early")() == 1
    assert p.get("late")() == 10


def test_changes_in_place_belong_to_the_value():
    """append, item assignment and += that build up a value are part of its slice."""
    p = program(
        "t = {}",
        "t['a'] = [1]",
        "t['a'].append(2)",
        "n = 1",
        "n += 4",
        "for i in range(3):\n    n += i",
        "def f():\n    return t, n",
    )
    assert p.get("f")() == ({"a": [1, 2]}, 8)


def test_a_conditional_binding_keeps_the_default():
    """A name bound before an ``if`` and perhaps inside it has its value either way."""
    p = program("rate = 1", "if False:\n    rate = 2", "def f():\n    return rate")
    assert p.get("f")() == 1


def test_a_syntax_error_loses_only_its_cell():
    """The other cells load; the lost name says which line to mend."""
    p = program("def broken(:\n    pass", "def f():\n    return 1")
    assert p.get("f")() == 1
    with pytest.raises(KeyError):
        p.get("broken")
    assert "cell 1" in p.problems[0].message


def test_a_python_2_print_is_named_and_skipped():
    """The commonest error of old code gets its own words; a print makes no value, so nothing is lost with it."""
    p = program("def f():\n    print 'x', (\n        1)\n    return 1\n\ndef g(x):\n    if x: print 'y'\n    return 2")
    assert (p.get("f")(), p.get("g")(1)) == (1, 2)
    assert [problem.message for problem in p.problems] == [
        "cell 1 uses the Python 2 print statement in line 2. It was skipped; write print(…) instead.",
        "cell 1 uses the Python 2 print statement in line 7. It was skipped; write print(…) instead.",
    ]


def test_a_definition_that_cannot_be_read_costs_only_itself():
    """Python 2's except clause in one function leaves the others of the cell; the lines keep their numbers."""
    old = "def f():\n    try:\n        g()\n    except ValueError, e:\n        pass"
    p = program(f"import math\n{old}\n@staticmethod\ndef g():\n    return math.pi\n\ndef h():\n    return 1 / 0")
    assert p.get("g")() == pytest.approx(3.14159, abs=1e-5)
    with pytest.raises(KeyError):
        p.get("f")
    assert "cell 1 could not be read: line 5" in p.problem_with("f").message
    with pytest.raises(ZeroDivisionError) as caught:
        p.get("h")()
    assert caught.traceback[-1].lineno + 1 == 12


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline\ndef f(): return 7 % 4",
        "!pip install torch\nfiles = !ls\ndef f(): return 3",
        "%%time\ndef f(): return 3",
        "def f(): return 3\nf?",
        "s = '''\n%not magic\n!nor this\n'''\ndef f(): return s.count('\\n')",
        "x = (10\n% 7)\ndef f(): return x",
    ],
)
def test_magics_are_skipped_and_percent_signs_kept(source):
    """Lines for IPython do not stop a cell; text and arithmetic with % and ! stay."""
    assert program(source).get("f")() == 3


def test_a_foreign_cell_is_skipped():
    """A bash or html cell is not Python, and the student reads that."""
    p = program("%%bash\nrm -rf $HOME", "def f():\n    return 1")
    assert p.get("f")() == 1
    assert [problem.message for problem in p.problems] == ["cell 1 is not Python (%%bash). It was skipped."]


def test_a_failing_import_costs_only_its_users():
    """A missing package is reported where it matters."""
    p = program(
        "import not_there_at_all as nt\nimport math", "def f():\n    return math.pi > 3", "def g():\n    return nt.x"
    )
    assert p.get("f")() is True
    p.get("g")
    assert "No module named" in p.problem_with("nt").message


def test_quit_inside_a_needed_value_is_survived():
    """exit() while a value is made ends neither the worker nor the other values."""
    p = program("K = quit()", "L = 2", "def f():\n    return K", "def g():\n    return L")
    p.get("f")
    assert "quit()" in p.problem_with("K").message
    assert p.get("g")() == 2


def test_star_imports_and_classes_and_dataclasses():
    """Names of a star import, inheritance, decorators and dataclasses work as in a notebook."""
    p = program(
        "from math import *",
        "from dataclasses import dataclass",
        "BASE = dict",
        "@dataclass\nclass P:\n    x: int = 2",
        "class Q(BASE):\n    size = P().x\n    def area(self): return pi * self.size",
        "def f():\n    return Q().area()",
    )
    assert p.get("f")() == pytest.approx(6.283185307)


def test_deeply_nested_source_is_a_problem_not_a_crash():
    """A cell of ten thousand brackets is refused by the parser, the rest loads."""
    p = program("x = " + "(" * 10_000 + ")" * 10_000, "def f():\n    return 1")
    assert p.get("f")() == 1
    assert len(p.problems) == 1


def test_definitions_tell_the_cell():
    """Each top-level name is attributed to the cell that binds it last."""
    assert program("x = 1", "def f(): pass", "x = 2").definitions == {"x": 3, "f": 2}
