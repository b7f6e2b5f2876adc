"""What this build publishes: the articles whose minute has come, and every way to look them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from plugins.newsroom.catalogue import BLOCK, Catalogue, Order
from plugins.newsroom.filing import FiledText, previewed
from plugins.newsroom.headline import Headline
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.notes import Notes
from plugins.newsroom.site import Site
from plugins.newsroom.world import World

THEME = "theme"
Texts = Callable[[str, str], Article | StandingPage]
"""Gives a text by its path and digest."""


class Edition:
    """The newsroom as readers may see it, looked up piece by piece; each look is noted.

    Groups hold what is published and due, newest first: `published` (all), `year 2023`,
    `month 2023-03`, `day 2023-03-23`, `section S`, `column S/C`, `column-year S/C 2023`,
    `column-agency S/C A`, `agency A`, `locality L`, `tag T`, `series S`, `corrected` (and
    withdrawn), `moved` (with earlier addresses; and withdrawn), `withdrawn`. `standing` holds the
    standing pages by path; `scheduled` and `draft` are counted only.
    """

    def __init__(
        self, world: World, catalogue: Catalogue[FiledText], texts: Texts, notes: Notes
    ) -> None:
        """Look up texts in a catalogue, and open them with `texts`."""
        self.world = world
        self._catalogue, self._texts = catalogue, texts
        self.notes = notes

    @property
    def site(self) -> Site:
        """Give the site's identity."""
        return self.world.site

    def note_theme(self) -> None:
        """Note that the files of the theme itself are looked at."""
        self.notes.facts.add(THEME)

    def group(self, group: str) -> Group:
        """Give a group of headlines; an empty one when nobody belongs to it."""
        return Group(self, group, self._catalogue.members(group))

    def paths(self, group: str) -> Sequence[str]:
        """Give the paths of a group's texts, in order."""
        self.notes.facts.add(f"order {group}")
        return self._catalogue.members(group)

    def count(self, group: str) -> int:
        """Count the texts of a group."""
        self.notes.facts.add(f"size {group}")
        return self._catalogue.size(group)

    def near(self, group: str, path: str) -> tuple[list[str], list[str]]:
        """Give the paths just before an article in a group, the newer, and those after it."""
        self.notes.facts.add(f"near {group} {path}")
        return self._catalogue.near(group, path)

    def keys(self, kind: str) -> tuple[str, ...]:
        """Give the keys of all groups of a kind that have members, sorted."""
        self.notes.facts.add(f"keys {kind}")
        return self._catalogue.keys(kind)

    def filed(self, path: str) -> FiledText:
        """Give what is filed of a text: title, language, address, state, headline."""
        self.notes.facts |= {f"headline {path}", f"landing {path}"}
        return self._filed(path)

    def headline(self, path: str) -> Headline:
        """Give an article's headline."""
        self.notes.facts.add(f"headline {path}")
        headline = self._filed(path).headline
        if headline is None:
            raise LookupError(f"{path} is no article")
        return headline

    def order(self, path: str) -> Order:
        """Give an article's place in the order of all; its groups' order holds this fact too."""
        return self._filed(path).order

    def article(self, path: str) -> Article:
        """Open an article; only a preview ever asks for a draft."""
        text = self._text(path)
        if not isinstance(text, Article):
            raise TypeError(f"{path} is no article")
        return previewed(text)

    def standing(self) -> tuple[FiledText, ...]:
        """Give what is filed of every standing page."""
        return tuple(map(self.filed, self.paths("standing")))

    def standing_page(self, path: str) -> StandingPage:
        """Open a standing page."""
        text = self._text(path)
        if not isinstance(text, StandingPage):
            raise TypeError(f"{path} is no standing page")
        return text

    def _text(self, path: str) -> Article | StandingPage:
        self.notes.facts.add(f"text {path}")
        return self._texts(path, self._filed(path).digest)

    def _filed(self, path: str) -> FiledText:
        filed = self._catalogue.get(path)
        if filed is None:
            raise LookupError(f"{path} is not filed")
        return filed


class Group(Sequence[Headline]):
    """Headlines, newest first; each is loaded, and noted, only when it is taken (nhóm tin)."""

    __slots__ = ("_edition", "_name", "_paths")

    def __init__(self, edition: Edition, name: str, paths: Sequence[str]) -> None:
        """Hold the paths of a group of an edition."""
        self._edition, self._name, self._paths = edition, name, paths

    def __len__(self) -> int:
        """Count the articles."""
        return self._edition.count(self._name)

    def __iter__(self) -> Iterator[Headline]:
        """Take every headline, newest first."""
        return iter(self[:])

    @overload
    def __getitem__(self, at: int) -> Headline: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Headline, ...]: ...

    def __getitem__(self, at: int | slice) -> Headline | tuple[Headline, ...]:
        """Take one headline, or a stretch of them."""
        self._edition.notes.facts.add(f"order {self._name}")
        if isinstance(at, slice):
            return tuple(map(self._edition.headline, self._paths[at]))
        return self._edition.headline(self._paths[at])

    def oldest(self, start: int, stop: int) -> tuple[Headline, ...]:
        """Take a stretch counted from the oldest, newest first; newer articles leave it alone."""
        blocks = range(start // BLOCK, (stop - 1) // BLOCK + 1)
        self._note(f"block {self._name} {block}" for block in blocks)
        count = len(self._paths)
        return tuple(map(self._edition.headline, self._paths[max(0, count - stop) : count - start]))

    def holds(self, count: int) -> bool:
        """Say whether there are at least so many articles."""
        self._note((f"least {self._name} {count}",))
        return len(self._paths) >= count

    def _note(self, parts: Iterable[str]) -> None:
        """Note some parts of the group; of an empty one, that it is empty."""
        facts = parts if self._paths else (f"order {self._name}",)
        self._edition.notes.facts.update(facts)
