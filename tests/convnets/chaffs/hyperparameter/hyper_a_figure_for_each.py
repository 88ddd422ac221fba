"""A figure for each value."""

CAUGHT_BY = ("test_one_figure_for_all_values",)
CODE = "several-figures"

def draw_histories(values, histories):
    for value, curves in zip(values, histories):
        plt.figure()
        plt.plot(curves["loss"], label=str(value))
        plt.legend()
        plt.show()
