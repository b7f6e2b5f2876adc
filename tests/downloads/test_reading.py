"""What a saved article keeps of its page."""

from __future__ import annotations

import pytest

from plugins.downloads.model import Block, Cell, Heading, Item, Paragraph, Run, Table
from plugins.downloads.reading import absolute, read_blocks

BASE = "https://cchc.example"
FIGURE = (
    '<figure><picture><source srcset="x"><img src="/anh/x.jpg" alt="Người chờ"></picture>'
    "<figcaption>Sáng 23/03</figcaption></figure>"
)


def plain(*texts: str) -> tuple[Run, ...]:
    """Make plain runs."""
    return tuple(Run(text=text) for text in texts)


def marked(text: str, *marks: str, url: str = "") -> Run:
    """Make a run of some kind."""
    return Run(text=text, marks=frozenset(marks), url=url)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("", []),
        ("<p>Một\n  hai.</p><hr><p> </p>", [Paragraph(runs=plain("Một hai."))]),
        (
            "chữ rời <p>Đoạn.</p>",
            [Paragraph(runs=plain("chữ rời")), Paragraph(runs=plain("Đoạn."))],
        ),
        (
            "<h2>Mục</h2><h3>Mục con</h3><h6>Nhỏ</h6>",
            [
                Heading(level=1, runs=plain("Mục")),
                Heading(level=2, runs=plain("Mục con")),
                Heading(level=4, runs=plain("Nhỏ")),
            ],
        ),
        (
            "<p>Điểm <b>cao <em>nhất</em></b>, m<sup>2</sup>, H<sub>2</sub>O <code>x</code></p>",
            [
                Paragraph(
                    runs=(
                        marked("Điểm "),
                        marked("cao ", "bold"),
                        marked("nhất", "bold", "italic"),
                        marked(", m"),
                        marked("2", "raised"),
                        marked(", H"),
                        marked("2", "lowered"),
                        marked("O "),
                        marked("x", "code"),
                    )
                )
            ],
        ),
        (
            '<p>Xem <a href="/co-quan/a/">Sở <b>Nội vụ</b></a> và <a href="#muc">mục</a>.</p>',
            [
                Paragraph(
                    runs=(
                        marked("Xem "),
                        marked("Sở ", url=f"{BASE}/co-quan/a/"),
                        marked("Nội vụ", "bold", url=f"{BASE}/co-quan/a/"),
                        marked(" và mục."),
                    )
                )
            ],
        ),
        ("<p>Dòng một <br> dòng hai<br></p>", [Paragraph(runs=plain("Dòng một\ndòng hai"))]),
        ("<p>Giữ\u00a0liền <!-- ghi chú --></p>", [Paragraph(runs=plain("Giữ\u00a0liền"))]),
        (
            "<blockquote><p>Ngoài</p><blockquote><p>Trong</p></blockquote></blockquote>",
            [Paragraph(runs=plain("Ngoài"), inset=1), Paragraph(runs=plain("Trong"), inset=2)],
        ),
        (
            "<pre><code>dòng  1\n  dòng 2\n</code></pre>",
            [Paragraph(runs=(marked("dòng  1\n  dòng 2", "code"),))],
        ),
        (
            FIGURE,
            [
                Paragraph(
                    runs=(
                        marked("[Ảnh: Người chờ]", "italic"),
                        marked(" "),
                        marked("Sáng 23/03", "italic"),
                    )
                )
            ],
        ),
        ('<p><img src="/anh/x.jpg" alt=""></p>', []),
        ("<script>x</script><style>y</style><p>Chữ.</p>", [Paragraph(runs=plain("Chữ."))]),
    ],
)
def test_a_page_s_text_becomes_blocks(html: str, blocks: list[Block]) -> None:
    """Whatever an editor may write reaches the Word file as what it is."""
    assert list(read_blocks(html, BASE)) == blocks


def test_lists_keep_their_depth_and_their_numbers() -> None:
    """A step of a procedure has its number, also after a list inside it."""
    html = """
        <ol start="3"><li>Ba <ul><li>con</li></ul></li><li><p>Bốn</p><p>thêm</p></li></ol>
        <ol><li>Một</li></ol>
    """
    assert list(read_blocks(html, BASE)) == [
        Item(runs=plain("Ba"), depth=1, number=3, opens=True),
        Item(runs=plain("con"), depth=2, opens=True),
        Item(runs=plain("Bốn"), depth=1, number=4),
        Item(runs=plain("thêm"), depth=1, number=4, continues=True),
        Item(runs=plain("Một"), depth=1, number=1, opens=True),
    ]


def cell(row: int, column: int, text: str, **changed: int) -> Cell:
    """Make a cell."""
    covers = {"rows": 1, "columns": 1, **changed}
    header = bool(covers.pop("header", 0))
    runs = plain(text) if text else ()
    return Cell(row=row, column=column, header=header, runs=runs, **covers)


def test_a_table_keeps_its_cells_where_they_stand() -> None:
    """A head of two rows is read as people see it."""
    html = """
        <table><thead><tr><th rowspan="2">Cơ quan</th><th colspan="2">Điểm</th></tr>
        <tr><th>2022</th><th>2023</th></tr></thead>
        <tbody><tr><th scope="row">Sở Nội vụ</th><td>1<br>2</td><td></td></tr></tbody></table>
    """
    assert list(read_blocks(html, BASE)) == [
        Table(
            height=3,
            width=3,
            header_rows=2,
            cells=(
                cell(0, 0, "Cơ quan", rows=2, header=1),
                cell(0, 1, "Điểm", columns=2, header=1),
                cell(1, 1, "2022", header=1),
                cell(1, 2, "2023", header=1),
                cell(2, 0, "Sở Nội vụ", header=1),
                cell(2, 1, "1\n2"),
                cell(2, 2, ""),
            ),
        )
    ]


@pytest.mark.parametrize("span", ["0", "-1", "x", "9999999999"])
def test_a_span_that_makes_no_sense_does_no_harm(span: str) -> None:
    """A mistyped number neither hangs the build nor makes a table of a million cells."""
    html = f'<table><tr><td rowspan="{span}" colspan="{span}">a</td><td>b</td></tr></table>'
    (table,) = read_blocks(html, BASE)
    assert isinstance(table, Table)
    assert (table.height, table.width) in ((1, 2), (1, 63))


@pytest.mark.parametrize(
    ("address", "base", "found"),
    [
        ("/a/", BASE, f"{BASE}/a/"),
        ("/a/", "", ""),
        ("https://x.vn/a", "", "https://x.vn/a"),
        ("mailto:a@x.vn", BASE, "mailto:a@x.vn"),
        ("tel:02563822294", BASE, "tel:02563822294"),
        ("#muc", BASE, ""),
        ("//x.vn/a", BASE, ""),
        ("javascript:alert(1)", BASE, ""),
        ("", BASE, ""),
    ],
)
def test_only_addresses_that_work_outside_the_site_stay(
    address: str, base: str, found: str
) -> None:
    """A link in a saved file leads where it says, or is no link."""
    assert absolute(address, base) == found
