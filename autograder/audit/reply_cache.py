"""Caches the model answer's replies. When an audit is repeated, a wrong answer is run only for calls it can change.

A wrong answer differs from the model answer in a function or two. A request with the same seed and arguments as a
request to the model answer has the same reply if it needs none of the code or files in which the two answers differ.
All tests are run in every repetition.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.boundary import wire
from autograder.boundary.connection import Wait, WorkerConnection
from autograder.boundary.messages import LeftOutRequest, LoadRequest, Reply, Request, pack_message, unpack_reply
from autograder.records import Submission
from autograder.report.replace_file import replace_file
from autograder.worker.program import Program

WORTH_KEEPING = 0.02
"""Seconds; a reply that took less is not kept, because looking it up takes time too."""


@dataclass(frozen=True)
class ReplyCache:
    """The folder of the replies. The model answer ``keeps`` its replies there; the other answers look them up."""

    folder: Path
    keeps: bool


class CachedConnection:
    """A connection to a worker that answers from the cache where it can."""

    def __init__(self, link: WorkerConnection, submission: Submission, seen: ReplyCache) -> None:
        self._link = link
        self._seen = seen
        self._submission = submission
        self._programs: dict[str, Program] = {}
        self.use = link.use
        self.stop = link.stop
        self.log = link.log

    def request(self, message: Request, wait: Wait) -> Reply:
        """As that of a worker."""
        if isinstance(message, LoadRequest | LeftOutRequest):
            return self._link.request(message, wait)
        asked = wire.encode(pack_message(message))
        path = self._seen.folder / hashlib.sha256(asked).hexdigest()
        if not self._seen.keeps:
            known = self._known(path, message.notebook, asked)
            return self._link.request(message, wait) if known is None else known
        started = time.monotonic()
        reply = self._link.request(message, wait)
        if time.monotonic() - started > WORTH_KEEPING:
            spoken_of = [word for word in message.args if isinstance(word, str)]  # a probe may have it from before
            names = [*reply.used, *spoken_of]
            behind = self._behind(names, message.notebook, asked)
            replace_file(path, wire.encode({"names": names, "behind": behind, "reply": pack_message(reply)}))
        return reply

    def _known(self, path: Path, notebook: str, asked: bytes) -> Reply | None:
        try:
            kept = wire.decode(path.read_bytes())
        except FileNotFoundError:
            return None
        same = kept["behind"] == self._behind(kept["names"], notebook, asked)
        return unpack_reply(kept["reply"]) if same else None

    def _behind(self, names: Iterable[str], notebook: str, asked: bytes) -> str:
        """Digest of the code that these names need, of scripts, and of the files that code or request speak of."""
        cells = self._submission.cells
        mine = [cell for cell in cells if cell.notebook == notebook or not (notebook or cell.file)]
        if notebook not in self._programs:
            self._programs[notebook] = Program.load(mine)
        source = self._programs[notebook].source_of(names)
        beside = [cell.source for cell in cells if cell.file and cell not in mine]
        digest = hashlib.sha256("\0".join([source, *beside]).encode())
        text = source.encode() + asked
        for name in self._submission.files:
            if Path(name).suffix not in (".ipynb", ".py") and name.encode() in text:
                digest.update(name.encode() + (self._submission.folder / name).read_bytes())
        return digest.hexdigest()
