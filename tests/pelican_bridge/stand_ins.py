"""What of ours stands in for Pelican's while Pelican's own tests run: a plugin of pytest.

`JUDGED` in the environment names the stand-in. Our plugins are registered whatever it says.
"""

from __future__ import annotations

import importlib
import io
import os
import runpy
import unittest.mock  # noqa: F401 - Pelican's tests use it and leave its import to each other
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import pelican.contents
import pelican.readers
import pelican.urlwrappers
import pelican.utils
import pytest
from markdown import Markdown
from pelican import Pelican, signals
from pelican.writers import Writer
from support.ready_pages import put_in_place

from plugins.newsroom.markdown_conversion import convert
from plugins.pelican_bridge.generator import NewsroomGenerator
from plugins.vietnamese.fold import slug
from plugins.workshop.judging import STAND_INS

ROOT = Path(__file__).parents[2]
CHOSEN = STAND_INS[os.environ["JUDGED"]]


class StagedWriter(Writer):  # type: ignore[misc]  # Pelican is untyped
    """Renders as Pelican's writer does, and leaves every file to the writer of our builds."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Pelican's own
        super().__init__(*given, **named)
        self.texts: dict[str, bytes] = {}

    @contextmanager
    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Iterator[IO[str]]:  # noqa: FBT001, FBT002 - Pelican's own
        with super()._open_w(filename, encoding, override) as opened:
            name = opened.name  # the null device, when an earlier file must stay
        text = io.StringIO()
        yield text
        if name != os.devnull:
            self.texts[name] = text.getvalue().encode(encoding)


writers: list[StagedWriter] = []


class Chosen(StagedWriter):
    """The writer of one run, which is remembered until the run is over."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Pelican's own
        super().__init__(*given, **named)
        writers.append(self)


def choose_writer(_pelican: Pelican) -> type[Writer]:
    """Give Pelican the writer that is judged."""
    return Chosen


def build_output(pelican: Pelican) -> None:
    """Let our press build what Pelican rendered, and again, when there is nothing to do."""
    output = Path(pelican.output_path)
    texts = {os.path.relpath(name, output): data for name, data in writers[-1].texts.items()}
    with TemporaryDirectory() as folder:
        place, cache = Path(folder, "output"), Path(folder, "cache")
        cache.mkdir()
        assert put_in_place(texts, place, cache)
        assert not put_in_place(texts, place, cache)
        for name in texts:
            (output / name).write_bytes((place / name).read_bytes())


def read_markdown(reader: pelican.readers.MarkdownReader, path: str) -> tuple[str, dict[str, Any]]:
    """Take the head of a text as Pelican reads it, and its body as ours does."""
    _, metadata = pelicans_reading(reader, path)
    head = Markdown(extensions=["meta"]).preprocessors["meta"]
    body = head.run(Path(path).read_text(encoding="utf-8-sig").split("\n"))
    conversion = convert("\n".join(body))
    assert conversion
    return conversion.html, metadata


pelicans_reading = pelican.readers.MarkdownReader.read


def slugify(value: str, *_given: object, **_named: object) -> str:
    """Make a part of an address as ours does, which has no options."""
    return slug(str(value))


def stand_nowhere() -> None:
    """Leave all to Pelican: our plugins are only there."""


def stand_for_markdown() -> None:
    """Let our conversion make the text of every Markdown file."""
    pelican.readers.MarkdownReader.read = read_markdown


def stand_for_slugs() -> None:
    """Let our addresses be those of Pelican's categories, tags, authors and contents."""
    for module in (pelican.utils, pelican.contents, pelican.urlwrappers):
        module.slugify = slugify


def stand_for_generator() -> None:
    """Let our generator be the one whose templates, files and environment are asked for."""
    tests = importlib.import_module("pelican.tests.test_generators")
    tests.Generator = NewsroomGenerator  # type: ignore[attr-defined]


def stand_for_writer() -> None:
    """Let our writer put every page and feed of Pelican's sites in place."""
    signals.get_writer.connect(choose_writer)
    signals.finalized.connect(build_output)


STANDING: dict[str, Callable[[], None]] = {
    "registered": stand_nowhere,
    "markdown": stand_for_markdown,
    "slugs": stand_for_slugs,
    "generator": stand_for_generator,
    "writer": stand_for_writer,
}


def pytest_configure() -> None:
    """Register our plugins as a settings file would, then take the place that is judged."""
    for name in runpy.run_path(str(ROOT / "pelicanconf.py"))["PLUGINS"]:
        importlib.import_module(name).register()
    STANDING[os.environ["JUDGED"]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the tests to fail whose rule we break on purpose, and no others."""
    for item in items:
        reason = CHOSEN.differs.get(item.name)
        if reason:
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))
