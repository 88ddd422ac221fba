"""What each layer of an autoencoder must take and give, and what must happen between two layers.

Layers are those of the probe ``traced``: convolutions and linear layers in the order of computation, for one image.
Pooling, upsampling and activations are seen in what enters the next layer, however they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder import checks

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Stage:
    """A layer: its kind and place in words, what enters and leaves it, its parameters."""

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
    """Kinds, shapes and parameters agree; names the first layer that differs. ``more``: others may follow."""
    for number, stage in enumerate(expected, start=1):
        name = f"layer {number} ({stage.kind} {stage.about})"
        if number > len(layers):
            checks.fail(f"{name} is missing: the network has only {len(layers)} layers.", "layer missing")
        found = layers[number - 1]
        takes, gives = (_essential(np.shape(found[key])) for key in ("input", "output"))
        if found["kind"] != stage.kind:
            checks.fail(f"{name} is a {found['kind']} layer.", "other kind of layer")
        if takes != _essential(stage.takes):
            checks.fail(f"{name} takes {takes}, not {stage.takes}{_why(takes, stage.takes)}.", "other shape")
        if gives != _essential(stage.gives):
            checks.fail(f"{name} gives {gives}, not {stage.gives}{_why_smaller(gives, stage.gives)}.", "other shape")
        if found["parameters"] != stage.parameters:
            bias = found["parameters"] == stage.parameters - stage.gives[0]
            about = "it has no bias" if bias else "is its kernel of another size?"
            checks.fail(f"{name} has {found['parameters']} parameters, not {stage.parameters}: {about}.", "parameters")
    if len(layers) > len(expected) and not more:
        extra = len(layers) - len(expected)
        checks.fail(f"the network has {extra} convolution or linear layer(s) more than the hand-out's.", "more layers")


def _essential(shape: Shape) -> Shape:
    return tuple(length for length in shape if length != 1)


def _why(found: Shape, expected: Shape) -> str:
    if len(found) == len(expected) and found[-1] == (2 if len(found) > 1 else 4) * expected[-1]:
        return ": the pooling before it is missing"
    if len(found) > 1 and 2 * found[-1] == expected[-1]:
        return ": the upsampling before it is missing, or there is one pooling too many"
    return ""


def _why_smaller(found: Shape, expected: Shape) -> str:
    return ": with a kernel of 3 the padding is 1" if len(found) > 1 and found[-1] < expected[-1] else ""


def check_encoder(run: dict, image: np.ndarray) -> None:
    """What lies between the layers of the convolutional encoder, and that ``embed`` gives the code."""
    layers = run["layers"]
    _equal(layers[0]["input"], image, "what enters the first convolution", {"it is not the image as it is": None})
    for index, name in ((0, "first"), (1, "second")):
        output = np.asarray(layers[index]["output"]).reshape(CAE[index].gives)
        _equal(
            layers[index + 1]["input"],
            pooled(relu(output), np.max),
            f"what follows the {name} convolution",
            {
                f"the ReLU after the {name} convolution is missing": pooled(output, np.max),
                "average pooling instead of max pooling": pooled(relu(output), np.mean),
            },
            any_order=index == 1,  # the ways to flatten it are all right
        )
    _check_relu(layers, 2)
    check_code(run)


def check_decoder(run: dict) -> None:
    """What lies between the layers of the decoder without skip connections: everything comes from the code."""
    layers = run["layers"]
    code = np.asarray(layers[3]["output"])
    _equal(layers[4]["input"], code, "what enters the decoder", {"a ReLU is applied to the code": relu(code)})
    _check_relu(layers, 4)
    for index, side, channels in ((6, 14, 8), (7, 28, 4)):
        found = np.asarray(layers[index]["input"]).reshape(channels, side, side)
        small = found[:, ::2, ::2]
        before = np.asarray(layers[index - 1]["output"])
        what = f"what enters the {'first' if index == 6 else 'second'} convolution of the decoder"
        if not np.allclose(found, small.repeat(2, axis=1).repeat(2, axis=2), atol=1e-6):
            checks.fail(f"{what} was not upsampled by nearest neighbours.", "other upsampling")
        wrong = {"the ReLU before the upsampling is missing": before}
        _equal(small, relu(before), what, wrong, any_order=index == 6)
    check_sigmoid(run)


def check_sigmoid(run: dict) -> None:
    """The reconstruction is the sigmoid of what the last layer gives."""
    last = np.asarray(run["layers"][-1]["output"])
    wrong = {"the sigmoid at the end is missing": last, "there is a ReLU at the end": relu(last)}
    wrong |= {"there is a tanh at the end": np.tanh(last)}
    _equal(run["rebuilt"], sigmoid(last), "the reconstruction", wrong)


def check_code(run: dict, place: int = 3) -> None:
    """``embed`` gives what layer number ``place`` (from 0) gives, two numbers."""
    code = np.asarray(run["layers"][place]["output"])
    found = checks.array(run["code"], [(1, 2), (2,)], "the result of embed for one image")
    _equal(found, code, "the result of embed", {"a ReLU is applied to the code": relu(code)})


def _check_relu(layers: Sequence[dict], index: int) -> None:
    before = np.asarray(layers[index]["output"])
    name = f"what enters layer {index + 2}"
    _equal(layers[index + 1]["input"], relu(before), name, {f"the ReLU after layer {index + 1} is missing": before})


def _equal(
    found: Any, expected: np.ndarray, what: str, wrong: dict[str, np.ndarray | None], any_order: bool = False
) -> None:
    """Equal up to rounding in float32, shape aside; names the first mistake whose value (None: any) it has."""
    form: Callable[[Any], np.ndarray] = lambda x: np.sort(np.ravel(x)) if any_order else np.ravel(x)  # noqa: E731

    def same(value: Any) -> bool:
        return np.size(value) == np.size(found) and np.allclose(form(found), form(value), rtol=1e-4, atol=1e-5)

    if same(expected):
        return
    for name, value in wrong.items():
        if value is None or same(value):
            checks.fail(f"{what} is not what the hand-out asks for: {name}.", name)
    checks.fail(f"{what} is not what the hand-out's architecture gives there.", "other computation")


def relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x, float)))


def pooled(x: np.ndarray, reduce: Callable[..., np.ndarray]) -> np.ndarray:
    """(C, H, W) → (C, H/2, W/2): ``reduce`` over squares of four pixels."""
    channels, height, width = x.shape
    return reduce(x.reshape(channels, height // 2, 2, width // 2, 2), axis=(2, 4))
