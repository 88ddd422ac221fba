"""Calling a submission: values, failures in words, budgets and replacement of workers."""

import re
import signal
from dataclasses import replace

import numpy as np
import pytest

from autograder.boundary import wire
from autograder.boundary.connection import WorkerEnd
from autograder.checks.student import StudentFailure
from autograder.course.assignment_file import RESERVED_NAMES
from autograder.errors import GraderError
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment, Cell, SubmissionRules, Task
from autograder.student_side.subprocess_worker import SubprocessWorker

TASK = Task("t", "1", "T", 1.0, seconds=20.0)
ASSIGNMENT = Assignment("s", "S", "C", (), SubmissionRules((), ""), (TASK,), preload=("numpy",))
SOURCE = """
import os, sys, time
import numpy as np
def double(x): return 2 * x
def shadow(): raise NotImplementedError("t")
def loop():
    while True: pass
def leave(): os._exit(3)
def leave_politely(): quit()
def boom(x): return x.nope
def objects(): return np.array([None])
def giant(): return np.zeros(10**9, dtype=np.uint8)
def draw(): return np.random.rand(3)
def forge():
    os.write(1, b'{"value": 1}'); print("all tests passed", file=sys.stderr)
    return 2
def uses_lost(): return lost
def scribble():
    for descriptor in range(3, 256):
        try: os.write(descriptor, b"\\x00\\x00\\x00\\x01\\x01")
        except OSError: pass
    return 5
lost = 1 / 0
def process(): return os.getpid()
def sleep(): time.sleep(60)
def interrupt(): os.kill(os.getpid(), 15)
def overflow(): os.kill(os.getpid(), 11)
def die_once():
    if not os.path.exists(MARK):
        open(MARK, "w").close()
        os.kill(os.getpid(), 9)
    return 7
def kinds(*values): return [type(value).__name__ for value in values]
"""
HARNESS_NAMES = (
    "begin call close definitions file files functions has_file load log name probe problems purpose student task"
).split()
"""Names that the harness uses itself: methods of its classes, fields of its messages, fixtures of its tests."""


@pytest.fixture
def submission(tmp_path):
    """The harness's side of a submission: budgets, workers, logs."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "probes.py").write_text(
        "import os\ndef names(student, k): return [type(student.double).__name__, student.double(k), os.listdir('.')]\n"
        "def named(student, name): return [name]\n"
        "def kinds_of(student, given, rate): return student.kinds(*given, rate)\n"
    )
    (tmp_path / "weights.pt").write_bytes(b"x")
    named = [f"def {name}(x, name): return [{name!r}, x, name]" for name in HARNESS_NAMES]
    cells = [Cell(1, SOURCE + f"MARK = {str(tmp_path / 'died')!r}\n", ran=True), Cell(2, "\n".join(named), ran=True)]
    s = Student(
        lambda task: SubprocessWorker(ASSIGNMENT, tmp_path / "tests", tmp_path, ["weights.pt"]),
        cells,
        ["weights.pt"],
        Seeds(b"k", "sha"),
    )
    s.begin(TASK)
    s.purpose("test")
    yield s
    s.close()


@pytest.fixture
def student(submission):
    """What a grading test gets."""
    return submission.functions


def failure(call, *args):
    with pytest.raises(StudentFailure) as caught:
        call(*args)
    return caught.value.failure


def test_values_come_back_as_plain_arrays(student):
    """A call takes arrays and returns arrays; a probe runs beside the code and sees handed-in files."""
    np.testing.assert_array_equal(student.double(np.arange(3)), [0, 2, 4])
    assert student.probe("names", 4) == ["function", 8, ["weights.pt"]]
    assert student.file("weights.pt")
    assert not student.file("other.pt")


@pytest.mark.parametrize("name", [name for name in HARNESS_NAMES if name not in ("probe", "file")])
def test_a_function_may_have_any_name_that_the_harness_uses_itself(student, name):
    """A test that calls ``student.load(2)`` calls the student's ``load``, not a method of the harness."""
    assert getattr(student, name)(2, name=1) == [name, 2, 1]


def test_a_test_gets_nothing_of_the_harness_but_probe_and_file(student):
    """Public names of the object that tests get cannot be names of students' functions: the toml refuses them."""
    assert {name for name in dir(student) if not name.startswith("_")} == {"probe", "file"} == set(RESERVED_NAMES)


def test_the_arguments_of_a_probe_may_have_any_name(student):
    """``name`` is the first parameter of ``student.probe`` itself, and may be one of the probe's too."""
    assert student.probe("named", name="x") == ["x"]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("shadow", "not_attempted", "not attempted"),
        ("absent", "missing", "`absent` is not defined"),
        ("leave", "died", "exit status 3"),
        ("leave_politely", "raised", "quit()"),
        ("objects", "unreadable", "dtype object"),
        ("giant", "unreadable", "953.7 MB"),
        ("uses_lost", "raised", "ZeroDivisionError"),
    ],
)
def test_each_failure_has_its_sentence(student, name, kind, words):
    """Whatever goes wrong in the student's code, the student reads what and where."""
    found = failure(getattr(student, name))
    assert (found.kind, words in found.message) == (kind, True), found
    assert student.double(3) == 6


def test_an_exception_names_the_line_and_keeps_the_traceback_for_the_instructor(student):
    """The sentence points at the student's own line; the traceback is detail."""
    found = failure(student.boom, 1)
    assert "in cell 1, line 10" in found.message
    assert "Traceback" in found.detail


def test_an_endless_loop_ends_with_the_budget_and_the_worker_is_replaced(student, submission):
    """A hang costs the task's time, then the next task goes on with a fresh worker."""
    short = Task("short", "2", "", 1.0, seconds=0.5)
    submission.load()
    submission.begin(short)
    stopped = failure(student.loop)
    assert stopped.kind == "timeout"
    assert re.fullmatch(
        r"`loop` was stopped before it had returned: your code took \d\.\d s of the 0\.5 s that this task allows\.",
        stopped.message,
    )
    refused = failure(student.double, 1)
    assert refused.kind == "timeout"
    assert refused.message == "What follows was not tried: your code had used up the 0.5 s that this task allows."
    submission.begin(TASK)
    assert student.double(1) == 2


def test_a_call_that_sleeps_ends_with_the_budget_and_is_told_so(student, submission):
    """Sleep costs as much as computing, and the sentence names it."""
    submission.load()
    submission.begin(Task("short", "2", "", 1.0, seconds=0.5))
    stopped = failure(student.sleep)
    assert stopped.kind == "timeout"
    assert "it was waiting (sleep, input, another process)" in stopped.message


def test_a_worker_that_is_killed_from_outside_is_replaced_and_asked_again(student):
    """The machine may have run out of memory: the same call, on a fresh worker, gives its value."""
    assert student.die_once() == 7


@pytest.mark.parametrize(("name", "number"), [("interrupt", 15), ("overflow", 11)])
def test_code_that_ends_its_own_process_pays_for_it(student, submission, name, number):
    """A signal that would have come from outside comes again; a fault of the code is no signal from outside."""
    found = failure(getattr(student, name))
    assert (found.kind, found.message) == ("died", f"`{name}` ended the whole process (signal {number})")
    assert student.double(3) == 6


def test_a_worker_that_dies_while_nothing_of_the_students_runs_is_the_graders_fault(tmp_path):
    """It is tried twice."""
    tried = []

    class Dead:
        def request(self, message, wait):
            raise wire.Closed

        def use(self):
            return None

        def stop(self):
            return WorkerEnd(signal=9)

        def log(self):
            return ""

    def connect(task):
        tried.append(task)
        return Dead()

    student = Student(connect, (), (), Seeds(b"k", "s"))
    student.begin(TASK)
    with pytest.raises(GraderError, match=r"twice a worker died while it read the cells \(signal 9\)"):
        student.functions.f()
    assert len(tried) == 2


def test_a_question_that_was_broken_off_leaves_no_answer_for_the_next(student, submission):
    """Who grades may end a test while it waits; the worker that still owes an answer is replaced."""

    class Ended(BaseException):
        pass

    def end(*_):
        raise Ended

    submission.load()
    first = student.process()
    before = signal.signal(signal.SIGALRM, end)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with pytest.raises(Ended):
            student.loop()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert student.double(2) == 4
    assert student.process() != first


def test_a_forged_answer_on_standard_output_is_only_log(student, submission):
    """What the code prints decides nothing."""
    assert student.forge() == 2
    assert "all tests passed" in submission.log


def test_writing_into_the_judges_socket_is_no_answer(student):
    """Bytes pushed into every descriptor give a protocol failure, and the next call works."""
    assert failure(student.scribble).kind == "protocol"
    assert student.double(1) == 2


def test_seeds_are_stable_per_purpose_and_differ_between_submissions(student, submission):
    """The same submission sees the same draws in the same test; another purpose, other draws."""
    first = student.draw()
    submission.purpose("test")
    np.testing.assert_array_equal(student.draw(), first)
    submission.purpose("other")
    assert not np.array_equal(student.draw(), first)
    assert Seeds(b"k", "sha")("x") != Seeds(b"k", "sha2")("x")
    assert Seeds(b"k", "sha")("x") != Seeds(b"k2", "sha")("x")


def test_a_test_that_sends_too_much_is_the_graders_fault(student):
    """An oversized argument is no failure of the student."""
    with pytest.raises(GraderError, match="batches"):
        student.double(np.zeros(10**8))


def test_a_worker_is_replaced_only_for_a_task_that_may_take_more_memory(student, submission):
    """Tasks with as much memory or less go on in the same process; limits of a process can only be lowered."""
    first = student.process()
    for megabytes, same in [(TASK.memory_mb, True), (TASK.memory_mb // 2, True), (2 * TASK.memory_mb, False)]:
        submission.begin(replace(TASK, memory_mb=megabytes))
        assert (student.process() == first) is same


def test_a_number_arrives_as_a_number(submission):
    """What a contract calls float or int is one, also where a test wraps every argument in an array."""
    given = [np.array(0.5), np.array(3), np.float32(2), np.ones(1), 0.25]
    assert submission.call("kinds", given, {}) == ["float", "int", "float", "ndarray", "float"]
    assert submission.probe("kinds_of", [given], {"rate": np.array(0.5)}) == [
        "float",
        "int",
        "float",
        "ndarray",
        "float",
        "float",
    ]
