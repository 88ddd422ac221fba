"""Convolutions in a model inside the model; a subclassed network; the same weights."""

def block(filters):
    return keras.Sequential([layers.Conv2D(filters, 3, padding="same"), layers.ReLU(), layers.MaxPool2D(2)])


class Convnet(keras.Model):
    def __init__(self):
        super().__init__()
        self.features = keras.Sequential([block(16), block(32), layers.Flatten()])
        self.hidden = layers.Dense(128, activation="relu")
        self.drop = layers.Dropout(0.4)
        self.scores = layers.Dense(10)

    def call(self, images, training=False):
        x = self.features(keras.ops.expand_dims(images, -1))
        return keras.ops.softmax(self.scores(self.drop(self.hidden(x), training=training)))


def make_convnet():
    model = Convnet()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


FILES = {"convnet.keras": "same_weights"}


def same_weights():
    model = make_convnet()
    predict_digits(model, np.zeros((2, 28, 28), np.uint8))
    model.set_weights(keras.models.load_model("convnet.keras").get_weights())
    model.save("convnet.keras")
