"""A picture as it will be served, known before any page is composed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionFile:
    """One served file of a picture: its MIME type, its width in pixels and its address."""

    type: str
    width: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A picture's served files, the best format first and widths rising within a format.

    `width` and `height` are those of the upright original in pixels; the last format is the
    fallback that every browser shows (JPEG, or PNG where there is transparency).
    """

    width: int
    height: int
    files: tuple[RenditionFile, ...]
