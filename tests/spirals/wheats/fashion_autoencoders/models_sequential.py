"""Sequential models with named layers, encoder and decoder put together."""

def chain(name, sizes, last):
    layers = [keras.layers.Dense(n, activation="relu", name=f"{name}_{k}") for k, n in enumerate(sizes[1:-1])]
    return keras.Sequential([keras.layers.InputLayer(shape=(sizes[0],)), *layers, keras.layers.Dense(sizes[-1], last, name=f"{name}_last")], name=name)


def make_shallow(code_size=32):
    encoder = chain("encoder", [784, code_size], "relu")
    return keras.Sequential([encoder, chain("decoder", [code_size, 784], "sigmoid")]), encoder


def make_deep():
    encoder = chain("encoder", [784, 128, 32], "relu")
    autoencoder = keras.Sequential([encoder, chain("decoder", [32, 128, 784], "sigmoid")])
    autoencoder.compile("adam", "binary_crossentropy")
    return [autoencoder, encoder]
