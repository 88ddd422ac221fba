"""compile and fit are called directly, and the error is computed in place; tuples."""

def code_size_errors(code_sizes, x_train, x_test, *, epochs):
    rows = []
    for size in code_sizes:
        model, encoder = make_shallow(size)
        model.compile("adam", "binary_crossentropy")
        model.fit(x_train, x_train, batch_size=256, epochs=epochs, verbose=0)
        train, test = (((model(x) - x) ** 2).numpy().sum() / len(x) for x in (x_train, x_test))
        rows.append((size, train, test))
    size, train, test = zip(*rows)
    return dict(code_size=size, train=train, test=test, epochs=epochs)
