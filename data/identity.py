"""Content hashes: the names of records."""

import hashlib
from typing import Any

import msgspec


def canonical_json(value: Any) -> bytes:
    """`value` as JSON bytes that do not depend on key order. Raises TypeError for what JSON cannot hold."""
    return msgspec.json.encode(value, order="sorted")


def content_hash(value: Any) -> str:
    """32 hexadecimal digits of the BLAKE2b of `value`'s canonical JSON: equal content, equal name."""
    return hashlib.blake2b(canonical_json(value), digest_size=16).hexdigest()
