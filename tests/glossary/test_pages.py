"""The page of all abbreviations."""

from __future__ import annotations

from support.newsrooms import abbreviation
from support.records import edition_of

from plugins.glossary.pages import glossary_pages
from plugins.newsroom.view_parts import GlossaryGroup, Term


def test_each_abbreviation_stands_once_in_vietnamese_order_with_all_its_meanings() -> None:
    """A reader who looks up TT finds both things that it can be, in one place."""
    register = (
        abbreviation("TT", "Thông tư"),
        abbreviation("ĐHCĐ", "Đại học cộng đồng"),
        abbreviation("DN", "Doanh nghiệp"),
        abbreviation("TT", "Thị trấn"),
    )
    (page,) = glossary_pages(edition_of(abbreviations=register))
    assert page.view.groups == (
        GlossaryGroup(letter="D", terms=(Term(short="DN", meaning="Doanh nghiệp", anchor=""),)),
        GlossaryGroup(
            letter="Đ", terms=(Term(short="ĐHCĐ", meaning="Đại học cộng đồng", anchor=""),)
        ),
        GlossaryGroup(
            letter="T", terms=(Term(short="TT", meaning="Thị trấn; Thông tư", anchor=""),)
        ),
    )
