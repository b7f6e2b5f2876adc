"""Small real records for tests that do not need files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from plugins.newsroom.edition import Edition, arrange
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.headline import Headline, headline_of
from plugins.newsroom.model import Article, Newsroom
from plugins.newsroom.site import Site
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


def newsroom_of(*articles: Article, now: datetime = LATER, **changed: Any) -> Newsroom:  # noqa: ANN401
    """Make a newsroom of some articles and otherwise empty registers."""
    made = Newsroom(
        sections=(),
        agencies={},
        localities={},
        abbreviations=(),
        tags={},
        series={},
        hosts={},
        articles=articles,
        standing_pages=(),
        pictures={},
        now=now,
    )
    return replace(made, **changed)


def edition_of(*articles: Article, now: datetime = LATER, **changed: Any) -> Edition:  # noqa: ANN401
    """Arrange a newsroom of some articles."""
    return arrange(newsroom_of(*articles, now=now, **changed), SITE, {})
