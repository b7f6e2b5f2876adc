"""Several subsets of one face made one plain font file, at one weight."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: Shaping rules: Pillow's basic layout, which is the same on every machine, does not read them.
UNREAD: Final = ("GDEF", "GPOS", "GSUB")
REGULAR: Final = 400


def merged(subsets: Iterable[bytes], *, variable: bool) -> bytes:
    """Merge the subsets of a face; a `variable` one gets its regular weight."""
    fonts = [_plain(data, variable=variable) for data in subsets]
    whole = Merger(Options(drop_tables=[*UNREAD])).merge(fonts)
    whole.recalcTimestamp = False
    whole["head"].created = whole["head"].modified = 0
    return _saved(whole)


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
