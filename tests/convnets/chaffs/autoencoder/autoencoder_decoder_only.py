"""Only the decoder is trained."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "weights-not-trained"

import tensorflow as tf


def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    x_train, x_test = (x.reshape(-1, 784) / np.float32(255) for x in (x_train, x_test))
    optimizer, curves = keras.optimizers.Adam(), {"loss": [], "test_loss": []}
    some = autoencoder.trainable_variables[8:]
    for _ in range(epochs):
        for i in range(0, len(x_train), 100):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean((autoencoder(x_train[i : i + 100]) - x_train[i : i + 100]) ** 2)
            optimizer.apply_gradients(zip(tape.gradient(loss, some), some))
        for key, x in (("loss", x_train), ("test_loss", x_test)):
            curves[key].append(float(np.mean((autoencoder.predict(x, verbose=0) - x) ** 2)))
    return curves
