"""What can be wrong in the theory questions Q1 to Q4: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

RISK_OFF = Problem(
    "risk-off",
    "{quantity} is {ratios} times the true one",
    "No known mistake leads to these numbers; look at the code.",
)
SUM_OVER_SAMPLES = Mistake(
    "sum-over-samples", "it is the sum over the samples instead of their mean", "sum() for mean()."
)
MEAN_OVER_COORDINATES = Mistake(
    "mean-over-coordinates",
    "the mean is taken over the coordinates as well; they have to be summed",
    "Elementwise product and mean() without axis, instead of a matrix product.",
)
FACTOR_HALF = Mistake("factor-half", "it has a factor ½ that the risk does not have", "The ½ belongs to the loss.")
SQUARE_MISSING = Mistake("square-missing", "the square is missing", "The mean of absolute deviations.")
ROOT_OF_RISK = Mistake("root-of-risk", "it is the root of the risk", "np.linalg.norm, or RMSE.")
SQUARE_OF_RISK = Mistake("square-of-risk", "it is the square of the risk", "Squared twice.")
TEACHER_NOT_SUBTRACTED = Mistake(
    "teacher-not-subtracted", "the output of the teacher is not subtracted", "Only wᵀx is squared."
)
ONE_X_FOR_ALL = Mistake(
    "one-number-for-all-coordinates",
    "one random number is used for all coordinates of x. Draw one for each",
    "The shape of the draw is (n,) instead of (n, d).",
)
SQUARES_SUBTRACTED = Mistake(
    "squares-subtracted", "squared outputs are subtracted instead of outputs", "(a − b)² is not a² − b²."
)
UNIFORM_0_1 = Mistake("uniform-from-0-to-1", "x is uniform on (0, 1) instead of normal", "rand for randn.")
UNIFORM_1_1 = Mistake("uniform-around-0", "x is uniform on (−1, 1) instead of normal", "rand for randn.")
SAME_FOR_EVERY_SEED = Mistake(
    "same-for-every-seed",
    "The estimate is the same for every seed. Estimate from random samples, and use the seed for the draw",
    "The closed form was returned, or a fixed seed is set inside.",
)
NEGATIVE_RISK = Problem(
    "negative-risk", "The estimated risk is negative on average, but a mean of squares is not", "The square is missing."
)
SCATTERS_LESS = Mistake(
    "scatters-less-than-n-samples",
    "The estimates scatter less than means of n_samples independent samples do ({ratio:.2g} times as much). Draw "
    "n_samples samples, each with its own x",
    "A fixed number of samples, or n_samples · d of them.",
)
SCATTERS_MORE = Mistake(
    "scatters-more-than-n-samples",
    "The estimates scatter more than means of n_samples independent samples do ({ratio:.2g} times as much). Draw "
    "n_samples samples, each with its own x",
    "One x is drawn and used for all samples.",
)
RISK_OF_TEACHER_NOT_ZERO = Problem(
    "risk-of-teacher-not-zero", "The risk of w = w_t is not zero", "Student and teacher see different inputs."
)
RISK_NOT_POSITIVE = Problem("risk-not-positive", "The risk of w = −w_t is not positive", "A square or a sign.")

HIDDEN_EDGES = Mistake(
    "hidden-weights-on-wrong-edges", "the weights w1 … w6 are assigned to the wrong edges", "See the sheet's picture."
)
OUTPUT_EDGES = Mistake(
    "output-weights-on-wrong-edges", "the weights w7 … w10 are assigned to the wrong edges", "See the sheet's picture."
)
HIDDEN_BIAS_MISSING = Mistake("hidden-bias-missing", "the hidden bias is missing", "Each layer has one bias.")
OUTPUT_BIAS_MISSING = Mistake("output-bias-missing", "the output bias is missing", "Each layer has one bias.")
OUTPUT_BIAS_IN_HIDDEN = Mistake(
    "output-bias-in-hidden-layer", "the bias of the output layer is used in the hidden layer", "b[0] is the hidden one."
)
HIDDEN_BIAS_IN_OUTPUT = Mistake(
    "hidden-bias-in-output-layer", "the bias of the hidden layer is used in the output layer", "b[1] is the output's."
)
SIGMOID_MISSING = Mistake("sigmoid-missing", "the sigmoid is missing", "Both layers have one.")
HALF_MISSING = Mistake("half-missing", "the factor ½ is missing", "The sheet's loss is ½ Σ(t − o)².")
HALF_TWICE = Mistake("half-twice", "the factor ½ is there twice", "A mean over the two outputs and a ½.")
GRADIENT_WITHOUT_HALF = Mistake(
    "gradient-of-loss-without-half",
    "it is twice as large as it should be, because the ½ of the loss is missing",
    "The sheet's loss is ½ Σ(t − o)².",
)
OUTPUT_SLOPE_MISSING = Mistake(
    "output-slope-missing", "the derivative of the output's sigmoid is missing", "δ = (o − t) · o (1 − o)."
)
HIDDEN_SLOPE_MISSING = Mistake(
    "hidden-slope-missing", "the derivative of the hidden sigmoid is missing", "Multiply by h (1 − h)."
)
SLOPE_AT_ACTIVATION = Mistake(
    "slope-at-the-activation",
    "σ′ is taken at the activation instead of the pre-activation",
    "A function of z is called with σ(z).",
)
FROM_AND_TO_EXCHANGED = Mistake(
    "from-and-to-exchanged", "rows and columns (from and to) are exchanged", "np.outer(δ, h) for np.outer(h, δ)."
)
UPDATED_TOO_EARLY = Mistake(
    "updated-too-early",
    "w7 … w10 were updated before this gradient used them",
    "Compute all gradients first, then update.",
)
NOT_TRANSPOSED_BACK = Mistake(
    "no-transpose-downwards",
    "the output weights are transposed on the way back",
    "The error of a hidden unit collects the weights that leave it.",
)
BIAS_FOR_EACH_UNIT = Mistake(
    "bias-for-each-unit",
    "db has an entry for every unit, but the units of a layer share one bias. Add up the units of a layer",
    "The sheet's picture has one bias for each layer.",
)
BIAS_AVERAGED = Mistake(
    "bias-averaged-over-units", "it is the mean over the units of a layer instead of their sum", "np.mean for np.sum."
)
BIASES_SWAPPED = Mistake(
    "biases-swapped",
    "the order is (output, hidden) instead of (hidden, output)",
    "The backward pass starts at the end.",
)
NO_GRADIENT = Problem(
    "gradient-zero", "{quantity} is zero everywhere, so that a step cannot be judged", "The gradient was never filled."
)
STEP_UPHILL = Mistake("step-uphill", "the step goes up the gradient instead of down", "Subtract the gradient.")
RATE_NOT_USED = Mistake("rate-not-used", "the learning rate is not used", "w − dw.")
RATE_FIXED = Mistake(
    "rate-fixed", "a learning rate of 0.01 is used, whatever learning_rate is", "The sheet's number was typed in."
)
NOT_UPDATED = Mistake("not-updated", "nothing was updated", "The old weights are returned.")
STEP_WITHOUT_OLD_VALUE = Mistake(
    "step-without-old-value", "only the step is returned, without the old value", "The old weights are missing."
)

_NOT_AT_PEAK = "In {plots}, the critical point is not where the test error peaks between its two descents"
CRITICAL_POINT = Problem(
    "critical-point-wrong",
    _NOT_AT_PEAK,
    "The interpolation threshold: read the x value; plot b has a logarithmic axis.",
)
POINT_OF_OTHER_PLOT = Mistake(
    "point-of-other-plot",
    _NOT_AT_PEAK + ". For plot {plot}, the point of plot {other} is given",
    "Two plots were exchanged.",
)
KIND = Problem(
    "kind-wrong",
    "In {plots}, the kind is wrong. Look at what varies along the horizontal axis",
    "Epochs, width of the model, number of samples.",
)
KIND_NOT_TEXT = Problem(
    "kind-not-text", 'The kind of plot {plot} is not text. Write "epoch", "model" or "sample"', "A list of kinds."
)

ROOT_MISSING = Mistake("square-root-missing", "the square root is missing", "The variance was returned.")
FAN_IN_NOT_USED = Mistake("fan-in-not-used", "fan_in is not used", "The sum has fan_in terms.")
HALF_LINE = Mistake("half-line", "only z > 0 is integrated", "Right for ReLU by chance.")
HALF_NORMAL = Mistake(
    "half-normal", "only z > 0 is integrated, as if it had probability 1", "The mean over the positive z only."
)
VARIANCE_OF_PHI = Mistake(
    "variance-of-activation",
    "the variance of φ(z) is used instead of its second moment",
    "np.var subtracts the mean of φ(z), which the next layer receives.",
)
PHI_NOT_SQUARED = Mistake("activation-not-squared", "φ(z) is not squared", "E[φ²], not E[φ].")
MEAN_OF_ABSOLUTE = Mistake(
    "mean-of-absolute-value", "the mean of |φ(z)| is used instead of that of its square", "E[φ²], not E[|φ|]."
)
DENSITY_MISSING = Mistake(
    "density-missing", "the density of z is missing", "A mean over a grid, which takes z as uniform."
)
DENSITY_WITHOUT_FACTOR = Mistake(
    "density-without-factor", "the density lacks its factor 1/√(2π)", "exp(−z²/2) alone is no density."
)
MULTIPLIED = Mistake(
    "multiplied-instead-of-divided", "√E[φ²] is a factor where it has to be a divisor", "A quotient upside down."
)
GAUSS_HERMITE_UNSCALED = Mistake(
    "gauss-hermite-unscaled",
    "Gauss–Hermite nodes for exp(−z²) are used without √2 and 1/√π",
    "hermgauss is for exp(−x²): substitute z = √2 x; or use hermegauss.",
)
