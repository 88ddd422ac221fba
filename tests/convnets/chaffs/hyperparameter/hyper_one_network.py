"""The same network goes on training with each value."""

CAUGHT_BY = ("test_every_value_has_a_new_network",)
CODE = "network-shared"

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    network, histories = make_mlp(), []
    for value in values:
        network.compile(optimizer=keras.optimizers.Adam(value), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        histories.append(train_classifier(network, x_train, y_train, x_test, y_test, epochs=epochs))
    return histories
