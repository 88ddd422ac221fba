"""Noise of numpy's older generator, clipped by TensorFlow; the error in batches."""

import tensorflow as tf


def add_noise(images, factor=0.2, seed=None):
    noise = np.random.RandomState(seed).normal(loc=0.0, scale=1.0, size=np.shape(images))
    return tf.clip_by_value(images + factor * noise, 0.0, 1.0).numpy().astype("float32")


def squared_error(autoencoder, inputs, targets):
    total = 0.0
    for start in range(0, len(inputs), 100):
        difference = autoencoder(inputs[start : start + 100]) - targets[start : start + 100]
        total += tf.reduce_sum(difference**2)
    return total / len(inputs)
