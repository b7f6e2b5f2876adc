"""What a build keeps for the next one is whole, or it is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.newsroom.keeping import Entry, keep, kept, key_of

KEY = key_of("ảnh", "1")


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    """A second build makes no picture again."""
    made = keep(tmp_path, KEY, {"b.png": b"hai", "a.png": b"mot"}, width=3)
    assert made == Entry(facts={"width": 3}, names=("b.png", "a.png"))
    assert kept(tmp_path, KEY) == made
    assert (tmp_path / "a.png").read_bytes() == b"mot"


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    """The first build starts from nothing, without even a folder."""
    assert kept(tmp_path / "chua-co", KEY) is None


@pytest.mark.parametrize("damage", [b"", b"ha", b"hax", b"hai hai"])
def test_a_damaged_file_makes_the_entry_empty(tmp_path: Path, damage: bytes) -> None:
    """Half a picture after a full disk is made again, never published."""
    keep(tmp_path, KEY, {"a.png": b"mot", "b.png": b"hai"})
    (tmp_path / "b.png").write_bytes(damage)
    os.utime(tmp_path / "b.png", ns=(1, 1))
    assert kept(tmp_path, KEY) is None


def test_a_missing_file_makes_the_entry_empty(tmp_path: Path) -> None:
    """A cache that somebody tidied by hand is made whole again."""
    keep(tmp_path, KEY, {"a.png": b"mot"})
    (tmp_path / "a.png").unlink()
    assert kept(tmp_path, KEY) is None


def test_a_damaged_record_makes_the_entry_empty(tmp_path: Path) -> None:
    """Any flipped or missing byte of the record is seen, whatever still reads as JSON."""
    keep(tmp_path, KEY, {"a.png": b"mot"}, width=3)
    record = tmp_path / f"{KEY}.json"
    whole = record.read_bytes()
    for position in range(len(whole)):
        record.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert kept(tmp_path, KEY) is None, position
        record.write_bytes(whole[:position])
        assert kept(tmp_path, KEY) is None, position


def test_a_restored_cache_is_read_once_and_then_trusted(tmp_path: Path) -> None:
    """A cache that came out of an archive has other file times, but the same bytes."""
    made = keep(tmp_path, KEY, {"a.png": b"mot"}, width=3)
    os.utime(tmp_path / "a.png", ns=(10**18, 10**18))
    before = (tmp_path / f"{KEY}.json").read_bytes()
    assert kept(tmp_path, KEY) == made
    assert (tmp_path / f"{KEY}.json").read_bytes() != before
    assert kept(tmp_path, KEY) == made


def test_nothing_unfinished_stays_behind(tmp_path: Path) -> None:
    """Each file is renamed into its place, so a killed build leaves no half of one."""
    keep(tmp_path, KEY, {"a.png": b"mot"})
    keep(tmp_path, KEY, {"a.png": b"mot"})
    assert set(os.listdir(tmp_path)) == {f"{KEY}.json", "a.png"}


def test_a_key_tells_its_parts_apart() -> None:
    """Two articles never share a file because their texts join to the same letters."""
    keys = {key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}
    assert len(keys) == 4
