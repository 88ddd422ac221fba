"""Words instead of numbers."""

CAUGHT_BY = ("test_predicts_in_evaluation_mode", "test_submission_is_what_the_weights_predict")
CODE = "list-given"

def predict_cats(model, images):
    return ["Dog"] * len(images)
