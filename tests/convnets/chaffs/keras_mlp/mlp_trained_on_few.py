"""Trained on 150 images."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "accuracy-below-pass-mark"
FILES = {"mlp.keras": "few"}

def few():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(1)
    model = make_mlp()
    train_classifier(model, x_train[:150], y_train[:150], x_test[:10], y_test[:10], epochs=10)
    model.save("mlp.keras")
