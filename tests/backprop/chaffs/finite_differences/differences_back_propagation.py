"""The gradient by back-propagation is returned."""

CAUGHT_BY = ("test_central_differences_in_the_first_layer",)
CODE = "back-propagation-returned"
BASE = True
REPLACE = [("return np.array(found)", "return loss_and_gradients(net, x, y)[1][0][0].ravel()[:p]")]
