"""A feed and its items, before they are written as Atom, RSS or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article as a feed carries it, whole; `url` and the links in `html` are absolute."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    modified: datetime | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def updated(self) -> datetime:
        """Give the moment of the last change."""
        return max(self.published, self.modified or self.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed (nguồn cấp tin) of a listing page: `url` is that page's, the items newest first.

    `folder` is the page's folder in the output (`truyen-thong/`); `licence` and `licence_url` say
    how the texts may be used.
    """

    id: str
    title: str
    description: str
    url: str
    folder: str
    language: str
    publisher: str
    licence: str
    licence_url: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> datetime | None:
        """Give the last change of any item; None for an empty feed, whatever the clock says."""
        return max((item.updated for item in self.items), default=None)
