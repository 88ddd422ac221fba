"""The mistakes and problems of task 2c, the size of the code: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

SIZES_SORTED = Mistake(
    "sizes-sorted", "it is sorted. Keep the given order", "The caller pairs sizes and errors by position."
)
ERROR_NOT_POSITIVE = Problem(
    "error-not-positive", "A squared error is 0 or negative", "A sign, or a difference without a square."
)
SHARED_NETWORK = Mistake(
    "shared-network",
    "make_shallow is called less often ({calls}) than there are code sizes ({sizes}). Build a new network for "
    "every size",
    "The next size continues the training of the same network.",
)
SIZES_NOT_USED = Mistake(
    "code-size-not-passed-on",
    "The codes of the networks do not have the given sizes. Pass each size on to make_shallow",
    "make_shallow() without its argument.",
)
EPOCHS_NOT_USED = Mistake(
    "epochs-not-passed-on",
    "The networks are not trained for the given number of epochs. Pass epochs on to train_autoencoder",
    "A fixed number of epochs.",
)
TRAINED_WITH_NOISE = Mistake(
    "trained-with-noise",
    "The networks are trained with noise. Use clean images in this question",
    "The noise factor of 2b was left in.",
)
OTHER_IMAGES = Mistake(
    "other-training-images",
    "The networks are trained on {how} images than x_train holds. Train them on x_train and nothing else",
    "Training and test images were joined, or a slice was left in.",
)
SIZE_WITHOUT_NETWORK = Problem(
    "size-without-network",
    "For some code size there is no network from make_shallow. Build the network of every size with make_shallow",
    "The networks are made elsewhere.",
)
ERRORS_ON_NOISY_INPUTS = Mistake(
    "errors-on-noisy-inputs",
    "{quantity} holds roughly the errors on noisy inputs (factor 0.2). Measure the errors on clean images",
    "The add_noise of 2b was left in.",
)
ERRORS_ON_OTHER_IMAGES = Mistake(
    "errors-on-other-images", "it holds the errors on the {images}", "Two variables were exchanged."
)
ERRORS_MEAN_OVER_PIXELS = Mistake(
    "errors-mean-over-pixels", "it holds means over the pixels instead of sums", "np.mean without axis."
)
ERRORS_SUM_OVER_IMAGES = Mistake(
    "errors-sum-over-images", "it holds sums over the images instead of means", "Mean over images, sum over pixels."
)
ERRORS_SQUARE_ROOTS = Mistake(
    "errors-square-roots", "it holds square roots of the errors", "np.linalg.norm takes a root."
)
ERRORS_IN_ORDER_OF_SIZES = Mistake(
    "errors-in-order-of-sizes",
    "it follows the sorted sizes instead of the given order",
    "The sizes were sorted first.",
)
ERRORS_OF_LAST_SIZE = Mistake(
    "errors-of-last-size",
    "every entry is the error of the network of the last size",
    "The errors are measured after the loop.",
)
ERRORS_ARE_LOSSES = Mistake(
    "errors-are-losses", "it holds training losses instead of squared errors", "history['loss'] was returned."
)
ERRORS_BEFORE_TRAINING = Mistake(
    "errors-before-training",
    "{quantity} holds errors as large as those of untrained networks. Measure the errors after the training",
    "The error is computed before fit.",
)
ERRORS_ROUNDED = Mistake(
    "errors-rounded", "{quantity} holds rounded numbers. Return the errors without rounding", "round() for printing."
)
ERROR_DOES_NOT_FALL = Problem(
    "error-does-not-fall",
    "The {images} error of the largest code is not clearly below the error of the smallest. Build and train a new "
    "network for every size",
    "Shared networks, too few epochs, or sizes that are not passed on.",
)
