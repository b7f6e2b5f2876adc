"""Files that nobody touched are not read again, and no edit is ever missed for it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from plugins.newsroom.digests import Digests

OLD = 1_600_000_000


def digest_of(
    folder: Path, text: str | None = None, *, time: int | None = OLD
) -> tuple[str, bytes]:
    """Look at one file of a content folder, after writing it when a text is given."""
    file = folder / "content" / "a.md"
    if text is not None:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if time:
            os.utime(file, (time, time))
    digests = Digests(folder / "cache", folder / "content")
    found = digests.of("a.md", file)
    digests.save()
    return found


def sha(text: str) -> str:
    """Give a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder whose file was looked at long after its last change."""
    digest_of(tmp_path, "một")
    clock = (tmp_path / "content" / "a.md").stat().st_ctime_ns + 10**10
    monkeypatch.setattr("time.time_ns", lambda: clock)
    digest_of(tmp_path)
    return tmp_path


def test_an_untouched_file_is_not_read(settled: Path) -> None:
    """A build over ten thousand articles reads none of them twice."""
    assert digest_of(settled) == (sha("một"), b"")


@pytest.mark.parametrize("text", ["hai", "dài hơn"])
def test_an_edit_is_seen_even_with_the_old_size_and_time(settled: Path, text: str) -> None:
    """A tool that sets times back does not hide an edit, since the inode's change time moves."""
    assert digest_of(settled, text)[0] == sha(text)


def test_a_file_that_was_just_written_is_read_again(tmp_path: Path) -> None:
    """Two saves within one tick of the clock are two edits."""
    digest_of(tmp_path, "một", time=None)
    assert digest_of(tmp_path) == (sha("một"), "một".encode())


@pytest.mark.parametrize("harm", [b"", b"x", b"0" * 64 + b"\n{}"])
def test_damaged_notes_only_cost_time(settled: Path, harm: bytes) -> None:
    """A damaged cache is an empty cache."""
    (notes,) = (settled / "cache" / "tom-tat").iterdir()
    notes.write_bytes(harm)
    assert digest_of(settled) == (sha("một"), "một".encode())
