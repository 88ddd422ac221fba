"""What can be wrong in Problems 5.2 and 5.3, corruption and PCA: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

UNKNOWN_KIND = Problem(
    "unknown-kind",
    "CORRUPTION names a kind that is not on the list. Choose one of {kinds}",
    "A description in words of their own.",
)
OUT_OF_RANGE = Problem(
    "out-of-range",
    "CORRUPTION[{name}] is outside the range from {low} to {high}",
    "Per cent instead of a fraction, or a corruption too small to be seen.",
)
LOW_ABOVE_HIGH = Problem("low-above-high", "CORRUPTION: low must be smaller than high", "The two were exchanged.")
NOT_CORRUPTED = Mistake(
    "nothing-corrupted", "The points come back unchanged", "The noise is computed, but the input is returned."
)
COORDINATE_TREATED_ALIKE = Mistake(
    "same-for-all-points",
    "Coordinate {axis} is changed in the same way for all points. Draw a number for every point",
    "A single draw, broadcast over the rows; or a column that gets no noise.",
)
COORDINATES_TOGETHER = Mistake(
    "coordinates-together",
    "Both coordinates of a point are corrupted together. Draw a number for each of them",
    "The shape (n, 1) or (n,) in place of (n, 2).",
)
REPEATS = Mistake(
    "corruption-repeats",
    "The corruption repeats from point to point. Draw a number for every point",
    "A short list of draws, tiled; or the seed is set inside a loop.",
)
SEED_IGNORED = Mistake(
    "seed-ignored", "The same seed gives different results. Use the seed for the draw", "A generator elsewhere."
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same result. Use the seed for the draw", "A fixed seed inside."
)
STD_ROOT = Mistake(
    "std-is-root",
    "{quantity} are not distributed as declared: their standard deviation is the square root of the declared one",
    "N(0, 0.2) was read as a variance of 0.2.",
)
HALF_THE_WIDTH = Mistake(
    "half-the-width",
    "{quantity} reach only half as far as declared: from −width/2 to width/2. width is the largest absolute value",
    "width was read as the length of the interval.",
)
ADDED_NOT_MULTIPLIED = Mistake(
    "added-not-multiplied",
    "A number that is 0 does not stay 0, as it would with a factor. Multiply by the noise",
    "Multiplicative noise is x · (1 + ε).",
)
OTHER_VALUES = Problem(
    "neither-kept-nor-replaced",
    "Some numbers are neither unchanged nor replaced by {values}",
    "Rescaled as dropout does, or replaced by a mean or by the extremes of the data.",
)
PROBABILITY_FOR_EACH = Mistake(
    "probability-for-each",
    "Numbers are replaced with the declared probability by low and with the same probability by high. The declared "
    "probability is that of both together",
    "Two masks of probability p, where each needs p/2.",
)
PROBABILITY_OF_BOTH = Problem(
    "wrong-probability",
    "Numbers are replaced with probability {share:.2g}, which is not the declared one. The declared probability is "
    "that of low and high together",
    "< and > exchanged, or a mask of another size.",
)
PROBABILITY_TO_STAY = Mistake(
    "probability-to-stay",
    "Numbers are replaced by {value} with probability {share:.2g}: the declared probability is used as that of staying "
    "unchanged",
    "< and > exchanged.",
)
WRONG_PROBABILITY = Problem(
    "wrong-probability",
    "Numbers are replaced by {value} with probability {share:.2g}, not with the declared one",
    "Low and high must be equally frequent, p/2 each; a mask alone has p.",
)

NOT_THREE_ARRAYS = Problem(
    "not-three-arrays", "linear_autoencoder must return three arrays: encoder, decoder and mean", "The mean is missing."
)
MEAN_WRONG = Mistake(
    "mean-wrong",
    "The reconstruction is worse than that of PCA because the mean is wrong. With the mean of the data it would be as "
    "good",
    "A mean of 0, a median, or the mean over the wrong axis.",
)
ENCODER_WRONG = Mistake(
    "encoder-does-not-fit",
    "The reconstruction is worse than that of PCA because the encoder does not fit the decoder. With the decoder's "
    "pseudo-inverse it would be as good",
    "Eᵀ = D holds for orthonormal columns only.",
)
WORSE_THAN_PCA = Problem(
    "worse-than-pca",
    "The squared error is {ratio:.3g} times that of PCA with the same number of dimensions",
    "Another subspace, or a training that was stopped too early.",
)
LEAST_VARIANCE = Mistake(
    "least-variance", "it spans the directions of least variance", "eigh sorts the eigenvalues upwards."
)
COLUMNS_OF_VT = Mistake(
    "columns-of-vt", "it holds columns of V transposed where its rows belong", "np.linalg.svd returns V transposed."
)
NOT_CENTRED = Mistake("not-centred", "the data are not centred", "Subtract the mean before the SVD.")
STANDARDISED = Mistake(
    "standardised", "the data are scaled to unit variance first", "PCA of the correlation, not of the covariance."
)
FIRST_COORDINATES = Mistake(
    "first-coordinates", "it holds the first k coordinates", "The identity, or X[:, :k], in place of a basis."
)
COVARIANCE_OF_ROWS = Mistake(
    "covariance-of-rows", "the covariance is taken between the rows", "np.cov needs rowvar=False."
)
