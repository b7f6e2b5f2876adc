"""Files of the output: the pictures that published texts show, and a card for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from plugins.images import developing
from plugins.images.cards import Card, card_key, draw
from plugins.images.fonts import Lettering, lettering
from plugins.newsroom.edition import Edition
from plugins.newsroom.keeping import keep, kept
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.news_article import CARD
from plugins.newsroom.page import ExportFile, Page

FOLDER = "anh-chia-se"


def picture_exports(edition: Edition, *, cache: Path) -> Iterator[ExportFile]:
    """Serve the pictures of what is published; a draft's or a scheduled article's stay unseen."""
    shown = {edition.renditions[path] for path in shown_pictures(edition)}
    for name in sorted({PurePosixPath(file.url).name for r in shown for file in r.files}):
        location = cache / developing.FOLDER / name
        yield ExportFile(save_as=f"{developing.FOLDER}/{name}", location=str(location))


def shown_pictures(edition: Edition) -> Iterator[str]:
    """Give the path of each picture that a published text shows, once for each time."""
    texts: tuple[Article | StandingPage, ...] = edition.articles + edition.newsroom.standing_pages
    for text in texts:
        folder = PurePosixPath(text.path).parent
        yield from ((folder / picture.source).as_posix() for picture in text.body.pictures)
        if isinstance(text, Article) and text.illustration:
            yield text.illustration.path


def card_exports(
    edition: Edition, *, pages: Iterable[Page], cache: Path, root: Path
) -> Iterator[ExportFile]:
    """Draw a card for each article that has a page; those that the cache has are not drawn."""
    letters_used = lettering(root, cache)
    for page in pages:
        if page.search and page.search.kind == "article":
            location = _card(_words(edition, page), letters_used, cache / FOLDER)
            save_as = PurePosixPath(page.save_as).with_name(CARD)
            yield ExportFile(save_as=str(save_as), location=str(location))


def _words(edition: Edition, page: Page) -> Card:
    return Card(
        site=edition.site.name,
        column=page.view.column.label,
        title=page.view.title,
        date_text=page.view.date_text,
        province=edition.newsroom.localities[edition.site.province_id].name,
    )


def _card(card: Card, letters_used: Lettering, folder: Path) -> Path:
    key = card_key(card, letters_used)
    name = f"{key}.png"
    if kept(folder, key) is None:
        keep(folder, key, {name: draw(card, letters_used)})
    return folder / name
