"""The batch size does not reach fit."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"

def choose_hyperparameter():
    return "batch_size", [8, 32, 128, 512]


def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    return [train_classifier(make_mlp(), x_train, y_train, x_test, y_test, epochs=epochs) for batch_size in values]
