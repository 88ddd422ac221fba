"""What can be wrong in P1.4 to P1.7: initialisation, the search and finite differences."""

from autograder.checks import Mistake, Problem

# P1.4: initialisation
BIAS_NOT_ZERO = Problem("bias-not-zero", "The bias of layer {layer} is not zero", "All three schemes set b to 0.")
OLD_WEIGHTS_KEPT = Mistake(
    "old-weights-kept",
    "The weights of layer {layer} keep their old values. Set those of every layer to zero",
    "A layer was left out, or a copy was changed.",
)
WEIGHTS_NOT_ZERO = Problem("weights-not-zero", "The weights of layer {layer} are not zero", "Small random numbers.")
SEED_IGNORED = Mistake(
    "seed-ignored",
    "The same seed gives different weights. Draw from a generator made from the seed",
    "np.random without a seed.",
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same weights. Use the argument seed", "A fixed seed inside."
)
SAME_NUMBERS_IN_LAYERS = Mistake(
    "same-numbers-in-layers",
    "Two layers begin with the same random numbers. Make one generator for all layers",
    "The generator is made anew for each layer.",
)

_NOT_AS_ASKED = "{quantity} are not distributed as asked: the bound is "
_BOUND = "Bound and standard deviation: Var = bound² / 3, and Glorot asks for 2 / (inputs + outputs)."
BOUND_FAN_IN = Mistake("bound-of-inputs-alone", f"{_NOT_AS_ASKED}sqrt(6 / inputs)", "Glorot: inputs + outputs.")
BOUND_FAN_OUT = Mistake("bound-of-outputs-alone", f"{_NOT_AS_ASKED}sqrt(6 / outputs)", "Glorot: inputs + outputs.")
BOUND_THREE = Mistake("bound-with-3-for-6", f"{_NOT_AS_ASKED}sqrt(3 / (inputs + outputs))", _BOUND)
BOUND_WITHOUT_ROOT = Mistake(
    "square-root-missing",
    f"{_NOT_AS_ASKED}6 / (inputs + outputs), so the square root is missing",
    "Bound and variance: bound = √(3 Var).",
)
BOUND_ONE_OVER_FAN_IN = Mistake(
    "bound-of-one-over-inputs", f"{_NOT_AS_ASKED}sqrt(1 / inputs)", "A rule from another library."
)
BOUND_IS_STD = Mistake(
    "standard-deviation-as-bound",
    f"{_NOT_AS_ASKED}sqrt(2 / (inputs + outputs)), which is the standard deviation",
    _BOUND,
)
BOUND_OF_FIRST_LAYER = Mistake(
    "bound-of-first-layer", f"{_NOT_AS_ASKED}that of the first layer", "The bound is computed before the loop."
)
BOUND_ONE = Mistake(
    "bound-of-one", "{quantity} are uniform on ±1, or on 0 to 1", "rng.uniform without bounds, or rng.random."
)

# P1.5: the comparison
ZERO_CURVE_OTHER = Problem(
    "zero-curve-other",
    'The curve of "zero" is not that of a network whose weights begin at zero',
    "Another initialisation, or biases that are not trained.",
)
ZERO_CURVE_TOO_LOW = Problem(
    "zero-curve-too-low",
    'The curve of "zero" falls below the entropy of the class frequencies, so its weights do not begin at zero',
    "With zero weights only the last bias can learn.",
)
ZERO_CURVE_TOO_HIGH = Problem(
    "zero-curve-too-high",
    'The curve of "zero" does not come down to the entropy of the class frequencies. Is its last bias trained?',
    "The last bias is not updated, or the losses are sums.",
)
GLOROT_NOT_BETTER = Problem(
    "glorot-not-better", 'The curve of "glorot" does not end below that of "zero"', "Curves under the wrong names."
)
NORMAL_BEGINS_LOW = Problem(
    "normal-begins-low",
    'The curve of "normal" does not begin higher than the others. Weights of variance 1 give large scores',
    "A small standard deviation, or the loss only after many steps.",
)

# P1.6: the search
SPLIT_NO_TWO_PAIRS = Problem(
    "split-no-two-pairs",
    "split_mnist does not return two pairs. Return (train_images, train_labels), (valid_images, valid_labels)",
    "Four arrays in a row.",
)
LABELS_OF_OTHER_IMAGES = Problem(
    "labels-of-other-images",
    "The {part} labels do not belong to the {part} images",
    "Images and labels are split or shuffled differently.",
)
VALIDATION_TRAINED_ON = Problem(
    "validation-trained-on",
    "{count} images are in the training part and in the validation part. Put each image into one part only",
    "The training part is the whole set.",
)
IMAGES_LOST = Problem("images-lost", "Some images are in neither part", "Fixed sizes, or a slice that ends early.")
OTHER_SPLIT = Problem(
    "other-split", "The validation images are not the last sixth of all images", "The first sixth, or a fixed number."
)
FILE_MISSING = Problem(
    "file-missing",
    "{file} was not handed in. Let the notebook write it and add it to the upload",
    "The cell that writes it was not run, or the upload lacks the file.",
)
TABLE_UNREADABLE = Problem("table-unreadable", "search.csv cannot be read as text", "Another kind of file.")
COLUMN_MISSING = Problem(
    "column-missing", "search.csv has no column valid_accuracy", "The first line names the columns."
)
ENTRY_NO_NUMBER = Problem(
    "entry-no-number", "search.csv has an entry in valid_accuracy that is not a number", "A sign %, or a word."
)
TABLE_NO_FRACTION = Problem(
    "no-fraction",
    "valid_accuracy in search.csv is not a fraction between 0 and 1. Divide numbers in per cent by 100",
    "Per cent instead of fractions.",
)
TOO_FEW_SETTINGS = Problem(
    "too-few-settings",
    "The number of different settings in search.csv is {found}. Try at least {least}",
    "Several rows hold the same setting.",
)
TABLE_UNLIKE_WEIGHTS = Problem(
    "table-unlike-weights",
    "The best valid_accuracy of search.csv is {direction} than the accuracy that mlp.npz reaches",
    "The weights are of another run than the table.",
)
OTHER_INPUTS_OR_OUTPUTS = Problem(
    "other-inputs-or-outputs",
    "The network that load_mlp returns does not have 784 inputs and 10 outputs",
    "Another network than the one that was trained on MNIST.",
)
FILE_TOO_SMALL = Problem(
    "file-too-small",
    "mlp.npz holds fewer numbers than the network has parameters. Save every W and b",
    "The biases, or a layer, were not saved.",
)

# P1.7: finite differences
OTHER_LAYER = Mistake(
    "other-layer",
    "these are differences in the {kind} of layer {layer}. Move the weights of the first layer",
    "The sheet names the layer.",
)
BIASES_OF_FIRST_LAYER = Mistake(
    "biases-instead-of-weights",
    "these are differences in the first layer's biases. Move its weights",
    "b was moved in place of W.",
)
ONE_SIDED = Mistake(
    "one-sided-difference",
    "the difference is one-sided, L(θ + ε) − L(θ). Take the central one, L(θ + ε) − L(θ − ε)",
    "The one-sided error falls as ε, the central one as ε².",
)
MULTIPLIED_BY_EPSILON = Mistake(
    "multiplied-by-epsilon", "it is divided by 2 and multiplied by ε. Write / (2 * ε)", "/ 2 * ε in Python."
)
NOT_DIVIDED = Mistake("not-divided", "it is not divided by 2ε", "The quotient was forgotten.")
DIVIDED_BY_EPSILON = Mistake("divided-by-epsilon", "it is divided by ε instead of 2ε", "θ + ε and θ − ε are 2ε apart.")
BACK_PROPAGATION = Mistake(
    "back-propagation-returned",
    "it is the gradient by back-propagation, not a finite difference",
    "The differences are there to check back-propagation.",
)
NOT_PUT_BACK = Mistake(
    "not-put-back",
    "a weight is not put back before the next one is moved",
    "Every weight is moved from the same θ.",
)
PARAMETERS_LEFT_CHANGED = Problem(
    "parameters-left-changed",
    "{function} leaves {parameter} of layer {layer} changed. Put every weight back",
    "θ − ε or θ + ε stays behind.",
)
SIGNED_LARGEST = Mistake(
    "absolute-value-missing",
    "it is the largest signed difference. Take absolute values before the maximum",
    "max(|d|), not max(d).",
)
SIGNED_SMALLEST = Mistake(
    "absolute-value-missing",
    "it is the smallest signed difference. Take absolute values before the maximum",
    "max(|d|), not min(d).",
)
ABSOLUTE_OF_LARGEST = Mistake(
    "absolute-value-missing",
    "it is the absolute value of the largest signed difference. Take absolute values before the maximum",
    "max(|d|), not |max(d)|.",
)
MEAN_OF_DIFFERENCES = Mistake(
    "mean-of-differences", "it is the mean of the absolute differences. Take the largest", "np.mean for np.max."
)
SUM_OF_DIFFERENCES = Mistake(
    "sum-of-differences", "it is the sum of the absolute differences. Take the largest", "np.sum for np.max."
)
SMALLEST_DIFFERENCE = Mistake(
    "smallest-difference", "it is the smallest absolute difference. Take the largest", "np.min for np.max."
)
NORM_OF_DIFFERENCES = Mistake(
    "norm-of-differences", "it is the Euclidean norm of the differences. Take the largest", "np.linalg.norm."
)
WRONG_FOR_N = Problem(
    "wrong-for-n", "The result of max_differences is wrong for N = {n}", "Is ε = 1 / N used for every N?"
)
NOT_FIRST_TEN = Problem(
    "not-the-first-ten",
    "max_differences does not look at exactly the first ten weights",
    "Nine, all, or those of another layer.",
)
STOPS_FALLING = Problem(
    "stops-falling",
    "For N = 1000 the difference does not go on falling. Work in double precision",
    "float32, or rounded losses.",
)
FAR_ABOVE_ROUNDING = Problem(
    "far-above-rounding",
    "For N = 10⁵ the difference is far larger than the rounding error of double precision",
    "float32, rounded losses, or a gradient of something else.",
)
DOES_NOT_RISE_AGAIN = Problem(
    "does-not-rise-again",
    "For a far larger N the difference does not rise again. Is ε = 1 / N used?",
    "ε has a lower limit, or is fixed.",
)
