"""Every entry is the history of the last value."""

CAUGHT_BY = ("test_one_history_per_value",)
CODE = "same-history"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    histories = []
    for value in values:
        network = make_mlp(learning_rate=value)
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return [histories[-1]] * len(values)
