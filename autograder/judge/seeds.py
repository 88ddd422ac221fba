"""Where all randomness of grading comes from: seeds derived from the course secret."""

from __future__ import annotations

import hashlib
import hmac


class Seeds:
    """Seeds that a student cannot predict, and that are the same whenever the same submission is graded.

    ``seeds("inputs/xavier")`` is the HMAC-SHA256 of the purpose; its key is the HMAC-SHA256 of the submission's hash
    under the course secret.
    """

    def __init__(self, secret: bytes, submission: str) -> None:
        self._key = hmac.new(secret, submission.encode(), hashlib.sha256).digest()

    def __call__(self, purpose: str) -> int:
        """A 63-bit seed for ``purpose``."""
        return int.from_bytes(hmac.new(self._key, purpose.encode(), hashlib.sha256).digest()[:8], "big") >> 1
