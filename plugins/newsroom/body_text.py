"""A text's slots filled for readers: links, pictures and abbreviations of this edition."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import cast

from plugins.newsroom.composition import Filled, Fillings, fill, picture_html, plain
from plugins.newsroom.fragment import LinkSlot, PictureSlot, ShortcodeSlot
from plugins.newsroom.links import Attached, Dead, resolve
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.shortcode_kinds import SHORTCODES, ShortcodeKind
from plugins.newsroom.source_file import joined
from plugins.newsroom.teasers import picture
from plugins.newsroom.world import World


def body_of(text: Article | StandingPage, world: World) -> Filled:
    """Give the text's HTML as its page shows it, and the abbreviations that it explains."""
    fillings = _fillings(text, world, lambda kind: kind.html)
    return fill(text.body, fillings, _meanings(text, world))


def plain_body_of(text: Article | StandingPage, world: World) -> str:
    """Give the text's HTML without popovers, for feeds and files to keep."""
    return plain(text.body, _fillings(text, world, lambda kind: kind.plain))


def _fillings(
    text: Article | StandingPage,
    world: World,
    way: Callable[[ShortcodeKind], Callable[[ShortcodeSlot, World], str]],
) -> Fillings:
    return Fillings(
        link=_links(text.path, world),
        attachment=lambda slot: world.attachment(joined(slot.target, text.path)).words,
        picture=_pictures(text.path, world),
        shortcode=lambda slot: way(SHORTCODES[slot.name].family)(slot, world),
    )


def _meanings(text: Article | StandingPage, world: World) -> Mapping[str, str]:
    """Give what abbreviations mean in a text: the register's meanings, or those it chooses."""
    if text.lang != "vi":
        return {}
    chosen = dict(text.abbreviations) if isinstance(text, Article) else {}
    if not chosen:
        return world.meanings
    return ChainMap(chosen, cast("dict[str, str]", world.meanings))  # looked up one by one


def _links(path: str, world: World) -> Callable[[LinkSlot], tuple[str, str]]:
    def fill_link(slot: LinkSlot) -> tuple[str, str]:
        found = resolve(slot.target, from_path=path, index=world.links)
        if isinstance(found, Dead):
            raise LookupError(f"{path}:{slot.line}: {slot.target} passed the gate")  # noqa: TRY004
        if isinstance(found, Attached):
            return world.attachment(found.path).url, ""
        if not found.external:
            return found.url, ""
        return found.url, "noopener noreferrer" + (" nofollow" if found.nofollow else "")

    return fill_link


def _pictures(path: str, world: World) -> Callable[[PictureSlot], str]:
    def fill_picture(slot: PictureSlot) -> str:
        place = (PurePosixPath(path).parent / slot.source).as_posix()
        rendition = world.rendition(place)
        return picture_html(picture(rendition, slot.alt), slot.title, alone=slot.alone)

    return fill_picture
