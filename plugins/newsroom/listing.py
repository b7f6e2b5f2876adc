"""Long lists cut into pages whose numbers never move.

Pages are counted from the oldest: page 1 holds the oldest articles and is full for ever; the head
page has the free length, so that a new article touches the head page alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.newsroom.headline import Headline
from plugins.newsroom.view_parts import Link, Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One page of a list, newest article first; number 0 is the head page."""

    number: int
    articles: tuple[Headline, ...]


def stretches(articles: Sequence[Headline], length: int) -> tuple[Stretch, ...]:
    """Cut a list (newest first) into its head, of `length` to 2 × `length` − 1, and full pages."""
    full = max(0, len(articles) // length - 1)
    free = len(articles) - full * length
    head = Stretch(number=0, articles=tuple(articles[:free]))
    older = (
        Stretch(number=full - index, articles=tuple(articles[start : start + length]))
        for index, start in enumerate(range(free, len(articles), length))
    )
    return (head, *older)


def address(base: str, number: int) -> str:
    """Give the address of a list's page: the list's own for the head, `…/trang-2/` for others."""
    return f"{base}trang-{number}/" if number else base


def pager(base: str, number: int, full: int) -> Pager | None:
    """Lead from a page to its neighbours and to both ends; None when there is one page only."""
    if not full:
        return None
    newer = (number + 1 if number < full else 0) if number else None
    older = (number - 1 if number else full) or None
    pages = [Link(label="Mới nhất", url=base, current=number == 0)]
    shown = {n for n in (newer, number, older) if n} | {1}
    pages += [
        Link(label=f"Trang {n}", url=address(base, n), current=n == number)
        for n in sorted(shown, reverse=True)
    ]
    return Pager(
        newer=None if newer is None else Link(label="Mới hơn", url=address(base, newer)),
        older=None if older is None else Link(label="Cũ hơn", url=address(base, older)),
        pages=tuple(pages),
    )
