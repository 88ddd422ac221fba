"""What can be wrong in an answer of this assignment: sentences for students, advice for instructors.

A ``Problem`` is what a test sees, a ``Mistake`` is a cause that the numbers confirm. The code is counted in reports and
pinned by chaffs, so it stays when the sentence is improved.
"""

from autograder.checks import Mistake, Problem

SUM_OVER_SAMPLES = Mistake(
    "sum-over-samples",
    "exp is divided by its sum over the samples. Divide by the sum over the classes",
    advice="The sum runs over axis 0 in place of axis 1.",
)
SUM_OVER_BATCH = Mistake(
    "sum-over-batch",
    "exp is divided by its sum over the whole batch. Divide each row by its own sum",
    advice="sum() without an axis.",
)
NOT_DIVIDED = Mistake(
    "not-divided",
    "exp is not divided by its sum over the classes",
    advice="The denominator of the formula was forgotten.",
)
OVERFLOW = Problem(
    "overflow",
    "The probabilities of large scores are NaN or zero. Subtract the largest score of each row before exp",
    advice="exp(1000) overflows; one maximum for the whole batch makes rows of small scores vanish.",
)
