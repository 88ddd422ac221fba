"""A new model was saved."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "close-to-guessing"
FILES = {"linear.keras": "untrained"}

def untrained():
    keras.utils.set_random_seed(1)
    make_linear().save("linear.keras")
