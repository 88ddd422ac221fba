"""What can be wrong in the training of the linear model and of the toy convnet (section 2.4)."""

from autograder.checks import Mistake, Problem

LOSSES_NO_LIST = Problem(
    "losses-no-list",
    "{quantity} is not a list. Return a list with one number for each iteration",
    "Only the last loss was returned.",
)
LOSSES_NO_NUMBERS = Problem("losses-no-numbers", "{quantity} holds something other than numbers", "Arrays or texts.")
WRONG_NUMBER_OF_LOSSES = Problem(
    "wrong-number-of-losses",
    "{quantity} has {found} entries after {iterations} iterations. Append one number in each iteration",
    "A fixed number of iterations, or losses every hundred steps.",
)
RUNS_DIFFER = Problem(
    "runs-differ",
    "two runs of {function} with the same data, settings and random numbers give different {quantity}. "
    "Start anew in every call",
    "Something is kept from one call to the next, or chance comes from where the grader cannot repeat it.",
)
STARTS_AT_ZERO = Problem(
    "starts-at-zero",
    "all parameters are zero, and a network that starts at zero never learns. Start from random numbers",
    "Question 1.3 says why.",
)
STARTS_DEAD = Problem(
    "starts-dead",
    "no gradient ever differs from zero, so the network starts where it cannot learn",
    "Filters or u of zeros; question 1.3 says why.",
)

REGULARISER_MISSING = Mistake(
    "regulariser-missing", "the regulariser is missing in the step", "It is part of the loss, so of its gradient too."
)
REGULARISER_DOUBLED = Mistake(
    "regulariser-doubled", "the regulariser's gradient is 2λθ; of λ/2 ‖θ‖² it is λθ", "The 1/2 cancels the 2."
)
REGULARISER_HALVED = Mistake(
    "regulariser-halved", "the regulariser's gradient is λ/2 θ; of λ/2 ‖θ‖² it is λθ", "The 1/2 cancels the 2."
)
REGULARISER_DIVIDED = Mistake(
    "regulariser-divided-by-batch-size",
    "the regulariser's gradient is divided by the batch size",
    "Only the error is a mean over the batch.",
)
REGULARISER_MULTIPLIED = Mistake(
    "regulariser-times-batch-size",
    "the regulariser's gradient is multiplied by the batch size",
    "It is added once for the batch, not for every sample.",
)
REGULARISER_SIGN = Mistake(
    "regulariser-sign-wrong", "the regulariser's gradient has the wrong sign", "It pulls the parameters to zero."
)
NORM_ADDED = Mistake(
    "norm-added",
    "a single number, the norm, is added where λ times each parameter is asked for",
    "The gradient of ‖θ‖² has an entry for every parameter.",
)
UPHILL = Mistake("step-uphill", "the step goes uphill: the gradient is added", "Subtract the gradient.")
RATE_LEFT_OUT = Mistake("learning-rate-left-out", "the learning rate is left out", "θ − learning_rate · gradient.")
SUMMED = Mistake(
    "error-summed-over-batch",
    "the squared error is summed over the batch; the mean is needed",
    "The sheet's loss is a mean over the batch.",
)
DIVIDED_AGAIN = Mistake(
    "gradient-divided-again",
    "the gradient is divided by the batch size once more",
    "The gradient that comes from the batch is a mean already.",
)
LABEL_KEPT = Mistake("label-not-subtracted", "the label is not subtracted", "The error is 2(p − y).")
ONE_NUMBER_FOR_W = Mistake(
    "one-number-for-w",
    "the mean over the entries of x is taken, a single number for all of w",
    "np.mean without axis=0.",
)
U_NOT_UPDATED = Mistake("u-not-updated", "u is not updated", "All three parameters take a step.")
FILTERS_NOT_UPDATED = Mistake("filters-not-updated", "the filters are not updated", "All three parameters take a step.")
NOTHING_UPDATED = Mistake("nothing-updated", "nothing is updated", "The step is taken on copies.")
FILTERS_REGULARISED = Mistake(
    "only-filters-regularised", "the regulariser is applied to the filters alone", "The sheet regularises u as well."
)
U_REGULARISED = Mistake(
    "only-u-regularised", "the regulariser is applied to u alone", "The sheet regularises the filters as well."
)

REGULARISER_WITHOUT_EFFECT = Mistake(
    "regulariser-without-effect", "the regulariser has no effect", "It is in the loss and not in the gradient."
)
REGULARISER_TOO_STRONG = Mistake(
    "regulariser-twice-too-strong",
    "the regulariser is twice too strong, or the factor 2 of the squared error is missing",
    "The derivative of λ/2 ‖w‖² is λw, that of (p − y)² is 2(p − y) x.",
)
REGULARISER_TOO_WEAK = Mistake(
    "regulariser-half-as-strong", "the regulariser is half as strong as it should be", "The derivative of λ/2 ‖w‖²: λw."
)

SQUARES_SUMMED = Mistake(
    "squares-summed", "the squares are summed; their mean is needed", "The sheet's loss is a mean."
)
ROOT_TAKEN = Mistake(
    "differences-not-squared",
    "a root is taken, or the differences are not squared",
    "The sheet's loss is the mean squared error.",
)
NOT_SQUARED = Mistake(
    "differences-not-squared", "the differences are not squared", "The sheet's loss is the mean squared error."
)
OTHER_SPLIT = Mistake(
    "measured-on-other-split", "it is measured on the other split", "Training and test losses were exchanged."
)
REGULARISER_FACTOR = Mistake(
    "regulariser-factor-in-loss", "the regulariser is added to the loss with a wrong factor", "λ/2 ‖θ‖²."
)

SAME_SAMPLE = Problem(
    "same-sample-every-step",
    "every step uses the same training sample. Draw a new batch in each iteration",
    "The batch is drawn before the loop, or is always the first rows.",
)
ALL_SAMPLES = Mistake(
    "batch-size-ignored",
    "a step uses all training samples, whatever batch_size is",
    "Gradient descent on the full training set.",
)
OTHER_LABELS = Mistake(
    "labels-of-other-samples",
    "the inputs and the labels of a batch belong to different samples",
    "Two draws of indices where one is needed.",
)
NOT_ONE_SAMPLE = Problem(
    "step-of-no-sample",
    "with batch_size = 1, a step does not follow the gradient of one training sample",
    "Any mistake of the step, or data changed on the way.",
)
Y1_NOT_LEARNED = Problem(
    "y1-not-learned",
    "after 1,000 iterations the error on y1 is {percent:.3g} % of its variance. A linear model can learn y1",
    "Rate, sign or gradient of the step.",
)
Y2_NOT_LEARNED = Problem(
    "y2-not-learned",
    "the error on y2 is {to_linear:.2g} times that of the best linear model and {to_constant:.2g} times that of a "
    "constant",
    "Forward and backward pass first; then the start.",
)
