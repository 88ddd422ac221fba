"""The weights of the best epoch on the test images are kept; the curves stop early."""

CAUGHT_BY = ("test_training_returns_learning_curves",)

def train_classifier(model, x_train, y_train, x_test, y_test, *, epochs):
    x_train, x_test = x_train / np.float32(255), x_test / np.float32(255)
    stop = keras.callbacks.EarlyStopping(patience=0, restore_best_weights=True, baseline=0.0)
    h = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=epochs, batch_size=128, verbose=0, callbacks=[stop]).history
    return {"loss": h["loss"], "accuracy": h["accuracy"], "test_loss": h["val_loss"], "test_accuracy": h["val_accuracy"]}
