"""Digests by which it is seen whether something changed: BLAKE2b, of which nobody else is told."""

from __future__ import annotations

import os

# `hashlib` gives the same, but loads OpenSSL first, which takes a twentieth of a check of one file.
try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

LONG = 32
"""Bytes of a digest."""


def digest(*parts: str | bytes | memoryview, size: int = LONG) -> bytes:
    """Digest of texts and bytes, each told apart from the next, in so many bytes."""
    total = blake2b(digest_size=size)
    for part in parts:
        raw = os.fsencode(part) if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.digest()
