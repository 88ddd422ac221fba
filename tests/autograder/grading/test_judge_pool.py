"""Judges in processes of their own: what each wrote comes back, whatever becomes of it."""

import os
import signal
import time

import pytest

from autograder.grading.class_run import complete_report
from autograder.grading.judge_pool import run_judges
from autograder.judge.job import Job
from autograder.records import Assignment, Report, SubmissionRules, Task, Verdict

ASSIGNMENT = Assignment(
    "a", "A", "C", (), SubmissionRules((), ""), (Task("t", "1", "T", 2.0), Task("u", "2", "U", 3.0))
)
EARNED = Verdict("t", "passed", 2.0, 2.0)

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="grading needs Linux")


def jobs_in(folder, *names):
    return [Job(name, folder, folder / f"{name}.json", key=name) for name in names]


def judge(job):
    """Does what the name of the job says, after the first of two tasks."""
    job.write(Report("a", job.id, "", (EARNED,), complete=job.id.startswith("whole")))
    if job.id == "raises":
        raise ValueError("a hidden value")
    if job.id == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if job.id == "endless":
        time.sleep(600)


def test_a_complete_report_is_what_the_judge_wrote(tmp_path):
    """More jobs than places: every one is judged once, in a process of its own, and its report comes back."""
    jobs = jobs_in(tmp_path, *(f"whole {number}" for number in range(5)))
    judged = list(run_judges(jobs, judge, at_once=2, seconds=60))
    assert sorted(one.job.id for one in judged) == [job.id for job in jobs]
    assert all(one.report == Report("a", one.job.id, "", (EARNED,), complete=True) for one in judged)
    assert all(one.fault == "" for one in judged)


@pytest.mark.parametrize(
    ("name", "fault"), [("raises", "a hidden value"), ("killed", "SIGKILL"), ("endless", "not finished after 1 s")]
)
def test_what_was_earned_before_a_fault_is_kept(tmp_path, name, fault):
    """The instructor reads the reason, the student that nothing is lost; the task that was not reached is ungraded."""
    (job,) = jobs_in(tmp_path, name)
    (judged,) = run_judges([job], judge, at_once=1, seconds=1 if name == "endless" else 60)
    assert fault in judged.fault
    report = complete_report(judged, ASSIGNMENT)
    assert report.verdicts[0] == EARNED
    assert (report.verdicts[1].task, report.verdicts[1].status) == ("u", "ungraded")
    assert fault in report.verdicts[1].reason
    assert fault not in report.verdicts[1].message + " ".join(finding.message for finding in report.findings)
    assert "Please tell your instructor" in report.verdicts[1].message


def test_a_report_of_an_earlier_run_is_none_of_this_one(tmp_path):
    """A judge that dies before it writes leaves the file of another key; its points are not taken over."""
    (job,) = jobs_in(tmp_path, "early")
    Job("early", tmp_path, job.out, key="another").write(Report("a", "early", "", (EARNED,), complete=True))
    (judged,) = run_judges([job], lambda job: os._exit(3), at_once=1, seconds=60)
    assert judged.report is None
    assert "exit status 3" in judged.fault
    assert [verdict.status for verdict in complete_report(judged, ASSIGNMENT).verdicts] == ["ungraded", "ungraded"]
