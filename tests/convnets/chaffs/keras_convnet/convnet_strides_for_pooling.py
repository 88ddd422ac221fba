"""Strides instead of pooling."""

CAUGHT_BY = ("test_convolution_pooling_dense",)
CODE = "no-max-pooling"

def make_convnet():
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(16, 3, 2, padding="same", activation="relu"), layers.Conv2D(32, 3, 2, padding="same", activation="relu"), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
