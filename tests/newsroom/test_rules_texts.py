"""Short texts, pictures, dates and abbreviations: where each rule begins and ends."""

from __future__ import annotations

from datetime import datetime

import pytest
from support.newsrooms import abbreviation, fragment, newsroom
from support.records import article

from plugins.newsroom.fragment import PictureSlot, TermSlot
from plugins.newsroom.model import Correction, Illustration
from plugins.newsroom.rules.abbreviations import (
    every_ambiguous_abbreviation_is_explained,
    every_meaning_is_registered,
    no_title_has_a_bare_abbreviation,
)
from plugins.newsroom.rules.dates import (
    every_date_is_plausible,
    nothing_is_modified_before_it_is_published,
)
from plugins.newsroom.rules.pictures import (
    every_alternative_text_describes,
    every_picture_is_there,
    no_alternative_text_wastes_words,
)
from plugins.newsroom.rules.plain_texts import every_short_text_is_plain
from plugins.newsroom.rules.texts import (
    every_summary_is_short,
    no_summary_is_said_again,
    no_title_is_shouted,
)
from plugins.vietnamese.dates import ZONE, Moment


def picture(alt: str) -> Illustration:
    """Make a lead picture with this alternative text."""
    return Illustration(
        path="tin-bai/chuyen-trang/chuyen-muc/a.jpg",
        alt=alt,
        caption="",
        credit="Ban biên tập",
        illustrative=False,
        decorative=False,
    )


@pytest.mark.parametrize(("count", "faults"), [(140, 0), (141, 1)])
def test_a_summary_has_at_most_140_letters(count: int, faults: int) -> None:
    """«ế» is one letter to a reader, however it is stored."""
    summary = "e\u0302\u0301" * count
    assert len(list(every_summary_is_short(newsroom(article(summary=summary))))) == faults


@pytest.mark.parametrize(
    "text", ["Tóm tắt.", "TÓM TẮT.", "Tóm  tắt. Rồi câu hai.", "Tóm tắt.\nĐoạn hai."]
)
def test_a_summary_is_not_the_opening(text: str) -> None:
    """A reader does not read one sentence twice."""
    whole = newsroom(article(summary="Tóm tắt.", body=fragment(text=text)))
    assert len(list(no_summary_is_said_again(whole))) == 1


def test_a_summary_may_begin_as_the_text_does() -> None:
    """Two sentences may share their first words."""
    whole = newsroom(article(summary="Tóm tắt", body=fragment(text="Tóm tắtt dài hơn.")))
    assert list(no_summary_is_said_again(whole)) == []


@pytest.mark.parametrize("title", ["PAR INDEX 2023", "PAPI", "UBND tỉnh họp"])
def test_names_in_capitals_are_not_shouting(title: str) -> None:
    """A scorecard may open a title by its name."""
    assert list(no_title_is_shouted(newsroom(article(title=title)))) == []


@pytest.mark.parametrize("title", ["Điểm < 5 và > 3", "TT&TT, KH&ĐT", "a * b", "R&D; và thêm"])
def test_signs_of_plain_prose_are_no_code(title: str) -> None:
    """An editor may write what readers will see as it stands."""
    assert list(every_short_text_is_plain(newsroom(article(title=title)))) == []


@pytest.mark.parametrize(
    "title", ["<b>", "</p>", "<!-- x -->", "&amp;", "&#60;", "**a**", "[a](b)"]
)
def test_code_is_refused_in_a_title(title: str) -> None:
    """A reader would see the code and not what it stands for."""
    (problem,) = every_short_text_is_plain(newsroom(article(title=title)))
    assert problem.line == 1


@pytest.mark.parametrize(
    "alt",
    ["Ảnh minh họa", "ảnh minh hoạ.", "Hình 1", "Ảnh", "Hình ảnh", "a.jpg", "IMG_1234", "DSC0012"],
)
def test_a_label_is_no_description(alt: str) -> None:
    """Who cannot see the picture learns nothing from its label, in either spelling of «họa»."""
    whole = newsroom(article(illustration=picture(alt)))
    assert len(list(every_alternative_text_describes(whole))) == 1
    assert list(no_alternative_text_wastes_words(whole)) == []


@pytest.mark.parametrize(
    "alt", ["Hình chữ nhật đỏ.", "Tranh vẽ bảy cột màu.", "Ảnh hưởng của bão."]
)
def test_a_description_may_begin_with_a_word_for_a_picture(alt: str) -> None:
    """Only an opening that repeats what a screen reader says is pointed out."""
    whole = newsroom(article(illustration=picture(alt)))
    assert list(every_alternative_text_describes(whole)) == []


def test_a_picture_of_another_folder_is_not_beside_the_text() -> None:
    """Moving an article must not lose its picture."""
    slot = PictureSlot(source="../khac/a.jpg", alt="Bảy cột.", title="", alone=True, line=9)
    (problem,) = every_picture_is_there(newsroom(article(body=fragment(slot))))
    assert problem.line == 9


@pytest.mark.parametrize(
    ("modified", "has_time", "faults"),
    [((23, 14), True, 0), ((23, 0), False, 0), ((22, 0), False, 1)],
)
def test_a_day_without_a_time_is_compared_as_a_day(
    modified: tuple[int, int], faults: int, *, has_time: bool
) -> None:
    """An article of 14:02 may be corrected «on the same day»."""
    day, hour = modified
    moment = Moment(at=datetime(2023, 3, day, hour, 30, tzinfo=ZONE), has_time=has_time)
    whole = newsroom(article(corrections=(Correction(moment=moment, text="Đúng là 10."),)))
    assert len(list(nothing_is_modified_before_it_is_published(whole))) == faults


@pytest.mark.parametrize(
    "title", ["Họp báo về TTHC2", "Quyết định 22/TTHC-A", "Thủ tục hành chính"]
)
def test_an_abbreviation_inside_another_word_is_not_met(title: str) -> None:
    """The number of a document is not an abbreviation to be spelt out."""
    register = (abbreviation("TTHC", "Thủ tục hành chính"), abbreviation("TT", "Thông tư"))
    whole = newsroom(article(title=title), abbreviations=register)
    assert list(no_title_has_a_bare_abbreviation(whole)) == []


def test_the_longest_abbreviation_of_a_title_is_named() -> None:
    """«PAR INDEX» is one abbreviation and «INDEX» no other."""
    register = (abbreviation("PAR", "Cải cách"), abbreviation("PAR INDEX", "Chỉ số cải cách"))
    whole = newsroom(article(title="Kết quả PAR INDEX"), abbreviations=register)
    (problem,) = no_title_has_a_bare_abbreviation(whole)
    assert problem.fact == "tiêu đề có từ viết tắt «PAR INDEX»"


def test_a_chosen_meaning_silences_the_question() -> None:
    """Who said what TT means in this article is not asked again; spelling of tones is free."""
    register = (abbreviation("TT", "Thông tư hóa", ambiguous=True),)
    whole = newsroom(
        article(body=fragment(TermSlot(term="TT")), abbreviations=(("TT", "thông tư hoá"),)),
        abbreviations=register,
    )
    assert list(every_ambiguous_abbreviation_is_explained(whole)) == []
    assert list(every_meaning_is_registered(whole)) == []


@pytest.mark.parametrize("status", ["published", "draft", "withdrawn"])
def test_a_year_typed_wrongly_is_pointed_out_in_an_article_of_any_status(status: str) -> None:
    """An editor who writes 2032 for 2023 learns of it before the article is gone for years."""
    far = Moment(at=datetime(2032, 3, 23, tzinfo=ZONE), has_time=False)
    (problem,) = every_date_is_plausible(newsroom(article(published=far, status=status)))
    assert problem.fact == "ngày đăng 23/03/2032 còn hơn hai năm nữa"
