"""What another program puts beside our files lives as long as they stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.ready_pages import put_in_place

PAGES = {"tin/a.html": b"a", "tin/b.html": b"b"}


class Place:
    """An output of two pages in one folder, each with a compressed copy that is not ours."""

    def __init__(self, folder: Path) -> None:
        self.output, self.cache = folder / "output", folder / "cache"
        self.cache.mkdir()
        self.build()
        for name in PAGES:
            (self.output / f"{name}.gz").write_bytes(b"packed")

    def build(self, *beside: str) -> None:
        """Put the pages in place."""
        put_in_place(PAGES, self.output, self.cache, beside=beside)

    def harm(self, name: str) -> None:
        """Alter a page, so that it is written again; its folder looks as before."""
        (self.output / name).write_bytes(b"altered")

    @property
    def copies(self) -> list[str]:
        """Name the pages that have a copy."""
        return sorted(path.stem for path in self.output.rglob("*.gz"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Give such an output."""
    return Place(tmp_path)


def test_a_strange_file_goes(place: Place) -> None:
    """Nobody can plant a file in the output that stays."""
    place.build()
    assert place.copies == []


def test_a_copy_stays_beside_a_page_that_stays(place: Place) -> None:
    """Ten thousand pages are not compressed again for one edit."""
    place.build(".gz")
    assert place.copies == ["a.html", "b.html"]


def test_a_copy_goes_when_its_page_is_written_again(place: Place) -> None:
    """A reader whose browser takes compressed pages must not see the page of yesterday."""
    place.harm("tin/a.html")
    place.build(".gz")
    assert place.copies == ["b.html"]
    place.harm("tin/b.html")
    place.build(".gz")
    assert place.copies == []


def test_a_copy_of_nothing_goes(place: Place) -> None:
    """The ending alone makes no file ours."""
    (place.output / "tin" / "c.html.gz").write_bytes(b"packed")
    (place.output / "tin" / ".gz").write_bytes(b"packed")
    place.build(".gz")
    assert place.copies == ["a.html", "b.html"]
