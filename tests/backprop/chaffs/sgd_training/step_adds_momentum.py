"""A momentum is added, which is not the plain step."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "far-off"

import numpy as np


def sgd_step(net, x, y, learning_rate):
    _, gradients = backward(net, x, y)
    old = getattr(net, "velocity", [(0 * dW, 0 * db) for dW, db in gradients])
    net.velocity = [(0.9 * v + dW, 0.9 * u + db) for (v, u), (dW, db) in zip(old, gradients)]
    for k, (v, u) in enumerate(net.velocity):
        net.weights[k] = net.weights[k] - learning_rate * v
        net.biases[k] = net.biases[k] - learning_rate * u
