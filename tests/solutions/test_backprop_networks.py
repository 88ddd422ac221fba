"""References of ``backprop`` that train torch networks, and what the hidden tests read: files, tables, pictures."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checks import CheckFailed
from autograder.errors import AuthorError
from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
torch_forbidden = import_later("autograder.probing.torch_forbidden")
cats = import_later("solutions.backprop.cats")
cnn = import_later("solutions.backprop.cnn")
results = import_later("solutions.backprop.results")
cats_labels = import_later("tests.backprop.hidden.cats_labels")
submission = import_later("tests.backprop.hidden.submission")
pytestmark = pytest.mark.framework


@pytest.fixture(scope="module")
def bars():
    """200 images (N, 3, 64, 64), uint8: class 1 has a bright bar across, class 0 one down, on noise."""
    rng = np.random.default_rng(0)
    labels = np.arange(200) % 2
    images = rng.integers(0, 120, (200, 3, 64, 64), dtype=np.uint8)
    for image, label in zip(images, labels, strict=True):
        at = rng.integers(8, 48)
        part = image[:, at : at + 8] if label else image[:, :, at : at + 8]
        part += 130
    return images, labels


def test_the_cnn_has_the_size_of_the_perceptron():
    """(3·3·1 + 1)·24 + (3·3·24 + 1)·48 + (48·7·7 + 1)·210 + 211·10, within 10 % of 784-512-256-10."""
    count = sum(p.numel() for p in cnn.make_cnn().parameters())
    assert count == 10 * 24 + 217 * 48 + 2353 * 210 + 2110
    assert 0.9 < count / (785 * 512 + 513 * 256 + 257 * 10) < 1.1


def test_the_cnn_learns_and_predicts_in_evaluation_mode(bars):
    """Bars in 28 × 28 are told apart, the same seed gives the same network, numpy and torch do."""
    images, labels = bars
    x = images[:, :1, 4:60:2, 4:60:2] / 255
    model, losses = cnn.train_cnn(x, labels, epochs=6, seed=3, batch_size=20)
    again, _ = cnn.train_cnn(torch.from_numpy(x), torch.from_numpy(labels), epochs=6, seed=3, batch_size=20)
    assert losses[-1] < 0.5 * losses[0]
    assert all(torch.equal(a, b) for a, b in zip(model.parameters(), again.parameters(), strict=True))
    model.train()
    assert torch.equal(cnn.predict_cnn(model, x), cnn.predict_cnn(model, x, batch_size=200))
    assert model.training
    right = (cnn.predict_cnn(model, x).argmax(1).numpy() == labels).mean()
    assert cnn.accuracy(model, x, labels) == pytest.approx(right) and right > 0.7


def test_the_classifier_of_animals_uses_nothing_forbidden(bars):
    """A whole training of the reference, watched: no normalisation, no dropout, no optimiser but SGD."""
    images, labels = bars
    assert (
        torch_forbidden.forbidden_parts(nn.Identity(), lambda: cats.train_cats(images[:40], labels[:40], epochs=1))
        == []
    )


def test_the_classifier_learns_and_is_blind_to_mirrors(bars):
    """Bars are told apart; an image and its mirror image get the same probability."""
    images, labels = bars
    model, losses = cats.train_cats(images, labels, epochs=6, seed=1, batch_size=20)
    assert len(losses) == 6 and losses[-1] < 0.6 * losses[0]
    assert cats.accuracy(model, images, labels) > 0.8
    dog = cats.predict_cats(model, images)
    assert torch.allclose(dog, cats.predict_cats(model, images[:, :, :, ::-1].copy()), atol=1e-5)
    assert dog.shape == (200,) and (dog >= 0).all() and (dog <= 1).all()


def test_a_new_residual_block_changes_nothing():
    """Its gain starts at 0 and still gets a gradient."""
    block, x = cats.Residual(4), torch.randn(2, 4, 6, 6)
    y = block(x)
    assert torch.equal(y, x)
    (y**2).sum().backward()
    assert block.gain.grad is not None and block.gain.grad != 0


def test_augmentation_moves_and_mirrors_without_losing_the_image():
    """Without a change of light the result is a piece of the (mirrored) image with its border repeated."""
    images = torch.rand(300, 3, 64, 64)
    moved = cats.augment(images, torch.Generator().manual_seed(0), shift=0)
    mean = images.mean(dim=(1, 2, 3), keepdim=True)

    def like(candidate):
        return torch.stack(
            [
                torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1]
                for a, b in zip(moved, candidate, strict=True)
            ]
        )

    straight, mirrored = like(images - mean) > 0.999, like(images.flip(3) - mean) > 0.999
    assert (straight ^ mirrored).all() and 100 < straight.sum() < 200
    shifted = cats.augment(images, torch.Generator().manual_seed(0))
    assert shifted.shape == images.shape and not torch.allclose(shifted, moved)


def test_images_of_either_kind_become_floats():
    assert cats.as_floats(np.full((1, 3, 2, 2), 255, np.uint8)).max() == 1
    assert cats.as_floats(torch.full((1, 3, 2, 2), 0.5, dtype=torch.float64)).dtype == torch.float32


def test_held_out_images_are_the_last_sixth_or_a_random_tenth():
    """No image in two parts."""
    fit, valid, test = results.splits(results.RECIPES[0], None, False)
    assert (len(fit[1]), len(valid[1]), len(test[1])) == (5000, 1000, 1000)
    fit, valid, test = results.splits(results.RECIPES[2], None, False)
    assert (len(fit[1]), len(valid[1]), len(test[1])) == (1440, 160, 400)
    assert not {image.tobytes() for image in fit[0]} & {image.tobytes() for image in valid[0]}


def test_tables_say_what_was_measured(monkeypatch, tmp_path):
    """A recipe that guesses one class; the real table refuses the stand-in."""
    guess = results.Recipe("cats", "Guess", "dogs_vs_cats", lambda *_: (lambda x, y: float((y == 1).mean()), 7))
    assert "| Guess | 10 | 50.0, 50.0 | 50.00 % | 0.00 | 0.43 | 0.48 |" in results.stand_in_table(2, "cpu", [guess])
    with pytest.raises(FileNotFoundError, match="expected the real files"):
        results.real_table(str(tmp_path), "cpu", 0, [guess], False)


def test_labels_of_photographs_come_from_the_instructors_file(tmp_path, monkeypatch):
    """Known for the stand-in; else from the csv, by number, and an error that names the file where it is missing."""
    assert sorted(np.bincount(cats_labels.labels()).tolist()) == [200, 200]
    monkeypatch.setattr(cats_labels.data, "load", lambda name, split: (None, np.full(3, -1)))
    monkeypatch.setattr("tests.backprop.hidden.cats_labels.numbers", lambda: (2, 7, 10))
    file = tmp_path / "labels.csv"
    with pytest.raises(AuthorError, match=r"labels\.csv as lines id,label"):
        cats_labels.labels(file)
    file.write_text("id,label\n10,Dog\n2,Cat\n")
    with pytest.raises(AuthorError, match="1 test images have no label there, such as 7"):
        cats_labels.labels(file)
    file.write_text("id,label\n10,Dog\n2,Cat\n7,dog\n")
    assert cats_labels.labels(file).tolist() == [0, 1, 1]


IDS = tuple(range(1, 41))
CLASSES = np.random.default_rng(0).permutation(np.arange(40) % 2)


def table(classes, ids=IDS):
    return "id,label\n" + "".join(f"{n},{('Cat', 'Dog')[c]}\n" for n, c in zip(ids, classes, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        table(CLASSES),
        table(CLASSES[::-1], IDS[::-1]),
        table(CLASSES).replace("Cat", "0").replace("Dog", "1"),
        table(CLASSES).replace("\n", "\r\n").replace("id,label", "Id , Label").upper(),
    ],
)
def test_a_right_submission_may_be_written_in_several_ways(text):
    submission.check_submission(text, IDS, CLASSES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (table(1 - CLASSES), "submission-swapped"),
        (table(CLASSES, [n - 1 for n in IDS]), "ids-from-zero"),
        (table(np.roll(CLASSES, 1)), "submission-shifted"),
        (table(np.roll(CLASSES, -1)), "submission-shifted"),
        (table(CLASSES, sorted(IDS, key=str)), "submission-ids-sorted-as-text"),
        (table(CLASSES[np.argsort([str(n) for n in IDS])]), "files-sorted-as-text"),
        (table([0] * 40), "other-predictions"),
        ("", "first-line"),
        (table(CLASSES).replace("10,", "10;"), "entries-of-a-line"),
        (table(CLASSES) + "1,Cat\n", "id-twice"),
        (table(CLASSES).replace("Cat", "Mouse"), "label-unknown"),
        (table(CLASSES[:-1], IDS[:-1]), "ids-missing"),
    ],
)
def test_a_wrong_submission_gets_the_code_of_its_mistake(text, code):
    with pytest.raises(CheckFailed) as failure:
        submission.check_submission(text, IDS, CLASSES)
    assert [discrepancy.code for discrepancy in failure.value.discrepancies] == [code]


def test_the_message_counts_the_predictions_that_differ():
    with pytest.raises(CheckFailed, match="20 of 40 images differ"):
        submission.check_submission(table([0] * 40), IDS, CLASSES)


def test_the_message_counts_the_ids_that_are_missing_or_unknown():
    with pytest.raises(CheckFailed, match=r"lacks 1 of the 40 test images\. submission\.csv has ids that belong"):
        submission.check_submission(table(CLASSES, [*IDS[:-1], 77]), IDS, CLASSES)
