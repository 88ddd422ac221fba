"""The biases are not updated."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "biases-not-updated"

def sgd_step(net, x, y, learning_rate):
    _, gradients = backward(net, x, y)
    for k, (dW, db) in enumerate(gradients):
        net.weights[k] = net.weights[k] - learning_rate * dW
