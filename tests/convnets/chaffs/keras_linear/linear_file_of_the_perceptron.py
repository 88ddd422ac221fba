"""The perceptron was saved under the name of the linear model."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "other-architecture"
FILES = {"linear.keras": "other"}

def other():
    make_mlp().save("linear.keras")
