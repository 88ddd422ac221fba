"""Convolutions on both sides, a loop with a gradient tape; trained here."""

import tensorflow as tf


def make_autoencoder():
    relu = {"activation": "relu", "padding": "same"}
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(8, 5, strides=4, **relu), layers.Flatten(), layers.Dense(256, activation="relu"),
        layers.Dense(128, activation="relu"), layers.Dense(2), layers.Dense(128, activation="relu"),
        layers.Dense(392, activation="relu"), layers.Reshape((7, 7, 8)), layers.Conv2DTranspose(8, 5, strides=2, **relu),
        layers.Conv2DTranspose(1, 5, strides=2, padding="same"), layers.Activation("sigmoid"),
    ])


def reconstruct(autoencoder, images):
    return keras.layers.Flatten()(autoencoder(images[..., None] / 255.0))


def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    optimizer = keras.optimizers.Adam(0.002)
    pictures = tf.constant(x_train[..., None] / 255, tf.float32)

    @tf.function
    def step(some):
        batch = tf.gather(pictures, some)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((autoencoder(batch, training=True) - batch) ** 2)
        optimizer.apply(tape.gradient(loss, autoencoder.trainable_variables), autoencoder.trainable_variables)
        return loss

    curves = {"loss": [], "test_loss": []}
    for _ in range(epochs):
        order = np.random.permutation(len(x_train))
        curves["loss"].append(float(np.mean([step(order[i : i + 64]) for i in range(0, len(order), 64)])))
        rebuilt = np.concatenate([reconstruct(autoencoder, x_test[i : i + 200]) for i in range(0, len(x_test), 200)])
        curves["test_loss"].append(tf.reduce_mean((rebuilt - x_test.reshape(-1, 784) / 255) ** 2))
    return curves


FILES = {"autoencoder.keras": "trained"}


def trained():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(0)
    model = make_autoencoder()
    train_autoencoder(model, x_train, x_test[:200], epochs=30)
    model.save("autoencoder.keras")
