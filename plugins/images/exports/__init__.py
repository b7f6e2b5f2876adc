"""Files of the output: the pictures that published texts show, and a card for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from plugins.images import developing
from plugins.images.exports.cards import Card, card_key, draw
from plugins.images.exports.fonts import Lettering, lettering
from plugins.newsroom.deferred import Deferred, Whereabouts
from plugins.newsroom.edition import Edition
from plugins.newsroom.keeping import keep, kept
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.news_article import CARD
from plugins.newsroom.page import ExportFile, Page

FOLDER = "anh-chia-se"


def picture_exports(edition: Edition, *, cache: Path) -> Iterator[ExportFile]:
    """Serve the pictures of what is published; a draft's or a scheduled article's stay unseen."""
    shown = {edition.world.renditions[path] for path in shown_pictures(edition)}
    for name in sorted({PurePosixPath(file.url).name for r in shown for file in r.files}):
        location = cache / developing.FOLDER / name
        yield ExportFile(save_as=f"{developing.FOLDER}/{name}", location=str(location))


def shown_pictures(edition: Edition) -> Iterator[str]:
    """Give the path of each picture that a published text shows, once for each time."""
    texts: list[Article | StandingPage] = [*edition.texts.values(), *edition.world.standing_pages]
    for text in texts:
        folder = PurePosixPath(text.path).parent
        yield from ((folder / picture.source).as_posix() for picture in text.body.pictures)
        if isinstance(text, Article) and text.illustration:
            yield text.illustration.path


def card_exports(
    edition: Edition, *, pages: Iterable[Page], cache: Path, root: Path
) -> Iterator[ExportFile]:
    """Draw a card for each article that has a page; those that the cache has are not drawn."""
    letters_used, folder = lettering(root, cache), Whereabouts(cache / FOLDER)
    province = edition.world.localities[edition.site.province_id].name
    for page in pages:
        if page.search and page.search.kind == "article":
            made = Deferred(_card, page, edition.site.name, province, letters_used, folder)
            save_as = PurePosixPath(page.save_as).with_name(CARD)
            yield ExportFile(save_as=str(save_as), made=made)


def _card(page: Page, site: str, province: str, letters_used: Lettering, where: Whereabouts) -> str:
    view = page.view
    card = Card(
        site=site,
        column=view.column.label,
        title=view.title,
        date_text=view.date_text,
        province=province,
    )
    key = card_key(card, letters_used)
    name = f"{key}.png"
    if kept(where.folder, key) is None:
        keep(where.folder, key, {name: draw(card, letters_used)})
    return str(where.folder / name)
