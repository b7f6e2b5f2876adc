"""The writer makes only what is not there already, made from the same things."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.incremental.ledger import present
from plugins.incremental.staging import MARKER, is_complete
from plugins.incremental.writer import Writer


def build(folder: Path, **files: str) -> Writer:
    """Build some files, each made from its own text."""
    writer = Writer(folder / "output", folder / "cache")
    for name, text in files.items():
        writer.put(f"{name}/index.html", text, text.encode)
    writer.finish()
    return writer


def read(folder: Path) -> dict[str, str]:
    """Give every file of the output with its text."""
    output = folder / "output"
    return {name: (output / name).read_text(encoding="utf-8") for name in present(output)}


def test_what_was_made_from_the_same_things_is_not_made_again(tmp_path: Path) -> None:
    """An edit of one article costs one page, however many there are."""
    build(tmp_path, a="1", b="2")
    writer = build(tmp_path, a="1", b="3")
    assert writer.made == writer.written == ["b/index.html"]
    assert read(tmp_path) == {"a/index.html": "1", "b/index.html": "3"}


def test_what_comes_out_equal_is_not_written(tmp_path: Path) -> None:
    """A file whose bytes stay is neither compressed nor sent to the server again."""
    build(tmp_path, a="1", b="2")
    before = present(tmp_path / "output")
    writer = Writer(tmp_path / "output", tmp_path / "cache")
    writer.put("a/index.html", "another mark", b"1".decode().encode)
    writer.put("b/index.html", "2", b"2".decode().encode)
    writer.finish()
    assert (writer.made, writer.written) == (["a/index.html"], [])
    assert present(tmp_path / "output") == before


def test_what_nothing_asks_for_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A deleted article leaves neither a page nor an empty folder."""
    build(tmp_path, a="1", b="2")
    writer = build(tmp_path, a="1")
    assert writer.removed == ["b/index.html"]
    assert not (tmp_path / "output" / "b").exists()


@pytest.mark.parametrize("harm", ["altered", "deleted", "foreign"])
def test_an_output_that_somebody_touched_is_put_right(tmp_path: Path, harm: str) -> None:
    """Whoever edits or plants a file in the output by hand sees it undone by the next build."""
    build(tmp_path, a="1", b="2")
    page = tmp_path / "output" / "a" / "index.html"
    match harm:
        case "altered":
            page.write_text("cờ bạc", encoding="utf-8")
        case "deleted":
            page.unlink()
        case _:
            page.with_name("x.php").write_text("<?php", encoding="utf-8")
    build(tmp_path, a="1", b="2")
    assert read(tmp_path) == {"a/index.html": "1", "b/index.html": "2"}


@pytest.mark.parametrize("harm", [b"", b"x", b"0" * 64 + b"\n{}"])
def test_a_damaged_ledger_only_costs_time(tmp_path: Path, harm: bytes) -> None:
    """A damaged or foreign cache is an empty cache."""
    build(tmp_path, a="1", b="2")
    (ledger,) = (tmp_path / "cache" / "so-cai").iterdir()
    ledger.write_bytes(harm)
    assert build(tmp_path, a="1", b="2").made == ["a/index.html", "b/index.html"]
    assert read(tmp_path) == {"a/index.html": "1", "b/index.html": "2"}


def test_a_build_that_was_killed_while_moving_in_is_finished_by_the_next(tmp_path: Path) -> None:
    """Once the journal is written, what it says happens, whenever the power comes back."""
    build(tmp_path, a="1", b="2", c="3")
    writer = Writer(tmp_path / "output", tmp_path / "cache")
    writer.put("a/index.html", "1", b"1".decode().encode)
    writer.put("b/index.html", "9", b"9".decode().encode)
    fresh, output = tmp_path / "output.moi", tmp_path / "output"
    (output / "b" / "index.html").unlink()
    (output / "b" / "index.html").mkdir()  # the move fails here, after the journal
    with pytest.raises(OSError, match="directory"):
        writer.finish()
    assert not is_complete(output)
    assert (fresh / ".so-ghi.json").is_file()
    (output / "b" / "index.html").rmdir()
    Writer(output, tmp_path / "cache").abandon()
    assert read(tmp_path) == {"a/index.html": "1", "b/index.html": "9"}
    assert is_complete(output)


def test_incremental_and_clean_builds_leave_the_same_marker(tmp_path: Path) -> None:
    """The two trees are the same to the last byte."""
    build(tmp_path, a="1", b="2")
    build(tmp_path, b="2", a="3")
    build(tmp_path / "clean", a="3", b="2")
    places = (tmp_path / "output", tmp_path / "clean" / "output")
    assert len({(place / MARKER).read_bytes() for place in places}) == 1
