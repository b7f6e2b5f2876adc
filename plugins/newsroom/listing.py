"""Long lists cut into pages whose numbers never move.

Pages are counted from the oldest: page 1 holds the oldest articles and is full for ever; the head
page has the free length, so that a new article touches the head page alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.edition import Group
from plugins.newsroom.headline import Headline
from plugins.newsroom.view_parts import Link, Pager

OLDER = " trang-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One page of a list, newest article first; number 0 is the head page."""

    number: int
    articles: tuple[Headline, ...]


def full_pages(count: int, length: int) -> int:
    """Give how many full older pages a list has beside its head, which holds the rest.

    The head holds from `length` to 2 × `length` − 1 articles, or all when there are fewer.
    """
    return max(0, count // length - 1)


def stretch(articles: Group, length: int, number: int) -> Stretch:
    """Take one page out of a list: the head (0), or a full page by its number."""
    if number:
        taken = articles.oldest((number - 1) * length, number * length)
    else:
        count = len(articles)
        taken = articles[: count - full_pages(count, length) * length]
    return Stretch(number=number, articles=taken)


def last_known(articles: Group, length: int, number: int) -> int:
    """Give the number of the newest full page that a page knows of.

    An old page knows only whether it is the last full one, so that growth leaves it alone.
    """
    if not number:
        return full_pages(len(articles), length)
    return number + 1 if articles.holds((number + 2) * length) else number


def numbered(key: str, count: int, length: int) -> Iterator[str]:
    """Give the keys of a list's pages: its own for the head, `KEY trang-2` for an older page."""
    yield key
    yield from (f"{key}{OLDER}{number}" for number in range(1, full_pages(count, length) + 1))


def parted(key: str) -> tuple[str, int]:
    """Take a page's key apart: its list's key, and its number, 0 for the head."""
    whole, older, number = key.rpartition(OLDER)
    return (whole, int(number)) if older else (key, 0)


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
