"""The encoder is cut out of the autoencoder; ReLU as layers of their own."""

def make_shallow(code_size=32):
    autoencoder = keras.Sequential([
        keras.Input((784,)),
        keras.layers.Dense(code_size), keras.layers.ReLU(),
        keras.layers.Dense(784), keras.layers.Activation("sigmoid"),
    ])
    return autoencoder, keras.Model(autoencoder.inputs, autoencoder.layers[1].output)


def make_deep():
    images = keras.Input(shape=(784,), name="images")
    layers = [images]
    for units in (128, 32, 128):
        layers.append(keras.layers.Dense(units, activation="relu", kernel_initializer="he_normal")(layers[-1]))
    autoencoder = keras.Model(images, keras.layers.Dense(784, activation="sigmoid")(layers[-1]))
    return autoencoder, keras.Model(images, layers[2])
