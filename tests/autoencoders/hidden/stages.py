"""Checks each layer of an autoencoder: its inputs and outputs, and the operations between it and the next layer.

The layers come from the probe ``traced``: convolutions and linear layers in the order of computation, for one image.
Pooling, upsampling and activations show in the next layer's input, no matter how an answer writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder import checks
from tests.autoencoders.hidden import catalogue_networks as catalogue

Shape = tuple[int, ...]
Candidates = Sequence[tuple[checks.Mistake | checks.Statement, np.ndarray | None]]


@dataclass(frozen=True)
class Stage:
    """A layer: its kind, its position in words, the shapes of its input and output, its number of parameters."""

    kind: str
    about: str
    takes: Shape
    gives: Shape
    parameters: int


CAE = (
    Stage("convolution", "from 1 to 4 channels", (1, 28, 28), (4, 28, 28), 40),
    Stage("convolution", "from 4 to 8 channels", (4, 14, 14), (8, 14, 14), 296),
    Stage("linear", "from 392 to 20", (392,), (20,), 7_860),
    Stage("linear", "from 20 to 2, the code", (20,), (2,), 42),
    Stage("linear", "from 2 to 20", (2,), (20,), 60),
    Stage("linear", "from 20 to 392", (20,), (392,), 8_232),
    Stage("convolution", "from 8 to 4 channels", (8, 14, 14), (4, 14, 14), 292),
    Stage("convolution", "from 4 channels to 1", (4, 28, 28), (1, 28, 28), 37),
)
"""The sheet's convolutional autoencoder; the parameters add up to 16,859."""
ENCODER = CAE[:4]


def check_table(layers: Sequence[dict], expected: Sequence[Stage], more: bool = False) -> None:
    """Fails at the first layer whose kind, shapes or parameters differ. ``more``: further layers may follow."""
    for number, stage in enumerate(expected, start=1):
        name = f"Layer {number} ({stage.kind} {stage.about})"
        if number > len(layers):
            checks.fail(catalogue.LAYER_MISSING(layer=name, count=len(layers)))
        _check_layer(layers[number - 1], stage, name)
    if len(layers) > len(expected) and not more:
        checks.fail(catalogue.MORE_LAYERS(extra=len(layers) - len(expected)))


def _check_layer(layer: dict, stage: Stage, name: str) -> None:
    takes, gives = (_without_ones(np.shape(layer[key])) for key in ("input", "output"))
    if layer["kind"] != stage.kind:
        checks.fail(catalogue.OTHER_KIND_OF_LAYER(layer=name, kind=layer["kind"]))
    if takes != _without_ones(stage.takes):
        entry = _wrong_input(takes, stage.takes)
        checks.fail(entry(layer=name, found=str(takes), expected=str(stage.takes)))
    if gives != _without_ones(stage.gives):
        entry = _wrong_output(gives, stage.gives)
        checks.fail(entry(layer=name, found=str(gives), expected=str(stage.gives)))
    if layer["parameters"] != stage.parameters:
        no_bias = layer["parameters"] == stage.parameters - stage.gives[0]
        entry = catalogue.NO_LAYER_BIAS if no_bias else catalogue.OTHER_PARAMETERS
        checks.fail(entry(layer=name, found=layer["parameters"], expected=stage.parameters))


def _without_ones(shape: Shape) -> Shape:
    return tuple(length for length in shape if length != 1)


def _wrong_input(shape: Shape, expected: Shape) -> checks.Problem:
    if len(shape) == len(expected) and shape[-1] == (2 if len(shape) > 1 else 4) * expected[-1]:
        return catalogue.POOLING_MISSING
    if len(shape) > 1 and 2 * shape[-1] == expected[-1]:
        return catalogue.UPSAMPLING_MISSING
    return catalogue.OTHER_INPUT_SHAPE


def _wrong_output(shape: Shape, expected: Shape) -> checks.Problem:
    no_padding = len(shape) > 1 and shape[-1] == expected[-1] - 2  # a kernel of 3 without padding
    return catalogue.PADDING_MISSING if no_padding else catalogue.OTHER_OUTPUT_SHAPE


def check_encoder(run: dict, image: np.ndarray) -> None:
    """The operations between the layers of the convolutional encoder, and that ``embed`` returns the code."""
    layers = run["layers"]
    _equal(layers[0]["input"], image, "the input of the first convolution", [(catalogue.IMAGE_CHANGED, None)])
    for index, name, follower in ((0, "first", "second convolution"), (1, "second", "first linear layer")):
        output = np.asarray(layers[index]["output"]).reshape(CAE[index].gives)
        _equal(
            layers[index + 1]["input"],
            pooled(relu(output), np.max),
            f"the input of the {follower}",
            [
                (catalogue.RELU_MISSING(layer=f"the {name} convolution"), pooled(output, np.max)),
                (catalogue.AVERAGE_POOLING, pooled(relu(output), np.mean)),
            ],
            any_order=index == 1,  # every way to flatten it is right
        )
    _check_relu(layers, 2)
    check_code(run)


def check_decoder(run: dict) -> None:
    """The operations between the layers of the decoder without skip connections: everything comes from the code."""
    layers = run["layers"]
    code = np.asarray(layers[3]["output"])
    _equal(layers[4]["input"], code, "the input of the decoder", [(catalogue.RELU_ON_CODE, relu(code))])
    _check_relu(layers, 4)
    for index, side, channels in ((6, 14, 8), (7, 28, 4)):
        entering = np.asarray(layers[index]["input"]).reshape(channels, side, side)
        small = entering[:, ::2, ::2]
        before = np.asarray(layers[index - 1]["output"])
        what = f"the input of the decoder's {'first' if index == 6 else 'second'} convolution"
        if not np.allclose(entering, small.repeat(2, axis=1).repeat(2, axis=2), atol=1e-6):
            checks.fail(catalogue.OTHER_UPSAMPLING, what)
        candidates = [(catalogue.RELU_BEFORE_UPSAMPLING_MISSING, before)]
        _equal(small, relu(before), what, candidates, any_order=index == 6)
    check_sigmoid(run)


def check_sigmoid(run: dict) -> None:
    """The reconstruction is the sigmoid of the last layer's output."""
    last = np.asarray(run["layers"][-1]["output"])
    candidates = [
        (catalogue.NO_SIGMOID, last),
        (catalogue.RELU_AT_END, relu(last)),
        (catalogue.TANH_AT_END, np.tanh(last)),
    ]
    _equal(run["rebuilt"], sigmoid(last), "the reconstruction", candidates)


def check_code(run: dict, number: int = 3) -> None:
    """``embed`` returns the two outputs of layer ``number`` (counted from 0)."""
    code = np.asarray(run["layers"][number]["output"])
    embedded = checks.array(run["code"], [(1, 2), (2,)], "the result of embed for one image")
    _equal(embedded, code, "the result of embed", [(catalogue.RELU_ON_CODE, relu(code))])


def _check_relu(layers: Sequence[dict], index: int) -> None:
    before = np.asarray(layers[index]["output"])
    candidates = [(catalogue.RELU_MISSING(layer=f"layer {index + 1}"), before)]
    _equal(layers[index + 1]["input"], relu(before), f"the input of layer {index + 2}", candidates)


def _equal(actual: Any, expected: np.ndarray, what: str, candidates: Candidates, any_order: bool = False) -> None:
    """Equal up to rounding in float32, whatever the shape; else fails with the first mistake that leads to ``actual``.

    A candidate's value None stands for any value. With ``any_order`` the order of the entries does not matter.
    """
    form: Callable[[Any], np.ndarray] = lambda x: np.sort(np.ravel(x)) if any_order else np.ravel(x)  # noqa: E731

    def same(value: Any) -> bool:
        return np.size(value) == np.size(actual) and np.allclose(form(actual), form(value), rtol=1e-4, atol=1e-5)

    if same(expected):
        return
    for mistake, value in candidates:
        if value is None or same(value):
            checks.fail(mistake, what)
    checks.fail(catalogue.OTHER_COMPUTATION, what)


def relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x, float)))


def pooled(x: np.ndarray, reduce: Callable[..., np.ndarray]) -> np.ndarray:
    """(C, H, W) → (C, H/2, W/2): ``reduce`` over squares of four pixels."""
    channels, height, width = x.shape
    return reduce(x.reshape(channels, height // 2, 2, width // 2, 2), axis=(2, 4))
