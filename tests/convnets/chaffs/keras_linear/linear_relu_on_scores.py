"""ReLU on the scores before the softmax."""

CAUGHT_BY = ("test_scores_are_linear",)
CODE = "not-linear"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="relu"), layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
