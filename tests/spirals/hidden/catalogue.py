"""What can be wrong in an answer of this assignment: sentences for students, advice for instructors."""

from autograder.checks import Mistake

FIRST_MASK_MISSING = Mistake(
    "first-mask-missing",
    "ReLU of the first hidden layer is missing in the backward pass",
    "A third layer was added forwards only.",
)
SECOND_MASK_MISSING = Mistake(
    "second-mask-missing",
    "ReLU of the second hidden layer is missing in the backward pass",
    "A third layer was added forwards only.",
)
FIRST_RELU_MISSING = Mistake(
    "first-relu-missing", "ReLU of the first hidden layer is missing", "Two layers became one linear one."
)
SECOND_RELU_MISSING = Mistake(
    "second-relu-missing", "ReLU of the second hidden layer is missing", "Two layers became one linear one."
)
FIRST_RELU_BACKWARD_ONLY = Mistake(
    "first-relu-backward-only",
    "ReLU of the first hidden layer is missing in the forward pass",
    "Forward and backward pass belong together.",
)
SECOND_RELU_BACKWARD_ONLY = Mistake(
    "second-relu-backward-only",
    "ReLU of the second hidden layer is missing in the forward pass",
    "Forward and backward pass belong together.",
)
SECOND_MASK_ON_FIRST = Mistake(
    "mask-of-second-on-first", "the mask of the second hidden layer is applied to the first", "An index is off by one."
)
FIRST_MASK_ON_SECOND = Mistake(
    "mask-of-first-on-second", "the mask of the first hidden layer is applied to the second", "An index is off by one."
)
RELU_ON_SCORES = Mistake(
    "relu-on-scores", "ReLU is applied to the scores, which softmax takes as they are", "The last layer is linear."
)
SOFTMAX_TWICE = Mistake(
    "softmax-twice", "the softmax is applied twice", "The scores go into softmax, and its output nowhere else."
)
W3_UPDATED_EARLY = Mistake(
    "w3-updated-early",
    "W3 was updated before it carried the error down",
    "Compute all gradients first, then update.",
)

OTHER_POINTS = Mistake(
    "other-points",
    "it belongs to other points than those in X and y when the function is called",
    "The data were read when the cell ran, not when the function is called.",
)
STEP_UPHILL = Mistake("step-uphill", "it goes up the gradient instead of down", "Subtract the gradient.")
STEP_SUMMED = Mistake(
    "step-of-the-sum", "the gradient is summed over the points; the mean is needed", "The sheet's loss is a mean."
)
STEP_DIVIDED_TWICE = Mistake(
    "step-divided-twice", "the gradient is divided by the number of points twice", "The loss has its 1/N already."
)
STEP_DIVIDED_BY_300 = Mistake(
    "step-divided-by-300",
    "the gradient is divided by 300, whatever the number of points is",
    "300 is the size of the spiral; use len(X).",
)
STEP_SIZE = Mistake("other-step-size", "the step size is {rate:.3g} instead of 0.1", "The sheet fixes 0.1.")
MOMENTUM = Mistake(
    "momentum", "it keeps {part:.2g} of the step before (momentum)", "The sheet asks for plain gradient descent."
)
OUTPUT_RELU_MISSING = Mistake(
    "output-relu-missing", "the output is taken without its ReLU", "Both layers of the sheet have a ReLU."
)
AVERAGED_OVER_COORDINATES = Mistake(
    "averaged-over-coordinates",
    "the squares are averaged over the coordinates as well",
    "The norm sums over the coordinates.",
)
BIAS_NOT_SUMMED = Mistake(
    "bias-not-summed", "the gradients by the biases are not summed over the samples", "Sum over axis 0."
)
FIXED_SAMPLES = Mistake(
    "fixed-number-of-samples",
    "{quantity} are divided by a fixed {count} instead of the number of samples",
    "Use len(X).",
)
