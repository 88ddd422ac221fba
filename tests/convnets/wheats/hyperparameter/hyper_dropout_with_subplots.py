"""Dropout probabilities, the first without a dropout layer; an axis for each value."""

def choose_hyperparameter():
    return ["Dropout probability", (0.0, 0.3, 0.6, 0.9)]


def network(rate):
    inside = [layers.Dropout(rate)] if rate else []
    model = keras.Sequential([layers.Flatten(), layers.Dense(200, activation="relu"), *inside, layers.Dense(10, activation="softmax")])
    model.compile(keras.optimizers.SGD(0.1), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    return {rate: train_classifier(network(rate), x_train, y_train, x_test, y_test, epochs=epochs) for rate in values}


def draw_histories(values, histories):
    fig = plt.figure(figsize=(12, 3))
    for index, value in enumerate(values):
        ax = fig.add_subplot(1, len(values), index + 1)
        ax.plot(histories[index]["accuracy"])
        ax.plot(histories[index]["test_accuracy"], "--")
        ax.set_title(f"dropout {value}")
    plt.show()
