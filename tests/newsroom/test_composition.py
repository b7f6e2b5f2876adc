"""A text's slots are filled for a page, and for places that know no page."""

from __future__ import annotations

from plugins.newsroom.composition import Filled, Fillings, fill, picture_html
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.markdown_text import render
from plugins.newsroom.view_parts import Picture, PictureSource, Term

PICTURE = Picture(
    sources=(PictureSource(type="image/avif", srcset="/anh/x-640.avif 640w"),),
    src="/anh/x.jpg",
    width=1200,
    height=800,
    alt='Quầy "số 3"',
    sizes="100vw",
)


def fragment(text: str) -> Fragment:
    """Read a text that has nothing wrong in it."""
    reading = render(text, path="bai.md", first_line=1)
    assert reading.problems == ()
    assert reading.value is not None
    return reading.value


def filled(text: str, meanings: dict[str, str]) -> Filled:
    """Fill a text that has abbreviations only."""
    return fill(
        fragment(text),
        Fillings(
            link=lambda slot: (slot.target, ""),
            attachment=lambda slot: slot.target,
            picture=lambda slot: slot.source,
            shortcode=lambda slot: slot.name,
        ),
        meanings,
    )


def test_terms_come_in_the_order_of_their_first_mention() -> None:
    """The list under the article follows the reader's eye."""
    found = filled("HĐND, UBND, HĐND", {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"})
    assert found.terms == (
        Term(
            short="HĐND",
            meaning="Hội đồng nhân dân",
            anchor="tu-hdnd-42c94c",
        ),
        Term(short="UBND", meaning="Ủy ban nhân dân", anchor="tu-ubnd"),
    )


def test_a_text_with_unknown_abbreviations_is_left_as_it_was_written() -> None:
    """An abbreviation that nobody registered is still a word of the text."""
    assert filled("TT&TT và XYZ <3", {}).html == "<p>TT&amp;TT và XYZ &lt;3</p>"


def test_abbreviations_that_look_alike_have_popovers_of_their_own() -> None:
    """Two buttons never open one popover."""
    found = filled("TT&TT, TT-TT, ĐA, DA", dict.fromkeys(("TT&TT", "TT-TT", "ĐA", "DA"), "x"))
    assert len({term.anchor for term in found.terms}) == 4


def test_a_picture_alone_is_a_figure_with_its_words() -> None:
    """The text's figures look and read like the one above the text."""
    found = picture_html(PICTURE, "A & B", credit="Nam <1>", illustrative=True)
    assert found == (
        '<figure class="figure"><picture class="picture">'
        '<source type="image/avif" srcset="/anh/x-640.avif 640w" sizes="100vw">'
        '<img class="picture__image" src="/anh/x.jpg" alt="Quầy &quot;số 3&quot;"'
        ' width="1200" height="800" loading="lazy" decoding="async"></picture>'
        '<figcaption class="figure__caption">'
        '<span class="figure__text">A &amp; B</span>\n'
        '<span class="figure__illustrative">Ảnh minh họa.</span>\n'
        '<span class="figure__credit">Ảnh: Nam &lt;1&gt;</span></figcaption></figure>'
    )


def test_a_picture_without_words_has_no_caption() -> None:
    """An empty caption would be an empty stop for a screen reader."""
    assert "figcaption" not in picture_html(PICTURE)


def test_a_picture_within_a_line_stays_in_the_line() -> None:
    """A figure inside a paragraph would be cut out of it by the browser."""
    found = picture_html(PICTURE, 'Sao "vàng"', alone=False)
    assert found.startswith('<picture class="picture">')
    assert ' title="Sao &quot;vàng&quot;"' in found


def test_an_abbreviation_has_the_meaning_of_its_own_text() -> None:
    """Two articles may mean two things by ĐA, one after the other and back again."""
    meanings = ("Đề án", "Đồ án <b>", "Đề án")
    found = [filled("ĐA", {"ĐA": meaning}) for meaning in meanings]

    assert [term.meaning for text in found for term in text.terms] == list(meanings)
    assert ["popover>Đồ án &lt;b&gt;</span>" in text.html for text in found] == [False, True, False]
