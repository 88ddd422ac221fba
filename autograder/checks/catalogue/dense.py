"""A fully connected network's gradients, gone wrong in one step of the forward or backward pass."""

from autograder.checks.outcome import Mistake

_SLOPE = "the derivative of the hidden activation"

SLOPE_MISSING = Mistake(
    "hidden-slope-missing",
    f"{_SLOPE} (for ReLU: the mask) is missing in the backward pass",
    "Let them name every function of the forward pass and its derivative.",
)
SLOPE_OF_ERROR = Mistake(
    "slope-at-the-error",
    f"{_SLOPE} is taken at the incoming error instead of the pre-activation",
    "dz = da · f′(z): z was stored in the forward pass.",
)
SLOPE_OF_OUTPUT = Mistake(
    "slope-at-the-activation",
    f"{_SLOPE} is taken at the activation's output instead of the pre-activation",
    "dz = da · f′(z), not f′(a).",
)
SLOPE_OF_INPUT = Mistake(
    "slope-at-the-layer-input",
    f"{_SLOPE} is taken at the input of the layer instead of the pre-activation",
    "Indices of layers are off by one.",
)
SLOPE_FORMULA = Mistake(
    "output-formula-at-pre-activation",
    f"{_SLOPE} uses its formula for the output, a(1 − a) or 1 − a², with the pre-activation in place of a",
    "a(1 − a) takes a = σ(z).",
)
ACTIVATION_FOR_SLOPE = Mistake(
    "activation-instead-of-slope",
    "the error is multiplied by the hidden activation instead of its derivative",
    "dz = da · f′(z).",
)
SLOPE_OF_RELU = Mistake("slope-of-relu", f"{_SLOPE} is that of ReLU", "The network's activation is another one.")
SLOPE_OF_SIGMOID = Mistake(
    "slope-of-sigmoid", f"{_SLOPE} is that of the sigmoid", "The network's activation is another one."
)
SLOPE_OF_TANH = Mistake("slope-of-tanh", f"{_SLOPE} is that of tanh", "The network's activation is another one.")
ACTIVATION_ON_INPUT = Mistake(
    "activation-on-input", "the activation is applied to the input", "The loop over layers starts one too early."
)
ACTIVATION_ON_SCORES = Mistake(
    "activation-on-scores",
    "the activation is applied to the scores of the output layer as well",
    "The last layer is linear; softmax takes its scores.",
)
NO_BIASES = Mistake("biases-left-out", "the biases are left out of the forward pass", "x @ W + b.")
NO_ACTIVATION = Mistake(
    "hidden-activation-missing", "the activation is missing in the hidden layers", "Without it the network is linear."
)
SOFTMAX_OVER_SAMPLES = Mistake(
    "softmax-over-samples", "the softmax runs over the samples instead of the classes", "axis=1 (or −1) and keepdims."
)
PRE_ACTIVATION_BELOW = Mistake(
    "pre-activation-of-layer-below",
    "the pre-activation of the layer below is used where its activation belongs",
    "dW = a_belowᵀ dz.",
)
PRODUCT_OF_MEANS = Mistake(
    "product-of-means",
    "the means of inputs and errors are multiplied; the mean of their outer products is needed",
    "E[x y] is not E[x] E[y].",
)
ELEMENTWISE_PRODUCT = Mistake(
    "elementwise-product", "inputs and errors are multiplied elementwise instead of as an outer product", "dW = xᵀ δ."
)
NOT_TRANSPOSED_BACK = Mistake(
    "no-transpose-downwards",
    "the error goes down through W instead of its transpose",
    "Shapes agree by chance for square layers.",
)
LABELS_NOT_SUBTRACTED = Mistake(
    "labels-not-subtracted",
    "the labels are not subtracted from the probabilities",
    "The error of softmax with cross-entropy is p − y.",
)
SOFTMAX_SLOPE_AGAIN = Mistake(
    "softmax-slope-again",
    "the error of softmax with cross-entropy is multiplied by p(1 − p) once more",
    "p − y already holds the derivative of softmax.",
)
OUTPUT_SLOPE_MISSING = Mistake(
    "output-slope-missing",
    "the derivative of the output's activation (for ReLU: the mask) is missing",
    "The squared error's derivative is multiplied by f′(z).",
)
BIASES_SUMMED = Mistake(
    "bias-summed", "the bias gradients are summed over the batch; the mean is needed", "np.sum and np.mean over axis 0."
)
BIASES_DIVIDED_TWICE = Mistake(
    "bias-divided-twice", "the bias gradients are divided by the batch size twice", "The error has its 1/N already."
)
WEIGHTS_SUMMED = Mistake(
    "weights-summed",
    "the weight gradients are summed over the batch; the mean is needed",
    "A product xᵀδ sums over the batch.",
)
WEIGHTS_DIVIDED_TWICE = Mistake(
    "weights-divided-twice",
    "the weight gradients are divided by the batch size twice",
    "The error has its 1/N already.",
)
BIASES_OVER_UNITS = Mistake(
    "bias-averaged-over-units", "the bias gradients are averaged over the units as well", "np.mean without axis."
)
UPDATED_TOO_EARLY = Mistake(
    "updated-too-early",
    "the weights were updated, with a learning rate of {rate:g}, before they carried the error down",
    "Compute all gradients first, then update.",
)
SLOPE_AT_ZERO = Mistake("slope-at-zero", "the derivative of ReLU at 0 is taken as 1", "The sheet fixes it: 0 at 0.")
