"""The saved files themselves, as other programs open them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from support.article_pages import ISO, page_of
from support.published import SITE, publication_with

from plugins.downloads.exports.plain_text import plain_text
from plugins.downloads.exports.saving import saved_article
from plugins.downloads.exports.stationery import stationery
from plugins.downloads.exports.word import word_file
from plugins.downloads.model import SavedArticle
from plugins.downloads.reading import read_blocks
from plugins.newsroom.page import Page
from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Figure, Note, Picture

ROOT = Path(__file__).resolve().parents[2]
HTML = """
<p>Theo <a href="https://binhdinh.gov.vn/tin">tin của tỉnh</a>,
<a href="/co-quan/ubnd-tinh/">UBND tỉnh</a> ban hành <strong>kế hoạch</strong>.</p>
<h2 id="muc">Bảy hoạt động</h2>
<table><thead><tr><th>Số</th><th>Hoạt động</th></tr></thead>
<tbody><tr><td>1</td><td>Đưa tin<br>ba bộ chỉ số</td></tr></tbody></table>
<h3>Các bước</h3>
<ol><li>Một<ul><li>con</li></ul></li><li>Hai</li></ol>
<p>Rồi:</p>
<ol><li>Lại từ một</li></ol>
<blockquote><p>Vì dân.</p></blockquote>
<p>Liên hệ <a href="mailto:a@x.vn">a@x.vn</a>./.</p>
"""


@cache
def sheet(language: str) -> bytes:
    """Make the empty Word file."""
    return stationery(language)


def saved(page: Page, site: Site = SITE) -> SavedArticle:
    """Save a page whose text has every kind of block."""
    return saved_article(publication_with(page, html=HTML, site=site), page.save_as)


def article(**changed: object) -> SavedArticle:
    """Make what is saved of such a page."""
    return replace(saved(page_of()), **changed)  # type: ignore[arg-type]


def word(article: SavedArticle) -> WordDocument:
    """Write the Word file and open it again."""
    blocks = read_blocks(article.html, article.base)
    return Document(io.BytesIO(word_file(article, blocks, sheet(article.lang))))


def text(article: SavedArticle) -> str:
    """Write the plain text."""
    return plain_text(article, read_blocks(article.html, article.base)).decode()


def test_the_plain_text_says_all_that_the_page_says() -> None:
    """A journalist pastes it anywhere: title, date, summary, text, source and address."""
    assert text(article()) == (
        "Cải cách hành chính tỉnh Bình Định\n"
        "Kế hoạch, định hướng\n"
        "\n"
        "Bình Định: Bảy hoạt động truyền thông về cải cách hành chính trong năm 2023\n"
        "\n"
        "Thứ năm, 23/03/2023 14:02\n"
        "Ban biên tập\n"
        "\n"
        "Ba trong bảy hoạt động phải xong trước ngày 15/12/2023.\n"
        "\n"
        "Theo tin của tỉnh (https://binhdinh.gov.vn/tin), UBND tỉnh ban hành kế hoạch.\n"
        "\n"
        "Bảy hoạt động\n"
        "\n"
        "Số | Hoạt động\n"
        "1 | Đưa tin; ba bộ chỉ số\n"
        "\n"
        "Các bước\n"
        "\n"
        "1. Một\n"
        "  - con\n"
        "2. Hai\n"
        "\n"
        "Rồi:\n"
        "\n"
        "1. Lại từ một\n"
        "\n"
        "> Vì dân.\n"
        "\n"
        "Liên hệ a@x.vn./.\n"
        "\n"
        "—\n"
        "\n"
        "Nguồn: Binhdinh.gov.vn https://binhdinh.gov.vn/tin\n"
        "Địa chỉ bài: https://cchc.example/tin-bai/2023/03/23/bay-hoat-dong/\n"
        "Bản quyền và việc dùng lại: https://cchc.example/trang/ban-quyen/\n"
    )


def test_a_preview_has_no_address_to_give() -> None:
    """Where the site has no address yet, the file names none that would not work."""
    assert saved(page_of(), replace(SITE, url="")).endnotes == (
        "Nguồn: Binhdinh.gov.vn https://binhdinh.gov.vn/tin",
    )


def test_updates_corrections_and_the_lead_picture_are_kept() -> None:
    """A copy without its correction would go on spreading the mistake."""
    picture = Picture(sources=(), src="/anh/x.jpg", width=1, height=1, alt="Bảy cột màu")
    page = page_of(
        updated=Note(date_text="Thứ sáu, 24/03/2023", iso="2023-03-24", text=""),
        corrections=(Note(date_text="Thứ bảy, 25/03/2023", iso="2023-03-25", text="Sửa số."),),
        lead=Figure(picture=picture, caption="Tranh.", credit="An", illustrative=True),
    )
    lines = (
        "Cập nhật: Thứ sáu, 24/03/2023",
        "Đính chính (Thứ bảy, 25/03/2023): Sửa số.",
        "[Ảnh: Bảy cột màu] Ảnh minh họa. Tranh. Ảnh: An.",
    )
    assert "\n\n".join(lines) in text(saved(page))
    found = [paragraph.text for paragraph in word(saved(page)).paragraphs]
    assert [line for line in lines if line not in found] == []


def test_the_word_file_has_real_headings() -> None:
    """A screen reader jumps from heading to heading; an office makes a table of contents."""
    styled = [(p.style.name, p.text) for p in word(article()).paragraphs if p.style and p.text]
    assert styled == [
        ("Nguon", "Cải cách hành chính tỉnh Bình Định – Kế hoạch, định hướng"),
        ("Title", "Bình Định: Bảy hoạt động truyền thông về cải cách hành chính trong năm 2023"),
        ("Normal", "Thứ năm, 23/03/2023 14:02 – Ban biên tập"),
        ("Sapo", "Ba trong bảy hoạt động phải xong trước ngày 15/12/2023."),
        ("Body Text", "Theo tin của tỉnh, UBND tỉnh ban hành kế hoạch."),
        ("Heading 1", "Bảy hoạt động"),
        ("Heading 2", "Các bước"),
        ("List Number", "Một"),
        ("List Bullet 2", "con"),
        ("List Number", "Hai"),
        ("Body Text", "Rồi:"),
        ("List Number", "Lại từ một"),
        ("Body Text", "Vì dân."),
        ("Body Text", "Liên hệ a@x.vn./."),
        ("Nguon", "Nguồn: Binhdinh.gov.vn https://binhdinh.gov.vn/tin"),
        ("Nguon", "Địa chỉ bài: https://cchc.example/tin-bai/2023/03/23/bay-hoat-dong/"),
        ("Nguon", "Bản quyền và việc dùng lại: https://cchc.example/trang/ban-quyen/"),
    ]


def test_links_of_the_word_file_lead_where_they_say() -> None:
    """Addresses from the site's root work from anybody's desk."""
    links = [(k.text, k.address) for p in word(article()).paragraphs for k in p.hyperlinks]
    assert links == [
        ("tin của tỉnh", "https://binhdinh.gov.vn/tin"),
        ("UBND tỉnh", "https://cchc.example/co-quan/ubnd-tinh/"),
        ("a@x.vn", "mailto:a@x.vn"),
    ]


def test_each_numbered_list_begins_with_its_own_number() -> None:
    """Word by itself would number the second list on from the first."""
    document = word(article())
    numbered = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    one, two, again = (p.paragraph_format.element.pPr.numPr.numId.val for p in numbered)
    assert one == two != again
    numbering = document.part.numbering_part.element
    starts = [
        num.lvlOverride_lst[0].startOverride.val
        for num in map(numbering.num_having_numId, (one, again))
    ]
    assert starts == [1, 1]


def test_a_table_of_the_word_file_repeats_its_head() -> None:
    """A long table can be read on its second sheet of paper, and by a screen reader."""
    (table,) = word(article()).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Số", "Hoạt động"],
        ["1", "Đưa tin\nba bộ chỉ số"],
    ]
    marks = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows]  # noqa: SLF001
    assert marks == [True, False]
    assert table.rows[0].cells[0].paragraphs[0].runs[0].bold


def test_cells_that_cover_several_are_joined() -> None:
    """A head of two rows looks in Word as it does on the page."""
    html = (
        '<table><tr><th rowspan="2">A</th><th colspan="2">B</th></tr>'
        "<tr><th>C</th><th>D</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    (table,) = word(article(html=html)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B", "B"],
        ["A", "C", "D"],
        ["1", "2", "3"],
    ]


def test_the_word_file_is_set_as_offices_set_their_papers() -> None:
    """Nghị định 30/2020/NĐ-CP: A4, Times New Roman 13, a left margin of 30 mm."""
    document = word(article())
    page, letters = document.sections[0], document.styles["Normal"].font
    lengths = (page.page_width, page.page_height, page.left_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 297, 30]
    assert (letters.name, letters.size.pt) == ("Times New Roman", 13)


@pytest.mark.parametrize(("lang", "code"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_the_word_file_names_its_language(lang: str, code: str) -> None:
    """A screen reader speaks Vietnamese; the speller does not underline every word."""
    document = word(article(lang=lang))
    found = {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))}
    assert found == {code}
    assert document.core_properties.language == code


def test_the_properties_of_the_word_file_are_the_article_s() -> None:
    """No machine's or template's name is in it, and its times are those of the article."""
    properties = word(article(modified="2023-03-24")).core_properties
    assert properties.title.startswith("Bình Định: Bảy hoạt động")
    assert properties.author == "Ban biên tập"
    assert properties.last_modified_by == "Cải cách hành chính tỉnh Bình Định"
    assert properties.keywords == "Cải cách hành chính, Báo chí"
    assert properties.comments == ""
    assert properties.created == datetime(2023, 3, 23, 7, 2, tzinfo=UTC)
    assert properties.modified == datetime(2023, 3, 23, 17, 0, tzinfo=UTC)


def test_a_title_longer_than_word_allows_for_a_property_is_cut_there_alone() -> None:
    """A headline of 300 letters must not stop the build."""
    title = "Cải cách hành chính " * 20
    document = word(article(title=title.strip()))
    assert len(document.core_properties.title) <= 200
    assert title.strip() in [paragraph.text for paragraph in document.paragraphs]


def test_nothing_of_an_empty_sheet_is_left_in_the_file() -> None:
    """The file is small, and shows no picture of somebody else's page in a folder."""
    data = word_file(article(), (), sheet("vi"))
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names)) == 12
    assert not [n for n in names if "thumbnail" in n or "WithEffects" in n or "customXml" in n]
    assert len(data) < 20_000


def test_the_bytes_depend_on_the_text_alone() -> None:
    """Another clock, zone, language, hash seed or umask writes the same file."""
    code = (
        "import hashlib, json, os, sys; os.umask(0o077)\n"
        "from plugins.downloads.model import SavedArticle\n"
        "from plugins.downloads.reading import read_blocks\n"
        "from plugins.downloads.exports.stationery import stationery\n"
        "from plugins.downloads.exports.word import word_file\n"
        "saved = SavedArticle(**json.load(sys.stdin))\n"
        "blocks = read_blocks(saved.html, saved.base)\n"
        "data = word_file(saved, blocks, stationery(saved.lang))\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    whole = article()
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "C"}
    output = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(asdict(whole)),
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    data = word_file(whole, read_blocks(whole.html, whole.base), sheet(whole.lang))
    assert output.strip() == hashlib.sha256(data).hexdigest()
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert whole.published == ISO


def test_whatever_an_article_says_it_cannot_break_the_word_file() -> None:
    """Signs that mean something in XML are letters for a reader, in a link's address too."""
    said = "R&D <b> \"x\" & 'y'"
    html = "<p>5 &lt; 7 &amp; <a href=\"https://x.vn/?a=1&amp;b='2'\">]]&gt;</a></p>"
    document = word(article(title=said, summary=said, column=said, html=html))
    assert document.core_properties.title == said
    assert [p.text for p in document.paragraphs if said in p.text][1:] == [said, said]
    (found,) = [p for p in document.paragraphs if p.hyperlinks]
    assert (found.text, found.hyperlinks[0].address) == ("5 < 7 & ]]>", "https://x.vn/?a=1&b='2'")


def test_letters_of_every_kind_look_so_in_word() -> None:
    """A bold number stays bold, a formula keeps its small digits, a program its own letters."""
    html = "<p>m<sup>2</sup> CO<sub>2</sub> <b>đậm <i>nghiêng</i></b> <code>x</code><br>y</p>"
    (found,) = [p for p in word(article(html=html)).paragraphs if p.text.startswith("m2")]
    assert [
        (r.text, r.font.superscript, r.font.subscript, r.bold, r.italic, r.font.name)
        for r in found.runs
    ] == [
        ("m", None, None, None, None, None),
        ("2", True, False, None, None, None),
        (" CO", None, None, None, None, None),
        ("2", False, True, None, None, None),
        (" ", None, None, None, None, None),
        ("đậm ", None, None, True, None, None),
        ("nghiêng", None, None, True, True, None),
        (" ", None, None, None, None, None),
        ("x", None, None, None, None, "Courier New"),
        ("\ny", None, None, None, None, None),
    ]
