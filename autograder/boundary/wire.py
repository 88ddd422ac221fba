"""Encodes what crosses the trust boundary: length-prefixed msgpack frames of plain data and arrays.

Nothing is unpickled, and no name or type that the other side sends is looked up: dtypes come from a fixed table, and
sizes are checked before memory is allocated. A frame is 4 bytes of length (big-endian) and that many bytes of msgpack.
"""

from __future__ import annotations

import math
import numbers
import socket
import struct
import sys
from collections import deque
from collections.abc import Callable, KeysView, ValuesView
from functools import partial
from typing import Any, Protocol, TypeVar

import msgpack
import numpy as np

from autograder.course.files import size_text

T = TypeVar("T")

MAX_FRAME = 64 * 2**20
"""Bytes of one frame; larger data must be sent in batches."""
MAX_DEPTH = 24
MAX_NDIM = 16
_ARRAY, _COMPLEX, _BIG_INT = 1, 2, 3
_CHUNK = 1 << 20
_DTYPES = {
    name: np.dtype(name)
    for name in (
        "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128".split()
    )
}


class Unsendable(Exception):
    """The value is not plain data, or is too large; the message completes "returned …"."""


class ProtocolError(Exception):
    """What arrived is not a frame, or not a message, of this protocol."""


class Closed(Exception):
    """The other side closed the connection."""


def encode(value: Any) -> bytes:
    """Plain data → one msgpack message (without its length)."""
    message: bytes = msgpack.packb(_to_plain(value, 0), use_bin_type=True)
    if len(message) > MAX_FRAME:
        raise Unsendable(f"data of {size_text(len(message))}; at most {size_text(MAX_FRAME)} can be looked at")
    return message


def decode(message: bytes | bytearray, *, tensors: bool = False) -> Any:
    """One msgpack message → plain data; with ``tensors``, arrays sent as torch tensors become torch tensors again.

    The judge decodes without ``tensors``: it sees numpy arrays only.
    """

    def extension(code: int, data: bytes) -> Any:
        if code == _COMPLEX and len(data) == 16:
            return complex(*struct.unpack(">dd", data))
        if code == _BIG_INT and len(data) <= 4096:
            return int.from_bytes(data, "big", signed=True)
        if code != _ARRAY:
            raise ProtocolError(f"unknown extension type {code}")
        return _decode_array(data, tensors)

    try:
        return msgpack.unpackb(message, ext_hook=extension, strict_map_key=False, raw=False)
    except ProtocolError:
        raise
    except Exception as error:  # msgpack raises half a dozen unrelated types, TypeError for unhashable keys among them
        raise ProtocolError(f"not a message: {type(error).__name__}: {error}") from None


class Patience(Protocol):
    """How long to wait for the other side. Whoever waits looks now and then whether it is still worth it."""

    def seconds_to_next_look(self) -> float: ...

    def look(self) -> None:
        """Raise an exception to stop waiting."""
        ...


def send(connection: socket.socket, value: Any, patience: Patience | None = None) -> None:
    """Write one frame. Raises Closed, Unsendable, and what ``patience`` raises; without it, waits for ever."""
    message = encode(value)
    rest = memoryview(struct.pack(">I", len(message)) + message)
    try:
        while rest:
            rest = rest[_wait_for(partial(connection.send, rest[:_CHUNK]), connection, patience) :]
    except (BrokenPipeError, ConnectionResetError):
        raise Closed from None


def receive(connection: socket.socket, patience: Patience | None = None, *, tensors: bool = False) -> Any:
    """Read one frame. Raises Closed, ProtocolError, and what ``patience`` raises; without it, waits for ever."""
    (length,) = struct.unpack(">I", _receive_exactly(connection, 4, patience))
    if length > MAX_FRAME:
        raise ProtocolError(f"a frame of {size_text(length)}; at most {size_text(MAX_FRAME)}")
    return decode(_receive_exactly(connection, length, patience), tensors=tensors)


def _receive_exactly(connection: socket.socket, count: int, patience: Patience | None) -> bytearray:
    data = bytearray()
    while len(data) < count:
        missing = min(count - len(data), _CHUNK)
        try:
            part = _wait_for(partial(connection.recv, missing), connection, patience)
        except ConnectionResetError:
            raise Closed from None
        if not part:
            raise Closed
        data += part
    return data


def _wait_for(operation: Callable[[], T], connection: socket.socket, patience: Patience | None) -> T:
    """The result of ``operation`` on a socket, with a look whenever it is time for one.

    The time is asked for before every operation: bytes that trickle in do not put a look off.
    """
    while patience is not None:
        seconds = patience.seconds_to_next_look()
        if seconds > 0:
            connection.settimeout(seconds)
            try:
                return operation()
            except TimeoutError:
                pass
        patience.look()
    connection.settimeout(None)
    return operation()


def _to_plain(value: Any, depth: int) -> Any:
    """The msgpack form of ``value``: containers rebuilt from their base types, arrays as extensions."""
    if depth > MAX_DEPTH:
        raise Unsendable(f"data nested more than {MAX_DEPTH} levels deep")
    if value is None or isinstance(value, bool | float | str | bytes):
        return _to_builtin(value)
    if isinstance(value, int):
        return _encode_integer(int(value))
    if isinstance(value, complex):
        return msgpack.ExtType(_COMPLEX, struct.pack(">dd", value.real, value.imag))
    if isinstance(value, list | tuple):
        return [_to_plain(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_encode_key(key): _to_plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, np.generic) and value.dtype.name in _DTYPES:
        return _to_plain(value.item(), depth)
    if isinstance(value, np.ndarray):
        return _encode_array(value, tensor=False)
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return _encode_array(_to_numpy(value, torch), tensor=True)
    if hasattr(type(value), "__array__"):  # tensors and variables of TensorFlow, columns of pandas
        return _encode_array(np.asarray(value), tensor=False)
    if isinstance(value, numbers.Real):  # fractions
        return float(value)
    if isinstance(value, range | deque | KeysView | ValuesView):
        return [_to_plain(item, depth + 1) for item in value]
    raise Unsendable(f"an object of type {type(value).__name__}, which is no number, array, list or dict")


def _to_builtin(value: Any) -> Any:
    """The built-in form of an instance of a subclass of str, float … (numpy's float64 is a float)."""
    kinds: tuple[Callable[[Any], Any], ...] = (bool, float, str, bytes)
    return next((kind(value) for kind in kinds if isinstance(value, kind)), value)  # type: ignore[arg-type]


def _encode_integer(value: int) -> Any:
    if -(2**63) <= value < 2**64:
        return value
    data = value.to_bytes((value.bit_length() + 8) // 8, "big", signed=True)
    if len(data) > 4096:
        raise Unsendable("an integer of more than 32,000 bits")
    return msgpack.ExtType(_BIG_INT, data)


def _encode_key(key: Any) -> Any:
    if isinstance(key, np.generic):
        key = key.item()
    if isinstance(key, str | int | float | bool):
        return key
    raise Unsendable(f"a dict with a key of type {type(key).__name__}; keys are strings or numbers")


def _to_numpy(tensor: Any, torch: Any) -> np.ndarray:
    tensor = tensor.detach()
    if tensor.layout is not torch.strided:
        raise Unsendable(f"a sparse tensor ({tensor.layout}); return a dense one")
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.float()
    array: np.ndarray = tensor.cpu().resolve_conj().resolve_neg().numpy()
    return array


def _encode_array(array: np.ndarray, *, tensor: bool) -> msgpack.ExtType:
    array = np.asarray(array)  # subclasses (masked arrays, matrices) lose what the wire does not carry
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    if array.dtype.name not in _DTYPES:
        raise Unsendable(f"an array of dtype {array.dtype.name}, which does not hold numbers")
    if array.nbytes > MAX_FRAME - 1024:
        raise Unsendable(f"an array of {size_text(array.nbytes)}; at most {size_text(MAX_FRAME)} can be looked at")
    if array.ndim > MAX_NDIM:
        raise Unsendable(f"an array of {array.ndim} dimensions; at most {MAX_NDIM}")
    array = array.astype(array.dtype.newbyteorder("="), copy=False)
    header = msgpack.packb([array.dtype.name, list(array.shape), tensor])
    return msgpack.ExtType(_ARRAY, struct.pack(">H", len(header)) + header + array.tobytes())


def _decode_array(data: bytes, tensors: bool) -> Any:
    (length,) = struct.unpack_from(">H", data)
    name, shape, tensor = msgpack.unpackb(data[2 : 2 + length])
    dtype = _DTYPES.get(name) if isinstance(name, str) else None
    has_valid_shape = (
        isinstance(shape, list) and len(shape) <= MAX_NDIM and all(type(n) is int and n >= 0 for n in shape)
    )
    if dtype is None or not has_valid_shape:
        raise ProtocolError("an array with an unknown dtype or shape")
    if math.prod(shape) * dtype.itemsize != len(data) - 2 - length:
        raise ProtocolError("an array whose bytes do not fill its shape")
    array = np.frombuffer(data, dtype, offset=2 + length).reshape(shape).copy()
    if tensor and tensors:
        import torch

        return torch.from_numpy(array)
    return array
