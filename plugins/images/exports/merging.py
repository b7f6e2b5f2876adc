"""Subsets of a font become one file that Pillow can draw from."""

from __future__ import annotations

import io
from typing import Final

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: Shaping rules: Pillow's basic layout, which is the same on every machine, does not read them.
UNREAD: Final = ("GDEF", "GPOS", "GSUB")
REGULAR: Final = 400


def merged(subsets: list[bytes], *, variable: bool) -> bytes:
    """Make one font file of a face's subsets, which have weights when they are `variable`."""
    fonts = [_plain(data, variable=variable) for data in subsets]
    merged = Merger(Options(drop_tables=[*UNREAD])).merge(fonts)
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = 0
    return _saved(merged)


def _plain(data: bytes, *, variable: bool) -> io.BytesIO:
    """Unpack a subset, at one weight."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    if variable:
        font = instancer.instantiateVariableFont(font, {"wght": REGULAR})
    font.flavor = None
    return io.BytesIO(_saved(font))


def _saved(font: TTFont) -> bytes:
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()
