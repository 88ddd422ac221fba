"""The histories come in the order of the sorted values."""

CAUGHT_BY = ("test_every_value_has_a_new_network",)
CODE = "histories-mixed-up"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    histories = []
    for value in sorted(values):
        network = make_mlp(learning_rate=value)
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return histories
