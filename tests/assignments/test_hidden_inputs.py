"""Hidden tests draw inputs that tell every mistake from every other, whatever the seed."""

from types import SimpleNamespace

import numpy as np
import pytest

from tests.helpers.later import import_later

test_teacher_student_risk = import_later("tests.initialization.hidden.test_teacher_student_risk")


@pytest.mark.parametrize(
    ("of_products", "told"),
    [
        (lambda a, b: np.mean((a - b) ** 2), "mean is taken over the coordinates"),
        (lambda a, b: np.mean((a - b).sum(1) ** 2) / 2, "factor ½"),
        (lambda a, b: np.mean(a.sum(1) ** 2), "teacher is not subtracted"),
        (lambda a, b: np.mean(np.abs((a - b).sum(1))), "the square is missing"),
        (lambda a, b: np.mean((a - b).sum(1) ** 2) ** 0.5, "the root of the risk"),
    ],
)
def test_a_wrong_risk_is_told_as_its_own_mistake(of_products, told):
    """x·w and x·w_t, sample by coordinate, go in. Two mistakes had the same value by chance, and none was told."""

    def monte_carlo_risk(w, w_teacher, n_samples, seed):
        x = np.random.default_rng(seed).standard_normal((n_samples, w.size))
        return float(of_products(x * w, x * w_teacher))

    student = SimpleNamespace(monte_carlo_risk=monte_carlo_risk)
    for seed in range(60):
        with pytest.raises(AssertionError, match=told):
            test_teacher_student_risk.test_estimate_agrees_with_the_squared_distance(
                student, np.random.default_rng(seed)
            )


@pytest.mark.slow
def test_other_inputs_cost_the_points_of_one_test_whatever_the_seed():
    """Uniform inputs are the matter of the test of the mean; how much their estimates scatter depended on w."""

    def risks(name, w, w_teacher, n_samples, seeds):
        samples = (np.random.default_rng(seed).random((n_samples, w.size)) for seed in seeds)
        return [float(np.mean((x @ (w - w_teacher)) ** 2)) for x in samples]

    for seed in range(400):
        test_teacher_student_risk.test_estimates_scatter_as_means_of_n_samples(
            SimpleNamespace(probe=risks), np.random.default_rng(seed)
        )
