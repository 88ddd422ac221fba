"""A subclassed network of one hidden layer of sigmoid units, trained here."""

class Perceptron(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(400)
        self.scores = layers.Dense(10)

    def call(self, images):
        x = keras.ops.sigmoid(self.hidden(keras.ops.reshape(images, (-1, 784))))
        return keras.ops.softmax(self.scores(x))


def make_mlp():
    model = Perceptron()
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


FILES = {"mlp.keras": "trained"}


def trained():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(0)
    model = make_mlp()
    train_classifier(model, x_train, y_train, x_test, y_test, epochs=30)
    model.save("mlp.keras")
