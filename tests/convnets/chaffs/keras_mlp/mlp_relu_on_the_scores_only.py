"""The hidden layer is linear; the ReLU is on the scores."""

CAUGHT_BY = ("test_hidden_layers_have_an_activation",)
CODE = "activation-on-scores"

def make_mlp(learning_rate=1e-3):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(512), layers.Dense(256), layers.Dense(10, activation="relu"), layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
