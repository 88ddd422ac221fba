"""The file is that of a network of other widths."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "other-architecture"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(100, activation="relu"), layers.Dense(256, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
