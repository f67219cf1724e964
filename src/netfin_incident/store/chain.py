r"""The hash chains of the journal: what is committed to, and how.

Each entry commits to its body with a salt, so a body can be erased later without breaking a chain.
Each stream is a chain of digests; all entries together are a chain of anchors.  A tag in front of
every hash keeps one kind from passing for another.

    commitment = SHA-256("nfi-body/1\0" + salt + "\0" + body)
    digest     = SHA-256("nfi-entry/1\0" + previous + header)     previous: the stream's last digest
    anchor     = SHA-256("nfi-anchor/1\0" + previous anchor + [seq, digest])
"""

import hashlib
import json
from typing import Final, TypeAlias

Header: TypeAlias = tuple[str, int, str, str, str, str, str, str]
"""stream, version, kind, recorded at, actor, how known, on behalf of, commitment."""

SALT_BYTES: Final = 16

_BODY: Final = b"nfi-body/1\0"
_ENTRY: Final = b"nfi-entry/1\0"
_ANCHOR: Final = b"nfi-anchor/1\0"
_STREAM: Final = b"nfi-stream/1\0"

GENESIS: Final = hashlib.sha256(b"nfi-journal/1\0").hexdigest()
"""The anchor before the first entry."""

_to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def commitment(salt: str, body: str) -> str:
    """What an entry commits to: its body under a salt, both as they are stored."""
    return hashlib.sha256(_BODY + salt.encode() + b"\0" + body.encode()).hexdigest()


def stream_start(stream: str) -> str:
    """The digest before a stream's first entry: a tagged hash of its name."""
    return hashlib.sha256(_STREAM + stream.encode()).hexdigest()


def digest(previous: str, header: Header) -> str:
    """The digest of an entry over its header and the digest before it in its stream."""
    return hashlib.sha256(_ENTRY + previous.encode() + _to_json(header).encode()).hexdigest()


def anchor(previous: str, seq: int, digest: str) -> str:
    """The anchor of an entry: its digest and place, over the anchor before it."""
    place = f'[{seq},"{digest}"]'
    return hashlib.sha256(_ANCHOR + previous.encode() + place.encode()).hexdigest()
