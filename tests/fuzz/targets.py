"""What is fed with bytes that no person writes: every reader that stands at the door.

`python tests/fuzz/targets.py NAME [options of libFuzzer]` feeds one of them; a reader may answer
with Problems, and with nothing else. `inv fuzz` runs them all.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import atheris  # type: ignore[import-untyped]  # noqa: E402 - it must see the readers imported

with redirect_stderr(StringIO()), atheris.instrument_imports(include=["plugins", "markdown"]):
    from support.score_files import scorecard

    from plugins.newsroom import registers_reading as registers
    from plugins.newsroom.office_files import office_fault
    from plugins.newsroom.sections_reading import read_sections
    from plugins.newsroom.source_file import SourceFile
    from plugins.newsroom.text_reading import read_text
    from plugins.publishing.manifest import read_manifest
    from plugins.vietnamese.dates import read_moment
    from plugins.vietnamese.legacy import decode


def text(data: bytes) -> None:
    """Read an article and a standing page: front matter, Markdown, sanitiser, dates."""
    for kind, path in (
        ("article", "tin-bai/a/b/2023-03-23-bai.md"),
        ("standing_page", "trang/trang.md"),
    ):
        digest = hashlib.sha256(data).hexdigest()
        read_text(SourceFile(path=path, kind=kind, digest=digest, data=data, location=Path("x")))


def body(data: bytes) -> None:
    """Read the same bytes as what stands below sound front matter."""
    text(b'---\ntitle: "x"\ndate: "23/03/2023"\nsummary: x\n---\n\n' + data)


def table(data: bytes) -> None:
    """Read each register, and a table of sections."""
    written = decode(data)
    if isinstance(written, str):
        read_sections(written, "chuyen-trang.toml")
        read_moment(written)
        for read, header in (
            (registers.read_agencies, registers.AGENCY_HEADER),
            (registers.read_localities, registers.LOCALITY_HEADER),
            (registers.read_abbreviations, registers.ABBREVIATION_HEADER),
            (registers.read_topics, registers.TOPIC_HEADER),
            (registers.read_hosts, registers.HOST_HEADER),
        ):
            list(read(written, "x.csv"))
            list(read(",".join(header) + "\n" + written, "x.csv"))


def scores(data: bytes) -> None:
    """Read a score sheet, and a scorecard's definition."""
    scorecard(ky_2022=data)
    written = decode(data)
    if isinstance(written, str):
        scorecard(card=written)


def manifest(data: bytes) -> None:
    """Read what a server says of its release."""
    with suppress(ValueError):  # what it says for anything that is none
        read_manifest(json.loads(data))


def office(data: bytes) -> None:
    """Look at a Word file, and at one with a sound shell."""
    office_fault(BytesIO(data), ".docx")
    shell = BytesIO()
    with ZipFile(shell, "w") as archive:
        archive.writestr("[Content_Types].xml", data)
        archive.writestr("_rels/.rels", data)
    office_fault(shell, ".xlsx")


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (text, body, table, scores, manifest, office)
}

if __name__ == "__main__":
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], lambda data: target(data or b"\n"))
    atheris.Fuzz()
