"""Images are divided by the brightest pixel of the batch."""

CAUGHT_BY = ("test_predicts_probabilities",)
CODE = "depends-on-the-batch"

def predict_digits(model, images):
    return model.predict(images / images.max(), verbose=0)
