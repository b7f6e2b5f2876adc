"""Colours: every pair that meets on a page can be read (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

from __future__ import annotations

import re

import pytest
from support.theme import THEME

TOKENS = (THEME / "styles" / "tokens.css").read_text("utf-8")
LOOKS = {
    "light": r":root",
    "dark of the system": r":root:not\(\[data-theme\]\)",
    "dark by choice": r':root\[data-theme="dark"\]',
    "high contrast": r':root\[data-theme="contrast"\]',
}
TEXT = (
    *(("ink", "paper"), ("ink", "surface"), ("ink", "accent-wash"), ("paper", "ink")),
    *(("muted", "paper"), ("muted", "surface"), ("accent", "paper"), ("accent", "surface")),
    *(("accent", "accent-wash"), ("paper", "accent"), ("band-ink", "band")),
)
PARTS = (("edge", "paper"), ("focus", "paper"), ("focus", "surface"), ("band-ink", "band"))


def colours(selector: str) -> dict[str, str]:
    """Read the colours of one look."""
    block = re.search(rf"(?:^|\n)\s*{selector} \{{(.*?)\}}", TOKENS, re.DOTALL)
    assert block
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block[1]))


def luminance(colour: str) -> float:
    """Give a colour's relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    """The other tests measure with a true yardstick."""
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
def test_all_text_reaches_the_higher_level(look: str) -> None:
    """A reader with weak sight can read every word (AAA, 7:1)."""
    found = colours(LOOKS[look])
    weak = {
        pair: round(contrast(found[pair[0]], found[pair[1]]), 2)
        for pair in TEXT
        if contrast(found[pair[0]], found[pair[1]]) < 7
    }

    assert weak == {}


@pytest.mark.parametrize("look", LOOKS)
def test_edges_of_controls_and_the_focus_can_be_seen(look: str) -> None:
    """A reader finds fields, stars and the focused link (AA, 3:1)."""
    found = colours(LOOKS[look])
    weak = {
        pair: round(contrast(found[pair[0]], found[pair[1]]), 2)
        for pair in PARTS
        if contrast(found[pair[0]], found[pair[1]]) < 3
    }

    assert weak == {}


def test_dark_is_one_look_however_it_was_chosen() -> None:
    """A reader who chooses dark sees what the system's dark shows."""
    assert colours(LOOKS["dark by choice"]) == colours(LOOKS["dark of the system"])


def test_the_browsers_own_bar_has_the_colour_of_the_band() -> None:
    """On a phone the page and the browser around it are of one piece."""
    frame = (THEME / "templates" / "frame.html").read_text("utf-8")
    bars = dict(
        re.findall(r'"theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)', frame)
    )

    assert bars == {
        colours(LOOKS["light"])["band"]: "light",
        colours(LOOKS["dark by choice"])["band"]: "dark",
    }
