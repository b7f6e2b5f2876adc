"""Files of the output: each published article as text and as a Word file, beside its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.newsroom.family import FileFamily
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication


def article_files(publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Save an article beside its page."""
    from plugins.downloads.exports.saving import saved  # noqa: PLC0415 - an idle build needs none

    return saved(publication, save_as)


def _articles(publication: Publication) -> Sequence[str]:
    return publication.group("kind article")


ARTICLES = FileFamily(keys=_articles, files=article_files)
