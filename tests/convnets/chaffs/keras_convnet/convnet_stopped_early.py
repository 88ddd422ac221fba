"""Trained for so short a time that the perceptron is better."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model", "test_is_better_than_the_other_two",)
CODE = "convnet-not-the-best"
FILES = {"convnet.keras": "early"}

def early():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(1)
    model = make_convnet()
    train_classifier(model, x_train[:1500], y_train[:1500], x_test[:10], y_test[:10], epochs=3)
    model.save("convnet.keras")
