"""The mean gradient is divided by the batch size once more."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "step-divided-twice"

def sgd_step(net, x, y, learning_rate):
    _, gradients = backward(net, x, y)
    for k, (dW, db) in enumerate(gradients):
        net.weights[k] = net.weights[k] - learning_rate * dW / len(x)
        net.biases[k] = net.biases[k] - learning_rate * db / len(x)
