"""A training loop with a gradient tape, new noise in every epoch."""

import tensorflow as tf


def train_autoencoder(autoencoder, images, *, epochs, noise_factor=0.0):
    optimizer, losses = keras.optimizers.Adam(), []

    @tf.function
    def step(inputs, targets):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.binary_crossentropy(targets, autoencoder(inputs, training=True)))
        variables = autoencoder.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss

    for epoch in range(epochs):
        inputs = add_noise(images, noise_factor) if noise_factor else images
        order, total = np.random.permutation(len(images)), 0.0
        for start in range(0, len(images), 256):
            some = order[start : start + 256]
            total += float(step(inputs[some], images[some])) * len(some)
        losses.append(total / len(images))
    return tuple(losses)
