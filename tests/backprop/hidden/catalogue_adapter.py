"""What can be wrong in what the adapter returns: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

ACTIVATIONS_UNKNOWN = Problem(
    "activations-unknown",
    'ACTIVATIONS is not a tuple of some of "relu", "tanh" and "sigmoid". List the activations that your network knows',
    "Functions in place of their names, or an empty tuple.",
)
WEIGHTS_ARE_UNKNOWN = Problem(
    "weights-are-unknown",
    'WEIGHTS_ARE is neither "in_out" nor "out_in". Set it to the one that describes your matrices',
    "The line of the notebook was changed.",
)

PARAMETERS_NO_LIST = Problem(
    "parameters-no-list-of-pairs",
    "The adapter's get_parameters returns {found}. Return a list of {layers} pairs (W, b), one for each layer",
    "All weights and then all biases, or a dictionary.",
)
PARAMETERS_NO_PAIRS = Problem(
    "parameters-no-pairs",
    "The adapter's get_parameters returns a list whose entries are not pairs (W, b)",
    "The biases were forgotten.",
)
LAYER_NO_PAIR = Problem(
    "parameters-no-pairs",
    "The adapter's get_parameters returns no pair (W, b) for layer {layer}",
    "The biases were forgotten.",
)
WEIGHT_SHAPE = Problem(
    "weight-shape",
    "The adapter's get_parameters returns a W of shape {found} for layer {layer}. With "
    'WEIGHTS_ARE = "{order}", its shape should be {expected}',
    "Sizes of layers are mixed up.",
)
WEIGHT_TRANSPOSED = Mistake(
    "weights-transposed",
    "The adapter's get_parameters returns a W of shape {found} for layer {layer}. With "
    'WEIGHTS_ARE = "{order}", its shape should be {expected}. Transpose it or set WEIGHTS_ARE = "{other}"',
    "WEIGHTS_ARE says the opposite of what the class does.",
)
BIAS_SHAPE = Problem(
    "bias-shape",
    "The adapter's get_parameters returns a b of shape {found} for layer {layer}. Its shape should be {expected}",
    "A matrix of biases, one row per sample, or the biases of another layer.",
)
PARAMETER_SHAPES = Problem(
    "parameter-shapes",
    "The adapter's get_parameters returns the shapes {weights} and {biases} for layer {layer}. This layer has {inputs} "
    "inputs and {outputs} outputs, so W needs {inputs} times {outputs} entries and b {outputs}",
    "Sizes of layers are mixed up.",
)

OLD_PARAMETERS_KEPT = Mistake(
    "old-parameters-kept",
    "The adapter's set_parameters does not set {parameter} of layer {layer}. The network keeps its old values",
    "A local name was bound, or the biases were forgotten: assign to the network's attributes.",
)
OTHER_PARAMETERS_SET = Problem(
    "other-parameters-set",
    "The adapter's set_parameters does not set {parameter} of layer {layer} as asked. Afterwards, get_parameters "
    "returns other values",
    "Layers in another order, or a reshape instead of a transpose.",
)

SAMPLES_IN_COLUMNS = Mistake(
    "samples-in-columns",
    "The adapter's predict_proba returns shape {found}. Transpose the result: one row per sample makes {expected}",
    "A design whose samples are columns is fine; the adapter turns the result.",
)
ROWS_DO_NOT_SUM_TO_1 = Problem(
    "rows-not-summing-to-1",
    "The rows that the adapter's predict_proba returns do not sum to 1. Return probabilities, not scores or logarithms",
    "The softmax is missing, or runs over the samples.",
)

NO_LOSS_AND_GRADIENTS = Problem(
    "no-loss-and-gradients",
    "The adapter's loss_and_gradients does not return two things. Return the loss and the list [(dW, db), …]",
    "The loss is missing in the return.",
)
GRADIENTS_NO_PAIRS = Problem(
    "gradients-no-pairs",
    "The gradients that the adapter's loss_and_gradients returns are not a list of pairs. Return [(dW, db), …]",
    "A flat list, or a dictionary.",
)
WRONG_NUMBER_OF_PAIRS = Problem(
    "wrong-number-of-pairs",
    "The adapter's loss_and_gradients returns {found} pairs (dW, db). Return {expected}, one for each layer",
    "The first or the last layer is missing.",
)
GRADIENT_SHAPE = Problem(
    "gradient-shape",
    "The adapter's loss_and_gradients returns a dW of shape {found} for layer {layer}. Its shape should be {expected}, "
    "which is the shape of the W that get_parameters returns",
    "Transposed, or the layers come from the last to the first.",
)
GRADIENTS_CHANGE_PARAMETERS = Mistake(
    "gradients-change-parameters",
    "The adapter's loss_and_gradients changes {parameter} of layer {layer}. If your backward pass updates the "
    "parameters, put the old ones back afterwards",
    "The update belongs into sgd_step.",
)
