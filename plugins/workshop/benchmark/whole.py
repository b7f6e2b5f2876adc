"""What production makes beside its pages: cards, Word files, pictures. Rows of their own."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from plugins.workshop.benchmark.bench import SEED, laid_out
from plugins.workshop.benchmark.cases import CASES
from plugins.workshop.benchmark.corpus import read_registers, samples
from plugins.workshop.benchmark.peers import WHOLE
from plugins.workshop.benchmark.results import Rows, row_of_runs
from plugins.workshop.benchmark.sites import Site

MEASURED = ("cold", "noop", "edit")
PICTURES = 24
#: A comment in a JPEG: another picture to whoever looks at its bytes, the same to a reader.
START, COMMENT = b"\xff\xd8", b"\xff\xfe"


def whole_rows(root: Path, articles: int, rounds: int) -> Rows:
    """Measure the build that production runs, with a card and a Word file for each article."""
    return _rows(root, articles, rounds, "whole")


def picture_rows(root: Path, rounds: int) -> Rows:
    """Measure it on a few articles, each with a picture of its own."""
    return _rows(root, PICTURES, rounds, "pictures", pictures=True)


def _rows(root: Path, articles: int, rounds: int, name: str, *, pictures: bool = False) -> Rows:
    with tempfile.TemporaryDirectory(prefix="do-") as folder:
        bench = laid_out(root, Path(folder), (WHOLE,), articles)
        for site in bench.sites if pictures else ():
            _with_pictures(root, site, articles)
        bench.warmed_up()
        return {
            f"{name}-{case}": {
                site: row_of_runs(runs) for site, runs in bench.runs(CASES[case], rounds).items()
            }
            for case in MEASURED
        }


def _with_pictures(root: Path, site: Site, articles: int) -> None:
    """Give every article a picture: the site's own, which a comment makes another one."""
    original = min((root / "content").rglob("*.jpg")).read_bytes()
    for number, sample in enumerate(
        samples(read_registers(root / "content", SEED), articles, SEED)
    ):
        text = f"{number:08}".encode()
        length = (len(text) + 2).to_bytes(2, "big")
        picture = site.folder / "content" / sample.path.replace(".md", ".jpg")
        picture.write_bytes(START + COMMENT + length + text + original.removeprefix(START))
        shown = f"![Bảy cột màu trên một bờ cát cong, phía xa là núi.]({picture.name})"
        site.write(replace(sample, body=f"{shown}\n\n{sample.body}"))
