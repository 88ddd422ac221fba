"""Random numbers: their distribution, their seed, and matrices whose columns span the wrong thing."""

from autograder.checks.outcome import Mistake, Problem

TOO_FEW = Problem(
    "too-few-entries",
    "{quantity}: only {found} entries (shape {shape}), which is too few to be what was asked for",
    "The shape was ignored.",
)
ALL_ZERO = Mistake(
    "all-zeros", "{quantity} are not distributed as asked: all {found} entries are zero", "Zero initialisation."
)
ALL_EQUAL = Mistake(
    "all-entries-equal", "{quantity} are not distributed as asked: all {found} entries are equal", "One number for all."
)
IDENTICAL_LINES = Mistake(
    "identical-lines",
    "{quantity} are not distributed as asked: some {lines} are identical; draw every entry by itself",
    "One row was drawn and repeated.",
)
VALUES_REPEAT = Mistake(
    "values-repeat",
    "{quantity} are not distributed as asked: there are only {distinct} different values among {found} entries",
    "Whole numbers, rounding, or a small pool of draws.",
)
NORMAL_RIGHT_STD = Mistake(
    "normal-instead-of-uniform",
    "{quantity} are normally distributed (with the right standard deviation) instead of uniformly",
    "randn for rand.",
)
NORMAL_BOUND_STD = Mistake(
    "normal-instead-of-uniform",
    "{quantity} are normally distributed, with the bound as standard deviation, instead of uniformly",
    "randn for rand.",
)
NORMAL = Mistake(
    "normal-instead-of-uniform", "{quantity} are normally distributed instead of uniformly", "randn for rand."
)
UNIFORM_RIGHT_STD = Mistake(
    "uniform-instead-of-normal",
    "{quantity} are uniform (with the right standard deviation) instead of normally distributed",
    "rand for randn.",
)
UNIFORM_STD_BOUND = Mistake(
    "uniform-instead-of-normal",
    "{quantity} are uniform, with the standard deviation as bound, instead of normally distributed",
    "rand for randn.",
)
UNIFORM = Mistake(
    "uniform-instead-of-normal", "{quantity} are uniform instead of normally distributed", "rand for randn."
)
ONE_SIDED = Mistake(
    "one-sided",
    "{quantity} are not distributed as asked: all of them lie {side} {centre}; they should lie on both sides",
    "rand() gives numbers from 0 to 1: scale and shift them.",
)
SHIFTED = Mistake(
    "wrong-mean",
    "{quantity} are not distributed as asked: their mean is {shift:.2g} of their standard deviations {side} {centre}",
    "The draw was not centred.",
)
MEAN_OFF = Mistake(
    "wrong-mean",
    "{quantity} are not distributed as asked: their mean is {shift:.2g} standard deviations too {size}",
    "The draw was not centred.",
)
BOUND_SQUARED = Mistake(
    "square-root-missing",
    "{quantity} are not distributed as asked: the bound is squared, so a square root is missing",
    "Bound and variance: b = √(3 Var).",
)
VARIANCE_AS_STD = Mistake(
    "variance-as-std",
    "{quantity} are not distributed as asked: the variance was used as the standard deviation",
    "A square root is missing; randn() · std, not · variance.",
)
SCALE_FACTOR = Mistake(
    "scale-off-by-a-factor",
    "{quantity} are not distributed as asked: the {scale} is {factor}",
    "Gain of ReLU (√2), bound against standard deviation (√3), fan_in + fan_out against their mean (2).",
)
WRONG_BOUND = Mistake(
    "wrong-bound", "{quantity} are uniform, but the bound is {ratio}", "fan_in or fan_out, product or sum of both."
)
WRONG_STD = Mistake(
    "wrong-std",
    "{quantity} are normally distributed, but their standard deviation is {ratio}",
    "fan_in or fan_out, product or sum.",
)
STD_OFF = Mistake(
    "wrong-std",
    "{quantity} are not distributed as asked: their standard deviation is {ratio}",
    "fan_in or fan_out, product or sum of both.",
)
NOT_UNIFORM = Problem(
    "not-uniform", "{quantity} are not uniform (their spread is {ratio})", "Truncated, mixed or summed draws."
)
NOT_NORMAL = Problem(
    "not-normal",
    "{quantity} are not normally distributed (their spread is {ratio})",
    "Truncated, mixed or clipped draws.",
)

COLUMNS_ZERO = Mistake("all-zeros", "{quantity} {is} wrong: all its entries are zero", "The matrix was never filled.")
COLUMNS_DEPENDENT = Mistake(
    "linearly-dependent",
    "{quantity} {is} wrong: its {columns} columns are linearly dependent and span only {dimensions}",
    "The same direction was found twice.",
)
OTHER_SUBSPACE = Problem(
    "other-subspace",
    "{quantity} spans another subspace: its largest principal angle to the right one is {degrees:.2g}°",
    "Data not centred, or rows and columns exchanged.",
)
SEED_IGNORED = Mistake(
    "seed-ignored", "two calls with the same seed give different results", "A generator outside the function."
)
SEED_FIXED = Mistake("seed-fixed", "two different seeds give the same result", "A fixed seed inside the function.")
