"""The step is taken on copies."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "nothing-updated"

def sgd_step(net, x, y, learning_rate):
    _, gradients = backward(net, x, y)
    for k, (dW, db) in enumerate(gradients):
        weight, bias = net.weights[k].copy(), net.biases[k].copy()
        weight -= learning_rate * dW
        bias -= learning_rate * db
