"""Files of the output: the pictures that published texts show, and a card for each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from plugins.images.model import FOLDER
from plugins.newsroom.family import FileFamily
from plugins.newsroom.handing_out import AND, alike, is_shown
from plugins.newsroom.keeping import keep, kept
from plugins.newsroom.news_article import CARD
from plugins.newsroom.page import ExportFile
from plugins.newsroom.problem import Problem
from plugins.newsroom.publication import Publication

CARDS = "anh-chia-se"


def pictures_shown(publication: Publication) -> Iterator[str]:
    """Give the paths of the pictures that texts show."""
    world = publication.edition.world
    return alike(publication, "picture", lambda path: world.rendition(path).files[0].url)


def picture_files(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Serve a picture once readers may see it; a draft's or a scheduled article's stays unseen."""
    from plugins.images.developing import developed  # noqa: PLC0415 - brings Pillow

    paths = key.split(AND)
    if not any(is_shown(publication, "picture", path) for path in paths):
        return
    picture = publication.edition.world.links.beside["picture"][paths[0]]
    made = developed([picture], cache=publication.cache, workers=1)  # again, if the cache lost it
    if isinstance(made[picture.path], Problem):
        raise LookupError(f"{picture.path} passed the gate")  # noqa: TRY004 - it is our mistake
    for file in publication.edition.world.rendition(paths[0]).files:
        name = PurePosixPath(file.url).name
        location = publication.cache / FOLDER / name
        yield ExportFile(save_as=f"{FOLDER}/{name}", location=str(location))


def card_files(root: Path, publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Draw an article's card, unless the cache has it; faces lie below `root`."""
    from plugins.images.exports import cards, fonts  # noqa: PLC0415 - they bring Pillow

    site, view = publication.site, publication.page(save_as).view
    card = cards.Card(
        site=site.name,
        column=view.column.label,
        title=view.title,
        date_text=view.date_text,
        province=publication.edition.world.localities[site.province_id].name,
    )
    faces = fonts.lettering(root, publication.cache)
    folder, key = publication.cache / CARDS, cards.card_key(card, faces)
    if kept(folder, key) is None:
        keep(folder, key, {f"{key}.png": cards.draw(card, faces)})
    place = PurePosixPath(save_as).with_name(CARD)
    yield ExportFile(save_as=str(place), location=str(folder / f"{key}.png"))


def _articles(publication: Publication) -> Sequence[str]:
    return publication.group("kind article")


def card_family(root: Path) -> FileFamily:
    """Make the family of cards, for faces below a project's folder."""
    return FileFamily(keys=_articles, files=partial(card_files, root))


SHARED_CARDS = card_family(Path(__file__).resolve().parents[3])
PICTURES = FileFamily(keys=pictures_shown, files=picture_files)
