"""All networks have the usual learning rate."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    histories = []
    for value in values:
        network = make_mlp()
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return histories
