"""Ten sigmoids in place of the softmax."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "not-probabilities"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="sigmoid")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
