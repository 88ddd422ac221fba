"""Images are divided by the brightest pixel of the batch."""

CAUGHT_BY = ("test_predicts_probabilities",)
SAYS = "255"

def predict_digits(model, images):
    return model.predict(images / images.max(), verbose=0)
