"""What plugins that are not ours may know of the build: the texts that readers see, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.incremental.desk import Desk
from plugins.newsroom.body_text import plain_body_of
from plugins.newsroom.dataset import Records
from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.notes import Notes
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import Site
from plugins.newsroom.stages import DEVELOPING, Served
from plugins.newsroom.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that readers see (bài, trang đã đăng), its HTML, and the world that it speaks of."""

    text: Article | StandingPage
    html: str
    world: World


def texts_told(desk: Desk, site: Site, settings: Mapping[str, Any]) -> dict[str, Told]:
    """Open every published article and standing page of a desk that the gate let through, by path.

    None when a picture is broken: the build will say so, and write nothing.
    """
    cache, workers = Path(settings["CACHE_PATH"]), settings.get("WORKERS") or 1
    sound: dict[str, Served] = {}
    for kind, files in desk.newsroom.beside.items():
        found = DEVELOPING[kind](list(files.values()), cache=cache, workers=workers)
        for path, made in found.items():
            if isinstance(made, Problem):
                return {}
            sound[path] = made
    return dict(_told(_edition(desk, site, sound)))


def _edition(desk: Desk, site: Site, sound: Mapping[str, Served]) -> Edition:
    notes = Notes()
    world = World(
        site=site,
        registers=desk.registers,
        links=desk.newsroom.links,
        served=sound.__getitem__,
        records=Records(desk.index.shelf, notes),
        today=desk.newsroom.today(),
        notes=notes,
    )
    return Edition(world, desk.catalogue, desk.text, notes)


def _told(edition: Edition) -> Iterator[tuple[str, Told]]:
    articles = map(edition.article, edition.paths("published"))
    pages = map(edition.standing_page, edition.paths("standing"))
    for texts in (articles, pages):
        for text in texts:
            html = plain_body_of(text, edition.world)
            yield text.path, Told(text=text, html=html, world=edition.world)
