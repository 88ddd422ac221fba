"""What can be wrong in the classifiers of digits in Keras and in the comparison of a hyper-parameter (section 2.5)."""

from autograder.checks import Mistake, Problem

NO_KERAS_MODEL = Problem(
    "no-keras-model", "{make} returns a {detail}. Return one Keras model", "A tuple, or a missing return."
)
FILE_MISSING = Problem(
    "file-missing",
    "{file} was not handed in. Hand in the file that the notebook writes, together with the notebook",
    "The training cell was not run, or the file was not uploaded.",
)
FILE_HOLDS_CODE = Problem(
    "file-holds-code",
    '{file} is a pickle. It could run code, so it was not opened. Hand in what model.save("{file}") writes',
    "pickle.dump(model) instead of model.save.",
)
FILE_UNREADABLE = Problem(
    "file-unreadable",
    '{file} cannot be read as a file of Keras: it is {detail}. Hand in what model.save("{file}") writes',
    "An upload that was cut off, or renamed.",
)
FILE_WITHOUT_WEIGHTS = Problem(
    "file-without-weights",
    '{file} holds no weights of Keras: it is {detail}. Hand in what model.save("{file}") writes',
    "Another archive under this name.",
)
OTHER_ARCHITECTURE = Problem(
    "other-architecture",
    "the weights in {file} do not fit the network that {make}() makes: {detail}. Hand in the trained model of that "
    "very architecture",
    "The network was changed after training.",
)
TRAINED_ON_STAND_IN = Problem(
    "trained-on-stand-in",
    "{file} says that it was trained on the stand-in for the data set, and these are the real images",
    "The data set was missing where the notebook ran.",
)

ONE_NUMBER_PER_IMAGE = Problem(
    "labels-instead-of-probabilities",
    "{quantity} is one number for each image. Return the ten probabilities",
    "argmax is taken too early.",
)
NOT_PROBABILITIES = Problem(
    "not-probabilities",
    "{quantity} holds no probabilities: the ten numbers of an image are negative or do not add up to 1. Is the softmax "
    "missing?",
    "Scores, sigmoids, or a softmax over the images.",
)
CHANGES_WITH_CALLS = Problem(
    "predicts-in-training-mode",
    "{function} gives other numbers for the same images when it is called again. Is dropout active?",
    "model(x, training=True), or noise of the student's own.",
)
DEPENDS_ON_BATCH = Problem(
    "depends-on-the-batch",
    "what {function} gives for an image depends on the other images in the call. Divide by 255, not by the brightest "
    "pixel, and do not predict in training mode",
    "x / x.max(), or batch normalisation in training mode.",
)
MODEL_CHANGED = Problem(
    "predicting-changes-the-model", "{function} changes the weights of the model", "It trains, or assigns weights."
)
ONE_CLASS = Problem(
    "one-class-for-all", "The model gives every image the same class", "Not trained, or pixels on another scale."
)
CLOSE_TO_GUESSING = Problem(
    "close-to-guessing",
    "Is this the model after training, and does predict_digits scale the images as training does?",
    "The file was saved before training, or the pixels are scaled in one of the two functions only.",
)
CONVNET_NOT_BEST = Problem(
    "convnet-not-the-best",
    "On the test images convnet.keras is right {convnet} times and {other} is right {others} times. Train the "
    "convolutional network until it is better",
    "Too few epochs.",
)

WRONG_NUMBER_OF_EPOCHS = Problem(
    "other-number-of-epochs",
    "{quantity} has {found} entries where {epochs} are expected, one number for each epoch",
    "The argument epochs is not used, or the start is recorded as well.",
)
IN_PER_CENT = Problem("in-per-cent", "{quantity} is in per cent. Return fractions of 1", "A factor 100.")
ARRAYS_CHANGED = Problem(
    "changed-in-place", "{function} changes the arrays that it is given. Work on a copy", "x /= 255 on the argument."
)
MODEL_NOT_TRAINED = Problem(
    "model-not-trained", "{function} leaves the model as it was", "A copy or a new network is trained."
)
WEIGHTS_NOT_TRAINED = Problem(
    "weights-not-trained",
    "{function} does not train {still} of the {total} weights and biases",
    "trainable = False, or a gradient by some of the weights.",
)
LOSS_CONSTANT = Problem("loss-constant", "the training loss stays exactly the same", "One number for all epochs.")
LOSS_DOES_NOT_FALL = Problem(
    "loss-does-not-fall",
    "the training loss never falls below that of the first epoch",
    "Sign of the step, or a rate too large.",
)
TRAINING_CURVE_TWICE = Problem(
    "training-curve-as-test-curve", "the test loss is the training loss", "history['loss'] under both names."
)
ON_TRAINING_IMAGES = Mistake(
    "measured-on-training-images", "it is that on the training images", "validation_data=(x_train, y_train)."
)
TRAINING_ACCURACY = Mistake(
    "training-accuracy", "it is the training accuracy of the last epoch", "history['accuracy'] under both names."
)
ONE_BATCH = Mistake(
    "one-batch-only",
    "it is that of the {which} batch only ({size} images a batch)",
    "Overwritten in the loop over batches instead of averaged.",
)
WRONG_PREDICTIONS = Mistake(
    "fraction-of-wrong-predictions", "it is the fraction of wrong predictions", "Error rates, or != for ==."
)
SOFTMAX_TWICE = Mistake(
    "softmax-twice",
    "the loss applies a second softmax to the probabilities (from_logits=True belongs to scores)",
    "from_logits=True with a softmax in the network.",
)
MEAN_SQUARED_ERROR = Mistake(
    "squared-error-minimised",
    "it is the mean squared error. Minimise the cross-entropy",
    'loss="mse" was copied from another exercise.',
)
SQUARED_ERROR = Mistake(
    "squared-error-minimised", "it is a squared error. Minimise the cross-entropy", "A loss of the student's own."
)

HIDDEN_LAYER = Problem(
    "hidden-layer-in-linear-model",
    "the model has {found} layers with weights, so at least one is hidden. A linear model goes from the pixels to the "
    "ten classes in one layer",
    "Two linear layers are linear, but not what is asked for.",
)
BIASES_MISSING = Mistake("biases-missing", "the biases are missing", "use_bias=False.")
NOT_LINEAR = Problem(
    "not-linear",
    "the scores are not linear in the pixels. The softmax is the only activation of this model",
    "An activation of the output layer.",
)
CONVOLUTION_IN_MLP = Problem(
    "convolution-in-perceptron",
    "the network has a convolution. A perceptron has fully connected layers only",
    "The network of the next question.",
)
NO_HIDDEN_LAYER = Problem(
    "no-hidden-layer",
    "the network has no hidden layer. A multi-layer perceptron has at least one",
    "The linear model was handed in again.",
)
ACTIVATION_ON_SCORES = Problem(
    "activation-on-scores",
    "the output layer has the activation {activation}. The softmax takes its scores as they are",
    "ReLU before softmax makes all negative scores equal.",
)
NO_ACTIVATION = Problem(
    "no-activation",
    "the network computes a linear function of the pixels, so its hidden layers have no activation",
    "Dense without activation is linear.",
)
NO_CONVOLUTION = Problem(
    "no-convolution", "no Conv2D layer takes part in the network", "The layer is made and never called."
)
NO_MAX_POOLING = Problem(
    "no-max-pooling", "no MaxPooling2D layer takes part in the network", "Strides do not replace the pooling asked for."
)
AVERAGE_POOLING = Problem(
    "average-pooling",
    "no MaxPooling2D layer takes part in the network. AveragePooling2D is another kind of pooling",
    "The sheet asks for max-pooling.",
)
NO_DENSE_LAYER = Problem(
    "no-final-dense-layer",
    "the last layer with weights is {layer}. End with a fully connected layer just before the output",
    "Global pooling in its place.",
)

NO_PAIR = Problem("no-pair", "choose_hyperparameter does not return a pair (name, values)", "The values alone.")
UNKNOWN_NAME = Problem(
    "unknown-hyperparameter",
    'the name that choose_hyperparameter returns is none of "learning_rate", "dropout", "batch_size"',
    "Another hyper-parameter, or another spelling.",
)
TOO_FEW_VALUES = Problem(
    "too-few-values", "there are {found} different values. Take at least four", "The sheet asks for four or more."
)
NO_PROBABILITY = Problem(
    "no-probability", "a dropout probability is at least 0 and below 1, and some value is not", "Per cent."
)
DROPOUT_RANGE = Problem(
    "range-too-small", "the dropout probabilities differ by less than 0.5", "The sheet asks for a wide range."
)
NOT_POSITIVE = Problem("not-positive", "a value is not above 0", "A rate or a batch size of 0.")
NOT_WHOLE = Problem("no-whole-number", "a batch size is a whole number, and some value is not", "np.linspace.")
RANGE_TOO_SMALL = Problem(
    "range-too-small",
    "the largest value is {ratio:.3g} times the smallest. Take a range of at least {least} times",
    "Values on a logarithmic scale.",
)
NO_LIST_OF_CURVES = Problem(
    "no-list-of-curves",
    "hyperparameter_histories does not return a list of learning curves",
    "A dictionary by values, or a missing return.",
)
WRONG_NUMBER_OF_HISTORIES = Problem(
    "other-number-of-histories",
    "hyperparameter_histories returns {found} histories for {values} values. Return one for each",
    "The return is inside the loop, or the list is overwritten.",
)
SAME_HISTORY = Problem(
    "same-history",
    "two values have exactly the same test losses. Does each value have a training of its own?",
    "One dictionary that is appended several times.",
)
VALUES_NOT_USED = Problem(
    "values-not-used",
    "no network is trained with some of the values given as {name}. Use the argument `values`, not values of your own, "
    "and pass each one on to the training",
    "Global values, or an argument that stops halfway.",
)
NETWORK_SHARED = Problem(
    "network-shared",
    "a network that was trained with one value goes on with the next. Make a new one for each",
    "The network is made before the loop.",
)
HISTORIES_MIXED_UP = Problem(
    "histories-mixed-up",
    "a history does not belong to the network trained with its value: the test accuracies of the last epoch differ. "
    "Are the histories in the order of the values?",
    "Sorted values, or a dictionary in another order.",
)
NO_FIGURE = Problem("no-figure", "draw_histories draws no figure", "plt.plot is never reached.")
SEVERAL_FIGURES = Problem(
    "several-figures", "the curves are spread over {found} figures. Draw them into one", "plt.figure inside the loop."
)
CURVES_MISSING = Problem(
    "curves-missing", "the figure has the curves of {found} of the {values} values", "Final values, or the last curve."
)
NO_LEGEND = Problem(
    "no-legend",
    "nothing in the figure says which curve belongs to which value. Add a legend",
    "label= without plt.legend().",
)
