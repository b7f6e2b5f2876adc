"""Nothing that an editor can type, or paste, reaches a reader as anything but text."""

from __future__ import annotations

import time
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]
from support.attacks import MARKS, attacks

from plugins.newsroom.composition import Fillings, plain
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.markdown_conversion import convert
from plugins.newsroom.markdown_text import render
from plugins.newsroom.markup_rules import ALLOWED, clean
from plugins.newsroom.reading import Reading

OUR_OWN = {
    "a": {"class", "aria-label"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "h1": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
}
SCHEMES = ("https://", "mailto:", "tel:")


class Live(HTMLParser):
    """Everything in a document that is neither text nor allowed, as an independent parser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect a tag or an attribute that no article may bear."""
        if tag not in ALLOWED and tag not in OUR_OWN:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ALLOWED.get(tag, {}) and name not in OUR_OWN.get(tag, set()):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src") and not safe(value or ""):
                self.found.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        """Collect a comment."""
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        """Collect a declaration."""
        self.found.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        """Collect a marked section."""
        self.found.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        """Collect a processing instruction."""
        self.found.append(f"<?{data}")


def safe(address: str) -> bool:
    """Say whether an address leads to an allowed place, whatever signs a browser reads over."""
    seen = "".join(sign for sign in address if sign > " ").lower()
    if seen.startswith(("//", "/\\", "\\")):
        return False
    return seen.startswith(SCHEMES) or ":" not in seen.split("/")[0].split("?")[0].split("#")[0]


def live(reading: Reading[Fragment]) -> list[str]:
    """Compose the text without resolving anything, and list what is live in it."""
    if reading.value is None:
        return []
    parser = Live()
    parser.feed(
        plain(
            reading.value,
            Fillings(
                link=lambda slot: (slot.target, ""),
                attachment=lambda slot: slot.target,
                picture=lambda slot: f'<img src="{escape(slot.source)}" alt="{escape(slot.alt)}">',
                shortcode=lambda slot: escape(slot.name),
            ),
        )
    )
    parser.close()
    return parser.found


def dom(markup: str) -> list[tuple[str, str, str, str]]:
    """Give a document as libxml2 understands it."""
    tree = html.fromstring(f"<div>{markup}</div>")
    return [
        (str(one.tag), repr(sorted(one.items())), one.text or "", one.tail or "")
        for one in tree.iter()
    ]


def is_error(reading: Reading[Fragment]) -> bool:
    """Say whether the build stops here."""
    return any(problem.is_error for problem in reading.problems)


def test_c01_an_attack_is_an_error_or_only_text() -> None:
    """A reader never meets what somebody slipped into an article; a reviewer meets it by name."""
    alive = []
    for attack in attacks():
        for text in (attack, f"Chữ {attack} chữ.", f"Chữ.\n\n{attack}\n\nChữ."):
            reading = render(text, path="bai.md", first_line=1)
            if not is_error(reading) and live(reading):
                alive.append(text)
    assert alive == []


SOUP = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=40).map("".join)


@settings(max_examples=1500, deadline=None)
@given(st.one_of(SOUP, st.text(max_size=200)))
@example("[^1]: \n\n[^1]: ")
@example("[^1]: [a]: b")
@example("<blockquote>\n\n# a</blockquote>")
@example("\x02wzxhzdk:0\x03")
def test_no_text_breaks_the_reading_or_comes_through_live(text: str) -> None:
    """Whatever is pasted, the build answers with problems, never with a crash or live code."""
    reading = render(text, path="bai.md", first_line=1)
    assert is_error(reading) or not live(reading)
    assert is_error(reading) or reading.value is not None


@settings(max_examples=1000, deadline=None)
@given(SOUP)
def test_c01_what_the_sanitiser_would_change_is_refused(text: str) -> None:
    """Nothing is cleaned in silence: another parser sees one document before and after."""
    reading = render(text, path="bai.md", first_line=1)
    made = convert(text) if text.strip() and not is_error(reading) else None
    assert made is None or dom(made.html) == dom(clean(made.html))


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_a_fragment_depends_on_the_text_alone(text: str) -> None:
    """A fragment is cached by content, so neither its path nor what came before may matter."""
    first = render(text, path="a.md", first_line=1).value
    render("[x]: /y/\n\n[^1]: z\n\n<div>", path="c.md", first_line=1)
    assert render(text, path="b/c.md", first_line=1).value == first


WORDS = st.lists(
    st.sampled_from(["cải", "cách", "hành", "chính", "UBND", "76/NQ-CP", "85,03", "%"]), min_size=1
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=6))
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    """Search, the saved text and the feed have every word of the article, in its order."""
    reading = render("\n\n".join(paragraphs), path="a.md", first_line=1)
    assert reading.value is not None
    assert reading.value.text.split() == " ".join(paragraphs).split()


UNITS = (
    *("[", "![", "[a](", "[a][", "<a ", "<", "<b>", "<b>\n", "<!--", "*a", "**a _b ", "`a``b", "&"),
    *("# a\n", "\n=", "\n>=", "---\n", "- ", "1. ", "> ", ">", "\\", "|a", "[^1]: a\n\n", "a\n\n"),
    *(
        "<https://",
        "<a@b.c>",
        "<div>\n\n",
        "\n\n<b title=x>",
        "[a]: b\n\n",
        "UBND",
        "(",
        "A.B@",
        ">\n:  >",
        "[^1]: a\n\n    b\n\n",
    ),
    *("- a\n", "a\n: b\n\n", "Cải cách hành chính. ", "|a|b|\n", "`a` ", "[a](/b/) "),
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_a_hundred_kilobytes_are_read_or_refused_in_five_seconds(unit: str) -> None:
    """Nobody can stop the newsroom's builds with one strange file."""
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    before = time.process_time()
    render(text, path="a.md", first_line=1)
    assert time.process_time() - before < 5
