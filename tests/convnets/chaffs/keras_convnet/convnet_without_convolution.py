"""Pooling without a convolution."""

CAUGHT_BY = ("test_convolution_pooling_dense",)
CODE = "no-convolution"

def make_convnet():
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
