"""A functional model with activations as layers; the same weights."""

def make_mlp(learning_rate=1e-3):
    pixels = keras.Input((28, 28))
    x = layers.Flatten()(pixels)
    for units in (512, 256):
        x = layers.Dropout(0.2)(layers.Activation("relu")(layers.Dense(units)(x)))
    model = keras.Model(pixels, layers.Activation("softmax")(layers.Dense(10)(x)))
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
