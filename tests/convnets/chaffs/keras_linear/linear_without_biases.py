"""The layer has no biases: 7,840 parameters."""

CAUGHT_BY = ("test_one_layer_of_7850_parameters",)
CODE = "biases-missing"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax", use_bias=False)])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
