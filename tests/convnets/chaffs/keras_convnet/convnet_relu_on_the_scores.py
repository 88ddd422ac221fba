"""ReLU on the scores before the softmax."""

CAUGHT_BY = ("test_convolution_pooling_dense",)
CODE = "activation-on-scores"

def make_convnet():
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(10, activation="relu"), layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
