"""Images are made black and white in place."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "changed-in-place"

def predict_digits(model, images):
    images[images < 128] = 0
    return model.predict(images / np.float32(255), verbose=0)
