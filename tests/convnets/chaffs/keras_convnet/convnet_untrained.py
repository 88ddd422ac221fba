"""A new network was saved."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model", "test_is_better_than_the_other_two",)
CODE = "close-to-guessing"
FILES = {"convnet.keras": "untrained"}

def untrained():
    keras.utils.set_random_seed(1)
    make_convnet().save("convnet.keras")
