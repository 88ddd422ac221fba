"""What can be wrong in the perceptron of Problem 1: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

# P1.1: the size of the network
LAYER_WITHOUT_UNITS = Problem(
    "layer-without-units",
    "choose_architecture returns a hidden layer without units. Give each hidden layer at least one",
    "A number below 1.",
)
TOO_FEW_PARAMETERS = Problem(
    "too-few-parameters",
    "A network with {first} and {second} hidden units has fewer than 500,000 parameters. Choose larger layers",
    "Let them write down the count of each layer.",
)
TOO_MANY_PARAMETERS = Problem(
    "too-many-parameters",
    "A network with {first} and {second} hidden units has more than 1,000,000 parameters. Choose smaller layers",
    "The sizes of the sheet's class skeleton are only an example.",
)
COUNT_UNLIKE_ARRAYS = Problem(
    "count-unlike-arrays",
    "count_parameters returns {found:.0f}, but the arrays of the network do not have that many entries",
    "A wrong count, or a network without biases.",
)
BIASES_NOT_COUNTED = Mistake("biases-not-counted", "the biases are not counted", "A layer has (inputs + 1) · outputs.")
OUTPUT_BIASES_NOT_COUNTED = Mistake(
    "output-biases-not-counted", "the biases of the output layer are not counted", "The output layer has biases too."
)
LAST_LAYER_NOT_COUNTED = Mistake(
    "last-layer-not-counted", "the last layer is not counted", "The loop ends one layer early."
)
BIAS_FOR_EACH_INPUT = Mistake(
    "bias-for-each-input",
    "a layer's biases are counted by its inputs. Each layer has one bias for each of its outputs",
    "x @ W + b: b has the shape of the output.",
)
ONE_BIAS_PER_LAYER = Mistake(
    "one-bias-per-layer", "a single bias is counted for each layer", "Each unit has its own bias."
)
INPUT_UNITS_GET_BIASES = Mistake(
    "input-units-get-biases", "biases of the input units are counted too", "The input is no layer with parameters."
)

# P1.2a: forward pass
SOFTMAX_TWICE = Mistake(
    "softmax-twice", "the softmax is applied twice", "The scores go into the softmax, and its output nowhere else."
)
SCORES_RETURNED = Mistake(
    "scores-instead-of-probabilities", "it is the scores. Apply the softmax to them", "The softmax is missing."
)
LOGARITHMS_RETURNED = Mistake(
    "logarithms-instead-of-probabilities",
    "it is the logarithms of the probabilities. Return the probabilities",
    "log_softmax in place of softmax.",
)
OTHER_ACTIVATION = Mistake(
    "other-activation",
    "the activation is {found} where {expected} is asked for",
    "The argument of make_network is not used.",
)
SOFTMAX_OVERFLOWS = Problem(
    "softmax-overflows",
    "Scores of size 1000 give NaN. Subtract each row's largest score before you take exp",
    "exp(1000) is infinite; softmax does not change under a shift.",
)
LOW_SCORES_GIVE_NAN = Problem(
    "low-scores-give-nan",
    "A row of low scores beside a row of high scores gives NaN. Subtract each row's own largest score before exp",
    "The shift is the maximum of the whole batch, or there is none.",
)

# P1.2b: backward pass
REGULARISER_IN_THE_LOSS = Mistake(
    "regulariser-in-the-loss",
    "{quantity} holds {factor:.3g} times the sum of all squared weights besides the cross-entropy. The sheet asks for "
    "no regulariser",
    "Weight decay stayed in.",
)
LOSS_SUMMED = Mistake(
    "loss-summed", "it is the sum over the samples. Take their mean", "np.sum for np.mean, or a missing 1/N."
)
LOSS_DIVIDED_TWICE = Mistake(
    "loss-divided-twice", "it is divided by the batch size twice", "A mean that is divided by N again."
)
LOSS_OVER_CLASSES = Mistake(
    "loss-averaged-over-classes",
    "it is averaged over the classes as well",
    "np.mean over the whole table of one-hot products.",
)
LOSS_IN_BITS = Mistake("loss-in-bits", "it is in bits. Take the natural logarithm", "np.log2.")
GRADIENTS_PILE_UP = Mistake(
    "gradients-pile-up",
    "after three calls they are three times too large. Start from zero in every call",
    "+= on arrays that live in the network.",
)

# P1.3: training
NOTHING_UPDATED = Problem(
    "nothing-updated",
    "sgd_step changes nothing. Let it update the parameters of the network in place",
    "The step is taken on copies, or on local names.",
)
UPDATED_TOO_EARLY = Mistake(
    "updated-too-early",
    "a weight was updated before the error went through it",
    "Compute all gradients first, then update.",
)
BIASES_NOT_UPDATED = Mistake("biases-not-updated", "the biases are not updated", "The loop updates W alone.")
WEIGHTS_NOT_UPDATED = Mistake("weights-not-updated", "the weights are not updated", "The loop updates b alone.")
ONLY_LAST_LAYER_UPDATED = Mistake(
    "only-last-layer-updated", "only the last layer is updated", "The loop over the layers ends after one round."
)
STEP_UPHILL = Mistake("step-uphill", "the step goes uphill. Subtract the gradient", "A plus sign, or y − p.")
RATE_LEFT_OUT = Mistake("learning-rate-left-out", "the learning rate is left out", "θ − learning_rate · gradient.")
STEP_DIVIDED_TWICE = Mistake(
    "step-divided-twice",
    "the gradient is divided by the batch size once more",
    "The gradient of a mean has its 1/N already.",
)
SAMPLES_NOT_USED_ONCE = Problem(
    "samples-not-used-once",
    "An epoch does not use every sample exactly once: some are left out or come twice",
    "Draws with replacement, labels that are not shuffled along, or a wrong step.",
)
LAST_BATCH_LEFT_OUT = Mistake(
    "last-batch-left-out",
    "An epoch leaves out the last, smaller batch. Use every sample exactly once",
    "N // batch_size batches, or only the first one.",
)
LAST_BATCH_DIVIDED_BY_FULL = Mistake(
    "last-batch-divided-by-full",
    "The gradient of the last, smaller batch is divided by the full batch size. Divide by the samples it has",
    "batch_size in place of len(x).",
)
ONE_BATCH_PER_EPOCH = Mistake(
    "all-samples-in-one-batch",
    "An epoch puts all samples into one batch. Make batches of batch_size samples",
    "batch_size is not used.",
)
ONLY_LAST_BATCH_USED = Mistake(
    "only-last-batch-used",
    "An epoch updates with the last batch only. Update with every batch",
    "The update comes after the loop over the batches.",
)
LOSS_BEFORE_UPDATE = Mistake(
    "loss-before-update",
    "it is the loss before the update. Compute it when the epoch ends",
    "A mean of the losses that were met on the way.",
)
LOSS_OF_LAST_BATCH = Mistake(
    "loss-of-last-batch",
    "The loss of an epoch is that of its last mini-batch. Compute it on all samples",
    "The variable of the inner loop was appended.",
)
LOSS_SUM_OF_BATCHES = Mistake(
    "loss-sum-of-batches", "it is a sum over the batches. Take the mean over all samples", "Divide by the samples."
)
TRAINING_NOT_REPEATABLE = Mistake(
    "training-not-repeatable",
    "Two trainings with the same seed give different networks. Shuffle with a generator made from the seed",
    "np.random without a seed.",
)
