"""What can be wrong in sections 1 and 2.4, up to the gradients: sentences for students, advice for instructors.

``catalogue_toy_training`` has the training of the toy models, ``catalogue_mnist`` and ``catalogue_autoencoder`` the
networks in Keras.
"""

from autograder.checks import Mistake, Problem

NOT_THREE_VALUES = Problem(
    "not-three-values", "{function} does not return three values. End it with: return {names}", "A missing return."
)

# 1.1 parameterized_relu
T_SIGN_IN_BOTH = Mistake(
    "threshold-sign-in-both",
    "the sign of t is wrong in b2 and in c",
    "max(t, z) = relu(z − t) + t: let them insert z = t.",
)
T_SIGN_IN_B2 = Mistake("threshold-sign-in-b2", "the sign of t is wrong in b2", "b2 = b − t.")
T_SIGN_IN_C = Mistake("threshold-sign-in-c", "the sign of t is wrong in c", "c = t.")
T_NOT_SUBTRACTED = Mistake("threshold-not-subtracted", "t is not subtracted in b2", "b2 = b − t.")
T_NOT_ADDED = Mistake("threshold-not-added", "t is not added again in c", "Without c the smallest value is 0, not t.")
T_WITHOUT_EFFECT = Mistake("threshold-without-effect", "t plays no part", "The layer was returned as it was.")
MINIMUM = Mistake(
    "minimum-instead-of-maximum", "it is the mirrored function, min(t, W x + b)", "Both signs around relu are wrong."
)
B_LEFT_OUT = Mistake("b-left-out", "b is left out of b2", "b2 = b − t.")
ONE_THRESHOLD = Mistake("one-threshold-for-all", "one threshold is used for all units", "t may be an array.")

# 1.2 sigmoid_derivative
X_SIGN = Mistake("sign-of-x", "the sign of x is wrong", "σ(x) = 1 / (1 + exp(−x)).")
TANH = Mistake("tanh-instead-of-sigmoid", "it is the tanh", "σ(x) = (1 + tanh(x/2)) / 2.")
DERIVATIVE = Mistake("derivative-instead-of-sigmoid", "it is the derivative", "The sheet asks for both functions.")
SOFTMAX = Mistake(
    "softmax-instead-of-sigmoid",
    "the entries are divided by their sum, as in softmax",
    "The sigmoid looks at every entry by itself.",
)
NUMPY_WARNS = Problem(
    "numpy-warns",
    "numpy warns ({warning}). Rewrite the formula so that nothing overflows on the way",
    "np.where computes both branches: clip, or use masks.",
)
UPSTREAM_MISSING = Mistake("upstream-missing", "the upstream gradient is left out", "The chain rule's first factor.")
UPSTREAM_ADDED = Mistake(
    "upstream-added", "the upstream gradient is added where it should be multiplied", "The chain rule is a product."
)
SIGMOID_AGAIN = Mistake(
    "sigmoid-applied-again",
    "the sigmoid is applied to the activation once more",
    "The argument is σ(x) already; that is the point of the question.",
)
TANH_SLOPE = Mistake("slope-of-tanh", "it is the derivative of tanh, 1 − a²", "σ′ = σ(1 − σ).")
ONE_MINUS_MISSING = Mistake("one-minus-sigmoid-missing", "the factor 1 − σ is missing", "σ′ = σ(1 − σ).")
SIGMOID_MISSING = Mistake("sigmoid-factor-missing", "the factor σ is missing", "σ′ = σ(1 − σ).")
SLOPE_TWICE = Mistake("slope-applied-twice", "it is multiplied by σ(1 − σ) twice", "One factor for each layer.")
RELU_SLOPE = Mistake("slope-of-relu", "it is the derivative of ReLU", "Another activation's backward pass was copied.")

# 1.3 zero_init
NOT_ZERO = Problem(
    "gradient-not-zero",
    "{quantity} should be zero {where}",
    "Follow the chain rule: which factor is zero? ReLU′(0) = 0.",
)
ZERO_WITH_U_ZERO = Mistake(
    "u-gradient-zero",
    "it is zero, although with u = 0 the pooled values do not vanish",
    "dl/du = 2(p − y) m does not contain u.",
)
P_MINUS_Y_SIGN = Mistake("error-sign-wrong", "the sign is wrong: p − y is −y", "u = 0 gives p = 0.")
FACTOR_TWO = Mistake(
    "factor-two-missing", "the factor 2 of the squared error is missing", "The derivative of (p − y)² is 2(p − y)."
)
LABEL_LEFT_OUT = Mistake("label-left-out", "the label is left out", "2(p − y) with p = 0 is −2y.")
SINGLE_ENTRIES = Mistake(
    "single-entries-for-maxima", "it is made of single entries instead of the maxima", "m holds the maxima of pairs."
)

# 2.4 toy_targets
W_TRANSPOSED = Mistake("w-transposed", "W is transposed", "Rows are samples: X @ W.T.")
MEAN_FOR_SUM = Mistake("mean-instead-of-sum", "the mean is taken instead of the sum", "np.mean for np.sum.")
SUM_OF_X = Mistake("sum-without-w", "the sum of x is taken, without W", "y1 and y3 belong to Wx, y2 to x.")
MAXIMUM_OF_IMAGE = Mistake(
    "maximum-of-wx", "it is the maximum of Wx", "y2 is the maximum of x itself; y1 is a sum over Wx."
)
MAXIMUM_OF_IMAGE_FOR_X = Mistake(
    "maximum-of-wx",
    "it is the maximum of Wx, where that of x is asked for",
    "y2 is the maximum of x itself; y1 is a sum over Wx.",
)
ABSOLUTE = Mistake("absolute-values-compared", "the absolute values are compared", "The largest, not the largest size.")
CUT_AT_ZERO = Mistake("cut-off-at-zero", "it is cut off at 0", "A running maximum that starts at 0.")
PLACE_FOR_VALUE = Mistake("place-instead-of-value", "it is the place of the maximum", "argmax for max.")
MINIMUM_OF_X = Mistake("minimum-of-x", "it is the minimum", "min for max.")
LOG_SUM_OF_X = Mistake("log-sum-exp-of-x", "the sum is taken over x, without W", "y3 belongs to Wx.")
NO_LOGARITHM = Mistake("logarithm-missing", "the logarithm is missing", "y3 = log Σ exp.")
SHIFT_NOT_ADDED = Mistake(
    "maximum-not-added-again",
    "the maximum that was subtracted is not added again",
    "log Σ exp(z) = max + log Σ exp(z − max).",
)
LOG10 = Mistake("logarithm-of-base-10", "the logarithm is that of base 10", "np.log is the natural one.")
W_ON_EXPONENTIALS = Mistake(
    "w-on-exponentials", "W is multiplied by the exponentials of x", "First Wx, then the exponentials."
)
LOG_OF_EACH = Mistake("logarithm-of-each", "log(exp(…)) is taken of each entry", "The sum is inside the logarithm.")
COLUMNS_AS_SAMPLES = Mistake(
    "over-the-samples", "{quantity} has an entry for each column of X. The samples are the rows", "axis=1."
)
OVER_SAMPLES = Mistake("over-the-samples", "it runs over the samples instead of the entries", "axis=1.")

# 2.4 toy_convnet: forward pass
NOT_FLIPPED = Mistake(
    "filters-not-flipped",
    "the filters are not flipped, so this is a cross-correlation",
    "The sheet asks for the true convolution, as np.convolve computes it.",
)
NOT_FLIPPED_HALF = Mistake(
    "filters-not-flipped",
    "the filters are not flipped, so this is a cross-correlation. You still get half of the marks",
    "The sheet asks for the true convolution, as np.convolve computes it.",
)
OVER_THE_BATCH = Mistake(
    "filters-slide-over-samples",
    "the filters slide over the samples of the batch instead of over the row",
    "A two-dimensional padding or convolution of the whole batch.",
)
CIRCULAR = Mistake(
    "circular-padding", "the row is continued by its other end instead of zeros", "np.roll, or indices modulo 4."
)
NO_RELU = Mistake("relu-missing", "the ReLU is missing", "o = relu(z) comes before pooling.")
INTERLEAVED = Mistake(
    "strided-pairs",
    "the pairs are entries 0 and 2, 1 and 3; they should be 0 and 1, 2 and 3",
    "A reshape to (2, 2) along the wrong axis.",
)
MEAN_POOLING = Mistake(
    "mean-pooling", "the means of the pairs are taken instead of their maxima", "The sheet asks for max-pooling."
)
O2_WITH_W1 = Mistake("o2-made-with-w1", "it is made with w1", "Copied and not changed.")
MAX_OVER_FILTERS = Mistake(
    "maximum-over-filters",
    "it is the larger of o1 and o2 at each position. Take the maxima over pairs of one filter",
    "Pooling runs along the row.",
)
PAIR_BY_PAIR = Mistake(
    "pooled-pair-by-pair", "the order is pair by pair; it should be filter by filter", "u multiplies m in this order."
)
FILTERS_SWAPPED = Mistake(
    "filters-in-wrong-order", "the filters are in the wrong order", "u multiplies m in this order."
)
WRONG_PLACES = Problem(
    "wrong-places-of-maxima", "{quantity} does not point at the maxima", "argmax of the pairs after ReLU."
)

# 2.4 toy_convnet: backward pass
GRADIENTS_IN_DICTIONARY = Problem(
    "gradients-in-dictionary", "{function} returns a dictionary. Return {names}", "The sheet gives the order."
)
GRADIENTS_REVERSED = Mistake(
    "filter-gradients-reversed",
    "the filter gradients are reversed, last entry first. They belong to a cross-correlation, not to a convolution",
    "The flip of the forward pass comes back in the backward pass.",
)
GRADIENTS_REVERSED_HALF = Mistake(
    "filter-gradients-reversed",
    "the filter gradients are reversed, last entry first. They belong to a cross-correlation, not to a convolution. "
    "You still get half of the marks",
    "The flip of the forward pass comes back in the backward pass.",
)
RELU_MASK_MISSING = Mistake(
    "relu-mask-missing", "the mask of ReLU is missing in the backward pass", "z ≤ 0 passes nothing on."
)
BOTH_GET_ALL = Mistake(
    "arg-max-mask-missing",
    "both entries of a pair get the gradient, where only the maximum should (no arg-max mask)",
    "The derivative of max is 1 for the larger entry and 0 for the other.",
)
BOTH_GET_HALF = Mistake(
    "gradient-shared-in-pairs",
    "each entry of a pair gets half of the gradient, where only the maximum should (no arg-max mask)",
    "That is the gradient of mean pooling.",
)
NO_MASKS = Mistake(
    "both-masks-missing",
    "the arg-max mask and the mask of ReLU are both missing",
    "Let them name every function of the forward pass and its derivative.",
)
SMALLER_ENTRY = Mistake(
    "gradient-to-smaller-entry", "the gradient goes to the smaller entry of a pair", "The stored places are inverted."
)
U_LEFT_OUT = Mistake(
    "u-left-out", "u is left out of the filters' gradients", "dp/dm = u is a factor of the chain rule."
)
U_HALVES_SWAPPED = Mistake("u-halves-swapped", "the halves of u are swapped", "u[:2] belongs to w1, u[2:] to w2.")
U_FIRST_HALF = Mistake("u-first-half-for-both", "both filters use the first half of u", "Copied and not changed.")
ERROR_LEFT_OUT = Mistake("error-left-out", "the error 2(p − y) is left out", "dl/dp is the first factor of the chain.")
LABEL_KEPT = Mistake("label-not-subtracted", "the label is not subtracted from p", "The error is 2(p − y).")
FILTERS_SUMMED = Mistake(
    "filter-gradients-summed",
    "the filters' gradients are summed over the batch; the mean is needed",
    "Divide all three gradients by the batch size.",
)
U_SUMMED = Mistake(
    "u-gradient-summed",
    "the gradient of u is summed over the batch; the mean is needed",
    "Divide all three gradients by the batch size.",
)
FILTERS_DIVIDED_TWICE = Mistake(
    "filter-gradients-divided-twice",
    "the filters' gradients are divided by the batch size twice",
    "The error has its 1/N already.",
)
U_DIVIDED_TWICE = Mistake(
    "u-gradient-divided-twice",
    "the gradient of u is divided by the batch size twice",
    "The error has its 1/N already.",
)
