"""Pages that are rendered already, put in place as a build of ours puts its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from plugins.incremental.changes import look
from plugins.incremental.crew import Crew
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.press import Press
from plugins.incremental.schemas import OUTPUT_FORMAT, output_place
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.later import Later
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import Page, Rendered

ready: dict[str, bytes] = {}
"""The pages of the build that goes on."""


def put_in_place(
    texts: Mapping[str, bytes], output: Path, cache: Path, *, beside: Sequence[str] = ()
) -> bool:
    """Build an output of these files; say whether there was anything to do."""
    index = OutputIndex(output_place(cache, output), OUTPUT_FORMAT)
    first = frozenset(("first",)) if index.is_new else frozenset[str]()
    changes = look(output, index, frozenset(), first)
    if changes.is_nothing:
        index.close()
        return False
    notes = Notes()
    press = Press(output, index, changes, notes=notes, crew=Crew(workers=1), render=_rendered)
    ready.clear()
    ready.update(texts)
    press.make_pages([LATER], cast("Edition", None))  # this family looks nothing up
    press.finish({}, {}, beside=beside)
    index.close()
    return True


def _rendered(page: Page) -> Rendered:
    return Rendered(data=page.view, spells_addresses=False)


def _pages(_: Edition, key: str) -> Iterator[Page]:
    yield Page(template="pelican.html", save_as=key, view=ready[key])


FAMILY = PageFamily(keys=lambda _: sorted(ready), pages=_pages)
LATER: Later[PageFamily] = Later(name="ready", module=__name__, attribute="FAMILY")
