"""Handed-in files of torch in every form: the loaded network predicts as the one that was saved.

The files are written by torch itself; a network that was made anew predicts something else than the one that was saved.
"""

from __future__ import annotations

import argparse
import collections
import pathlib

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
checkpoint = import_later("autograder.probing.torch_checkpoint")
pytestmark = pytest.mark.framework


def make(width=5):
    """Two layers with batch normalisation between them, whose buffers have to be loaded too."""
    parts = collections.OrderedDict(
        first=nn.Linear(4, width), norm=nn.BatchNorm1d(width), act=nn.Tanh(), last=nn.Linear(width, 3)
    )
    return nn.Sequential(parts)


@pytest.fixture
def trained():
    """A network whose weights and running averages are those of no new one."""
    torch.manual_seed(12)
    model = make()
    optimiser = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(3):
        optimiser.zero_grad()
        model(torch.randn(16, 4)).square().sum().backward()
        optimiser.step()
    return model.eval()


def outputs(model):
    """Predictions for fixed inputs in evaluation mode."""
    with torch.no_grad():
        return model.eval()(torch.linspace(-1, 1, 24).reshape(6, 4)).float().numpy()


def renamed(state, change):
    return collections.OrderedDict((change(name), value) for name, value in state.items())


def in_class(model):
    """The network as an attribute of a class of its own, as LightningModules keep it."""
    whole = nn.Module()
    whole.net = model
    return whole


def with_optimiser(model):
    optimiser = torch.optim.Adam(model.parameters())
    model.train()(torch.ones(4, 4)).sum().backward()
    optimiser.step()
    return optimiser.state_dict()


FORMS = {
    "bare": lambda model: model.state_dict(),
    "plain dictionary": lambda model: dict(model.state_dict()),
    "named parameters and buffers": lambda model: {**dict(model.named_parameters()), **dict(model.named_buffers())},
    "arrays of NumPy": lambda model: {name: value.numpy() for name, value in model.state_dict().items()},
    "state_dict": lambda model: {"state_dict": model.state_dict(), "report": {}, "data": "stand-in"},
    "model_state_dict": lambda model: {"epoch": 3, "model_state_dict": model.state_dict(), "loss": 0.5},
    "model": lambda model: {"model": model.state_dict(), "args": argparse.Namespace(lr=0.1, out=pathlib.Path("a/b"))},
    "net": lambda model: {"acc": 91.2, "net": model.state_dict()},
    "a key of their own": lambda model: {"my_best_weights": model.state_dict(), "seed": 7},
    "two levels": lambda model: {"checkpoint": {"model": model.state_dict()}, "epoch": 1},
    "a pair": lambda model: (model.state_dict(), 0.9),
    "optimiser first": lambda model: {"optimizer": with_optimiser(model), "model": model.state_dict(), "epoch": 2},
    "numbers of NumPy": lambda model: {
        "state_dict": model.state_dict(),
        "best": np.float64(0.9),
        "epoch": np.int64(4),
        "better": np.bool_(True),
        "curve": np.linspace(0, 1, 5, dtype=np.float32),
        "classes": np.array(["cat", "dog"]),
    },
    "defaultdict": lambda model: collections.defaultdict(list, {"model": model.state_dict(), "loss": [np.float32(2)]}),
    "DataParallel": lambda model: nn.DataParallel(model).state_dict(),
    "compiled": lambda model: renamed(model.state_dict(), "_orig_mod.{}".format),
    "compiled and parallel": lambda model: {"net": renamed(model.state_dict(), "module._orig_mod.{}".format)},
    "one part compiled": lambda model: renamed(
        model.state_dict(), lambda name: name.replace("first", "first._orig_mod")
    ),
    "in a class": lambda model: {"state_dict": in_class(model).state_dict()},
    "any prefix": lambda model: renamed(model.state_dict(), "backbone.layers.{}".format),
    "averaged": lambda model: torch.optim.swa_utils.AveragedModel(model).state_dict(),
    "before num_batches_tracked": lambda model: {
        name: value for name, value in model.state_dict().items() if "num_batches" not in name
    },
    "double": lambda model: {name: value.double() for name, value in model.state_dict().items()},
}


@pytest.mark.parametrize("options", [{}, {"_use_new_zipfile_serialization": False}], ids=["zip", "legacy"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_loads(trained, form, options, tmp_path):
    """Prefixes, keys and values beside the weights do not matter, in new files and in those of torch before 1.6."""
    content = FORMS[form](trained)
    expected, file = outputs(trained), str(tmp_path / "net.pt")
    torch.save(content, file, **options)
    found = checkpoint.read_checkpoint(file, make)
    assert "problem" not in found, found
    np.testing.assert_allclose(outputs(checkpoint.network_with(file, make)), expected, rtol=1e-6)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_small_floats(trained, dtype, tmp_path):
    """Weights in half precision predict what their rounded values do."""
    rounded = trained.to(getattr(torch, dtype))
    torch.save(rounded.state_dict(), tmp_path / "net.pt")
    loaded = checkpoint.network_with(str(tmp_path / "net.pt"), make)
    np.testing.assert_allclose(outputs(loaded), outputs(rounded.float()), rtol=1e-5, atol=1e-6)


def test_weights_from_a_gpu(trained, monkeypatch, tmp_path):
    """A file whose tensors were on a GPU loads where there is none."""
    with monkeypatch.context() as patched:
        patched.setattr("torch.serialization.location_tag", lambda storage: "cuda:0")
        torch.save(trained.state_dict(), tmp_path / "net.pt")
    if not torch.cuda.is_available():
        with pytest.raises(RuntimeError, match="CUDA"):
            torch.load(tmp_path / "net.pt", weights_only=True)
    loaded = checkpoint.network_with(str(tmp_path / "net.pt"), make)
    np.testing.assert_array_equal(outputs(loaded), outputs(trained))


def test_the_network_has_the_prefix(trained, tmp_path):
    """The other way round: the file holds the inner network, and the student's function wraps it."""
    torch.save(trained.state_dict(), tmp_path / "net.pt")
    for wrap in (in_class, nn.DataParallel):
        found = checkpoint.network_with(str(tmp_path / "net.pt"), lambda wrap=wrap: wrap(make()))
        np.testing.assert_array_equal(outputs(next(found.children())), outputs(trained))


def test_parts_saved_side_by_side(tmp_path):
    """The state_dicts of encoder and decoder, each under its own key."""

    def make_both():
        both = nn.Module()
        both.encoder, both.decoder = nn.Linear(4, 2), nn.Linear(2, 4)
        return both

    saved = make_both()
    torch.save({name: part.state_dict() for name, part in saved.named_children()}, tmp_path / "net.pt")
    loaded = checkpoint.network_with(str(tmp_path / "net.pt"), make_both)
    assert torch.equal(loaded.decoder.weight, saved.decoder.weight)
    assert torch.equal(loaded.encoder.bias, saved.encoder.bias)


def test_lazy_layers(tmp_path):
    """Layers that get their shape with the first call take it from the file."""

    def make_lazy():
        return nn.Sequential(nn.LazyLinear(3))

    saved = nn.Sequential(nn.Linear(4, 3))
    torch.save(renamed(saved.state_dict(), "module.{}".format), tmp_path / "net.pt")
    loaded = checkpoint.network_with(str(tmp_path / "net.pt"), make_lazy)
    np.testing.assert_array_equal(outputs(loaded), outputs(saved))


def test_report_in_plain_numbers(trained, tmp_path):
    """NumPy's numbers, tensors and lists of both arrive as numbers, as the notebook's save_checkpoint writes them."""
    report = {
        "test_accuracy": np.float64(0.875),
        "change": torch.tensor(0.25, requires_grad=True),
        "errors": [np.float32(0.5), torch.tensor(0.25)],
        "run": argparse.Namespace(lr=np.float32(0.5)),
    }
    torch.save({"state_dict": trained.state_dict(), "report": report, "data": "real"}, tmp_path / "net.pt")
    found = checkpoint.read_checkpoint(str(tmp_path / "net.pt"), make)
    assert found == {
        "report": {"test_accuracy": 0.875, "change": 0.25, "errors": [0.5, 0.25], "run": {"lr": 0.5}},
        "data": "real",
    }


def test_written_elsewhere(trained, tmp_path):
    """NumPy 1 has other names for the same functions, and Windows has another class for a path."""
    file = tmp_path / "net.pt"
    content = {"state_dict": trained.state_dict(), "report": {"a": np.float64(0.5), "file": pathlib.Path("x/y.pt")}}
    torch.save(content, file, _use_new_zipfile_serialization=False)
    written = file.read_bytes()
    elsewhere = written.replace(b"cnumpy._core.", b"cnumpy.core.").replace(b"PosixPath", b"WindowsPath")
    assert elsewhere.count(b"WindowsPath") == elsewhere.count(b"cnumpy.core.") == 1
    file.write_bytes(elsewhere)
    assert checkpoint.read_checkpoint(str(file), make)["report"] == {"a": 0.5, "file": "x/y.pt"}
