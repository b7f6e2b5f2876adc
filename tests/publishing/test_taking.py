"""What was built is taken down by what the build knows of it; what lies otherwise is not sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.tiny import NOW, TinySite, tiny_site

from plugins.incremental.completion import MARKER
from plugins.publishing.commit import Commit, NotPublishable
from plugins.publishing.manifest import Manifest
from plugins.publishing.taking import taken

PAGE = "index.html"
COMMIT = Commit(sequence=7, id="a" * 40, by="Người thử")


@pytest.fixture
def built(tmp_path: Path) -> TinySite:
    """Build a site of one article."""
    site = tiny_site(tmp_path / "site", tmp_path / "cache")
    assert site.build().is_built
    return site


def look_over(site: TinySite) -> Manifest:
    """Take the site down."""
    return taken(site.output, site.cache, COMMIT, NOW, site="https://mau.example").manifest


def test_b07_a_file_that_changed_after_the_build_is_not_published(built: TinySite) -> None:
    """The manifest tells what was built: other bytes at that place are somebody else's."""
    page = built.output / PAGE
    page.write_bytes(page.read_bytes().replace(b"</main>", b"<a href=x>x</a></main>"))
    with pytest.raises(NotPublishable, match="không còn như vừa dựng xong"):
        look_over(built)


@pytest.mark.parametrize("said", ["", "{}", '{"files": 1, "sha256": "00"}\n'])
def test_b06_an_output_that_is_not_the_memorys_is_not_published(built: TinySite, said: str) -> None:
    """A folder whose marker is lost, empty or of another build is not a release."""
    (built.output / MARKER).write_text(said, encoding="utf-8")
    with pytest.raises(NotPublishable, match="trọn vẹn"):
        look_over(built)


def test_b08_what_is_remembered_is_what_would_be_found(built: TinySite) -> None:
    """A memory that is lost, cut short or altered costs time, never a word of the manifest."""
    first = look_over(built)
    memory = built.cache / "xuat-ban" / "kiem-ke.txt"
    whole = memory.read_bytes()
    assert look_over(built) == first
    for damaged in (b"", whole[:-1], whole.replace(b'"size": ', b'"size": 1', 1), b"\xff"):
        memory.write_bytes(damaged)
        assert look_over(built) == first
        assert memory.read_bytes() == whole
