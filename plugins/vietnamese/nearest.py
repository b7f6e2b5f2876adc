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
    matcher = _matcher(fold(name))
    likely = {candidate: _likeness(matcher, fold(candidate)) for candidate in candidates}
    best = max(likely.values(), default=0.0)
    if best < _NEAR:
        return None
    toned = _matcher(comparable(name))
    equals = (candidate for candidate, likeness in likely.items() if likeness == best)
    return min(equals, key=lambda one: (-_likeness(toned, comparable(one)), sort_key(one)))


def _matcher(name: str) -> SequenceMatcher[str]:
    """Prepare to compare many texts with one name."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(name)
    return matcher


def _likeness(matcher: SequenceMatcher[str], text: str) -> float:
    """Return 1 for equal texts and less for each letter that differs; 0 when far apart."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    return matcher.ratio()
