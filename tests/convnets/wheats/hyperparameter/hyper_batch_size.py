"""Batch sizes, by fit itself; histories as Keras has them; one axis with all test losses."""

def choose_hyperparameter():
    return ("batch_size", np.array([16, 64, 256, 1024]))


def hyperparameter_histories(values, x_train, y_train, x_test, y_test, *, epochs):
    def history(batch_size):
        model = make_convnet()
        return model.fit(x_train / 255.0, y_train, batch_size=int(batch_size), epochs=epochs, verbose=0,
                         validation_data=(x_test / 255.0, y_test)).history

    return [history(value) for value in values]


def draw_histories(values, histories):
    figure, ax = plt.subplots()
    for value, curves in zip(values, histories):
        ax.plot(curves["test_loss"], label=str(value))
    figure.legend(title="batch size")
    return figure
