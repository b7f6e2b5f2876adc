"""Short texts hold words and no code: no HTML, no entities, no Markdown (chữ thuần)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.model import Article, Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Agency, Column, Locality, Section, Spot
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import Text, at, error

MARKUP = re.compile(
    r"</?[A-Za-z!][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]+);|\*\*|\]\(", re.IGNORECASE
)


def every_short_text_is_plain(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse code where text is printed as it stands: in titles, captions, names of registers."""
    for spot, name, written in _short_texts(newsroom):
        found = MARKUP.search(written)
        if found:
            yield error(
                spot,
                f"«{name}» có mã «{found.group()}»",
                "mục này in nguyên chữ, người đọc sẽ thấy cả mã",
                "bỏ mã, chỉ giữ chữ",
                rule="every_short_text_is_plain",
            )


def _short_texts(newsroom: Newsroom) -> Iterator[tuple[Spot, str, str]]:
    for text in texts_of(newsroom):
        yield from ((at(text, key), key, written) for key, written in _of_text(text))
    columns = [column for section in newsroom.sections for column in section.columns]
    parts: tuple[Section | Column, ...] = (*newsroom.sections, *columns)
    for part in parts:
        yield part.spot, "ten", part.name
        yield part.spot, "mo-ta", part.description
    dated: tuple[Agency | Locality, ...] = (
        *newsroom.agencies.values(),
        *newsroom.localities.values(),
    )
    for named in dated:
        yield named.spot, "ten", named.name
        yield named.spot, "ten-ngan", named.short_name
    for topic in (*newsroom.tags.values(), *newsroom.series.values()):
        yield topic.spot, "ten", topic.name
        yield topic.spot, "mo-ta", topic.description
    for abbreviation in newsroom.abbreviations:
        yield abbreviation.spot, "nghia", abbreviation.meaning


def _of_text(text: Text) -> Iterator[tuple[str, str]]:
    yield "title", text.title
    yield "summary", text.summary
    if not isinstance(text, Article):
        return
    yield "source", text.source_credit
    yield "approved_by", text.approved_by
    yield from (("authors", author) for author in text.authors)
    yield from (("tags", tag) for tag in text.tags)
    yield from (("documents", number) for number in text.documents)
    yield from (("correction", correction.text) for correction in text.corrections)
    if text.illustration:
        yield "image_alt", text.illustration.alt
        yield "image_caption", text.illustration.caption
        yield "image_credit", text.illustration.credit
