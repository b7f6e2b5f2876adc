"""The picture that the components' examples show, served beside the review page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.pages import THEME, URL
from plugins.newsroom.family import FileFamily
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication


def review_exports(theme: Path) -> Iterator[ExportFile]:
    """Give every file that the examples refer to by its fixed address."""
    for path in sorted((theme / "examples").iterdir()):
        yield ExportFile(save_as=f"{URL[1:]}{path.name}", data=path.read_bytes())


def _keys(publication: Publication) -> tuple[str, ...]:
    return ("",) if publication.site.reviews_components else ()


def _examples(publication: Publication, _: str) -> Iterator[ExportFile]:
    publication.edition.note_theme()
    yield from review_exports(THEME)


EXAMPLES = FileFamily(keys=_keys, files=_examples)
