"""Before anything is written: ask every rule."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.checking.identity import the_site_is_who_it_says
from plugins.checking.table import check
from plugins.newsroom.model import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import Site
from plugins.pelican_bridge.signals import checking


def register() -> None:
    """Take part in checking."""
    checking.connect(check_everything)


def check_everything(
    newsroom: Newsroom, *, found: tuple[Problem, ...], site: Site, settings: str
) -> Iterator[Problem]:
    """Say all that is wrong with the settings and with the content."""
    yield from the_site_is_who_it_says(site, newsroom, settings)
    yield from check(newsroom, found=found)
