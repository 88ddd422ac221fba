"""backprop adds the regulariser of the notebook's setting, and learn_cnn does so again."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error", "test_a_step_is_the_learning_rate_times_the_gradient")
CODE = "regulariser-share-wrong"
BASE = "_passes"
REPLACE = [
    (
        "batch_size, dl_dw2 / batch_size, dl_du",
        'batch_size + 0.1 * model["w1"], dl_dw2 / batch_size + 0.1 * model["w2"], dl_du + 0.1 * u',
    ),
]
