"""A second softmax inside the loss."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "softmax-twice"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(512, activation="relu"), layers.Dense(256, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss=lambda y, p: keras.losses.sparse_categorical_crossentropy(y, keras.ops.softmax(p)), metrics=["accuracy"])
    return model
