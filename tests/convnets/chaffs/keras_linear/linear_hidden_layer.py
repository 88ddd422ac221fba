"""A "linear" model with a hidden layer."""

CAUGHT_BY = ("test_one_layer_of_7850_parameters",)
CODE = "hidden-layer-in-linear-model"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
