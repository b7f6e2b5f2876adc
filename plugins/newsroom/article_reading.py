"""Reading an article or a standing page: from a file's text to a typed record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath
from typing import TypedDict

from plugins.newsroom.fields import Fields
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.front_matter import FrontMatter, take_apart
from plugins.newsroom.model import Article, Correction, Illustration, StandingPage, Waiver
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.dates import Moment

IMAGE_KEYS = ("image", "image_alt", "image_caption", "image_credit", "image_illustrative")
ARTICLE_KEYS = (
    *("title", "date", "modified", "summary", "tags", "authors", "status", "lang"),
    *("source", "source_url", "agencies", "localities", *IMAGE_KEYS, "image_decorative"),
    *("columns", "assignment", "documents", "series", "correction", "aliases"),
    *("abbreviations", "approved_by", "waivers"),
)
PAGE_KEYS = ("title", "summary", "modified", "lang")
STATUSES = ("published", "draft", "withdrawn")
DATE_LENGTH = len("2023-03-23")

Render = Callable[[str, str, int], Reading[Fragment]]
"""`render(text, path, first_line)`: the text's fragment, from the cache when it is there."""


def read_article(file: SourceFile, text: str, render: Render) -> Reading[Article]:
    """Read an article; its value is None when a field that everything rests on is missing."""
    parts = take_apart(text, file.path)
    if isinstance(parts, Problem):
        return Reading(value=None, problems=(parts,))
    fields = Fields(parts.fields, file.path, ARTICLE_KEYS)
    day = _day_of_name(file.path, fields)
    title = fields.text("title", required=True)
    published = fields.moment("date", required=True)
    body = render(parts.body, file.path, parts.body_line)
    article = None
    if day and title and published and body.value:
        article = _article(file, parts, fields, (day, published), body.value)
    found = body.problems
    if article and article.status == "draft":  # begun, and saved before it says anything
        found = tuple(problem for problem in found if problem.rule != "text_is_not_empty")
    return Reading(value=article, problems=(*fields.problems, *found))


def _article(
    file: SourceFile,
    parts: FrontMatter,
    fields: Fields,
    when: tuple[date, Moment],
    body: Fragment,
) -> Article:
    _, section, column, name = PurePosixPath(file.path).parts
    return Article(
        path=file.path,
        digest=file.digest,
        day=when[0],
        slug=name.removesuffix(".md")[DATE_LENGTH + 1 :],
        published=when[1],
        modified=fields.moment("modified"),
        title=fields.text("title"),
        summary=fields.text("summary"),
        columns=((section, column), *_further_columns(fields)),
        status=fields.choice("status", STATUSES),
        lang=fields.choice("lang", ("vi", "en")),
        illustration=_illustration(file.path, fields),
        corrections=_corrections(fields),
        abbreviations=fields.pairs("abbreviations"),
        waivers=_waivers(fields),
        **_words(fields),
        lines=fields.lines,
        body_line=parts.body_line,
        body=body,
    )


class _Words(TypedDict):
    """The fields that are taken as they are written."""

    source_credit: str
    source_url: str
    assignment: str
    series: str
    approved_by: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    agency_ids: tuple[str, ...]
    locality_ids: tuple[str, ...]
    documents: tuple[str, ...]
    aliases: tuple[str, ...]


def _words(fields: Fields) -> _Words:
    return _Words(
        source_credit=fields.text("source"),
        source_url=fields.text("source_url"),
        assignment=fields.text("assignment"),
        series=fields.text("series"),
        approved_by=fields.text("approved_by"),
        tags=fields.texts("tags"),
        authors=fields.texts("authors"),
        agency_ids=fields.texts("agencies"),
        locality_ids=fields.texts("localities"),
        documents=fields.texts("documents"),
        aliases=fields.texts("aliases"),
    )


def read_standing_page(file: SourceFile, text: str, render: Render) -> Reading[StandingPage]:
    """Read a standing page of `trang/`."""
    parts = take_apart(text, file.path)
    if isinstance(parts, Problem):
        return Reading(value=None, problems=(parts,))
    fields = Fields(parts.fields, file.path, PAGE_KEYS)
    title = fields.text("title", required=True)
    body = render(parts.body, file.path, parts.body_line)
    page = None
    if title and body.value:
        page = StandingPage(
            path=file.path,
            digest=file.digest,
            slug=PurePosixPath(file.path).stem,
            title=title,
            summary=fields.text("summary"),
            modified=fields.moment("modified"),
            lang=fields.choice("lang", ("vi", "en")),
            lines=fields.lines,
            body_line=parts.body_line,
            body=body.value,
        )
    return Reading(value=page, problems=(*fields.problems, *body.problems))


def _day_of_name(path: str, fields: Fields) -> date | None:
    written = PurePosixPath(path).name[:DATE_LENGTH]
    try:
        return date.fromisoformat(written)
    except ValueError:
        why = "ngày trong tên tệp làm nên địa chỉ của bài"
        fields.report(1, f"không có ngày {written} trong lịch", why, "sửa ngày trong tên tệp")
        return None


def _further_columns(fields: Fields) -> tuple[tuple[str, str], ...]:
    found = []
    for written in fields.texts("columns"):
        section, slash, column = written.partition("/")
        if slash and section and column:
            found.append((section, column))
        else:
            why = "chuyên mục viết cả chuyên trang chứa nó"
            remedy = "viết dạng chuyen-trang/chuyen-muc, ví dụ truyen-thong/dien-hinh-tien-tien"
            fields.report(fields.lines["columns"], f"không hiểu «{written}»", why, remedy)
    return tuple(found)


def _illustration(path: str, fields: Fields) -> Illustration | None:
    written = fields.text("image")
    if not written:
        for key in (*IMAGE_KEYS[1:], "image_decorative"):
            if key in fields.lines:
                why = "mục này nói về ảnh của bài"
                fact = f"có «{key}» mà không có «image»"
                fields.report(fields.lines[key], fact, why, "thêm image: tên-tệp-ảnh, hoặc xóa")
        return None
    return Illustration(
        path=(PurePosixPath(path).parent / written).as_posix(),
        alt=fields.text("image_alt"),
        caption=fields.text("image_caption"),
        credit=fields.text("image_credit"),
        illustrative=fields.flag("image_illustrative"),
        decorative=fields.flag("image_decorative"),
    )


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    found = []
    for record in fields.records("correction", ("date", "text")):
        moment = record.moment("date", required=True)
        text = record.text("text", required=True)
        fields.problems.extend(record.problems)
        if moment and text:
            found.append(Correction(moment=moment, text=text))
    return tuple(found)


def _waivers(fields: Fields) -> tuple[Waiver, ...]:
    found = []
    for record in fields.records("waivers", ("rule", "reason")):
        rule = record.text("rule", required=True)
        reason = record.text("reason", required=True)
        fields.problems.extend(record.problems)
        if rule and reason:
            found.append(Waiver(rule=rule, reason=reason))
    return tuple(found)
