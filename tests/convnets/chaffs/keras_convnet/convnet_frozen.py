"""The convolutions are left as they were made."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "weights-not-trained"

import tensorflow as tf


def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    optimizer, entropy = keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy()
    last = model.trainable_variables[4:]
    curves = {"loss": [], "accuracy": [], "test_loss": [], "test_accuracy": []}
    for _ in range(epochs):
        for start in range(0, len(x_train), 100):
            with tf.GradientTape() as tape:
                loss = entropy(y_train[start : start + 100], model(x_train[start : start + 100] / np.float32(255)))
            optimizer.apply_gradients(zip(tape.gradient(loss, last), last))
        for prefix, x, y in (("", x_train, y_train), ("test_", x_test, y_test)):
            p = model.predict(x / 255, verbose=0)
            curves[prefix + "loss"].append(float(entropy(y, p)))
            curves[prefix + "accuracy"].append(float(np.mean(p.argmax(1) == y)))
    return curves
