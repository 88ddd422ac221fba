"""A gradient tape in float64."""

import tensorflow as tf


def autoencoder_gradients(X, W1, b1, W2, b2):
    parameters = [tf.Variable(value) for value in (W1, b1, W2, b2)]
    with tf.GradientTape() as tape:
        w1, c1, w2, c2 = parameters
        h = tf.nn.relu(X @ tf.transpose(w1) + c1)
        output = tf.nn.relu(h @ tf.transpose(w2) + c2)
        loss = tf.reduce_mean(tf.reduce_sum((X - output) ** 2, axis=1))
    return tuple(gradient.numpy() for gradient in tape.gradient(loss, parameters))
