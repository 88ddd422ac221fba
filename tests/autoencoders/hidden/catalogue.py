"""What can be wrong in Problems 3 to 5, as far as they are theory: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NUMBERS_WRONG = Problem(
    "numbers-wrong",
    "{quantity} {is} wrong. Check every factor of the chain rule that leads there",
    "No known mistake leads to these numbers; look at the code.",
)
NOT_EXACT_ENOUGH = Problem(
    "not-exact-enough",
    "{quantity} {is} not exact enough. Give at least four significant digits",
    "Rounded too early, or copied from a printed table.",
)
QUADRATIC_COST = Mistake(
    "quadratic-cost",
    "{quantity} {is} wrong: {it} is the derivative of the quadratic cost, not of the cross-entropy",
    "With the cross-entropy, the output's σ′ cancels.",
)
QUADRATIC_COST_DOUBLED = Mistake(
    "quadratic-cost-without-half",
    "{quantity} {is} wrong: {it} is the derivative of the quadratic cost without its factor ½; the cost here is the "
    "cross-entropy",
    "With the cross-entropy, the output's σ′ cancels.",
)
TARGET_MINUS_OUTPUT = Mistake(
    "target-minus-output", "target minus output is used instead of output minus target", "δ = o − t at the output."
)
AVERAGED_OVER_OUTPUTS = Mistake(
    "averaged-over-outputs",
    "the cost is averaged over the two outputs; their sum is needed",
    "The sheet's cost is a sum.",
)
HIDDEN_SLOPE_MISSING = Mistake(
    "hidden-slope-missing", "the derivative of the hidden sigmoid is missing", "δ_h = (Wᵀ δ_o) σ′(z_h)."
)
HIDDEN_SLOPE_OF_ACTIVATION = Mistake(
    "hidden-slope-at-activation",
    "the derivative of the hidden sigmoid is taken at the activation instead of z",
    "σ′(z) = h(1 − h), not σ′(h).",
)
WEIGHTS_NOT_TRANSPOSED = Mistake(
    "w6-and-w7-exchanged",
    "w6 and w7 are exchanged where the error goes down (the matrix is transposed once too often or not at all)",
    "Let them follow one path in the drawing from o1 to h2.",
)
ONLY_ONE_OUTPUT = Mistake(
    "only-one-output", "only one output sends its error down", "A hidden neuron gets the errors of both outputs."
)
UPDATED_FIRST = Mistake(
    "updated-too-early",
    "w5 … w8 were updated (with η = 0.5) before the error went down",
    "Compute all derivatives first, then update.",
)
NUMBERED_BY_SOURCE = Mistake(
    "numbered-by-source",
    "the weights are numbered by the neuron that they come from, not as in the figure",
    "In the figure, w1 and w2 both lead to h1.",
)
RESULT_NUMBERED_BY_SOURCE = Mistake(
    "result-numbered-by-source",
    "w2 and w3 (or w6 and w7) are exchanged in the result",
    "The gradient's matrix was flattened column by column.",
)
NO_SIGMOIDS = Mistake("no-sigmoids", "the sigmoid is missing in the forward pass", "Both layers have a sigmoid.")
NO_OUTPUT_SIGMOID = Mistake("no-output-sigmoid", "the sigmoid of the output is missing", "Both layers have a sigmoid.")
SHARED_BIAS = Mistake(
    "bias-shared-by-layer",
    "the derivatives by the two biases of a layer are added, but each neuron has its own bias here",
    "In a well-known version of this example, a layer shares one bias.",
)
BIAS_AS_FACTOR = Mistake("bias-as-factor", "the derivative by a bias is multiplied by the bias", "∂z/∂b is 1, not b.")
NO_INPUT_FACTOR = Mistake(
    "input-factor-missing",
    "the derivative by a weight is the error alone, without the neuron that the weight comes from",
    "∂z/∂w is the activation below.",
)

NO_PAIR = Problem(
    "not-two-values", "cross_entropy_minimum must return two values: the outputs a and the value C", "One of the two."
)
OUTPUT_ROUNDED = Mistake("output-rounded", "it is rounded to 0 or 1", "Targets between 0 and 1 are no classes.")
OUTPUT_MEAN = Mistake(
    "mean-of-targets",
    "the mean of y is returned for all inputs. Each input has its own output",
    "The cost is minimised input by input.",
)
OUTPUT_HALF = Mistake("output-half", "it is ½ for every input", "The maximum of the entropy, not the minimum of C.")
OUTPUT_LOGIT = Mistake("output-is-logit", "it is z, the logit of the output", "The question is about a, not z.")
OUTPUT_ONE_MINUS_Y = Mistake("output-one-minus-y", "it is 1 − y", "A sign in the derivative, or y and 1 − y exchanged.")
MINIMUM_ZERO = Mistake(
    "minimum-zero", "it is 0, which is right for targets of 0 and 1 only", "The entropy of y remains at the minimum."
)
MINIMUM_AT_ROUNDED = Mistake(
    "value-at-rounded-outputs", "it is the value at outputs that are rounded to 0 or 1", "The minimum is at a = y."
)
MINIMUM_AT_MEAN = Mistake("value-at-mean", "it is the value at the mean of y", "The minimum is at a = y.")

SUM_FOR_MEAN = Mistake("sum-instead-of-mean", "the sum is taken instead of the mean", "The sheet's cost is a mean.")
BASE_2 = Mistake("logarithm-base-2", "the logarithm has base 2", "np.log is the natural one.")
BASE_10 = Mistake("logarithm-base-10", "the logarithm has base 10", "np.log is the natural one.")
SECOND_TERM_MISSING = Mistake(
    "second-term-missing", "the term with 1 − y is missing", "Only a softmax can do without it."
)
FIRST_TERM_MISSING = Mistake("first-term-missing", "the term with y is missing", "Both terms of the sum are needed.")
ROLES_EXCHANGED = Mistake(
    "a-and-y-exchanged", "a and y have exchanged their roles", "The targets stand in front of ln."
)
LOGARITHMS_EXCHANGED = Mistake(
    "logarithms-exchanged",
    "ln a is multiplied by 1 − y and ln(1 − a) by y. Exchange the two factors",
    "y ln a + (1 − y) ln(1 − a).",
)
CLIPPED = Mistake(
    "a-clipped",
    "a is clipped, which changes the value where a is near 0 or 1",
    "Clipping hides the infinities; use xlogy.",
)
NAN_AT_THE_ENDS = Mistake(
    "nan-at-the-ends",
    "The cross-entropy is NaN at y = 0 or 1. Count 0 · ln 0 as 0",
    "scipy.special.xlogy has this limit built in.",
)
NAN_WHERE_INFINITE = Mistake(
    "nan-at-the-ends",
    "{quantity} is NaN where it is infinite. Count 0 · ln 0 as 0",
    "scipy.special.xlogy has this limit built in.",
)
MINUS_INFINITE = Mistake("wrong-sign", "{quantity} is −∞: its sign is wrong", "The minus in front of the sum.")
FINITE_WHERE_INFINITE = Problem(
    "finite-where-infinite",
    "{quantity} is finite where it is infinite. Check whether your code clips a or adds a small number",
    "Clipping, nan_to_num, or a small ε in the logarithm.",
)

HAS_FRACTION = Mistake(
    "size-not-rounded",
    "the output size has a fraction. Round it down to a whole number",
    "/ instead of //.",
)
SEVERAL_MISTAKES_FIT = Problem(
    "several-mistakes-fit",
    "{quantity} {is} wrong. More than one mistake leads to these numbers: {causes}",
    "Ask which formula was used.",
)
SIZES_WRONG = Problem(
    "sizes-wrong",
    "{quantity} {is} wrong. Insert kernel, stride and padding into the formula once more",
    "No known mistake leads to these numbers.",
)
ROUNDED_UP = Mistake("rounded-up", "the result is rounded up", "The kernel must fit: round down.")
ONE_MISSING = Mistake("one-missing", "1 is missing", "The first place counts too: +1.")
PADDING_ON_ONE_SIDE = Mistake("padding-on-one-side", "padding is added on one side only", "2p, not p.")
NO_PADDING = Mistake("padding-left-out", "padding is left out", "n + 2p.")
PADDING_SUBTRACTED = Mistake("padding-subtracted", "padding is subtracted", "n + 2p, not n − 2p.")
NO_STRIDE = Mistake("stride-left-out", "the stride is left out", "Divide by the stride.")
ONE_BEFORE_DIVISION = Mistake(
    "one-before-division", "1 is added before the division by the stride", "(n + 2p − k)/s + 1: add 1 at the end."
)
PADDING_AFTER_DIVISION = Mistake(
    "padding-after-division", "the padding is added after the division", "Padding enlarges the image first."
)
STRIDE_IS_KERNEL = Mistake(
    "stride-is-kernel", "the kernel's length is used as the stride", "A habit from pooling layers."
)
KERNEL_NOT_SUBTRACTED = Mistake("kernel-not-subtracted", "the kernel's length is not subtracted", "n + 2p − k.")
TRANSPOSED_CONVOLUTION = Mistake(
    "transposed-convolution",
    "the formula is that of a transposed convolution",
    "The formula of the opposite direction.",
)
