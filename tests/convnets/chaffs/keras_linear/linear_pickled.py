"""A pickle in place of Keras' file."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "file-holds-code"
FILES = {"linear.keras": "pickled"}

import pickle


def pickled():
    with open("linear.keras", "wb") as file:
        pickle.dump([np.zeros((784, 10)), np.zeros(10)], file)
