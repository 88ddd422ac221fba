"""The learning rate is a constant."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "scaled-by-a-constant"

def sgd_step(net, x, y, learning_rate):
    _, gradients = backward(net, x, y)
    for k, (dW, db) in enumerate(gradients):
        net.weights[k] = net.weights[k] - 0.1 * dW
        net.biases[k] = net.biases[k] - 0.1 * db
