"""The mistakes and problems of Problem 1 and of task 2a: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

FIRST_MASK_MISSING = Mistake(
    "first-mask-missing",
    "the mask of the first hidden layer's ReLU is missing in the backward pass",
    "The new layer was added to the forward pass only.",
)
SECOND_MASK_MISSING = Mistake(
    "second-mask-missing",
    "the mask of the second hidden layer's ReLU is missing in the backward pass",
    "The new layer was added to the forward pass only.",
)
FIRST_RELU_MISSING = Mistake(
    "first-relu-missing", "the first hidden layer has no ReLU", "Without it, two layers are one linear layer."
)
SECOND_RELU_MISSING = Mistake(
    "second-relu-missing", "the second hidden layer has no ReLU", "Without it, two layers are one linear layer."
)
FIRST_RELU_BACKWARD_ONLY = Mistake(
    "first-relu-backward-only",
    "the first hidden layer has its ReLU in the backward pass only",
    "The backward pass differentiates what the forward pass computes.",
)
SECOND_RELU_BACKWARD_ONLY = Mistake(
    "second-relu-backward-only",
    "the second hidden layer has its ReLU in the backward pass only",
    "The backward pass differentiates what the forward pass computes.",
)
SECOND_MASK_ON_FIRST = Mistake(
    "mask-of-second-on-first", "the mask of the second hidden layer is applied to the first", "An index is off by one."
)
FIRST_MASK_ON_SECOND = Mistake(
    "mask-of-first-on-second", "the mask of the first hidden layer is applied to the second", "An index is off by one."
)
RELU_ON_SCORES = Mistake(
    "relu-on-scores",
    "ReLU is applied to the scores; pass them to softmax without an activation",
    "The last layer is linear.",
)
SOFTMAX_TWICE = Mistake(
    "softmax-twice", "the softmax is applied twice", "Its output, the probabilities, was called scores again."
)
W3_UPDATED_EARLY = Mistake(
    "w3-updated-early",
    "W3 is updated before the error is propagated back through it",
    "Compute all gradients first, then update.",
)

OTHER_POINTS = Mistake(
    "other-points",
    "the step is computed from other points than those in X and y when the function is called",
    "The data were copied when the cell ran.",
)
STEP_UPHILL = Mistake("step-uphill", "the gradient is added instead of subtracted", "Gradient descent goes downhill.")
STEP_SUMMED = Mistake(
    "step-of-the-sum", "the gradient is summed over the points; the mean is needed", "The sheet's loss is a mean."
)
STEP_DIVIDED_TWICE = Mistake(
    "step-divided-twice", "the gradient is divided by the number of points twice", "The loss has its 1/N already."
)
STEP_DIVIDED_BY_300 = Mistake(
    "step-divided-by-300",
    "the gradient is divided by 300 instead of the number of points",
    "300 is the size of the spiral; use len(X).",
)
STEP_SIZE = Mistake("other-step-size", "the step size is {rate:.3g} instead of 0.1", "The sheet fixes 0.1.")
MOMENTUM = Mistake(
    "momentum", "{part:.2g} times the previous step is added (momentum)", "The sheet asks for plain gradient descent."
)
OUTPUT_RELU_MISSING = Mistake("output-relu-missing", "the output has no ReLU", "Both layers of the sheet have a ReLU.")
AVERAGED_OVER_COORDINATES = Mistake(
    "averaged-over-coordinates",
    "the squares are averaged over the coordinates; the norm is their sum",
    "np.mean without axis.",
)
FIXED_SAMPLES = Mistake(
    "fixed-number-of-samples",
    "{quantity} {is} divided by the fixed number {count} instead of the number of samples",
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
    "The return of the two-layer function was left as it was.",
)
PARAMETERS_ELSEWHERE = Mistake(
    "parameters-in-other-order",
    "The parameters come in another order. Return {names}",
    "Often weights first and then biases.",
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
    "In every run some pre-activation of a hidden unit is almost exactly 0, so a step cannot be checked. Start from "
    "larger random weights",
    "A start at zero, or far too small.",
)
RUNS_DIFFER = Problem(
    "runs-differ",
    "Two trainings with the same data, the same number of steps and the same random numbers give different {names}. "
    "Start anew in every call",
    "Something is kept from one call to the next, or chance comes from where the grader cannot repeat it.",
)
SEED_SET_INSIDE = Mistake(
    "seed-set-inside",
    "Two calls return exactly the same {names}. Draw new weights in every call, and set no seed inside the function",
    "np.random.seed inside the function, or a start at zero.",
)
NO_UPDATE = Mistake(
    "no-update",
    "One more step changes no parameter. Let the loop run over range(N_STEPS) and update the parameters in every round",
    "The update is outside the loop, its result is thrown away, or the number of steps is fixed.",
)
NO_LIST_OF_SETTINGS = Problem(
    "no-list-of-settings", "SETTINGS is not a list of dictionaries", "One dictionary for each setting."
)
SETTING_KEY_NO_WORD = Problem(
    "setting-key-no-word",
    "A setting has a key that is not text. Use the names of the arguments of train_setting as keys",
    "Numbers as keys.",
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
    "{function} gives a point another class when the call holds other points. Classify every point by itself",
    "Inputs normalised by the batch, or a softmax over the samples.",
)
SETTING_WITHOUT_EFFECT = Mistake(
    "setting-without-effect",
    "Settings {first} and {second} lead to networks that agree at every point. Use every entry of a setting in "
    "train_setting",
    "An entry of the dictionary is never read.",
)
FRACTION_OF_WRONG_POINTS = Mistake(
    "fraction-of-wrong-points",
    "it is the fraction of points with the wrong class. Return the fraction with the right class",
    "!= instead of ==.",
)
IN_PER_CENT = Mistake("in-per-cent", "it is in per cent. Return a fraction between 0 and 1", "A factor 100.")
NUMBER_OF_POINTS = Mistake(
    "number-of-points", "it is a number of points. Divide it by the number of all points", "np.sum instead of np.mean."
)
DIVIDED_BY_300_POINTS = Mistake(
    "divided-by-300",
    "it is divided by 300 instead of the number of points",
    "300 is the size of the spiral; use len(y).",
)
SCORES_INSTEAD_OF_CLASSES = Mistake(
    "scores-instead-of-classes",
    "{function} returns three numbers per point. Return the class of each",
    "argmax is missing.",
)
NO_CLASSES = Problem(
    "no-classes", "{function} returns values other than the classes 0, 1 and 2", "Classes are counted from 0."
)
