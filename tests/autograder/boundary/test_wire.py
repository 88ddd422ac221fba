"""What may cross the trust boundary, and what an untrusted worker can send."""

import contextlib
import socket
import struct
import threading
from collections import deque
from fractions import Fraction

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.boundary import wire
from tests.helpers.later import import_later
from tests.helpers.waiting import Until

torch = import_later("torch")

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
arrays = hnp.arrays(
    st.sampled_from([np.bool_, np.int64, np.uint8, np.float32, np.float64, np.complex64]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)


@pytest.mark.slow
@given(plain)
@settings(max_examples=200, deadline=None)
def test_plain_data_survives(value):
    """Numbers of any size, text, bytes, lists and dicts arrive as they were sent."""
    assert wire.decode(wire.encode(value)) == value


@given(arrays)
@settings(max_examples=200, deadline=None)
def test_arrays_survive_with_dtype_and_shape(array):
    """Arrays keep dtype, shape and bits, empty and zero-dimensional ones included."""
    back = wire.decode(wire.encode(array))
    assert back.dtype == array.dtype
    assert back.shape == array.shape
    np.testing.assert_array_equal(back, array)


@pytest.mark.framework
def test_a_tensor_is_an_array_for_the_judge_and_a_tensor_for_the_worker():
    """The judge sees numpy only; the worker gets back what the judge had as a tensor."""
    message = wire.encode({"w": torch.arange(6.0, requires_grad=True).reshape(2, 3)})
    assert isinstance(wire.decode(message)["w"], np.ndarray)
    assert torch.equal(wire.decode(message, tensors=True)["w"], torch.arange(6.0).reshape(2, 3))


class Labelled:
    """Stands for the arrays of other libraries, which turn into numpy's by their method ``__array__``."""

    def __array__(self, dtype=None, copy=None):
        return np.array([[1.0, 2.0]], dtype=np.float32)


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (Fraction(1, 4), 0.25),
        (range(2, 5), [2, 3, 4]),
        ({"a": 1, "b": 2}.values(), [1, 2]),
        (deque([1.5]), [1.5]),
        (np.longdouble("0.5"), 0.5),
    ],
)
def test_numbers_and_sequences_of_other_types_arrive_as_plain_ones(value, arrives):
    """A fraction is a number, and what holds numbers in an order is a list."""
    assert wire.decode(wire.encode(value)) == arrives


def test_arrays_of_other_libraries_arrive_as_arrays():
    """A tensor of TensorFlow or a column of pandas is an array."""
    back = wire.decode(wire.encode([Labelled()]))[0]
    assert back.dtype == np.float32
    assert back.tolist() == [[1.0, 2.0]]


@pytest.mark.framework
def test_layouts_of_memory_do_not_matter():
    """Transposed, strided, big-endian and bfloat16 data arrive with the same values."""
    a = np.arange(12.0).reshape(3, 4)
    np.testing.assert_array_equal(wire.decode(wire.encode(a.T)), a.T)
    np.testing.assert_array_equal(wire.decode(wire.encode(a[:, ::2])), a[:, ::2])
    np.testing.assert_array_equal(wire.decode(wire.encode(a.astype(">f8"))), a)
    np.testing.assert_array_equal(wire.decode(wire.encode(torch.tensor([1.5], dtype=torch.bfloat16))), [1.5])


@pytest.mark.framework
@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.array([None, 1], dtype=object), "dtype object"),
        (np.array(["a"]), "does not hold numbers"),
        (lambda: torch.nn.Linear(1, 1), "type Linear"),
        ({1, 2}, "type set"),
        ({(1, 2): 3}, "key of type tuple"),
        (np.broadcast_to(np.float64(0), (10**9,)), r"7\.5 GB; at most 64 MB"),
        (lambda: torch.eye(3).to_sparse(), "sparse"),
    ],
)
def test_what_is_not_data_is_refused_in_words(value, words):
    """Objects, text arrays and a lazily huge array are refused before any memory is taken."""
    value = value() if callable(value) else value
    with pytest.raises(wire.Unsendable, match=words):
        wire.encode(value)


def test_endless_nesting_is_refused():
    """A list that contains itself neither hangs nor overflows the stack."""
    loop: list = []
    loop.append(loop)
    with pytest.raises(wire.Unsendable, match="nested"):
        wire.encode(loop)


def _array_message(header, body=b""):
    head = msgpack.packb(header)
    return msgpack.packb(msgpack.ExtType(1, struct.pack(">H", len(head)) + head + body))


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xc1",
        b"\x81\x90\x01",  # a dict with a list as its key
        _array_message(["object", [1], False], b"12345678"),
        _array_message(["float64", [2], False], b"12345678"),
        _array_message(["float64", [-1, -1], False], b"12345678"),
        _array_message(["float64", [2**40, 2**40], False]),
        _array_message(["float64", [1] * 99, False], b"12345678"),
        _array_message([["float64"], [1], False], b"12345678"),
        msgpack.packb(msgpack.ExtType(99, b"")),
        msgpack.packb(msgpack.ExtType(1, b"")),
        b"\x91" * 5000,
    ],
)
def test_a_lying_message_is_a_protocol_error(message):
    """Whatever bytes a worker sends, decoding ends in data or in ProtocolError."""
    with pytest.raises(wire.ProtocolError):
        wire.decode(message)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_random_bytes_never_crash_the_judge(message):
    """Random bytes decode to data or are refused."""
    with contextlib.suppress(wire.ProtocolError):
        wire.decode(message)


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_an_announced_giant_is_refused_at_once(pair):
    """A length of 4 GiB is refused from its header, without waiting for the bytes."""
    ours, theirs = pair
    theirs.sendall(b"\xff\xff\xff\xff")
    with pytest.raises(wire.ProtocolError, match=r"4 GB; at most 64 MB"):
        wire.receive(ours, Until(5))


def test_a_stalled_message_times_out(pair):
    """Half a message and then silence ends at the deadline."""
    ours, theirs = pair
    theirs.sendall(struct.pack(">I", 100) + b"half")
    with pytest.raises(TimeoutError):
        wire.receive(ours, Until(0.05))


def test_a_worker_that_dies_midway_is_noticed(pair):
    """The end of the connection inside a message is Closed, not data."""
    ours, theirs = pair
    theirs.sendall(struct.pack(">I", 100) + b"half")
    theirs.close()
    with pytest.raises(wire.Closed):
        wire.receive(ours, Until(5))


def test_a_worker_that_does_not_read_cannot_hold_the_judge(pair):
    """Sending more than the socket buffers hold to a silent reader times out."""
    ours, _ = pair
    with pytest.raises(TimeoutError):
        wire.send(ours, np.zeros(10**6), Until(0.05))


def test_large_arrays_travel_whole(pair):
    """A 24 MB array arrives bit for bit."""
    ours, theirs = pair
    array = np.random.default_rng(0).random(3 * 10**6)
    thread = threading.Thread(target=wire.send, args=(theirs, array))
    thread.start()
    np.testing.assert_array_equal(wire.receive(ours, Until(60)), array)
    thread.join()
