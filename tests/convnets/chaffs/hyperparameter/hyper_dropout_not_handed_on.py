"""The dropout probability stays as it is."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"

def choose_hyperparameter():
    return "dropout", [0.0, 0.3, 0.6, 0.9]


def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    return [train_classifier(make_mlp(), x_train, y_train, x_test, y_test, epochs=epochs) for rate in values]
