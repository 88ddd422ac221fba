"""Handed-in files of torch that cannot be used: nothing of them is run, and the sentence says why and what to do."""

from __future__ import annotations

import os
import pickle

import numpy as np
import pytest

from autograder.checks import CheckFailed, weights_file
from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
checkpoint = import_later("autograder.probing.torch_checkpoint")
pytestmark = pytest.mark.framework


def make(width=5):
    """A small network."""
    return nn.Sequential(nn.Linear(4, width), nn.BatchNorm1d(width), nn.Tanh(), nn.Linear(width, 3))


class Command:
    """A pickle that runs a command when it is opened freely."""

    def __reduce__(self):
        return os.system, ("touch opened",)


def message_of(file, problem):
    """The sentence for a file that has this problem."""
    found = checkpoint.read_checkpoint(str(file), make)
    assert found.get("problem") == problem, found
    with pytest.raises(CheckFailed) as failed:
        weights_file(found, file.name, "make_net")
    return str(failed.value)


REFUSED = {
    "whole model": (lambda model: model, "container.Sequential"),
    "model in a dictionary": (lambda model: {"model": model, "epoch": 1}, "container.Sequential"),
    "loss beside the weights": (lambda model: {"sd": model.state_dict(), "loss": nn.MSELoss()}, "loss.MSELoss"),
    "optimiser": (lambda model: {"sd": model.state_dict(), "o": torch.optim.SGD(model.parameters())}, "sgd.SGD"),
    "command": (lambda model: {"state_dict": model.state_dict(), "report": Command()}, "posix.system"),
    "objects in an array": (lambda model: {"sd": model.state_dict(), "x": np.array([1, None])}, "ObjectDType"),
}


@pytest.mark.parametrize("options", [{}, {"_use_new_zipfile_serialization": False}], ids=["zip", "legacy"])
@pytest.mark.parametrize("form", REFUSED)
def test_objects_are_refused_by_name(form, options, tmp_path, monkeypatch):
    """Nothing but data is opened. The sentence names what is in the way and what to write instead."""
    monkeypatch.chdir(tmp_path)
    write, name = REFUSED[form]
    torch.save(write(make()), "net.pt", **options)
    before = torch.serialization.get_safe_globals()
    message = message_of(tmp_path / "net.pt", "code")
    assert name in message
    assert 'torch.save(model.state_dict(), "net.pt")' in message
    assert not (tmp_path / "opened").exists()
    assert set(torch.serialization.get_safe_globals()) == set(before), "more names are allowed only for our reading"


def test_unreadable_files_are_named(tmp_path):
    """What the file is instead, as far as its first bytes or its archive tell."""
    file = tmp_path / "net.pt"
    torch.save(make().state_dict(), file)
    whole = file.read_bytes()
    torch.save(make().state_dict(), file, _use_new_zipfile_serialization=False)
    old = file.read_bytes()
    np.savez(tmp_path / "arrays.npz", weight=np.ones(3))
    contents = {
        b"": "it is empty",
        whole[: len(whole) // 2]: "cut off or damaged",
        old[:-30]: "cut off or damaged",
        pickle.dumps(make().state_dict()): "pickle.dump",
        b"<!DOCTYPE html><html>": "a web page",
        b"version https://git-lfs.github.com/spec/v1\n": "Git LFS",
        b'\x40\0\0\0\0\0\0\0{"weight":': "safetensors",
        b"some words": "neither an archive nor a pickle",
        (tmp_path / "arrays.npz").read_bytes(): "np.savez",
    }
    for content, words in contents.items():
        file.write_bytes(content)
        assert words in message_of(file, "unreadable")


def test_no_weights(tmp_path):
    """A tensor, a list or numbers alone are no state_dict."""
    for content, words in [
        (torch.ones(3), "type Tensor"),
        ([torch.ones(3)], "type list"),
        ({"epoch": 3, "loss": 0.5}, "the keys 'epoch', 'loss'"),
        ({}, "an empty dictionary"),
    ]:
        torch.save(content, tmp_path / "net.pt")
        assert words in message_of(tmp_path / "net.pt", "form")


def test_another_network_names_the_first_misfits(tmp_path):
    """Both shapes, under the network's own names, though the file has a prefix."""
    torch.save(nn.DataParallel(make(7)).state_dict(), tmp_path / "net.pt")
    message = message_of(tmp_path / "net.pt", "architecture")
    assert "0.weight has the shape (7, 4) in the file and (5, 4) in the network" in message
    assert "0.bias has the shape (7,) in the file and (5,) in the network" in message
    assert message.count("has the shape") == 3
    assert "and 4 more" in message

    torch.save({"model": nn.Linear(4, 3).state_dict()}, tmp_path / "net.pt")
    message = message_of(tmp_path / "net.pt", "architecture")
    assert "0.weight (5, 4) is in the network and not in the file" in message
    assert "weight (3, 4) is in the file and not in the network" in message
