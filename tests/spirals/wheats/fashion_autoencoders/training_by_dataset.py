"""A tf.data pipeline that adds noise anew in every epoch."""

import tensorflow as tf


def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    def pair(clean):
        noise = noise_factor * tf.random.normal(tf.shape(clean), dtype=clean.dtype)
        return tf.clip_by_value(clean + noise, 0, 1), clean

    dataset = tf.data.Dataset.from_tensor_slices(images).shuffle(len(images)).map(pair).batch(256)
    autoencoder.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(), metrics=["mse"])
    history = autoencoder.fit(dataset, epochs=epochs, verbose=0)
    return [float(loss) for loss in history.history["loss"]]
