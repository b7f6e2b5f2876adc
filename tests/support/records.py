"""Small real records for tests that do not need files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from support.shelves import DictShelf

from plugins.newsroom.attachment import Attachment
from plugins.newsroom.catalogue import Catalogue, EmptyStock
from plugins.newsroom.dataset import Records, Shelf
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily, PageFamily
from plugins.newsroom.filing import NEIGHBOURLY, FiledText, facts_between, file_text
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.headline import Headline, headline_of
from plugins.newsroom.link_index import link_index
from plugins.newsroom.model import Article, FileBeside, StandingPage
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.picture import Rendition
from plugins.newsroom.publication import PageCard, Publication, card_of
from plugins.newsroom.publication import facts_between as card_facts
from plugins.newsroom.registers import Registers
from plugins.newsroom.site import Site
from plugins.newsroom.world import World
from plugins.vietnamese.dates import ZONE, Moment

FIRST = datetime(2023, 3, 23, 14, 2, tzinfo=ZONE)
EMPTY = Fragment(pieces=("<p>Chữ.</p>",), headings=(), anchors=(), text="Chữ.")


def article(*, number: int = 0, **changed: Any) -> Article:  # noqa: ANN401 - any field
    """Make an article; a higher number is a day later."""
    moment = FIRST + timedelta(days=number)
    made = Article(
        path=f"tin-bai/chuyen-trang/chuyen-muc/{moment:%Y-%m-%d}-bai-{number}.md",
        digest=f"{number:064}",
        day=date(moment.year, moment.month, moment.day),
        slug=f"bai-{number}",
        published=Moment(at=moment, has_time=True),
        modified=None,
        title=f"Bài {number}",
        summary="Tóm tắt.",
        columns=(("chuyen-trang", "chuyen-muc"),),
        body=EMPTY,
    )
    return replace(made, **changed)


def headline(*, number: int = 0, **changed: Any) -> Headline:  # noqa: ANN401 - any field
    """Make the headline of such an article."""
    return headline_of(article(number=number, **changed))


SITE = Site(
    name="Cải cách hành chính tỉnh Mẫu",
    short_name="CCHC Mẫu",
    tagline="Chuyên trang mẫu",
    url="https://mau.example",
    province_id="tinh-mau",
    owner_id="ubnd-tinh-mau",
    notice="Tỉnh Mẫu chỉ có trong phép thử.",
    licence="Bản quyền",
    licence_url="/trang/ban-quyen/",
)
LATER = FIRST + timedelta(days=1000)


def catalogue_of(*texts: Article | StandingPage, now: datetime = LATER) -> Catalogue[FiledText]:
    """File some texts."""
    catalogue: Catalogue[FiledText] = Catalogue(EmptyStock(), facts_between, NEIGHBOURLY)
    for filed in sorted((file_text(text, now) for text in texts), key=lambda filed: filed.order):
        catalogue.put(filed.path, filed)
    return catalogue


def edition_of(  # noqa: PLR0913 - each is a part of it
    *texts: Article | StandingPage,
    now: datetime = LATER,
    site: Site = SITE,
    served: Mapping[str, Rendition | Attachment] | None = None,
    pictures: Mapping[str, FileBeside] | None = None,
    notes: Notes | None = None,
    shelf: Shelf | None = None,
    **registers: Any,  # noqa: ANN401 - any register
) -> Edition:
    """Arrange some texts, and registers given by their names."""
    notes = notes or Notes()
    books, catalogue = Registers(**registers), catalogue_of(*texts, now=now)
    attachments = {path: FileBeside(path=path, digest="", location="") for path in served or {}}
    beside = {"attachment": attachments, "picture": pictures or {}}
    records = Records(shelf or DictShelf(), notes)
    world = World(
        site=site,
        registers=books,
        links=link_index(books, catalogue, records, beside, notes),
        served=(served or {}).__getitem__,
        records=records,
        today=now.date(),
        notes=notes,
    )
    by_path = {text.path: text for text in texts}
    return Edition(world, catalogue, lambda path, _: by_path[path], notes)


def publication_of(
    edition: Edition, *pages: Page, cache: Path, notes: Notes | None = None
) -> Publication:
    """File some pages of an edition."""
    cards: Catalogue[PageCard] = Catalogue(EmptyStock(), card_facts)
    for card in sorted((card_of(p, "pages", p.save_as) for p in pages), key=lambda c: c.order):
        cards.put(card.save_as, card)
    made = {page.save_as: page for page in pages}
    return Publication(
        edition=edition,
        cards=cards,
        pages=lambda card: made[card.save_as],
        notes=notes or Notes(),
        cache=cache,
    )


def pages_of(family: PageFamily, edition: Edition) -> list[Page]:
    """Make every page of a family."""
    return [page for key in family.keys(edition) for page in family.pages(edition, key)]


def files_of(family: FileFamily, publication: Publication) -> list[ExportFile]:
    """Make every file of a family."""
    return [file for key in family.keys(publication) for file in family.files(publication, key)]


def looks_of(family: PageFamily, edition: Edition, key: str) -> set[str]:
    """Give all that making the pages of one key looks up."""
    with edition.notes.fresh() as facts:
        assert list(family.pages(edition, key))
    return facts


def looks_for_keys(family: PageFamily, edition: Edition) -> set[str]:
    """Give all that it takes to know a family's keys."""
    with edition.notes.fresh() as facts:
        list(family.keys(edition))
    return facts
