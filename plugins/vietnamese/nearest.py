"""The name that an editor probably meant (tên gần đúng nhất)."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from plugins.vietnamese.collate import sort_key
from plugins.vietnamese.fold import comparable, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR: Final = 0.65


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the name, or None when nothing is near.

    Missing tones cost nothing, typing errors little; between equals the one with the nearer tones
    wins, then the first in dictionary order, whatever the order of the candidates.
    """
    folded = fold(name)
    near = [(candidate, _likeness(folded, fold(candidate))) for candidate in candidates]
    near = [(candidate, likeness) for candidate, likeness in near if likeness >= _NEAR]
    if not near:
        return None
    return min(near, key=lambda pair: (-pair[1], -_toned(name, pair[0]), sort_key(pair[0])))[0]


def _toned(name: str, candidate: str) -> float:
    """Say how alike two names are when their tones count."""
    return _likeness(comparable(name), comparable(candidate))


def _likeness(name: str, candidate: str) -> float:
    """Return 1 for equal texts and less for each letter that differs; 0 when far apart."""
    matcher = SequenceMatcher(None, name, candidate, autojunk=False)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    return matcher.ratio()
