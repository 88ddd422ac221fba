"""Softmax over the images of a batch."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "not-probabilities"

def predict_digits(model, images):
    p = model.predict(images / np.float32(255), verbose=0)
    return p / p.sum(axis=0)
