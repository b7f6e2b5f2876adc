"""The page of all abbreviations."""

from __future__ import annotations

from support.newsrooms import abbreviation
from support.records import edition_of, looks_of, pages_of

from plugins.glossary.pages import GLOSSARY


def test_each_abbreviation_stands_once_in_vietnamese_order_with_all_its_meanings() -> None:
    """A reader who looks up TT finds both things that it can be, in one place."""
    register = (
        abbreviation("TT", "Thông tư"),
        abbreviation("ĐHCĐ", "Đại học cộng đồng"),
        abbreviation("DN", "Doanh nghiệp"),
        abbreviation("TT", "Thị trấn"),
    )
    (page,) = pages_of(GLOSSARY, edition_of(abbreviations=register))
    groups = [(g.letter, [(t.short, t.meaning) for t in g.terms]) for g in page.view.groups]
    assert groups == [
        ("D", [("DN", "Doanh nghiệp")]),
        ("Đ", [("ĐHCĐ", "Đại học cộng đồng")]),
        ("T", [("TT", "Thị trấn; Thông tư")]),
    ]


def test_each_abbreviation_can_be_linked_to() -> None:
    """Every entry has an anchor of its own."""
    register = (abbreviation("TT", "Thông tư"), abbreviation("TT&TT", "Thông tin và Truyền thông"))
    (page,) = pages_of(GLOSSARY, edition_of(abbreviations=register))
    anchors = [term.anchor for group in page.view.groups for term in group.terms]
    assert anchors[0] == "tu-tt"
    assert len(set(anchors)) == len(anchors)


def test_the_page_looks_up_the_register_alone() -> None:
    """No article makes the page of abbreviations again."""
    edition = edition_of(abbreviations=(abbreviation("TT", "Thông tư"),))
    assert looks_of(GLOSSARY, edition, "") == {"abbreviations"}
