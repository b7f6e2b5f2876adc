"""Short texts hold words and no code: no HTML, no entities, no Markdown (chữ thuần)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.model import Article
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import Text, at, error

MARKUP = re.compile(
    r"</?[A-Za-z!][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]+);|\*\*|\]\(", re.IGNORECASE
)


def every_short_text_is_plain(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse code where text is printed as it stands: in titles, summaries, captions."""
    for text in texts_of(newsroom):
        for key, written in _short_texts(text):
            found = MARKUP.search(written)
            if found:
                yield no_plain_text(at(text, key), key, found.group())


def no_plain_text(spot: Spot, name: str, code: str) -> Problem:
    """Say that a short text holds code."""
    return error(
        spot,
        f"«{name}» có mã «{code}»",
        "mục này in nguyên chữ, người đọc sẽ thấy cả mã",
        "bỏ mã, chỉ giữ chữ",
        rule="every_short_text_is_plain",
    )


def _short_texts(text: Text) -> Iterator[tuple[str, str]]:
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
