"""A convolution in the perceptron."""

CAUGHT_BY = ("test_has_a_hidden_dense_layer",)
CODE = "convolution-in-perceptron"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(4, 5, 2, activation="relu"), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
