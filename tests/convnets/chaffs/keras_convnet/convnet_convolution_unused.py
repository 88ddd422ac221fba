"""The convolution is made and never called."""

CAUGHT_BY = ("test_convolution_pooling_dense",)
CODE = "no-convolution"

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.convolution = layers.Conv2D(8, 3)
        self.pool = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.out = layers.Dense(10, activation="softmax")

    def call(self, images):
        return self.out(self.flat(self.pool(images[..., None])))


def make_convnet():
    model = Net()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
