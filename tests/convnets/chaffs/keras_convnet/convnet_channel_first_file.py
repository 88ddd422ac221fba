"""The file is that of a network with other filters."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model", "test_is_better_than_the_other_two",)
CODE = "other-architecture"

def make_convnet():
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(8, 5, padding="same", activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
