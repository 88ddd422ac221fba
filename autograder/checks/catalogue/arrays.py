"""Which mistake is behind a wrong array? What ``diagnosis.explain`` confirms, and how far off an array is."""

from autograder.checks.outcome import Mistake, Problem

FAR_OFF = Problem(
    "far-off",
    "{quantity} {is} wrong: {wrong} of {total} entries differ, by up to {percent:.3g} % of the largest entry",
    "No known mistake leads to these numbers; look at the code.",
)
NUMBER_OFF = Problem(
    "number-off", "{quantity} {is} wrong: {it} is {ratio}", "No known mistake leads to this number; look at the code."
)
NUMBER_FAR_OFF = Problem("number-far-off", "{quantity} {is} wrong: {it} is too far off", "Look at the code.")

SUM_INSTEAD_OF_MEAN = Mistake(
    "sum-instead-of-mean",
    "{quantity} {is} {factor} times too large, and {factor} is the batch size: the sum over the batch was used where "
    "the mean is needed",
    "Write the loss of the batch with its 1/N and differentiate it.",
)
DIVIDED_TWICE = Mistake(
    "divided-by-batch-size-twice",
    "{quantity} {is} {factor} times too small, and {factor} is the batch size: it was divided by the batch size once "
    "too often",
    "The loss has its 1/N already; a mean in the backward pass divides once more.",
)
WRONG_SIGN = Mistake("wrong-sign", "{its} sign is wrong", "p − y, not y − p; or a gradient step upwards.")
TWICE_AS_LARGE = Mistake(
    "twice-as-large", "{it} is twice as large as it should be", "A factor 2 or 1/2 of the squared error."
)
HALF_AS_LARGE = Mistake(
    "half-as-large", "{it} is half as large as it should be", "A factor 2 or 1/2 of the squared error."
)
DEGREES = Mistake("degrees", "{it} is in degrees instead of radians", "numpy's functions take radians.")
SCALED = Mistake(
    "scaled-by-a-constant", "every entry is {ratio}", "A factor is missing or comes twice: a rate, a λ, a size."
)
ALL_ZEROS = Mistake(
    "all-zeros", "every entry is zero", "An array that was made and never filled, or a mask that is empty."
)
ZERO = Mistake("all-zeros", "{it} is zero", "A value that was never computed.")
TRANSPOSED = Mistake("transposed", "{it} is transposed", "Weights are (in, out) or (out, in): the sheet fixes which.")
AXES_ORDER = Mistake(
    "axes-in-wrong-order", "{its} axes are in the wrong order", "Channels first or last, samples first or last."
)
REVERSED = Mistake(
    "reversed", "{it} is reversed, last entry first", "A correlation in place of a convolution, or a loop from the end."
)
REVERSED_AXIS = Mistake("reversed", "{it} is reversed along axis {axis}", "A correlation in place of a convolution.")
REVERSED_EVERYWHERE = Mistake(
    "reversed", "{it} is reversed along every axis", "A correlation in place of a convolution."
)
OTHER_SHAPE = Mistake(
    "right-numbers-in-wrong-shape",
    "{quantity} {has} the right numbers in the wrong shape: {found} instead of {expected}",
    "A reshape is missing.",
)
NOT_AVERAGED = Mistake(
    "not-averaged",
    "{quantity} {has} shape {found}: the mean over axis {axis} is missing",
    "np.mean without axis, or none at all.",
)
NOT_SUMMED = Mistake(
    "not-summed",
    "{quantity} {has} shape {found}: the sum over axis {axis} is missing",
    "np.sum without axis, or none at all.",
)
SHAPE_TRANSPOSED = Mistake(
    "transposed",
    "{quantity} {has} shape {found} and {is} transposed",
    "Weights are (in, out) or (out, in): the sheet fixes which.",
)
SHAPE_AXES = Mistake(
    "axes-in-wrong-order",
    "{quantity} {has} shape {found}: {its} axes are in the wrong order",
    "Channels first or last, samples first or last.",
)
REGULARISER = Mistake(
    "regulariser-share-wrong",
    "{it} differs by a multiple of the parameter itself: the regulariser's gradient is missing or has a wrong factor",
    "The derivative of λ‖W‖² is 2λW.",
)
SQUARED = Mistake("squared", "{it} is squared. A square root is missing", "Variance and standard deviation.")
ROOT_TAKEN = Mistake(
    "square-root-taken", "a square root was taken that should not be", "Variance and standard deviation."
)
INVERTED = Mistake("inverted", "{it} is inverted: 1 divided by the right value", "A quotient upside down.")
LOG_TAKEN = Mistake(
    "logarithm-taken", "{it} is the logarithm of the right value", "Log-probabilities where probabilities are asked."
)
LOG10_TAKEN = Mistake(
    "logarithm-taken", "{it} is the logarithm (base 10) of the right value", "np.log is the natural one."
)
EXP_TAKEN = Mistake(
    "exponential-taken", "{it} is the exponential of the right value", "Scores where their logarithm is asked."
)
COMPLEMENT = Mistake(
    "one-minus-the-value", "{it} is 1 minus the right value", "Errors in place of accuracies, y and 1 − y."
)
OFFSET = Mistake(
    "constant-added",
    "every entry is too {size} by the same amount",
    "A constant that the derivative or the mean removes.",
)
WRONG_ORDER = Mistake(
    "wrong-order",
    "{its} entries are the right ones in the wrong order",
    "Rows were shuffled, or an index runs otherwise.",
)
