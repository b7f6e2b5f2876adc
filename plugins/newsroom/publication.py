"""What the finished pages say of themselves, for feeds, sitemap, search and files to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.newsroom.catalogue import Catalogue, Order
from plugins.newsroom.edition import Edition
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import Page, SearchEntry, url_at
from plugins.newsroom.site import Site
from plugins.vietnamese.dates import ZONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCard:
    """A page as it is filed (thẻ trang): where it is, what it says of itself, what made it.

    `family` and `key` name the unit that makes it; `source` is the path of the text that it shows
    whole, or empty; `target` is the address that a moved page leads to; `order` sorts the newest
    first, and pages without a date by their address.
    """

    save_as: str
    template: str
    search: SearchEntry | None
    source: str
    target: str
    family: str
    key: str
    order: Order

    @property
    def url(self) -> str:
        """Give the address from the site's root."""
        return url_at(self.save_as)

    @property
    def changed(self) -> str:
        """Give the moment of the page's last change as its entry writes it, or nothing."""
        written = (self.search.published, self.search.modified) if self.search else ()
        return max(filter(None, written), key=lambda text: (moment(text), text), default="")

    @property
    def groups(self) -> tuple[str, ...]:
        """Name the groups: by template, by kind of entry, by the lists that show the page."""
        search = self.search
        if search is None:
            return (f"template {self.template}",)
        return (
            f"template {self.template}",
            f"kind {search.kind}",
            f"part {part_of(self.url)}",
            *(f"listed {url}" for url in search.listed_in),
            *(("feeds",) if search.feed_title else ()),
        )


def card_of(page: Page, family: str, key: str) -> PageCard:
    """File a page."""
    published = page.search.published if page.search else ""
    return PageCard(
        save_as=page.save_as,
        template=page.template,
        search=page.search,
        source=page.source,
        target=page.target,
        family=family,
        key=key,
        order=(-moment(published).timestamp() if published else 0.0, page.url),
    )


def part_of(url: str) -> str:
    """Name the part of the sitemap that an address belongs to: its year, or `trang`."""
    segments = url.split("/")
    return segments[2] if segments[1] == "tin-bai" and segments[2] else "trang"


def facts_between(before: PageCard | None, after: PageCard | None) -> Iterator[str]:
    """Name the facts that a page says something else of itself, and that it changed since."""
    card = after or before
    if card is None:
        return
    yield f"entry {card.save_as}"
    if (before.changed if before else "") != (after.changed if after else ""):
        yield f"dates {part_of(card.url)}"


def moment(text: str) -> datetime:
    """Read a moment of a page; a day alone means its first minute in Vietnam."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=ZONE)


class Publication:
    """The pages of an edition, looked up piece by piece; each look is noted.

    Groups: `kind article`, `kind listing`, `kind standing`, `listed /co-quan/so-noi-vu/` (article
    pages that a listing shows, newest first), `feeds` (pages that offer one), `part 2023` (of the
    sitemap; all others are `part trang`), `template moved.html`.
    """

    def __init__(
        self,
        *,
        edition: Edition,
        cards: Catalogue[PageCard],
        pages: Callable[[PageCard], Page],
        notes: Notes,
        cache: Path,
    ) -> None:
        """Look up cards in a catalogue, and make a page again with `pages`.

        `cache` is the folder where files that are slow to make may be kept.
        """
        self.edition, self.cache = edition, cache
        self._cards, self._pages, self._notes = cards, pages, notes

    @property
    def site(self) -> Site:
        """Give the site's identity."""
        return self.edition.site

    def group(self, group: str) -> Sequence[str]:
        """Give the files of a group's pages (`tin-bai/…/index.html`), in order."""
        self._notes.facts.add(f"order {group}")
        return self._cards.members(group)

    def keys(self, kind: str) -> tuple[str, ...]:
        """Give the keys of all groups of a kind that have members, sorted."""
        self._notes.facts.add(f"keys {kind}")
        return self._cards.keys(kind)

    def card(self, save_as: str) -> PageCard:
        """Give what a page says of itself."""
        self._notes.facts.add(f"entry {save_as}")
        return self._card(save_as)

    def changes(self, part: str) -> dict[str, str]:
        """Give the last change of every page of a part of the sitemap, by address.

        All of them are one fact, which no other edit of a page touches.
        """
        self._notes.facts.add(f"dates {part}")
        cards = map(self._card, self.group(f"part {part}"))
        return {card.url: card.changed for card in cards}

    def page(self, save_as: str) -> Page:
        """Make a page again; all that it looks up is noted here too."""
        return self._pages(self.card(save_as))

    def html(self, save_as: str) -> str:
        """Give an article's whole text as HTML with site-absolute links; of other pages nothing."""
        card = self.card(save_as)
        if not card.source or card.search is None or card.search.kind != "article":
            return ""
        from plugins.newsroom.body_text import plain_body_of  # noqa: PLC0415 - for few builds

        return plain_body_of(self.edition.article(card.source), self.edition.world)

    def _card(self, save_as: str) -> PageCard:
        card = self._cards.get(save_as)
        if card is None:
            raise LookupError(f"no page {save_as}")
        return card
