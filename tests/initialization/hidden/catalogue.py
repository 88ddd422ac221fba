"""What can be wrong in the tasks on initial weights (T1): sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NO_PAIR = Problem(
    "no-pair", "{quantity} is {found}. Return the tuple (mean, std)", "One number was returned, or nothing at all."
)
MEAN_AND_STD_SWAPPED = Mistake(
    "mean-and-std-swapped", "mean and std are returned in the wrong order", "The sheet asks for (mean, std)."
)
VARIANCE_INSTEAD_OF_STD = Mistake(
    "variance-instead-of-std", "the variance is returned instead of the std", "var() for std(), or a root is missing."
)
SAME_WEIGHTS_IN_EVERY_CALL = Mistake(
    "seed-set-inside",
    "Two calls return the same weights. Do not set a seed inside the function",
    "torch.manual_seed inside the function: all layers of a network would be equal.",
)

COUNTED_FROM_0 = Mistake("counted-from-0", "the layers are counted from 0", "enumerate(layers) begins with 0.")
ONE_LAYER_TOO_LATE = Mistake("one-layer-too-late", "it is one layer too late", "x is examined before the product.")
LAST_LAYER = Mistake(
    "last-layer",
    "it is the number of the last layer, not of the first one that overflows",
    "The loop goes on, or x is examined after it.",
)
LAST_LAYER_THOUGH_FINITE = Mistake(
    "last-layer-though-finite",
    "it is the number of the last layer, but x stays finite. Return None in this case",
    "The value after the loop is the loop's variable.",
)
TRUE_OR_FALSE = Mistake(
    "true-or-false", "True or False is not the number of a layer", "The result of isnan() was returned."
)
INF_MISSED = Mistake(
    "infinity-missed",
    "x overflows to inf without ever being nan, but the function returns None. Look for inf as well as for nan",
    "isnan alone; use isfinite.",
)

SQUARE_ROOT_OR_MEAN_MISSING = Mistake(
    "root-or-mean-missing",
    "a square root is missing, or squares are summed over the entries instead of averaged",
    "Both slips give the width itself.",
)
STD_OF_X = Mistake(
    "std-of-x", "it is the std of the entries of x, without the product with a", "x and y were exchanged."
)
DIVIDED_BY_WIDTH_TWICE = Mistake(
    "divided-by-width-twice", "it is divided by the number of entries twice", "A mean of means."
)
SUMMED_OVER_REPEATS = Mistake(
    "summed-over-repeats", "squares are summed over the repeats instead of averaged", "A sum in the loop."
)
ROOTS_AVERAGED = Mistake(
    "roots-averaged",
    "the roots are averaged. Average the squares over all repeats first, then take the root",
    "The mean of roots is not the root of the mean.",
)
AROUND_OWN_MEAN = Mistake(
    "around-each-products-mean",
    "the std of each product is taken around the mean of that product, or stds are averaged",
    "y.std() subtracts the mean of the few entries of y.",
)
STDS_AVERAGED = Mistake(
    "stds-averaged",
    "the stds of the products are averaged, each around the mean of its product",
    "y.std() in the loop and a mean after it.",
)
NOT_AVERAGED_OVER_DRAWS = Mistake(
    "not-averaged-over-fresh-draws",
    "Results for different seeds scatter far more than an average over that many repeats does. Draw a new a and a new "
    "x in every repeat, and average over all of them",
    "a is drawn before the loop, or only the last product counts.",
)

NOT_SCALED = Mistake("not-scaled", "the weights are not scaled", "The division is missing or its result is not used.")
DIVIDED_BY_FAN_IN = Mistake(
    "divided-by-fan-in",
    "the matrices are divided by fan_in. Divide by its square root",
    "The variance of a sum of n terms is n times as large, its std √n times.",
)
ONLY_X_SCALED = Mistake("only-x-scaled", "only x is scaled, and only once", "Every matrix is to be scaled.")
FOURTH_ROOT = Mistake("fourth-root", "the matrices are divided by the fourth root of fan_in", "Two roots were taken.")
ONE_LAYER_NOT_SCALED = Mistake(
    "one-layer-not-scaled", "one layer is left out, or the last one is not scaled", "A slice of the layers."
)

TANH_AT_THE_END = Mistake(
    "tanh-at-the-end", "tanh is applied once, at the end, instead of after every layer", "tanh stands after the loop."
)
NO_TANH = Mistake("no-tanh", "tanh is missing", "The function of T1.3 was copied.")
SCALED_WEIGHTS = Mistake(
    "scaled-weights",
    "the weights are scaled by sqrt(fan_in). Use them as they are in this question",
    "The function of T1.3 was copied.",
)
TANH_BEFORE_THE_PRODUCT = Mistake(
    "tanh-before-the-product",
    "tanh is applied to the input of each layer instead of to its output",
    "a @ tanh(x) for tanh(a @ x).",
)
LAST_LAYER_WITHOUT_TANH = Mistake(
    "last-layer-without-tanh", "the last layer has no tanh", "In this question the last layer is like all others."
)

FAN_IN_ALONE = Mistake("fan-in-alone", "{quantity} have a bound made of fan_in alone", "Xavier balances both passes.")
FAN_OUT_ALONE = Mistake(
    "fan-out-alone", "{quantity} have a bound made of fan_out alone", "Xavier balances both passes."
)
FAN_IN_TWICE = Mistake(
    "fan-in-twice",
    "{quantity} have a bound with 2·fan_in instead of fan_in + fan_out",
    "It shows only where a layer is not square.",
)
THREE_FOR_SIX = Mistake("3-instead-of-6", "{quantity} have a bound with 3 instead of 6", "b = √(3 Var), Var = 2/(m+n).")
STD_AS_BOUND = Mistake(
    "2-instead-of-6",
    "{quantity} have a bound with 2 instead of 6, which is the std of Xavier normal",
    "A bound is √3 times the standard deviation.",
)
DEFAULT_OF_LINEAR = Mistake(
    "default-of-linear",
    "{quantity} have the bound 1/sqrt(fan_in), which is torch's default for nn.Linear",
    "reset_parameters of nn.Linear was copied, or nothing was initialised.",
)
BOUND_WITHOUT_ROOT = Mistake(
    "square-root-missing", "{quantity} have a bound without its square root", "Bound and variance: b = √(3 Var)."
)

FAN_OUT_MODE = Mistake(
    "fan-out-mode",
    "{quantity} have a variance made of fan_out. Use fan_in, as the sheet asks",
    "Rows are outputs: weight.shape[1] is fan_in.",
)
TWO_MISSING = Mistake(
    "2-missing",
    "{quantity} have the variance 1/fan_in. The factor 2 that makes up for ReLU is missing",
    "ReLU halves the second moment.",
)
VARIANCE_AS_STD = Mistake(
    "variance-as-std",
    "{quantity} have the std 2/fan_in, which is the variance. A square root is missing",
    "randn() · std, not · variance.",
)
VARIANCE_OF_XAVIER = Mistake(
    "variance-of-xavier",
    "{quantity} have the variance 2/(fan_in + fan_out), which is that of Xavier",
    "T1.5 was copied.",
)
SIX_FOR_TWO = Mistake(
    "6-instead-of-2",
    "{quantity} have the variance 6/fan_in. The 6 belongs to the bound of Kaiming uniform",
    "A bound is √3 times the standard deviation.",
)
