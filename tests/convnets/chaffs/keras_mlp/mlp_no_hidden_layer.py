"""The linear model again."""

CAUGHT_BY = ("test_has_a_hidden_dense_layer",)
CODE = "no-hidden-layer"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
