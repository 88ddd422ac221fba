"""What can be wrong in Problem 2, the autoencoders: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NOT_EXAMINED = Problem(
    "not-examined", "{function} could not be examined: {reason}", "The probe met an object that is no Keras model."
)
MODEL_NOT_TRAINED = Mistake(
    "model-not-trained",
    "train_autoencoder leaves the model as it was. Fit the model that it is given",
    "A copy was trained.",
)
INPUTS_NO_IMAGES = Problem(
    "inputs-no-images",
    "The inputs of the training are not images of 784 pixels. Pass the images as rows of 784 numbers",
    "A reshape before the call of fit.",
)
NO_BATCH = Problem(
    "no-batch",
    "No batch passed through the model while it was trained. Call fit on the model that was given",
    "Another model was fit.",
)
IMAGES_LEFT_OUT = Mistake(
    "images-left-out",
    "The training used only {used} of {total} images. Train on all of them",
    "A validation split, or a slice that stayed in.",
)
OTHER_EPOCHS = Mistake(
    "other-number-of-epochs",
    "The training used the images {often} than once in each of {epochs} epochs. Pass epochs on to fit",
    "A fixed number of epochs.",
)
INPUTS_SCALED = Mistake(
    "inputs-scaled",
    "The inputs of the training are far smaller than the images, as if they were divided by 255 once more",
    "The images are scaled already.",
)
NOISE_TOO_STRONG = Mistake(
    "noise-too-strong",
    "Most pixels of the training's inputs are 0 or 1, so the noise is far stronger than noise_factor asks for",
    "noise_factor is a standard deviation of images in [0, 1].",
)
OTHER_LAYERS = Problem(
    "other-layers",
    "The layers of {function} do not fit together as asked: {layers}",
    "Compare with the sheet's picture.",
)
ENCODER_RECONSTRUCTS = Mistake(
    "encoder-gives-the-reconstruction",
    "{quantity} is the reconstruction. Let the encoder end at the code",
    "Model(inputs, code), not Model(inputs, outputs).",
)
ENCODER_OWN_WEIGHTS = Mistake(
    "encoder-has-own-weights",
    "The encoder of {function} has weights of its own, which training the autoencoder does not change. Build it "
    "from the autoencoder's layers",
    "Layers are shared by calling the same layer objects.",
)
CODE_BEFORE_ACTIVATION = Mistake(
    "code-before-activation", "it is the code before its activation", "The code is the layer's output."
)
NO_BIASES = Mistake("no-biases", "the biases are missing", "use_bias=False was set.")
CODE_TWICE_AS_WIDE = Mistake(
    "code-twice-as-wide", "the code is twice as wide as asked", "code_size is the number of units."
)
ONE_MORE_CODE_LAYER = Mistake(
    "one-more-code-layer", "there is one more layer as wide as the code", "The code is one layer, not two."
)
CODE_SIZE_FIXED = Mistake(
    "code-size-fixed", "the code has 32 units whatever code_size says", "32 is the default of the argument only."
)
LAYERS_OF_128_MISSING = Mistake(
    "layers-of-128-missing", "the layers of 128 units are missing", "The deep network has four layers."
)
LAYER_OF_128_MISSING = Mistake(
    "layer-of-128-missing", "one of the two layers of 128 units is missing", "Encoder and decoder mirror each other."
)
OTHER_ACTIVATION = Mistake(
    "other-activation", "{layer} has {found} where {expected} is asked for", "ReLU inside, a sigmoid at the end."
)
NO_INNER_ACTIVATION = Mistake(
    "no-inner-activation", "no inner layer has an activation", "Dense has none unless it is named."
)

SIZES_SORTED = Mistake(
    "sizes-sorted", "it is sorted; keep the given order", "The caller pairs sizes and errors by position."
)
ERROR_NOT_POSITIVE = Problem(
    "error-not-positive", "A squared error is not above 0", "A sign, or a difference without a square."
)
SHARED_NETWORK = Mistake(
    "shared-network",
    "make_shallow is called {calls} times for {sizes} code sizes. Build a new network for every size",
    "Training goes on where the last one ended.",
)
SIZES_NOT_USED = Mistake(
    "code-size-not-passed-on",
    "The networks do not have the sizes asked for. Pass code_size on to make_shallow",
    "make_shallow() without its argument.",
)
EPOCHS_NOT_USED = Mistake(
    "epochs-not-passed-on",
    "The networks are not trained for the epochs asked for. Pass epochs on",
    "A fixed number of epochs.",
)
TRAINED_WITH_NOISE = Mistake(
    "trained-with-noise",
    "The networks are trained with noise. Use clean images in this question",
    "2b's noise factor stayed in.",
)
OTHER_IMAGES = Mistake(
    "other-training-images",
    "The networks are not trained on x_train alone: there are {how} images",
    "Training and test images were joined, or a slice stayed in.",
)
SIZE_WITHOUT_NETWORK = Problem(
    "size-without-network", "Some code size has no network made by make_shallow", "The networks are made elsewhere."
)
ERRORS_ON_NOISY_INPUTS = Mistake(
    "errors-on-noisy-inputs",
    "{quantity} holds about the errors on noisy inputs (factor 0.2). Use the clean images",
    "2b's add_noise stayed in.",
)
ERRORS_ON_OTHER_IMAGES = Mistake(
    "errors-on-other-images", "it holds the errors on the {images}", "Two variables were exchanged."
)
ERRORS_MEAN_OVER_PIXELS = Mistake(
    "errors-mean-over-pixels", "it holds means over the pixels as well", "np.mean without axis."
)
ERRORS_SUM_OVER_IMAGES = Mistake(
    "errors-sum-over-images", "it holds sums over the images", "Mean over images, sum over pixels."
)
ERRORS_SQUARE_ROOTS = Mistake(
    "errors-square-roots", "it holds square roots of the errors", "np.linalg.norm takes a root."
)
ERRORS_IN_ORDER_OF_SIZES = Mistake(
    "errors-in-order-of-sizes",
    "it is in the order of the sizes, not in the given order",
    "The sizes were sorted first.",
)
ERRORS_OF_LAST_SIZE = Mistake(
    "errors-of-last-size",
    "every entry is the error of the network of the last size",
    "The loop measures after its end.",
)
ERRORS_ARE_LOSSES = Mistake(
    "errors-are-losses", "it holds losses of the training, not squared errors", "history['loss'] was returned."
)
ERRORS_BEFORE_TRAINING = Mistake(
    "errors-before-training",
    "{quantity} holds errors as large as before any training. Measure after the training",
    "The error is computed before fit.",
)
ERRORS_ROUNDED = Mistake(
    "errors-rounded", "{quantity} holds rounded numbers. Return them as they are", "round() for printing."
)
ERROR_DOES_NOT_FALL = Problem(
    "error-does-not-fall",
    "The {images} error of the largest code is not clearly below that of the smallest. Train a network of its own for "
    "every size, from the start",
    "Shared networks, too few epochs, or sizes that are not passed on.",
)

FACTOR_AS_VARIANCE = Mistake(
    "factor-as-variance", "the factor is used as the variance", "np.sqrt(factor) was used as scale."
)
FACTOR_SQUARED = Mistake("factor-squared", "the factor is squared", "Standard deviation and variance.")
FACTOR_NOT_USED = Mistake("factor-not-used", "The noise is not multiplied by the factor", "scale=1 stayed in.")
NOISE_CLIPPED = Mistake(
    "noise-clipped", "Half of the pixels get no noise. Clip the sum, not the noise", "np.clip around the noise alone."
)
FACTOR_FIXED = Mistake("factor-fixed", "The factor is 0.2 whatever factor says", "0.2 is the default only.")
NOT_CLIPPED = Mistake("not-clipped", "Noisy pixels leave [0, 1]. Clip the sum", "np.clip(noisy, 0, 1).")
CLIPPED_OTHERWISE = Mistake(
    "clipped-otherwise",
    "Pixels that leave [0, 1] do not end at 0 and 1. Clip the sum",
    "Rescaled, wrapped or drawn anew.",
)
WRONG_DEFAULT_FACTOR = Mistake(
    "wrong-default-factor", "Without a factor, the noise does not have the factor 0.2", "The sheet's default is 0.2."
)
SAME_NOISE = Mistake(
    "same-noise",
    "All images get the same noise. Draw a number for every pixel of every image",
    "The shape of one image was used.",
)
SEED_IGNORED = Mistake(
    "seed-ignored", "The same seed gives different noise. Use the seed for the draw", "A generator elsewhere."
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same noise. Use the seed for the draw", "A fixed seed inside."
)
ALWAYS_SAME_NOISE = Mistake(
    "always-the-same-noise",
    "Without a seed, two calls give the same noise. Draw anew in every call",
    "seed=0 as the default.",
)
ERROR_MEAN_OVER_PIXELS = Mistake(
    "error-mean-over-pixels", "it is the mean over the pixels as well. Take their sum", "np.mean without axis."
)
ERROR_SUM_OVER_IMAGES = Mistake(
    "error-sum-over-images", "it is the sum over the images. Take their mean", "np.sum over everything."
)
ERROR_AGAINST_INPUTS = Mistake(
    "error-against-inputs", "the reconstructions are compared with the inputs", "Compare with the targets."
)
ERROR_WITHOUT_NETWORK = Mistake(
    "error-without-network", "inputs and targets are compared, without the network", "predict is never called."
)
ROOT_OF_THE_WHOLE = Mistake("root-of-the-whole", "a square root is taken of the whole", "np.linalg.norm, or RMSE.")
ROOT_OF_EACH_IMAGE = Mistake(
    "root-of-each-image", "a square root is taken for each image", "np.linalg.norm along axis 1."
)
ERROR_OF_LAST_BATCH = Mistake(
    "error-of-last-batch", "it is the error of the last batch only", "The sum is set to 0 in the loop."
)
TARGETS_AS_INPUTS = Mistake(
    "targets-as-inputs", "the network is given the targets instead of the inputs", "predict(targets)."
)
INPUTS_CHANGED = Mistake(
    "inputs-changed",
    "Without a noise factor, the inputs of the training are not the images",
    "Noise is added in any case.",
)
OTHER_LOSS = Mistake(
    "other-loss", "The losses are smaller than binary cross-entropy can be, so another loss is used", "mse in compile."
)
LOSS_NO_MEAN = Mistake(
    "loss-not-a-mean", "The losses are too large for a mean over images and pixels", "A sum over the pixels."
)
NO_NOISE_IN_TRAINING = Mistake(
    "no-noise-in-training",
    "The inputs of the training are the clean images, so noise_factor is not used",
    "add_noise is not called, or its result is not used.",
)
TRAINING_NOISE_FIXED = Mistake(
    "training-noise-fixed",
    "The noise of the training has the factor 0.2 instead of noise_factor. Pass noise_factor on",
    "add_noise(x) without its factor.",
)
NOISY_TARGETS = Mistake(
    "noisy-targets", "The targets of the training are the noisy images. Use the clean images", "fit(noisy, noisy)."
)
TARGETS_OF_OTHER_IMAGES = Mistake(
    "targets-of-other-images",
    "The targets of the training belong to other images than its inputs. Keep both in the same order",
    "One of the two was shuffled.",
)
OTHER_TARGETS = Problem(
    "other-targets", "The targets of the training are not the clean images", "Scaled, or of another split."
)
LEARNS_TOO_LITTLE = Problem(
    "learns-too-little",
    "After {epochs} epochs, {function} has {percent:.0f} % of the squared error of the mean image; it may have at most "
    "{allowed:.0f} %. Train with Adam, in batches of 256, on all images",
    "Optimiser, learning rate, activation of the output.",
)
DOES_NOT_DENOISE = Problem(
    "does-not-denoise",
    "The denoised images are farther from the clean ones than the noisy images are",
    "Noise in the targets, or a network that is not trained.",
)
GREY_BACKGROUND = Mistake(
    "noise-in-the-targets",
    "The background of the denoised images is grey, as if the targets of the training were noisy too",
    "fit(noisy, noisy).",
)
