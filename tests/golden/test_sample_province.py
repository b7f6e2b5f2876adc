"""The sample province, compared file by file with what was accepted before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions
from plugins.vietnamese.dates import ZONE

SAMPLE = Path(__file__).parent / "tinh-mau"
EXPECTED = SAMPLE / "expected"
TEXT = {".html", ".xml", ".json", ".txt", ".map"}
MADE_BY_BYTES = re.compile(r"(/tai-nguyen/[a-z0-9-]+\.|/anh/)[0-9a-f]{8,64}")
HIDDEN = ("Chữ này không được hiện", "Chữ của bản nháp", "Chữ của bài hẹn giờ")

pytestmark = pytest.mark.golden


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample province for a fixed minute."""
    folder = tmp_path_factory.mktemp("tinh-mau")
    report = build(
        BuildOptions(
            content=SAMPLE / "content",
            output=folder / "output",
            cache=folder / "cache",
            settings=SAMPLE / "tinhmauconf.py",
            workers=1,
            now=datetime(2026, 11, 24, 8, 0, tzinfo=ZONE),
        )
    )
    assert [str(problem) for problem in report.problems] == []
    return folder / "output"


def test_the_sample_province_is_what_was_accepted(
    output: Path, request: pytest.FixtureRequest
) -> None:
    """A change of any page of any kind is seen by whoever reviews it."""
    found = dict(texts(output))
    if request.config.getoption("--bless"):
        accept(found)
    assert found == dict(texts(EXPECTED))


def test_what_is_not_published_is_nowhere_in_the_output(output: Path) -> None:
    """A draft, a withdrawn text and an embargoed one leave no trace, in whatever kind of file."""
    whole = b"".join(path.read_bytes() for path in output.rglob("*") if path.is_file())
    assert [text for text in HIDDEN if text.encode() in whole] == []


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Give every text file of a folder, without the digests that only say that bytes changed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in TEXT and path.name != ".ban-dung.json":
            text = path.read_text(encoding="utf-8")
            yield path.relative_to(folder).as_posix(), MADE_BY_BYTES.sub(r"\g<1>…", text)


def accept(found: dict[str, str]) -> None:
    """Make what was found the accepted state."""
    for path in sorted(EXPECTED.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, text in found.items():
        place = EXPECTED / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
