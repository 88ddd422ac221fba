"""The argument values is not used."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    histories = []
    for value in choose_hyperparameter()[1][1:4]:
        network = make_mlp(learning_rate=value)
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return histories
