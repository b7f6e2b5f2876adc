"""Every way of writing that editors have, and what becomes of it, case by case in fixtures/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsroom.composition import Fillings, fill, plain
from plugins.newsroom.fragment import (
    AttachmentSlot,
    Fragment,
    LinkSlot,
    PictureSlot,
    Piece,
    ShortcodeSlot,
)
from plugins.newsroom.fragment import TermSlot as Term
from plugins.newsroom.markdown_text import render
from plugins.newsroom.reading import Reading

FIXTURES = Path(__file__).parent / "fixtures"
MEANINGS = {"UBND": "Ủy ban nhân dân", "TT&TT": "Thông tin & Truyền thông", "DA": "<Dự án>"}


def shown(piece: Piece) -> str:
    """Write a slot so that it can be read between pieces of HTML."""
    match piece:
        case LinkSlot():
            return f"⟦link {piece.target} | {piece.text} | {piece.line}⟧"
        case AttachmentSlot():
            return f"⟦attachment {piece.target}⟧"
        case PictureSlot():
            alone = " | alone" if piece.alone else ""
            words = f"{piece.source} | {piece.alt} | {piece.title}"
            return f"⟦picture {words} | {piece.line}{alone}⟧"
        case ShortcodeSlot():
            return f"⟦shortcode {piece.name} {dict(piece.arguments)} | {piece.line}⟧"
        case Term():
            return f"⟦term {piece.term}⟧"
        case str():
            return piece


def pieces(reading: Reading[Fragment]) -> str:
    """Show the pieces of a fragment that has no problem."""
    assert reading.problems == ()
    assert reading.value is not None
    return "".join(map(shown, reading.value.pieces))


def problems(reading: Reading[Fragment]) -> str:
    """Show every problem as the terminal does."""
    return "\n".join(map(str, reading.problems))


def text(reading: Reading[Fragment]) -> str:
    """Show the plain text, tabs made visible."""
    assert reading.value is not None
    return reading.value.text.replace("\t", "⇥")


def composed(reading: Reading[Fragment]) -> str:
    """Show the text as a page has it, then as a feed has it, then what it explains."""
    assert reading.value is not None

    def picture(slot: PictureSlot) -> str:
        return f"<picture {slot.source}>"

    def link(slot: LinkSlot) -> tuple[str, str]:
        return f"/{slot.target}?a&b", "" if slot.target.startswith("trong") else "noopener"

    fillings = Fillings(
        link=link,
        attachment=lambda slot: f"tệp {slot.target}",
        picture=picture,
        shortcode=lambda slot: f"<section>{slot.name}</section>",
    )
    filled = fill(reading.value, fillings, MEANINGS)
    explained = "\n".join(f"{t.short} = {t.meaning} #{t.anchor}" for t in filled.terms)
    kept = plain(reading.value, replace(fillings, shortcode=lambda _: ""))
    return f"{filled.html}\n{kept}\n{explained}".rstrip("\n")


WAYS: dict[str, Callable[[Reading[Fragment]], str]] = {
    "pieces": pieces,
    "terms": pieces,
    "tables": pieces,
    "footnotes": pieces,
    "problems": problems,
    "html": problems,
    "links": problems,
    "plain-text": text,
    "composition": composed,
}


def cases(path: Path) -> list[list[str]]:
    """Read the cases of a fixture: title, input and output, each ended by a line with a dot."""
    blocks = path.read_text(encoding="utf-8").split("\n.\n")
    return [
        [part.lstrip("\n") for part in blocks[at : at + 3]] for at in range(0, len(blocks) - 1, 3)
    ]


ALL = [(name, title) for name in WAYS for title, _, _ in cases(FIXTURES / f"{name}.md")]


@pytest.mark.golden
@pytest.mark.parametrize(("name", "title"), ALL)
def test_a_text_becomes_what_its_fixture_says(name: str, title: str, *, bless: bool) -> None:
    """Whoever changes how texts are read sees each way of writing that comes out otherwise."""
    path = FIXTURES / f"{name}.md"
    known = cases(path)
    case = next(case for case in known if case[0] == title)
    found = WAYS[name](render(case[1], path="bai.md", first_line=1))
    if bless and found != case[2]:
        case[2] = found
        path.write_text("\n".join(f"{t}\n.\n{i}\n.\n{o}\n.\n" for t, i, o in known), "utf-8")
    assert found == case[2]


def test_every_fixture_is_read() -> None:
    """A fixture that no test reads would say nothing."""
    assert sorted(path.stem for path in FIXTURES.glob("*.md")) == sorted(WAYS)
