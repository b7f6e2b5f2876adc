"""What the two sides of publishing say to each other, as JSON (lời hai bên)."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Listed(TypedDict):
    """A file in a manifest: SHA-256 in hex, bytes, media type; how it is answered if not by 200."""

    sha256: str
    size: int
    type: str
    status: NotRequired[int]
    to: NotRequired[str]


class Said(TypedDict):
    """A manifest: `built` and `expires` are ISO 8601, `sequence` counts commits."""

    version: int
    site: str
    sequence: int
    commit: str
    by: str
    built: str
    expires: str
    files: dict[str, Listed]


class Noted(TypedDict, total=False):
    """A line of the server's log: when, what was done to which release, and whose it is."""

    at: str
    did: str
    release: str
    before: str
    commit: str
    by: str
    manifest: str


class Answer(TypedDict, total=False):
    """What the server answers; each question has its own of these."""

    live: str
    before: str
    changed: bool
    unfinished: bool
    maintenance: bool
    releases: list[str]
    log: list[Noted]
    faults: list[str]
    manifest: Said
    error: str
