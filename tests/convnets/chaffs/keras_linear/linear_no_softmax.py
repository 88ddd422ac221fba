"""Scores are returned as probabilities."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "not-probabilities"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10)])
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model
