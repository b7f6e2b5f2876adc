"""Editing front matter leaves every other byte as its editor wrote it."""

from __future__ import annotations

import pytest

from plugins.workshop.front_matter_edits import apply, items_of, relisted, said_anew, value_of


def _file(head: str) -> str:
    return f"---\ntitle: 'Tên: bài' # ghi chú\n{head}lang:   vi\n---\n\naliases: [thân bài]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: [/a/, '/b/']\n", "aliases: [/cu/, /a/, '/b/']\n"),
        ("aliases: []  # chưa có\n", "aliases: [/cu/]  # chưa có\n"),
        ("aliases:\n", "aliases: [/cu/]\n"),
        ("aliases: # chưa có\n", "aliases: [/cu/] # chưa có\n"),
        ("aliases: /a/ # một\n", "aliases: [/cu/, /a/] # một\n"),
        ("aliases:\n- /a/ # một\n- /b/\n", "aliases:\n- /cu/\n- /a/ # một\n- /b/\n"),
        ("aliases:\n  # cũ\n  - '/a/'\n", "aliases:\n  # cũ\n  - /cu/\n  - '/a/'\n"),
    ],
)
def test_an_item_joins_the_list_in_the_list_s_own_style(before: str, after: str) -> None:
    """An editor who looks at the difference sees one word more, whatever style they write in."""
    text = _file(before)
    assert apply(text, relisted(text, "aliases", add="/cu/")) == _file(after)


def test_a_list_that_was_not_there_is_added_at_the_end_of_the_front_matter() -> None:
    """The first old address of an article needs no line made by hand."""
    text = _file("")
    expected = text.replace("lang:   vi\n", "lang:   vi\naliases: [/cu/]\n")
    assert apply(text, relisted(text, "aliases", add="/cu/")) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: [/a/, /moi/]\n", "aliases: [/cu/, /a/]\n"),
        ("aliases: /moi/\n", "aliases: [/cu/]\n"),
        ("aliases:\n  - /moi/\n  - /a/\n", "aliases:\n  - /cu/\n  - /a/\n"),
        ("aliases:\n  - /a/\n  - /moi/\n", "aliases:\n  - /cu/\n  - /a/\n"),
    ],
)
def test_one_item_comes_while_another_goes(before: str, after: str) -> None:
    """An article that gets its first name back does not lead to itself."""
    text = _file(before)
    edits = relisted(text, "aliases", add="/cu/", remove="/moi/")
    assert apply(text, edits) == _file(after)


def test_line_ends_of_windows_stay() -> None:
    """A file that Windows wrote differs in one line afterwards, not in all."""
    text = _file("aliases:\n  - /a/\n").replace("\n", "\r\n")
    expected = _file("aliases:\n  - /cu/\n  - /a/\n").replace("\n", "\r\n")
    assert apply(text, relisted(text, "aliases", add="/cu/")) == expected


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_value_keeps_its_quotes(quote: str) -> None:
    """A date that was quoted stays quoted, since its colon may need it."""
    text = _file(f"date: {quote}23/03/2023{quote} # ngày\n")
    expected = _file(f"date: {quote}24/03/2023{quote} # ngày\n")
    assert apply(text, said_anew(text, "date", "24/03/2023")) == expected


def test_values_and_lists_are_read_as_text() -> None:
    """What is compared with an address is what the editor wrote."""
    text = _file("aliases: [/a/, '/b/']\nseries: x\n")
    assert value_of(text, "title") == "Tên: bài"
    assert items_of(text, "aliases") == ("/a/", "/b/")
    assert items_of(text, "series") == ("x",)
    assert items_of(text, "tags") == ()


def test_a_file_without_front_matter_is_left_alone() -> None:
    """A note that is no article is not made one."""
    assert relisted("Chữ.\n", "aliases", add="/cu/") == ()
    assert said_anew("Chữ.\n", "date", "24/03/2023") == ()
