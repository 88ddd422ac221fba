"""The mistakes and problems of task 2b, the autoencoders: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NOT_EXAMINED = Problem(
    "not-examined", "{function} could not be tested: {reason}", "In most cases only one model is returned."
)
MODEL_NOT_TRAINED = Mistake(
    "model-not-trained",
    "train_autoencoder does not change the weights of the model that it is given. Call fit on this very model",
    "A copy was trained.",
)
INPUTS_NO_IMAGES = Problem(
    "inputs-no-images",
    "The inputs of the training are not images of 784 pixels. Pass the images as rows of 784 numbers",
    "The images are reshaped before fit.",
)
NO_BATCH = Problem(
    "no-batch",
    "No batch passed through the model during the training. Call fit on the model that train_autoencoder is given",
    "Another model was fit.",
)
IMAGES_LEFT_OUT = Mistake(
    "images-left-out",
    "The training used only {used} of {total} images. Train on all of them",
    "A validation split, or a slice from an experiment.",
)
OTHER_EPOCHS = Mistake(
    "other-number-of-epochs",
    "The training used some images {often} than once in each of {epochs} epochs. Pass epochs on to fit",
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
    "The weights of {function} do not have the shapes of the fully connected layers {layers}",
    "Another number of layers, or other widths.",
)
ENCODER_RECONSTRUCTS = Mistake(
    "encoder-gives-the-reconstruction",
    "{quantity} has the shape of the reconstruction. Let the encoder end at the code",
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
    "one-more-code-layer", "there is a second layer as wide as the code", "The code is one layer, not two."
)
CODE_SIZE_FIXED = Mistake(
    "code-size-fixed", "the code has 32 units instead of code_size", "32 is only the default of the argument."
)
LAYERS_OF_128_MISSING = Mistake(
    "layers-of-128-missing", "the layers of 128 units are missing", "The deep network has four layers."
)
LAYER_OF_128_MISSING = Mistake(
    "layer-of-128-missing", "one of the two layers of 128 units is missing", "Encoder and decoder mirror each other."
)
OTHER_ACTIVATION = Mistake(
    "other-activation", "{layer} has {found}, but {expected} is required", "ReLU inside, a sigmoid at the end."
)
NO_INNER_ACTIVATION = Mistake(
    "no-inner-activation", "no inner layer has an activation", "Dense has none unless it is named."
)

FACTOR_AS_VARIANCE = Mistake(
    "factor-as-variance",
    "factor is used as the variance, not as the standard deviation",
    "np.sqrt(factor) as the scale.",
)
FACTOR_SQUARED = Mistake("factor-squared", "factor is squared", "Standard deviation and variance were confused.")
FACTOR_NOT_USED = Mistake("factor-not-used", "The noise is not multiplied by factor", "scale=1 was left.")
NOISE_CLIPPED = Mistake(
    "noise-clipped", "Half of the pixels get no noise. Clip the sum, not the noise", "np.clip around the noise alone."
)
FACTOR_FIXED = Mistake("factor-fixed", "The noise is multiplied by 0.2 instead of factor", "0.2 is only the default.")
NOT_CLIPPED = Mistake(
    "not-clipped", "Some noisy pixels are outside [0, 1]. Clip the sum of image and noise", "np.clip(noisy, 0, 1)."
)
CLIPPED_OTHERWISE = Mistake(
    "clipped-otherwise",
    "Pixels that leave [0, 1] do not become exactly 0 or 1. Clip the sum of image and noise",
    "Rescaled, wrapped or drawn anew.",
)
WRONG_DEFAULT_FACTOR = Mistake(
    "wrong-default-factor",
    "Without the argument factor, the noise does not have the standard deviation 0.2",
    "The sheet's default is 0.2.",
)
SAME_NOISE = Mistake(
    "same-noise",
    "All images get the same noise. Draw a number for every pixel of every image",
    "The shape of one image was used.",
)
SEED_IGNORED = Mistake(
    "seed-ignored",
    "Two calls with the same seed give different noise. Draw the noise with this seed",
    "The generator is made elsewhere.",
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same noise. Draw the noise with the given seed", "A fixed seed inside."
)
ALWAYS_SAME_NOISE = Mistake(
    "always-the-same-noise",
    "Without a seed, two calls give the same noise. Draw new noise in every call",
    "seed=0 as the default.",
)
ERROR_MEAN_OVER_PIXELS = Mistake(
    "error-mean-over-pixels", "it is also a mean over the pixels. Take the sum over the pixels", "np.mean without axis."
)
ERROR_SUM_OVER_IMAGES = Mistake(
    "error-sum-over-images", "it is also a sum over the images. Take the mean over the images", "np.sum without axis."
)
ERROR_AGAINST_INPUTS = Mistake(
    "error-against-inputs",
    "the reconstructions are compared with the inputs. Compare them with the targets",
    "Both are the same without noise.",
)
ERROR_WITHOUT_NETWORK = Mistake(
    "error-without-network",
    "the inputs themselves are compared with the targets. Compare their reconstructions",
    "predict is never called.",
)
ROOT_OF_THE_WHOLE = Mistake("root-of-the-whole", "it is the square root of the mean", "np.linalg.norm, or RMSE.")
ROOT_OF_EACH_IMAGE = Mistake(
    "root-of-each-image", "it is the mean of square roots, one for each image", "np.linalg.norm along axis 1."
)
ERROR_OF_LAST_BATCH = Mistake(
    "error-of-last-batch", "it is the error of the last batch only", "The sum is reset inside the loop."
)
TARGETS_AS_INPUTS = Mistake(
    "targets-as-inputs", "the network is given the targets instead of the inputs", "predict(targets)."
)
INPUTS_CHANGED = Mistake(
    "inputs-changed",
    "Without a noise factor, the inputs of the training are not the images themselves",
    "Noise is added in any case.",
)
OTHER_LOSS = Mistake(
    "other-loss",
    "The losses are smaller than binary cross-entropy can be. Train with binary cross-entropy",
    "mse in compile.",
)
LOSS_NO_MEAN = Mistake(
    "loss-not-a-mean",
    "The losses are too large for a mean over images and pixels. Return the mean loss of each epoch",
    "A sum over the pixels.",
)
NO_NOISE_IN_TRAINING = Mistake(
    "no-noise-in-training",
    "The inputs of the training are the clean images, so noise_factor is not used",
    "add_noise is not called, or its result is not used.",
)
TRAINING_NOISE_FIXED = Mistake(
    "training-noise-fixed",
    "The training adds noise with the factor 0.2 instead of noise_factor. Pass noise_factor on to add_noise",
    "add_noise(x) without its factor.",
)
NOISY_TARGETS = Mistake(
    "noisy-targets", "The targets of the training are the noisy images. Use the clean images", "fit(noisy, noisy)."
)
TARGETS_OF_OTHER_IMAGES = Mistake(
    "targets-of-other-images",
    "The targets of the training belong to other images than the inputs. Keep both in the same order",
    "One of the two was shuffled.",
)
OTHER_TARGETS = Problem(
    "other-targets", "The targets of the training are not the clean images", "Scaled, or of another split."
)
LEARNS_TOO_LITTLE = Problem(
    "learns-too-little",
    "After {epochs} epochs, the network of {function} has {percent:.0f} % of the squared error of the mean image; at "
    "most {allowed:.0f} % is allowed. Train with Adam, in batches of 256, on all images",
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
