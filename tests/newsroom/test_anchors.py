"""Anchors are unique, readable and the same in every build."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from plugins.newsroom.anchors import PAGE_ANCHORS, Anchors, popover_anchor, term_anchor

ROOT = Path(__file__).parents[2]


def test_an_anchor_asked_for_again_is_numbered() -> None:
    """Two headings «Kết quả» are two places."""
    anchors = Anchors()
    given = [anchors.give(name) for name in ("ket-qua", "ket-qua-2", "ket-qua", "ket-qua", "a")]
    assert given == ["ket-qua", "ket-qua-2", "ket-qua-3", "ket-qua-4", "a"]
    assert anchors.given == tuple(given)


def test_no_heading_takes_an_anchor_of_the_theme() -> None:
    """«Tới nội dung» leads past the menu also in an article with a heading «Nội dung»."""
    files = sorted((ROOT / "theme").rglob("*.html"))
    ids = {i for file in files for i in re.findall(r'\bid="([^"{]+)"', file.read_text("utf-8"))}
    assert ids <= PAGE_ANCHORS


def test_an_abbreviation_of_plain_capitals_is_its_own_anchor() -> None:
    """An address that somebody shares can be read aloud."""
    assert (term_anchor("UBND"), popover_anchor("PAR INDEX")) == (
        "tu-ubnd",
        "tvt-par-index-" + term_anchor("PAR INDEX").removeprefix("tu-par-index-"),
    )


def test_every_abbreviation_of_the_register_has_an_anchor_of_its_own() -> None:
    """ĐA and DA, TT&TT and TT-TT, TTr and TTR never lead to one entry."""
    path = ROOT / "content" / "tu-viet-tat.csv"
    with path.open(encoding="utf-8", newline="") as file:
        shorts = {row["viet-tat"] for row in csv.DictReader(file)}
    anchors = {term_anchor(short) for short in shorts}
    assert len(anchors) == len(shorts)
    assert all(re.fullmatch(r"tu-[a-z0-9]+(?:-[a-z0-9]+)*", anchor) for anchor in anchors)
