"""What can be wrong in the autoencoder, its codes and their comparison with PCA (section 2.6)."""

from autograder.checks import Mistake, Problem

NOT_ROWS_OF_PIXELS = Problem(
    "other-shape", "{quantity} has shape {found}. Return (n, 784)", "Pictures instead of rows: a reshape is missing."
)
NO_LAYERS = Problem(
    "no-layers", "no layer of Keras was called while an image was reconstructed", "Layers of the student's own."
)
CODE_SIZE = Problem(
    "code-of-another-size",
    "the narrowest layer of the autoencoder gives {found} numbers for each image. The code has two",
    "The size of the inner layer.",
)
NO_LAYER_OF_TWO = Problem(
    "code-of-another-size",
    "no layer of the autoencoder gives two numbers for each image",
    "The size of the inner layer.",
)
ACTIVATION_ON_CODE = Problem(
    "activation-on-the-code",
    "the code passes through an activation ({name}). The two numbers are the plain output of their layer",
    "Its own activation= is None; so is that of a layer behind it.",
)
WAY_AROUND = Problem(
    "way-around-the-code",
    "the reconstruction depends on more than two numbers, so there is a way around the code",
    "A skip connection, or a code of more numbers.",
)
CROSS_ENTROPY = Mistake(
    "binary-cross-entropy",
    "it is the binary cross-entropy. Minimise the mean squared error",
    "The loss of many tutorials.",
)
ABSOLUTE_ERROR = Mistake("mean-absolute-error", "it is the mean absolute error", 'loss="mae".')
ON_TRAINING_IMAGES = Mistake(
    "measured-on-training-images", "it is that on the training images", "validation_data=(x_train, x_train)."
)
SUM_OVER_PIXELS = Mistake("sum-over-pixels", "it is the sum over the pixels", "The sheet's error is a mean.")
TRAINING_LOSS = Mistake("training-loss", "it is the training loss", "history['loss'] under both names.")
PIXELS_TO_255 = Mistake("pixels-to-255", "pixels are taken from 0 to 255", "Divide by 255 first.")
OTHER_SCALE = Problem(
    "other-scale", "the reconstructions are not on the scale from 0 to 1", "Multiplied by 255 for a picture."
)
NOT_BETTER_THAN_PCA = Problem(
    "not-better-than-pca",
    "the squared error of {file} is {percent:.1f} % {side} that of PCA. Points begin at {pass_mark:.0f} % below",
    "Untrained, linear, or trained too briefly.",
)
BELOW_FULL_MARK = Problem(
    "error-above-full-mark",
    "the squared error of {file} is {percent:.1f} % {side} that of PCA. Full marks begin at {full_mark:.0f} % below",
    "Partial marks; train longer.",
)

CODES_SHUFFLED = Mistake(
    "codes-in-other-order", "the codes of embed are not in the order of the images", "Batches were shuffled."
)
NOT_THE_INNER_LAYER = Problem(
    "not-the-inner-layer",
    "the result of embed is not what the inner layer of the autoencoder gives for these images. Is the encoder made of "
    "the trained layers, and are the images scaled as in training?",
    "A new encoder, another layer, or pixels from 0 to 255.",
)
FITTED_ON_IMAGES = Mistake(
    "fitted-on-the-images",
    "the principal components are fitted on `images` instead of `fit_images`",
    "Fit on the one set, transform the other.",
)
FITTED_ON_BOTH = Mistake(
    "fitted-on-both-sets", "the principal components are fitted on both sets together", "Fit on `fit_images` alone."
)
NOT_CENTRED = Mistake(
    "mean-not-subtracted",
    "the mean is not subtracted before the principal components are computed",
    "Singular vectors of the centred data.",
)
SECOND_FIRST = Mistake(
    "second-component-first", "the second component comes first", "Eigenvalues come in ascending order from eigh."
)
SECOND_AND_THIRD = Mistake(
    "second-and-third-components", "these are the second and the third component", "Counted from 1."
)
NOT_PCA = Problem(
    "not-the-first-two-components",
    "these are not the first two principal components of the pixels",
    "Other eigenvectors, or other data.",
)
ON_GIVEN_CODES = Mistake(
    "measured-on-given-codes",
    "it is measured on the given codes instead of the new points",
    "Every point is its own nearest neighbour there.",
)
AMONG_NEW_POINTS = Mistake(
    "measured-among-new-points", "it is measured among the new points", "Neighbours are given points."
)
IN_PER_CENT = Mistake("in-per-cent", "it is in per cent", "A factor 100.")
WRONG_LABELS = Mistake("fraction-of-wrong-labels", "it is the fraction of wrong labels", "!= for ==.")
K_IS_15 = Mistake("k-is-always-15", "k is 15, whatever value is given", "The notebook's value was written in.")
K_IS_5 = Mistake("k-is-always-5", "k is 5, whatever value is given", "scikit-learn's default.")
NUMBER_OF_LABELS = Mistake("number-of-right-labels", "it is the number of right labels", "np.sum for np.mean.")
PLANE_NOT_BETTER = Problem(
    "plane-not-better-than-pca",
    "{percent:.1f} % of the test images have the label of their neighbours in the autoencoder's plane, which is not "
    "more than in the plane of PCA",
    "Untrained, or the codes of another layer.",
)
