"""Dropout is active in predictions."""

CAUGHT_BY = ("test_predicts_the_same_again",)
CODE = "predicts-in-training-mode"

def predict_digits(model, images):
    return keras.ops.convert_to_numpy(model(images / np.float32(255), training=True))
