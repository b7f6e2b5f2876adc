"""A plain text read without Markdown becomes exactly what Markdown would have made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.attacks import attacks

from plugins.newsroom import plain_markdown
from plugins.newsroom.installed import installed_version
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.markdown_text import render
from plugins.newsroom.marked_up_text import read_marked_up
from plugins.newsroom.plain_markdown import read_plain
from plugins.workshop.benchmark.corpus import read_registers, samples
from plugins.workshop.benchmark.dialects import for_us

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FIXTURES = Path(__file__).parent / "fixtures"
FIRST_LINE = 9

ORDINARY = ("cải", "cách", "Ủy", "ban", "UBND", "TT&TT", "VNeID", "76/NQ-CP", "85,03", "“UBND”")
ODD = (
    *("1.", "2.", "1)", "-", "–", "…", "#", "&", "&#3", "R&D;", "a:b", "'x'", '"y"', "a  b", "="),
    *(
        "a@b.vn",
        "www.a.vn",
        "https://a.vn/x",
        "?a=1&copy=2",
        ":",
        "(UBND)",
        "22/2023/TT-BTTTT",
        "!",
    ),
)
WORD = st.sampled_from(ORDINARY * 30 + ODD)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
SAFE = (
    "/a/",
    "bai.md",
    "../x/mau.docx",
    "../x/2024-01-02-ten.md#muc",
    "https://a.vn/b?c=d&e=f#g",
    "#neo",
    "%zz",
)
UNSAFE = (
    *("https://a-b.gov.vn", "//a.vn", "http://a.vn/", "javascript:x", "a:b", "HTTPS://A.vn/", "?x"),
    *("https://1.2.3/", "https://xn--a.vn/", "mailto:a@b.vn", "https://a.vn:80/"),
)
TARGET = st.sampled_from(SAFE * 20 + UNSAFE)
MARKED = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"**{words}**"),
    WORDS.map(lambda words: f"*{words}*"),
    st.tuples(WORDS, TARGET).map(lambda pair: f"[{pair[0]}]({pair[1]})"),
)
LINE = st.lists(MARKED, min_size=1, max_size=4).map(" ".join)
RULE = st.sampled_from(("---", ":--", "--:", ":-:", " --- ", "-"))


def table(columns: int) -> st.SearchStrategy[str]:
    """Draw a table, most often with as many cells in every row as there are columns."""
    cell = st.one_of(MARKED, st.just(""), st.just(" "))
    row = st.lists(cell, min_size=columns, max_size=columns)
    odd = st.lists(cell, min_size=1, max_size=4)
    rows = st.tuples(row, st.lists(RULE, min_size=columns, max_size=columns)).flatmap(
        lambda two: st.lists(
            st.sampled_from((row,) * 12 + (odd,)).flatmap(lambda drawn: drawn),
            min_size=1,
            max_size=3,
        ).map(lambda body: [*two, *body])
    )
    return rows.map(lambda all_rows: "\n".join(f"|{'|'.join(one)}|" for one in all_rows))


BLOCK = st.one_of(
    st.tuples(st.sampled_from((2, 3, 2, 3, 4, 5, 6, 2, 3, 1, 7)), WORDS).map(
        lambda pair: f"{'#' * pair[0]} {pair[1]}"
    ),
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    st.lists(st.tuples(st.sampled_from("---*+"), LINE), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{sign} {item}" for sign, item in items)
    ),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{at}. {item}" for at, item in enumerate(items, 1))
    ),
    st.integers(1, 3).flatmap(table),
)
GAP = st.sampled_from((*("\n\n",) * 12, "\n\n\n", "\n"))
TEXT = st.lists(st.tuples(BLOCK, GAP), min_size=1, max_size=4).map(
    lambda blocks: "".join(part for pair in blocks for part in pair)
)
SIGN = st.one_of(
    st.sampled_from(
        ("*", "**", "[", "]", "](", "!", "&", ";", "|", "#", "- ", " ", "  ", "\n", "1. ")
    ),
    st.sampled_from(
        ("---", "===", ": ", "<b>", "_", "`", "\\", "\t", "\xa0", "[[a]]", "[^1]", "> ")
    ),
    st.characters(),
)


def near(pair: tuple[str, tuple[str, int]]) -> str:
    """Put a sign somewhere into a text."""
    text, (sign, place) = pair
    at = place % (len(text) + 1)
    return text[:at] + sign + text[at:]


NEARLY = st.tuples(TEXT, st.tuples(SIGN, st.integers(0, 10_000))).map(near)


def assert_is_what_markdown_makes(text: str) -> bool:
    """Read a text both ways; say whether the short one was open to it."""
    if read_plain(text, FIRST_LINE) is None:
        return False
    manuscript = Manuscript(path="a.md", first_line=FIRST_LINE, text=text)
    assert render(text, path="a.md", first_line=FIRST_LINE) == read_marked_up(manuscript)
    return True


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEXT, NEARLY))
@example("a **b** c\n\n## d\ne\n\n- f\n- [g](/h/)\n")
@example("|a|b|\n|:-|-:|\n||UBND|\n|**c**|[d](/e/)|")
def test_a_text_is_read_the_same_both_ways(text: str) -> None:
    """A reader cannot tell, by any sign or line number, how an article was read."""
    assert_is_what_markdown_makes(text)


PROSE = st.lists(st.sampled_from(("cải", "cách", "UBND", "TT&TT", "85,03%", "(một)")), min_size=1)


@settings(max_examples=100, deadline=None)
@given(st.lists(PROSE.map(" ".join), min_size=4, max_size=4))
def test_the_shapes_of_an_article_are_plain(words: list[str]) -> None:
    """An article's headings, paragraphs, lists, tables, links and emphasis cost nobody a wait."""
    first, second, third, fourth = (f"Có {line}" for line in words)
    text = (
        f"\n{first}\n{second} **{third}** *{fourth}* [{first}](../a.md).\n\n## {second}\n\n"
        f"- {third}\n- {fourth}\n\n### {third}\n1. {first}\n2. {second}\n\n"
        f"| {first} | {second} |\n|---|--:|\n| {third} | |\n"
    )
    assert assert_is_what_markdown_makes(text)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: path.stem)
def test_the_articles_of_the_site_are_plain(path: Path) -> None:
    """The short way is worth its keep only while articles take it."""
    _, _, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert assert_is_what_markdown_makes(body)


def test_the_articles_that_are_measured_are_plain() -> None:
    """The numbers of docs/benchmark.md are those of the short way."""
    for sample in samples(read_registers(CONTENT, 1), 20, 1):
        assert assert_is_what_markdown_makes(for_us(sample).split("---\n", 2)[2])


def test_every_way_of_writing_of_the_fixtures_is_read_the_same_both_ways() -> None:
    """What somebody once thought worth a fixture is worth asking here too."""
    texts = [
        case
        for path in sorted(FIXTURES.glob("*.md"))
        for case in path.read_text(encoding="utf-8").split("\n.\n")
    ]
    texts += attacks()
    assert any(map(assert_is_what_markdown_makes, texts))
    for text in texts:
        assert_is_what_markdown_makes(f"Trước.\n\n{text}\n\nSau.")


LEFT_TO_MARKDOWN = (
    *("", "\n", "# a", "a  \nb", " a", "a\n b", "a\n- b", "- a\n\n- b", "- a\n\n1. b", "2. a"),
    *(
        "- a\n  - b",
        "    a",
        "![a](b.jpg)",
        "[a](b)(c) [d]",
        "[a][b]",
        "a[^1]",
        "[[a]]",
        "<b>a</b>",
    ),
    *(
        "`a`",
        "a_b_",
        "a\\*",
        "**a *b* c**",
        "a**b**",
        "* a*",
        "&amp;",
        "&#38;",
        "> a",
        "---",
        "a\n===",
    ),
    *(
        "|a|b|\n|-|-|",
        "|a|\n|-|\n|b|",
        "|a|b|\n|-|-|\n|c|",
        "a|b\n-|-\nc|d",
        "a\n: b",
        "a\tb",
        "a\xa0b",
    ),
    *(
        "[a](http://b.vn/)",
        "[a](javascript:b)",
        "[a](//b.vn)",
        "[a](b 'c')",
        "e\u0301",
        "Я",
        "\u200b",
    ),
)


@pytest.mark.parametrize("text", LEFT_TO_MARKDOWN)
def test_any_doubt_leaves_the_whole_text_to_markdown(text: str) -> None:
    """Whoever reads the code sees from here how little it claims to know."""
    assert read_plain(text, FIRST_LINE) is None
    assert read_plain(f"Trước.\n\n{text}\n\nSau.", FIRST_LINE) is None or not text.strip()


def test_the_short_way_is_proved_for_the_markdown_that_is_locked() -> None:
    """Whoever upgrades Markdown compares both ways anew, and then names the version here."""
    assert installed_version("markdown") == plain_markdown.PROVED_FOR


def test_another_markdown_is_asked_about_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until somebody has compared, a new version decides alone."""
    assert read_plain("Chữ.", FIRST_LINE) is not None
    monkeypatch.setattr(plain_markdown, "PROVED_FOR", "3.11.2")
    assert read_plain("Chữ.", FIRST_LINE) is None
