"""What the newsroom knows of a text without opening it, and where it is filed (thẻ mục lục)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from plugins.newsroom.attachment import names_attachment
from plugins.newsroom.catalogue import Order
from plugins.newsroom.headline import Headline, headline_of
from plugins.newsroom.landing import ALWAYS, STATES, Landing
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.source_file import joined

NEIGHBOURLY = ("column", "series", "tag", "agency")
"""The kinds of groups in which articles lead to those that stand near them."""

STANDING = "standing"
SCHEDULED = "scheduled"
PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledText:
    """A text as it is filed (thẻ mục lục): all that lists, links and neighbours need of it.

    `state` is `published` when readers see it now, else `scheduled`, `draft` or `withdrawn`;
    `standing` for a standing page, which has no headline. `claims` are the addresses that it asks
    for, `pictures` the paths of those that it shows, `attachments` of those that it hands out.
    """

    path: str
    digest: str
    title: str
    lang: str
    state: str
    headline: Headline | None
    landing: Landing
    claims: tuple[str, ...]
    pictures: tuple[str, ...]
    attachments: tuple[str, ...]
    is_corrected: bool
    order: Order

    @property
    def groups(self) -> tuple[str, ...]:
        """Name every group that the text belongs to."""
        return (
            self.state,
            *(f"claim {url}" for url in self.claims),
            *(f"picture {path}" for path in self.pictures),
            *(f"attachment {path}" for path in self.attachments),
            *(_public_groups(self.headline, self) if self.headline else ()),
        )

    def due_at(self, now: datetime) -> FiledText:
        """Give the text as it is filed at another minute."""
        if self.state not in (PUBLISHED, SCHEDULED) or self.landing.shown_from is None:
            return self
        due = self.landing.shown_from <= now
        state = PUBLISHED if due else SCHEDULED
        return replace(self, state=state, landing=replace(self.landing, due=due))


def file_text(
    text: Article | StandingPage, now: datetime, *, shows_drafts: bool = False
) -> FiledText:
    """File an article or a standing page; a preview files drafts as if they were published."""
    if isinstance(text, StandingPage):
        return _file_page(text)
    return _file_article(previewed(text) if shows_drafts else text).due_at(now)


def previewed(article: Article) -> Article:
    """Give a draft as a preview shows it: in its place, and named a draft."""
    if article.status != "draft":
        return article
    return replace(article, status=PUBLISHED, title=f"[Bản nháp] {article.title}")


def facts_between(before: FiledText | None, after: FiledText | None) -> Iterator[str]:
    """Name what changes for others when a text's file changes; its own text is another fact."""
    path = before.path if before else after.path if after else ""
    if before is None or after is None:
        yield "paths"
        yield f"landing {path}"
        yield f"headline {path}"
        yield f"text {path}"
        return
    if before.digest != after.digest:
        yield f"text {path}"
    if before.landing != after.landing:
        yield f"landing {path}"
    if (before.title, before.lang) != (after.title, after.lang) or (
        _mark(before.headline) != _mark(after.headline)
    ):
        yield f"headline {path}"


def _mark(headline: Headline | None) -> str:
    return headline.mark if headline else ""


def _file_article(article: Article) -> FiledText:
    hidden = article.status in STATES
    headline = headline_of(article)
    lead = (article.illustration.path,) if article.illustration else ()
    return FiledText(
        path=article.path,
        digest=article.digest,
        title=article.title,
        lang=article.lang,
        state=article.status,
        headline=headline,
        landing=Landing(
            url=article.url,
            path=article.path,
            anchors=article.body.anchors,
            shown_from=None if hidden else article.published.at,
            state=STATES.get(article.status, ""),
            alias_line=article.line_of("aliases") if article.aliases else 1,
        ),
        claims=(article.url, *article.aliases),
        pictures=tuple(dict.fromkeys((*lead, *_shown(article)))),
        attachments=_handed_out(article),
        is_corrected=bool(article.corrections),
        order=(headline.order[0], f"{headline.order[1]} {article.path}"),
    )


def _file_page(page: StandingPage) -> FiledText:
    return FiledText(
        path=page.path,
        digest=page.digest,
        title=page.title,
        lang=page.lang,
        state=STANDING,
        headline=None,
        landing=Landing(url=page.url, path=page.path, anchors=page.body.anchors, shown_from=ALWAYS),
        claims=(page.url,),
        pictures=tuple(dict.fromkeys(_shown(page))),
        attachments=_handed_out(page),
        is_corrected=False,
        order=(0.0, page.path),
    )


def _shown(text: Article | StandingPage) -> Iterator[str]:
    folder = PurePosixPath(text.path).parent
    return ((folder / picture.source).as_posix() for picture in text.body.pictures)


def _handed_out(text: Article | StandingPage) -> tuple[str, ...]:
    links = (link.target for link in text.body.links if names_attachment(link.target))
    return tuple(dict.fromkeys(joined(target, text.path) for target in links))


def _public_groups(headline: Headline, filed: FiledText) -> Iterator[str]:
    """Name the groups that readers may see."""
    if filed.state == "withdrawn" or (filed.state == PUBLISHED and filed.is_corrected):
        yield "corrected"
    if headline.aliases and filed.state in (PUBLISHED, "withdrawn"):
        yield "moved"
    if filed.state != PUBLISHED:
        return
    year = f"{headline.day.year:04}"
    yield f"year {year}"
    yield f"month {year}-{headline.day.month:02}"
    yield f"day {headline.day.isoformat()}"
    for column in dict.fromkeys(map("/".join, headline.columns)):
        yield f"column {column}"
        yield f"column-year {column} {year}"
        yield from (f"column-agency {column} {agency}" for agency in headline.agency_ids)
    yield from (f"section {s}" for s in dict.fromkeys(s for s, _ in headline.columns))
    yield from (f"agency {agency}" for agency in headline.agency_ids)
    yield from (f"locality {locality}" for locality in headline.locality_ids)
    yield from (f"tag {tag}" for tag in headline.tags)
    if headline.series:
        yield f"series {headline.series}"
