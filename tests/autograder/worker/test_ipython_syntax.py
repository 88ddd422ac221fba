"""Cells as people write them in Jupyter, read by IPython's own rules."""

import pytest

from autograder.records import Cell
from autograder.worker.program import Program
from autograder.worker.submitted_modules import programs_of


def program(*sources):
    return Program.load([Cell(number, source, ran=True) for number, source in enumerate(sources, 1)], is_notebook=True)


@pytest.mark.parametrize(
    "source",
    [
        "%time x = 3",
        "%prun -l 3 -q x = 3",
        "x = %time 3",
        "if True:\n    %time x = 3",
        "%%time\nx = 3",
        "# a comment\n%%time\nx = 3",
        "#@title Form\n\n%%capture\nx = 3",
        "%%capture out --no-stderr\nx = 3",
        "%%time\n%%capture\nx = 3",
        "%%wandb\nx = 3",
        ">>> x = 3",
        ">>> x = (\n... 3)",
        "In [1]: x = 3",
        "    x = 1\n    x += 2",
        "!pip install torch \\\n  torchvision\nx = 3",
        "x = 3\nx?",
        "?print\nx = 3;",
        "%matplotlib inline\nx = 3",
        "import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 3\nx = await f()",
        "import asyncio\nasync def f():\n    return 3\nt = asyncio.create_task(f())\nx = await t",
        "%env ANSWER=3\nimport os\nx = int(os.environ['ANSWER'])",
        "x = 4 if __name__ != '__main__' else 3",
        "names = get_ipython().user_ns\nx = 3 if 'names' in names else 4",
        "display(1)\nx = 3",
        "files = !echo 3\nx = int(files[0])",
    ],
)
def test_the_value_is_that_of_the_notebook(source):
    """Whatever IPython adds to Python, the name has the value that the cell gives it."""
    p = program(source)
    if "%env" in source:  # a statement that only a replay runs
        from autograder.worker.replay import replay

        replay(p)
    assert p.get("x") == 3
    assert p.problems == []


@pytest.mark.parametrize("source", ["%%timeit\nx = 4", "%timeit x = 4", "%%bash\nx=4", "%%html\n<b>x</b>"])
def test_what_a_kernel_does_not_bind_is_not_bound(source):
    """timeit runs in a namespace of its own; other languages bind nothing."""
    assert program("x = 3", source).get("x") == 3


def test_a_magic_of_the_notebook_itself_is_called():
    """A registered magic does what its function says, not what its cell looks like."""
    magic = (
        "from IPython.core.magic import register_cell_magic\nlog = []\n"
        "@register_cell_magic\ndef keep(line, cell):\n    log.append(cell.strip())\n"
    )
    from autograder.worker.doubt import may_matter
    from autograder.worker.replay import replay

    p = program(magic, "%%keep\nx = 4", "def f():\n    return log, 'x' in globals()")
    assert may_matter(p, ["f"])
    replay(p)
    assert p.get("f")() == (["x = 4"], False)


def test_a_file_that_a_cell_writes_is_imported(tmp_path, monkeypatch):
    """%%writefile makes a module, -a adds to it, and it lies where the notebook looks for it."""
    monkeypatch.chdir(tmp_path)
    cells = ["%%writefile helper.py\nN = 3", "%%writefile -a helper.py\ndef f():\n    return N", "from helper import f"]
    programs = programs_of([Cell(n, source, ran=True) for n, source in enumerate(cells, 1)])
    assert programs[""].get("f")() == 3
    assert (tmp_path / "helper.py").read_text() == "N = 3\ndef f():\n    return N\n"


@pytest.mark.parametrize("name", ["../x.py", "/tmp/x.py", "a/../../x.py"])
def test_a_cell_writes_only_below_its_folder(name, tmp_path, monkeypatch):
    """A name that leads elsewhere is not written to."""
    inside = tmp_path / "in"
    inside.mkdir()
    monkeypatch.chdir(inside)
    programs_of([Cell(1, f"%%writefile {name}\nN = 3", ran=True)])
    assert list(tmp_path.iterdir()) == [inside]


def test_run_takes_the_statements_of_a_file():
    """%run binds what the file binds; a file that was not handed in is named."""
    file = Cell(0, "x = 3\nif __name__ == '__main__':\n    y = 4", ran=True, file="src/m.py")
    program = programs_of([file, Cell(1, "%run src/m.py", ran=True), Cell(2, "%run setup.ipynb", ran=True)])[""]
    assert (program.get("x"), program.get("y")) == (3, 4)
    assert [p.message for p in program.problems] == [
        "cell 2 runs setup.ipynb, which is not in the upload. Hand it in too."
    ]
