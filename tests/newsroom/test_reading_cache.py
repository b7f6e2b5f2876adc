"""What was read is kept, and what is kept is never trusted blindly."""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path

import pytest
from support.records import article

from plugins.newsroom.reading import Reading
from plugins.newsroom.reading_cache import NAME, ReadingCache
from plugins.newsroom.source_file import SourceFile

FILE = SourceFile(path="a.md", kind="article", digest="d1", data=b"", location=Path("a.md"))
READING = Reading(value=article())


def kept(folder: Path) -> Path:
    """Keep one reading and give the cache's file."""
    cache = ReadingCache(folder, "v1")
    cache.keep(FILE, READING)
    cache.save()
    return folder / NAME


def test_the_same_bytes_are_not_read_twice(tmp_path: Path) -> None:
    """A second build is quick."""
    kept(tmp_path)
    assert ReadingCache(tmp_path, "v1").recall(FILE) == READING


@pytest.mark.parametrize("changed", [{"digest": "d2"}, {"path": "b.md"}])
def test_other_bytes_or_another_path_are_read_anew(tmp_path: Path, changed: dict[str, str]) -> None:
    """An edit is never answered with yesterday's text."""
    kept(tmp_path)
    values = {"path": FILE.path, "digest": FILE.digest} | changed
    other = SourceFile(kind="article", data=b"", location=FILE.location, **values)
    assert ReadingCache(tmp_path, "v1").recall(other) is None


def test_another_version_of_the_reader_starts_afresh(tmp_path: Path) -> None:
    """An upgrade of Markdown renders everything again."""
    kept(tmp_path)
    assert ReadingCache(tmp_path, "v2").recall(FILE) is None


@pytest.mark.parametrize("length", [0, 1, 31, 32, 40, 200])
def test_a_truncated_cache_is_an_empty_cache(tmp_path: Path, length: int) -> None:
    """A killed build or a full disk does no harm to the next build."""
    path = kept(tmp_path)
    path.write_bytes(path.read_bytes()[:length])
    assert ReadingCache(tmp_path, "v1").recall(FILE) is None


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    """A damaged disk block never reaches a page."""
    path = kept(tmp_path)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(bytes(data))
    assert ReadingCache(tmp_path, "v1").recall(FILE) is None


class _Command:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch pwned",)


def test_a_foreign_cache_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever can write the cache cannot run code on the machine that builds."""
    monkeypatch.chdir(tmp_path)
    body = b"v1\n" + pickle.dumps({"a.md": ("d1", _Command())})
    (tmp_path / NAME).write_bytes(hashlib.sha256(body).digest() + body)
    assert ReadingCache(tmp_path, "v1").recall(FILE) is None
    assert not (tmp_path / "pwned").exists()
