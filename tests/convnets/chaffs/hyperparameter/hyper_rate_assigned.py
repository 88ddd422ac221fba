"""The learning rate of one network's optimiser is changed."""

CAUGHT_BY = ("test_every_value_has_a_new_network",)
CODE = "network-shared"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    network, histories = make_mlp(), []
    for value in values:
        network.optimizer.learning_rate = value
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return histories
