"""Networks: their gradients, layers, parameters, weights that were handed in, accuracies and losses."""

from autograder.checks.outcome import Mistake, Problem

NO_LIST = Problem(
    "no-list",
    "{quantity} is a {found} where a list is expected. Does the function end with a return?",
    "A missing return.",
)
WRONG_COUNT = Problem(
    "wrong-number-of-gradients",
    "there are {found} gradients where {expected} are expected: {names}",
    "One pair for each layer, in the order of the sheet.",
)
ALL_TRANSPOSED = Mistake(
    "transposed",
    "{quantity} {is} wrong: {it} is transposed (rows and columns are swapped)",
    "Weights are (in, out) or (out, in): the sheet fixes which.",
)
ORDER_BACKWARDS = Mistake(
    "gradients-backwards",
    "the gradients come from the last layer to the first; expected are {names}",
    "The loop of the backward pass appends: reverse the list.",
)
ORDER_OTHER = Mistake(
    "gradients-in-other-order",
    "the gradients come in another order; expected are {names}",
    "The sheet fixes the order.",
)
SWAPPED = Mistake("gradients-swapped", "{quantity} are swapped", "Two entries of a tuple or a dictionary.")
ALSO_WRONG_SIGN = Mistake("wrong-sign", "in addition, {its} sign is wrong", "p − y, not y − p.")
ALSO_TWICE = Mistake(
    "twice-as-large", "in addition, {it} is twice as large as it should be", "A factor 2 of the squared error."
)
ALSO_HALF = Mistake(
    "half-as-large", "in addition, {it} is half as large as it should be", "A factor 2 of the squared error."
)
ALSO_SUMMED = Mistake(
    "sum-instead-of-mean",
    "in addition, {quantity} {is} {factor} times too large, and {factor} is the batch size: the sum over the batch was "
    "used where the mean is needed",
    "Write the loss of the batch with its 1/N and differentiate it.",
)
ALSO_DIVIDED_TWICE = Mistake(
    "divided-by-batch-size-twice",
    "in addition, {quantity} {is} divided by the batch size once too often",
    "The loss has its 1/N already.",
)

PARAMETERS_WRONG = Problem(
    "wrong-number-of-parameters", "{quantity} {is} {found:.0f}, which is wrong", "Layer sizes or biases."
)
PARAMETERS_OFF = Problem("wrong-number-of-parameters", "{quantity} {is} {found:.0f}, {ratio}", "Layer sizes or biases.")
LAYER_ELSEWHERE = Mistake(
    "wrong-order-of-layers",
    "{quantity}: row {row} ({name}) is not the layer that belongs there",
    "The table follows the network.",
)
TABLE_LENGTH = Problem(
    "wrong-number-of-rows", "{quantity} has {found} rows: some {how}", "Pooling and flattening count as rows."
)
TABLE_SHAPES = Problem(
    "wrong-output-shapes", "{quantity}: the output shape is wrong in {rows}", "Padding, stride, pooling."
)
CHANNELS_FIRST = Mistake(
    "channels-first",
    "{quantity}: the output shape is wrong in {rows} (channels first instead of last)",
    "The sheet's table has the channels last.",
)
TABLE_COUNTS = Problem(
    "wrong-parameter-counts", "{quantity}: the number of parameters is wrong in {rows}", "Kernel sizes or biases."
)
BIASES_NOT_COUNTED = Mistake(
    "biases-not-counted",
    "{quantity}: the number of parameters is wrong in {rows} (the biases are not counted)",
    "One bias for each output channel or unit.",
)
NO_PARAMETERS_THERE = Mistake(
    "layers-without-parameters",
    "{quantity}: the number of parameters is wrong in {rows} (these layers have no parameters)",
    "Pooling, flattening and activations have nothing to learn.",
)
ROW_FORM = Problem(
    "wrong-row", "{quantity} does not have the form (name, output shape, parameters)", "A tuple of three."
)
ROW_SHAPE_TEXT = Problem(
    "wrong-row", "{quantity}: the output shape is text. Return a tuple of whole numbers", "A printed shape was copied."
)

BELOW_PASS_MARK = Problem(
    "accuracy-below-pass-mark",
    "{quantity} is {accuracy}, below the {pass_mark} at which marks begin",
    "Train longer, look at the rate and at the preparation of the data.",
)
BELOW_FULL_MARK = Problem(
    "accuracy-below-full-mark",
    "{quantity} is {accuracy}, above the pass mark of {pass_mark}. Full marks begin at {full_mark}",
    "Partial marks; train longer or with other settings.",
)
LOSSES_LENGTH = Problem(
    "wrong-length", "{quantity} has {found} entries, which is too {size}", "One loss for each epoch."
)
LOSSES_FEW = Problem(
    "wrong-length", "{quantity} has {found} entries. At least two are needed to see it fall", "One loss for each epoch."
)
LOSS_CONSTANT = Mistake(
    "loss-constant",
    "{quantity} stays exactly the same, so the parameters are not being updated",
    "The step of the optimiser is missing, or works on copies.",
)
LOSS_RISES = Problem(
    "loss-does-not-fall",
    "{quantity} does not fall: it ends no lower than it began",
    "Sign of the step, or a rate too large.",
)
LOSS_FALLS_LITTLE = Problem(
    "loss-falls-too-little",
    "{quantity} falls by only {percent:.2g} %, which is less than training should reach",
    "Rate too small, inputs not scaled, too few steps.",
)
PARTS_UNKNOWN = Problem("parts-unknown", "the parts of the network could not be listed", "The object is not a module.")
FORBIDDEN_PART = Mistake("forbidden-part", "{parts}: {rule}. {instead}", "The sheet asks for it to be written by hand.")

WEIGHTS_MORE = Problem(
    "file-holds-code",
    "{file} holds more than weights, a Python object {detail}, so it was not opened. Save the weights alone, with the "
    'function that the sheet gives for it or with torch.save(model.state_dict(), "{file}"). Leave out any object that '
    "is no tensor, number, text, list or dictionary",
    "torch.save(model) instead of torch.save(model.state_dict()), or an optimiser or a loss beside the weights.",
)
WEIGHTS_UNREADABLE = Problem(
    "file-unreadable",
    "{file} cannot be read as a file that torch.save wrote: it is {detail}. Save the weights again, with the function "
    'that the sheet gives for it or with torch.save(model.state_dict(), "{file}")',
    "An upload that was cut off, or renamed.",
)
WEIGHTS_FORM = Problem(
    "file-without-weights",
    "{file} does not hold a state_dict (names and tensors) but {detail}. Save the weights again, with the function "
    'that the sheet gives for it or with torch.save(model.state_dict(), "{file}")',
    "A list of arrays, an optimiser, or only the accuracy was saved.",
)
WEIGHTS_ARCHITECTURE = Problem(
    "other-architecture",
    "the weights in {file} do not fit the network that {make}() makes: {detail}. Hand in the weights of that very "
    "architecture",
    "The network was changed after training.",
)
TRAINING_MODE = Mistake(
    "predicts-in-training-mode",
    "two predictions for the same images differ. Make sure that {predict} puts the model into evaluation mode "
    "(model.eval()) before it predicts",
    "Dropout is still active.",
)
TRAINING_MODE_BATCH = Mistake(
    "predicts-in-training-mode",
    "the scores of an image depend on the other images in the batch. Make sure that {predict} puts the model into "
    "evaluation mode (model.eval()) before it predicts",
    "Batch normalisation still uses the batch.",
)
MODEL_CHANGED = Mistake(
    "predicting-changes-the-model",
    "predicting changes the model ({part}). Make sure that {predict} puts the model into evaluation mode "
    "(model.eval()) before it predicts",
    "Running statistics of batch normalisation.",
)
