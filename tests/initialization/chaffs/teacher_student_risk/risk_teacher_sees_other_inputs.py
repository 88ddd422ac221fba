"""Teacher and student are evaluated on different inputs."""

CAUGHT_BY = ("test_estimate_agrees_with_the_squared_distance", "test_equal_student_and_teacher_have_no_risk")
CODE = "risk-of-teacher-not-zero"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    rng = np.random.default_rng(seed)
    student = rng.standard_normal((n_samples, len(w))) @ w
    teacher = rng.standard_normal((n_samples, len(w))) @ w_teacher
    return float(np.mean((student - teacher) ** 2))
