"""predict_digits returns classes."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "labels-instead-of-probabilities"

def predict_digits(model, images):
    return model.predict(images / np.float32(255), verbose=0).argmax(axis=1)
