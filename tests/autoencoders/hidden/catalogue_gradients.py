"""What can be wrong in Problem 2, back-propagation: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NO_LIST_OF_ARRAYS = Problem(
    "no-list-of-arrays",
    "{key} does not hold a list. Put one array for each layer into a list",
    "A single array, or a dictionary of layers.",
)
WRONG_NUMBER_OF_LAYERS = Problem(
    "wrong-number-of-layers",
    "{key} has the wrong number of entries: {found} for {layers} layers. Return one array for each layer",
    "The loop stops too early, or the input counts as a layer.",
)


SIGMOID_SLOPE_KEPT = Mistake(
    "modified-slope-of-sigmoid",
    "the derivative of the modified neuron is still that of the sigmoid",
    "f was replaced in the forward pass only.",
)
SIGMOID_FORMULA_KEPT = Mistake(
    "modified-slope-one-minus-a",
    "the derivative of the modified neuron is still the sigmoid's a(1 − a)",
    "a(1 − a) is σ′ only where a = σ(z).",
)
SIGMOID_FORWARD_KEPT = Mistake(
    "modified-forward-sigmoid",
    "the modified neuron is still a sigmoid in the forward pass",
    "f was replaced in the backward pass only.",
)
NOT_MODIFIED = Mistake("no-neuron-modified", "no neuron is modified", "layer, neuron and f are never used.")
LAYER_MODIFIED = Mistake(
    "whole-layer-modified",
    "all neurons of the layer are modified instead of a single one",
    "f is applied to the whole vector z.",
)
NETWORK_MODIFIED = Mistake(
    "whole-network-modified",
    "all neurons of the network are modified instead of a single one",
    "f took the place of the sigmoid everywhere.",
)
SLOPE_OF_ACTIVATION = Mistake(
    "f-prime-at-activation", "f′ is taken at the activation instead of z", "δ = … · f′(z), not f′(a)."
)
F_FOR_SLOPE = Mistake(
    "f-instead-of-f-prime", "f is used in the backward pass where its derivative f′ belongs", "δ = … · f′(z)."
)
BOTH_SLOPES = Mistake(
    "f-prime-times-sigmoid-slope",
    "f′ is multiplied with σ′ instead of taking its place",
    "The modified neuron has no sigmoid any more.",
)
MODIFIED_SLOPE_MISSING = Mistake(
    "modified-slope-missing",
    "the derivative of the modified neuron is missing",
    "Let them differentiate a = f(z) in the chain rule.",
)
OTHER_SLOPES_MISSING = Mistake(
    "other-slopes-missing", "σ′ is missing in the other neurons", "Only one neuron is modified; the others keep σ′."
)
OTHER_SLOPES_OF_ACTIVATION = Mistake(
    "sigmoid-slope-at-activation", "σ′ is taken at the activation instead of z", "σ′(z) = a(1 − a), not σ′(a)."
)
CROSS_ENTROPY_OUTPUT = Mistake(
    "output-error-of-cross-entropy",
    "the derivative of the output's activation is missing, as if the cost were the cross-entropy",
    "The quadratic cost keeps σ′ at the output.",
)
NEURON_FROM_ONE = Mistake(
    "neuron-counted-from-one", "the neuron is counted from 1, not from 0", "The sheet counts from 0."
)
LAYER_FROM_ONE = Mistake(
    "layer-counted-from-one", "the layer is counted from 1, not from 0", "Layer 0 is the first hidden layer."
)

SIGMOID_SLOPE_LEFT = Mistake(
    "sigmoid-slope-left", "the derivative of the sigmoid is still there", "With σ(z) = z the derivative is 1."
)
SIGMOID_FORMULA_LEFT = Mistake(
    "a-one-minus-a-left",
    "the derivative of the sigmoid, a(1 − a), is still there",
    "With σ(z) = z the derivative is 1.",
)
SIGMOID_FORWARD_LEFT = Mistake(
    "sigmoid-forward-left",
    "the neurons are still sigmoids in the forward pass",
    "The forward pass was copied from the sigmoid network.",
)
SIGMOIDS_LEFT = Mistake(
    "sigmoids-left", "the neurons are still sigmoids in both passes", "The sigmoid network was copied unchanged."
)
AVERAGED_OVER_OUTPUTS = Mistake(
    "averaged-over-outputs", "the cost is averaged over the outputs as well", "C = ½‖a − y‖² sums over the outputs."
)
SUMMED = Mistake(
    "summed-over-inputs",
    "{it} is summed over the inputs; the mean is needed",
    "The cost of the batch has a 1/n.",
)
WEIGHTS_SUMMED = Mistake(
    "weights-summed",
    "the weight gradients are summed over the inputs; the mean is needed",
    "A product δᵀa sums over the batch.",
)
BIASES_SUMMED = Mistake(
    "biases-summed",
    "the bias gradients are summed over the inputs; the mean is needed",
    "np.sum and np.mean over axis 0.",
)
WEIGHTS_DIVIDED_TWICE = Mistake(
    "weights-divided-twice", "the weight gradients are divided by n twice", "1/n is in δ already, or np.mean follows."
)
DELTA_DIVIDED = Mistake(
    "delta-of-the-mean",
    "δ holds the factor 1/n of the mean, which belongs to dW and db alone",
    "δ is the error of a single input.",
)
ALL_DIVIDED_TWICE = Mistake(
    "divided-everywhere",
    "δ is divided by n, and dW and db are divided by n once more",
    "δ is the error of a single input; only dW and db are means.",
)
FIXED_SIZE = Mistake(
    "divided-by-fixed-size",
    "the sum over the inputs is divided by a fixed {size} instead of the number of inputs",
    "Use len(x).",
)

SIGN_Y_MINUS_A = Mistake("y-minus-a", "it has the wrong sign, y − a", "Differentiate −Σ y ln a once more, by hand.")
AVERAGED_OVER_ROWS = Mistake(
    "averaged-over-rows", "it is averaged over the rows, but each row has its own cost", "δ is the error of one input."
)
TARGETS_NOT_SUBTRACTED = Mistake("targets-not-subtracted", "the targets are not subtracted", "δ = a − y.")
NO_SOFTMAX = Mistake(
    "targets-subtracted-from-scores", "the targets are subtracted from z, without the softmax", "a = softmax(z)."
)
SOFTMAX_TWICE = Mistake("softmax-twice", "the softmax is applied twice", "z are scores, not probabilities.")
SIGMOIDS_FOR_SOFTMAX = Mistake(
    "sigmoids-instead-of-softmax", "sigmoids are used instead of the softmax", "A softmax couples all classes."
)
SLOPE_ONCE_MORE = Mistake(
    "softmax-slope-again",
    "it is multiplied by the derivative a(1 − a) once more",
    "a − y already holds the derivative of the softmax.",
)
ONLY_RIGHT_CLASS = Mistake(
    "only-right-class",
    "only the entry of the right class is kept",
    "Every score changes the probability of the right class.",
)
ONE_AT_LARGEST_TARGET = Mistake(
    "one-at-largest-target",
    "1 is subtracted at the most probable target, which is right for one-hot targets only",
    "a[range(n), y.argmax(1)] −= 1; the targets may be probabilities.",
)
LOG_FOR_SOFTMAX = Mistake(
    "log-softmax-for-softmax", "the logarithm of the softmax is used instead of the softmax", "log_softmax for softmax."
)
DERIVATIVE_BY_ACTIVATION = Mistake(
    "derivative-by-activation", "it is the derivative by the activation, −y/a", "δ is the derivative by z."
)
SOFTMAX_OVER_ROWS = Mistake(
    "softmax-over-rows", "the softmax runs over the rows instead of the classes", "axis=−1 and keepdims."
)
SOFTMAX_OVER_ALL = Mistake(
    "softmax-over-everything", "the softmax runs over all rows together", "np.sum without an axis."
)
OVERFLOW = Mistake(
    "exp-overflows",
    "{quantity} holds NaN: exp of a large score overflows. Subtract from each row its own maximum first",
    "One shift for all rows underflows in the others.",
)
