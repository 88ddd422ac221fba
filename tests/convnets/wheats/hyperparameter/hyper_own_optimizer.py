"""Learning rates of SGD, one network's initial weights for all."""

def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    first, histories = make_mlp(), []
    for value in values:
        model = keras.models.clone_model(first)
        model.set_weights(first.get_weights())
        model.compile(optimizer=keras.optimizers.SGD(learning_rate=float(value)), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        histories.append(train_classifier(model, x_train, y_train, x_test, y_test, epochs=epochs))
    return tuple(histories)
