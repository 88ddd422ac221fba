"""Nothing says which curve is whose."""

CAUGHT_BY = ("test_one_figure_for_all_values",)
CODE = "no-legend"

def draw_histories(values, histories):
    for value, curves in zip(values, histories):
        plt.plot(curves["loss"])
    plt.show()
