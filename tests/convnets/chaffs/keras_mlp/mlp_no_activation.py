"""Hidden layers without an activation."""

CAUGHT_BY = ("test_hidden_layers_have_an_activation",)
CODE = "no-activation"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(512), layers.Dropout(0.3), layers.Dense(256), layers.Dropout(0.3), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
