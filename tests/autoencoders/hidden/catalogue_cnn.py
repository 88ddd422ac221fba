"""What can be wrong in Problem 4.2, the given network for digits: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

CHANNEL_AXIS = Mistake(
    "channel-axis",
    "The filters have shape (40, 1, 5, 5). Drop the axis of the single input channel",
    "weight[:, 0] or squeeze.",
)
FILTERS_TRANSPOSED = Mistake("filters-transposed", "each filter is transposed", "Rows and columns of the 5 × 5.")
FILTER_SCALED = Mistake(
    "each-filter-scaled", "each filter is scaled to 0 … 1. Return the weights as they are", "imshow scales by itself."
)
FILTERS_SCALED = Mistake(
    "filters-scaled",
    "all filters are scaled to 0 … 1 together. Return the weights as they are",
    "imshow scales by itself.",
)
ROWS_ARE_PREDICTIONS = Mistake(
    "rows-and-columns-swapped",
    "rows and columns are swapped. The rows are the true classes",
    "The order of arguments of confusion_matrix.",
)
LAST_BATCH_ONLY = Mistake(
    "last-batch-only", "only the last batch of the loader is counted", "The matrix is set to 0 in the loop."
)
FIRST_BATCH_ONLY = Mistake(
    "first-batch-only", "only the first batch of the loader is counted", "A return inside the loop."
)
MATRIX_IN_TRAINING_MODE = Mistake(
    "matrix-in-training-mode", "the network is in training mode. Call model.eval() first", "Dropout is active."
)
ROWS_NORMALISED = Mistake(
    "rows-normalised", "the rows are divided by their sums. Return counts", "normalize='true' of scikit-learn."
)
COLUMNS_NORMALISED = Mistake(
    "columns-normalised", "the columns are divided by their sums. Return counts", "normalize='pred' of scikit-learn."
)
MATRIX_FRACTIONS = Mistake(
    "divided-by-images", "it is divided by the number of images. Return counts", "normalize='all' of scikit-learn."
)
DIAGONAL_ONLY = Mistake(
    "only-right-images", "only the images that are classified rightly are counted", "All images belong in the matrix."
)
ERRORS_ONLY = Mistake(
    "only-wrong-images", "only the images that are classified wrongly are counted", "All images belong in the matrix."
)
OTHER_IMAGES = Problem(
    "other-images",
    "{quantity} {is} wrong: the counts add up to {found:g} for a loader of {images} images. Count each image once",
    "Another data set than that of the loader.",
)
OTHER_COUNTS = Problem(
    "other-counts", "{quantity} {is} wrong: {its} entries are in the wrong cells", "No known mistake leads there."
)
OTHER_NETWORK = Problem(
    "other-network", "CNN is not the given network: its parameters have other shapes", "The given cell was changed."
)
