"""Ten filters and global pooling at the end, no fully connected layer."""

CAUGHT_BY = ("test_convolution_pooling_dense",)
CODE = "no-final-dense-layer"

def make_convnet():
    model = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(), layers.Conv2D(10, 3, padding="same"), layers.GlobalAveragePooling2D(), layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
