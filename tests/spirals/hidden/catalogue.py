"""What can be wrong in an answer of this assignment: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

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

NO_SIX_ARRAYS = Problem(
    "no-six-arrays",
    "train_3_layer_network returns {found}. End it with: return {names}",
    "A missing return, or a dictionary.",
)
WRONG_NUMBER_OF_ARRAYS = Problem(
    "no-six-arrays",
    "train_3_layer_network returns {found} values where six are expected: {names}",
    "The two-layer version's return stayed in.",
)
PARAMETERS_ELSEWHERE = Mistake(
    "parameters-in-other-order",
    "The parameters come in another order; expected are {names}",
    "Weights first, biases after.",
)
H1_H2_SWAPPED = Mistake(
    "h1-and-h2-swapped",
    "H1 and H2 are swapped. H1 is the number of units in the first hidden layer",
    "Shapes (D, H1), (H1, H2), (H2, K).",
)
WEIGHTS_TRANSPOSED = Mistake(
    "weights-transposed",
    "The weights are transposed. Their shape is (inputs, outputs)",
    "The notebook writes X @ W + b.",
)
DEAD_UNITS = Problem(
    "dead-units",
    "Hidden units are almost exactly 0 in every run, so a step cannot be judged. Start from larger random weights",
    "A start of zeros, or far too small.",
)
SEED_SET_INSIDE = Mistake(
    "seed-set-inside",
    "Two calls give the very same {names}. Set the seed in the cell that calls the function",
    "np.random.seed inside the function.",
)
NO_UPDATE = Mistake(
    "no-update",
    "One step more leaves all parameters as they were. Let the loop run over range(N_STEPS), and update in every round",
    "The update stands outside the loop, or a fixed number of steps.",
)
NO_LIST_OF_SETTINGS = Problem(
    "no-list-of-settings", "SETTINGS is not a list of dictionaries", "One dictionary for each setting."
)
SETTING_KEY_NO_WORD = Problem(
    "setting-key-no-word", "A setting has a key that is not text. Keys are names of arguments", "Numbers as keys."
)
WRONG_NUMBER_OF_SETTINGS = Problem(
    "wrong-number-of-settings",
    "SETTINGS has {found} entries; three to five are asked for",
    "The sheet asks for three to five.",
)
SAME_SETTING_TWICE = Mistake(
    "same-setting-twice", "Settings {first} and {second} are the same", "Copied and not changed."
)
POINTS_NOT_INDEPENDENT = Mistake(
    "points-not-independent",
    "{function}: the class of a point depends on the other points in the call",
    "Normalised by the batch, or a softmax over samples.",
)
SETTING_WITHOUT_EFFECT = Mistake(
    "setting-without-effect",
    "Settings {first} and {second} lead to the same network. Use every entry of a setting in train_setting",
    "An entry of the dictionary is never read.",
)
FRACTION_OF_WRONG_POINTS = Mistake(
    "fraction-of-wrong-points", "it is the fraction of the points that are wrong", "!= for ==."
)
IN_PER_CENT = Mistake("in-per-cent", "it is in per cent. Return a fraction of 1", "A factor 100.")
NUMBER_OF_POINTS = Mistake(
    "number-of-points", "it is a number of points. Divide by how many there are", "np.sum for np.mean."
)
DIVIDED_BY_300_POINTS = Mistake(
    "divided-by-300",
    "it is divided by 300, whatever the number of points is",
    "300 is the size of the spiral; use len(y).",
)
SCORES_INSTEAD_OF_CLASSES = Mistake(
    "scores-instead-of-classes",
    "{function} returns three numbers per point. Return the class of each",
    "argmax is missing.",
)
NO_CLASSES = Problem(
    "no-classes", "{function} returns other values than the classes 0, 1 and 2", "Classes are counted from 0."
)
