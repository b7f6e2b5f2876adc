"""Plain front matter read without YAML says exactly what YAML would have read in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.newsroom.plain_fields import read_plain_fields
from plugins.newsroom.yaml_fields import read_yaml
from plugins.workshop.benchmark.corpus import read_registers, samples
from plugins.workshop.benchmark.dialects import for_us

CONTENT = Path(__file__).parents[2] / "content"

KEY = st.sampled_from(("title", "date", "tags", "source_url", "image", "x", "-", "Tên", "a b", "?"))
WORD = st.sampled_from(
    (
        *(
            "cải",
            "cách",
            "UBND",
            "TT&TT",
            "Đợt 1:",
            "23/03/2023",
            "14:02",
            "no",
            "null",
            "~",
            "true",
        ),
        *(
            "a:b",
            "https://a.vn/x_y",
            "#a",
            "a#b",
            "-",
            "--",
            "- a",
            "a,b",
            "[a]",
            "(a)",
            "“a”",
            "…",
        ),
        *(
            "'a'",
            '"a"',
            "'",
            '"',
            "&a",
            "*a",
            "!a",
            "%",
            "@",
            "|",
            ">",
            "1.5",
            "=",
            "a  b",
            "",
            ":",
        ),
    )
)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
VALUE = st.one_of(
    WORDS, WORDS.map(lambda words: f'"{words}"'), WORDS.map(lambda words: f"'{words}'")
)
FLOW = st.lists(WORDS, max_size=3).map(lambda words: f"[{', '.join(words)}]")
MARGIN = st.sampled_from(("", "  ", "  ", "    "))
ITEMS = st.tuples(MARGIN, st.lists(VALUE, min_size=1, max_size=3)).map(
    lambda pair: "".join(f"\n{pair[0]}- {value}" for value in pair[1])
)
FIELD = st.tuples(KEY, st.one_of(VALUE.map(" {}".format), FLOW.map(" {}".format), ITEMS)).map(
    lambda pair: f"{pair[0]}:{pair[1]}\n"
)
HEAD = st.lists(FIELD, min_size=1, max_size=4).map("".join)
SIGN = st.one_of(
    st.sampled_from((" ", "\n", ":", ": ", " #", "#", "- ", '"', "'", ",", "\t")), st.characters()
)


def near(pair: tuple[str, tuple[str, int]]) -> str:
    """Put a sign somewhere into front matter."""
    head, (sign, place) = pair
    at = place % (len(head) + 1)
    return head[:at] + sign + head[at:]


NEARLY = st.tuples(HEAD, st.tuples(SIGN, st.integers(0, 1000))).map(near)


def assert_says_what_yaml_reads(head: str) -> bool:
    """Read front matter both ways; say whether the short one was open to it."""
    plain = read_plain_fields(head)
    if plain is None:
        return False
    assert plain == read_yaml(head, "a.md")
    return True


@settings(max_examples=400, deadline=None)
@given(st.one_of(HEAD, NEARLY))
@example("title: \"a: b\"\ntags: [a, b c]\nagencies:\n  - d\n  - 'e'\nstatus: draft\n")
def test_front_matter_says_the_same_both_ways(head: str) -> None:
    """An editor is told the same, with the same lines, however the file was read."""
    assert_says_what_yaml_reads(head)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: path.stem)
def test_the_front_matter_of_the_site_is_plain(path: Path) -> None:
    """The short way is worth its keep only while articles take it."""
    assert assert_says_what_yaml_reads(path.read_text(encoding="utf-8").split("---\n", 2)[1])


def test_the_front_matter_that_is_measured_is_plain() -> None:
    """The numbers of docs/benchmark.md are those of the short way."""
    for sample in samples(read_registers(CONTENT, 1), 20, 1):
        assert assert_says_what_yaml_reads(for_us(sample).split("---\n", 2)[1])


LEFT_TO_YAML = (
    *(
        "",
        "\n",
        "# a\n",
        "a:\n",
        "a: b\na: c\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b\n  c\n",
        "a:b\n",
        "a\n",
    ),
    *("a: &b c\n", "a: *b\n", "a: !b c\n", "a: |\n  b\n", "a: {b: c}\n", "a: [b: c]\n", "a: - b\n"),
    *(
        'a: "b\\n"\n',
        'a: "b\n',
        "a: 'b''c'\n",
        "a: b \n",
        "a:\n  - b: c\n",
        "a:\n  - b\n - c\n",
        "- a\n",
    ),
    *(
        "a: b\n\nc: d\n",
        "a: ~\n",
        "a:\tb\n",
        "A: b\n",
        "a: b:\n",
        "a: b\n---\n",
        "a: %\n",
        "a: @b\n",
    ),
)


@pytest.mark.parametrize("head", LEFT_TO_YAML)
def test_any_doubt_leaves_the_whole_to_yaml(head: str) -> None:
    """Whoever reads the code sees from here how little it claims to know."""
    assert read_plain_fields(head) is None
