"""A copy of the model is trained."""

CAUGHT_BY = ("test_training_returns_learning_curves",)
CODE = "model-not-trained"

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    model = keras.models.clone_model(model)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    h = model.fit(x_train / 255, y_train, validation_data=(x_test / 255, y_test), epochs=epochs, verbose=0).history
    return {"loss": h["loss"], "accuracy": h["accuracy"], "test_loss": h["val_loss"], "test_accuracy": h["val_accuracy"]}
