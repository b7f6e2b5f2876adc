"""Readers at the door answer anything with values or Problems; nothing else comes of it."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.front_matter import FrontMatter, take_apart
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers_reading import TOPIC_HEADER
from plugins.newsroom.sections_reading import read_sections
from plugins.newsroom.tables import Record, read_table
from plugins.newsroom.yaml_fields import read_yaml
from plugins.publishing.manifest import read_manifest
from plugins.vietnamese.dates import read_moment

#: Signs that YAML, TOML and CSV each take for something of their own.
SIGNS = (
    *":-#&*!|>'\"%@`{}[],=.;?~<\\ \n\t\r\x00\u2028\ufeffĐ",
    *("---", "...", "<<", "'''", "  ", "\n\n", "e\u0301", "title", "ma", "ten", "id"),
    *("!!python/name:os.system", "[[chuyen-trang]]", "01/04/2023"),
)
SOUP = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=3)), max_size=30).map("".join)
MANY = settings(max_examples=1000, deadline=None)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner)),
    max_leaves=5,
)
ENTRY = {"sha256": "0" * 64, "size": 1, "type": "text/html", "status": 301, "to": "/x/"}
HEAD = {"site": "x", "sequence": 1, "commit": "0", "by": "x", "built": "2026-11-24T08:00+07:00"}
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@MANY
@given(SOUP)
def test_b10_any_front_matter_is_read_or_told(head: str) -> None:
    """Whatever stands between the two lines, an editor gets its fields or a sentence."""
    assert isinstance(take_apart(f"---\n{head}\n---\n\nx", "a.md"), FrontMatter | Problem)
    read_yaml(head, "a.md")


@MANY
@given(SOUP)
def test_b10_any_table_is_read_or_told(text: str) -> None:
    """Whatever a spreadsheet saved, an editor gets rows or sentences with lines."""
    for whole in (text, ",".join(TOPIC_HEADER) + "\n" + text):
        for one in read_table(whole, "the.csv", TOPIC_HEADER, ("ma", "ten")):
            assert isinstance(one, Record | Problem)
    assert read_sections(text, "chuyen-trang.toml").problems is not None


@MANY
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=5))
def test_b10_every_cell_comes_back(rows: list[list[str]]) -> None:
    """What was typed into a cell is what the page shows, but for the space around it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerows([TOPIC_HEADER, *rows])
    found = list(read_table(written.getvalue(), "the.csv", TOPIC_HEADER, ()))
    full = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(found) == len(full)
    assert all(isinstance(one, Record) for one in found)


@MANY
@given(SOUP)
def test_b10_any_date_is_read_or_told(text: str) -> None:
    """Whatever stands for a date, there is one, or a sentence."""
    assert read_moment(text) is not None


@MANY
@given(st.sampled_from((*HEAD, "expires", "files", *ENTRY, "entry", "whole")), JSON)
def test_b10_anything_that_is_no_manifest_is_refused(name: str, odd: object) -> None:
    """A server that was taken over can answer anything, and stops nobody's work."""
    entry = {**ENTRY, name: odd} if name in ENTRY else odd if name == "entry" else ENTRY
    said: dict[str, object] = {**HEAD, "expires": HEAD["built"], "files": {"x": entry}}
    if name in said:
        said[name] = odd
    with suppress(ValueError):
        found = read_manifest(odd if name == "whole" else said)  # type: ignore[arg-type]  # the point
        assert dict(found.files) is not None  # entries are read when somebody asks for them
