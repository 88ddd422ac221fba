"""make_linear returns two things."""

CAUGHT_BY = ("test_one_layer_of_7850_parameters",)
CODE = "no-keras-model"

def make_linear():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
    return model, keras.optimizers.Adam()
