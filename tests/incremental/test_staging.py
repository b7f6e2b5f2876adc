"""A build replaces the output whole or not at all, and touches no folder that is not its own."""

from __future__ import annotations

import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.incremental.completion import MARKER, Sum, mark_of_completion, total_in
from plugins.incremental.staging import (
    NotOurs,
    Staging,
)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def built(output: Path, **files: str) -> None:
    """Make an output of some files."""
    staging = Staging(output)
    for name, text in files.items():
        staging.write(f"{name}/index.html", text.encode())
    staging.take_the_place(mark_of_completion(len(files), Sum()))


def test_the_fresh_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """A deleted article leaves no page behind."""
    output = tmp_path / "output"
    built(output, cu="cũ", chung="một")
    built(output, moi="mới", chung="hai")
    found = tree(output)
    assert sorted(found) == [MARKER, "chung/index.html", "moi/index.html"]
    assert found["chung/index.html"] == b"hai"
    assert sorted(os.listdir(tmp_path)) == ["output"]


def test_an_abandoned_build_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    """What readers see does not change when a build fails half way."""
    output = tmp_path / "output"
    built(output, bai="cũ")
    before = tree(output)
    staging = Staging(output)
    staging.write("bai/index.html", b"half")
    staging.abandon()
    assert tree(output) == before


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    """A mistyped --output does not wipe an official's documents."""
    (tmp_path / "van-ban.docx").write_bytes(b"quan trong")
    with pytest.raises(NotOurs, match="không phải do lệnh dựng tạo ra"):
        Staging(tmp_path)
    assert (tmp_path / "van-ban.docx").read_bytes() == b"quan trong"


def test_a_stranger_beside_the_output_is_never_replaced(tmp_path: Path) -> None:
    """The fresh folder's own name may be taken by somebody too."""
    (tmp_path / "output.moi").mkdir()
    (tmp_path / "output.moi" / "x.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NotOurs):
        Staging(tmp_path / "output")


def test_a_build_killed_between_the_two_renames_is_undone(tmp_path: Path) -> None:
    """The site is there after a power cut, whatever the moment."""
    output = tmp_path / "output"
    built(output, bai="cũ")
    before = tree(output)
    output.rename(tmp_path / "output.cu")
    Staging(output).abandon()
    assert tree(output) == before


@pytest.mark.parametrize("place", ["../x", "/etc/x", "a/../../x", "", MARKER])
def test_nothing_is_written_outside_the_output(tmp_path: Path, place: str) -> None:
    """No address, however made, writes elsewhere on the machine."""
    staging = Staging(tmp_path / "output")
    with pytest.raises(ValueError, match="not a place"):
        staging.write(place, b"x")


def test_a_web_server_can_read_what_a_careful_umask_made(tmp_path: Path) -> None:
    """Nginx answers 403 to files of mode 600."""
    before = os.umask(0o077)
    try:
        built(tmp_path / "output", bai="x")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "output").rglob("*")}
    assert modes == {0o644, 0o755}


def test_an_output_without_its_mark_is_not_complete(tmp_path: Path) -> None:
    """What was never finished is never published."""
    output = tmp_path / "output"
    Staging(output)
    assert not total_in(tmp_path / "output.moi")
    built(output, bai="x")
    assert total_in(output)


def test_a_server_finds_the_old_page_or_the_new_one_at_every_moment(tmp_path: Path) -> None:
    """A reader who comes in the very instant of a build meets no error page."""
    output, seen, done = tmp_path / "output", set(), threading.Event()
    built(output, bai="0")

    def read() -> None:
        while not done.is_set():
            seen.add((output / "bai" / "index.html").read_text(encoding="utf-8"))

    with ThreadPoolExecutor() as pool:
        reader = pool.submit(read)
        for number in range(1, 101):
            built(output, bai=str(number))
        done.set()
        reader.result()
    assert len(seen) > 1
