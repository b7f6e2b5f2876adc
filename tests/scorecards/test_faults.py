"""Every planted fault is named with its line, its fact and its remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.score_files import CARD, HEADER, SHEET, UNITS, Read, row, scorecard


def sheet(*changes: tuple[str, str]) -> str:
    """Change the usual sheet."""
    text = SHEET
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def card(*changes: tuple[str, str]) -> str:
    """Change the usual definition."""
    text = CARD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def of_sheet(*changes: tuple[str, str]) -> Read:
    """Read the scorecard with a changed sheet."""
    return scorecard(ky_2022=sheet(*changes))


FAULTS: dict[str, tuple[Callable[[], Read], str]] = {
    "above the scale": (
        lambda: of_sheet(("16.50,1", "21.00,1")),
        "2022.csv:2: lỗi: Huế được 21,00 điểm, vượt điểm tối đa 20",
    ),
    "above a criterion's maximum": (
        lambda: of_sheet(("8.50,5.50,3.00", "9.50,6.50,3.00")),
        "2022.csv:2: lỗi: Huế được 6,50 điểm, vượt điểm tối đa 6 của «Tiêu chí A1»",
    ),
    "below zero": (
        lambda: of_sheet(("7.00,4.00,3.00,6.00", "-7.00,4.00,3.00,6.00")),
        "2022.csv:5: lỗi: Gia Lai (cũ) được -7,00 điểm – điểm không âm",
    ),
    "no number": (
        lambda: of_sheet(("16.50,1", "cao,1")),
        "2022.csv:2: lỗi: «tong»: không đọc được số «cao»",
    ),
    "letter O for zero": (
        lambda: of_sheet(("16.50,1", "16.5O,1")),
        "2022.csv:2: lỗi: «tong»: không đọc được số «16.5O»",
    ),
    "a unit twice": (
        lambda: of_sheet(("Phú Yên,54,63,14.00,3", "Huế,46,63,14.00,3")),
        "2022.csv:4: lỗi: Huế đã có ở dòng 2, cùng một nguồn",
    ),
    "an unknown unit": (
        lambda: of_sheet(("Phú Yên,54,63", "Phú Yêm,,")),
        "2022.csv:4: lỗi: không có đơn vị «Phú Yêm» vào năm 2022",
    ),
    "a unit of another time": (
        lambda: scorecard(ky_2026=f"{HEADER}\n" + row("Bình Định", tong="15")),
        "2026.csv:2: lỗi: không có đơn vị «Bình Định» vào năm 2026 – Tỉnh Bình Định có đến",
    ),
    "a code of another unit": (
        lambda: of_sheet(("Phú Yên,54,63", "Phú Yên,52,63")),
        "2022.csv:4: lỗi: mã 52 (hệ 63) là Tỉnh Bình Định, dòng lại ghi «Phú Yên»",
    ),
    "52 of the system of 34 in 2022": (
        lambda: of_sheet(("Bình Định,52,63", "Bình Định,52,34")),
        "2022.csv:3: lỗi: mã 52 (hệ 34) là Tỉnh Gia Lai, không có vào năm 2022",
    ),
    "a code without a system": (
        lambda: of_sheet(("Bình Định,52,63", "Bình Định,52,")),
        "2022.csv:3: lỗi: mã số 52 không có hệ",
    ),
    "an unknown code": (
        lambda: of_sheet(("Bình Định,52,63", "Bình Định,99,63")),
        "2022.csv:3: lỗi: hệ 63 không có mã số 99",
    ),
    "two ranks one": (
        lambda: of_sheet(("15.25,2", "15.25,1")),
        "2022.csv:3: lỗi: Huế hạng 1 được 16,50, Bình Định hạng 1 được 15,25",
    ),
    "a tie that leaves no gap": (
        lambda: of_sheet(("16.50,1", "16.50,2"), ("8.50,5.50,3.00,8.00", "8.50,5.50,3.00,8.00")),
        "2022.csv:3: lỗi: Huế hạng 2 được 16,50, Bình Định hạng 2 được 15,25",
    ),
    "a rank inside a tie": (
        lambda: of_sheet(("14.00,3,", "14.00,2,")),
        "2022.csv:4: lỗi: Bình Định hạng 2 được 15,25, Phú Yên hạng 2 được 14,00",
    ),
    "a rank that a tie must leave free": (
        lambda: scorecard(
            ky_2022=f"{HEADER}\n"
            + row("Huế", hang="1")
            + row("Phú Yên", hang="1")
            + row("Gia Lai", hang="2")
        ),
        "2022.csv:4: lỗi: Gia Lai (cũ) hạng 2, mà 2 đơn vị cùng hạng 1",
    ),
    "a better rank with fewer points": (
        lambda: of_sheet(("14.00,3,4", "14.00,4,4"), ("13.00,4,4", "13.00,3,4")),
        "2022.csv:4: lỗi: Gia Lai (cũ) hạng 3 được 13,00, Phú Yên hạng 4 được 14,00",
    ),
    "a rank beyond the count": (
        lambda: of_sheet(("13.00,4,4", "13.00,9,4")),
        "2022.csv:5: lỗi: Gia Lai (cũ) hạng 9 trong 4 đơn vị",
    ),
    "two counts": (
        lambda: of_sheet(("13.00,4,4", "13.00,4,5")),
        "2022.csv:5: lỗi: số đơn vị là 5, dòng 2 ghi 4",
    ),
    "a rank that is no number": (
        lambda: of_sheet(("16.50,1", "16.50,nhất")),
        "2022.csv:2: lỗi: «hang»: không nhận «nhất»",
    ),
    "rank zero": (
        lambda: of_sheet(("16.50,1", "16.50,0")),
        "2022.csv:2: lỗi: «hang»: không nhận «0»",
    ),
    "a total that is not its areas": (
        lambda: of_sheet(("15.25,2", "15.75,2")),
        "2022.csv:3: lỗi: Bình Định ghi 15,75 điểm, tổng các phần là 15,25",
    ),
    "an area that is not its criteria": (
        lambda: of_sheet(("8.25,5.00,3.25", "8.25,5.00,3.00")),
        "2022.csv:3: lỗi: Bình Định ghi 8,25 điểm, «Lĩnh vực A»: tổng các phần là 8,00",
    ),
    "no source": (
        lambda: of_sheet(("8.00,https://vi-du.vn/1", "8.00,")),
        "2022.csv:2: lỗi: ô «nguon» để trống",
    ),
    "no unit": (
        lambda: of_sheet(("Huế,46,63", ",46,63")),
        "2022.csv:2: lỗi: ô «don-vi» để trống",
    ),
    "nothing said": (
        lambda: scorecard(ky_2022=SHEET + row("Huế", nguon="https://vi-du.vn/2")),
        "2022.csv:6: lỗi: không có điểm, cũng không có hạng",
    ),
    "an unknown column": (
        lambda: of_sheet(("nhom,a,", "nhom,c,")),
        "2022.csv:1: lỗi: không có cột «c»",
    ),
    "a column twice": (
        lambda: of_sheet(("a1,a2", "a1,a1")),
        "2022.csv:1: lỗi: cột «a1» viết hai lần",
    ),
    "a cell too many": (
        lambda: of_sheet(("16.50,1,4", "16,50,1,4")),
        "2022.csv:2: lỗi: dòng có 18 ô, bảng có 17 cột",
    ),
    "an unknown tier": (
        lambda: of_sheet(("16.50,1,4,Tốt", "16.50,1,4,Tót")),
        "2022.csv:2: lỗi: xếp nhóm «Tót» không có trong bo-chi-so.toml",
    ),
    "a correction without a reason": (
        lambda: scorecard(ky_2022=SHEET + row("Huế", tong="16.40", sua_ngay="2023-05-01")),
        "2022.csv:6: lỗi: có «sua-ngay» mà không có «ly-do-sua»",
    ),
    "a reason without a date": (
        lambda: of_sheet(("8.00,https://vi-du.vn/1,,,,,", "8.00,https://vi-du.vn/1,,,,gõ nhầm,")),
        "2022.csv:2: lỗi: có «ly-do-sua» mà không có «sua-ngay»",
    ),
    "a correction of nothing": (
        lambda: of_sheet(
            ("8.00,https://vi-du.vn/1,,,,,", "8.00,https://vi-du.vn/1,,,2023-05-01,gõ nhầm,")
        ),
        "2022.csv:2: lỗi: dòng đính chính Huế không có dòng nào ở trên để đính chính",
    ),
    "an impossible day": (
        lambda: of_sheet(
            ("8.00,https://vi-du.vn/1,,,,,", "8.00,https://vi-du.vn/1,,,2023-02-30,x,")
        ),
        "2022.csv:2: lỗi: «sua-ngay»",
    ),
    "an inference without a ground": (
        lambda: of_sheet(("8.00,https://vi-du.vn/1,,,,,", "8.00,https://vi-du.vn/1,,có,,,")),
        "2022.csv:2: lỗi: số của Huế là số suy ra, mà không nói từ đâu",
    ),
    "neither yes nor no": (
        lambda: of_sheet(("8.00,https://vi-du.vn/1,,,,,", "8.00,https://vi-du.vn/1,,?,,,")),
        "2022.csv:2: lỗi: «suy-ra»: không hiểu «?»",
    ),
    "no definition": (
        lambda: scorecard(card=""),
        "thu: lỗi: thiếu tệp bo-chi-so.toml",
    ),
    "a definition that is no TOML": (
        lambda: scorecard(card=card(('ten-ngan = "THỬ"', "ten-ngan = THỬ"))),
        "bo-chi-so.toml:2: lỗi: không đọc được dòng «ten-ngan = THỬ»",
    ),
    "an unknown key": (
        lambda: scorecard(card=card(("co-quan-cong-bo", "co-quan-cog-bo"))),
        "bo-chi-so.toml:4: lỗi: không có mục «co-quan-cog-bo»",
    ),
    "no scale": (
        lambda: scorecard(card=card(("thang = 20\n", ""))),
        "bo-chi-so.toml:8: lỗi: thiếu «thang» (điểm cao nhất)",
    ),
    "no method": (
        lambda: scorecard(card=CARD.split("[[phuong-phap]]", maxsplit=1)[0]),
        "bo-chi-so.toml:1: lỗi: không có phiên bản phương pháp nào",
    ),
    "two methods for a period": (
        lambda: scorecard(card=CARD + '\n[[phuong-phap]]\nma = "2"\ntu = "2022"\nthang = 20\n'),
        "bo-chi-so.toml:36: lỗi: kỳ 2022 có 2 phiên bản phương pháp",
    ),
    "a period before the first method": (
        lambda: scorecard(ky_2020=f"{HEADER}\n" + row("Huế", tong="15")),
        "bo-chi-so.toml:1: lỗi: kỳ 2020 có 0 phiên bản phương pháp",
    ),
    "maxima that do not add up": (
        lambda: scorecard(
            card=card(
                ('ten = "Lĩnh vực B"\ndiem-toi-da = 10', 'ten = "Lĩnh vực B"\ndiem-toi-da = 9')
            )
        ),
        "bo-chi-so.toml:8: lỗi: thang điểm là 20, các phần cộng lại là 19",
    ),
    "a criterion twice": (
        lambda: scorecard(card=card(('ma = "a2"', 'ma = "a1"'))),
        "bo-chi-so.toml:26: lỗi: mã tiêu chí «a1» đã có ở dòng 21",
    ),
    "a criterion that is called like the total": (
        lambda: scorecard(card=card(('ma = "b"', 'ma = "tong"'))),
        "bo-chi-so.toml:32: lỗi: mã «tong» không hợp lệ",
    ),
    "an unknown level": (
        lambda: scorecard(card=card(('cap = ["tinh"]', 'cap = ["thon"]'))),
        "bo-chi-so.toml:5: lỗi: cấp «thon» lạ",
    ),
    "a file that is no period": (
        lambda: scorecard(**{"nam-2022": SHEET}),
        "nam-2022.csv:1: lỗi: tên «nam-2022.csv» không phải là một kỳ",
    ),
    "bytes of Windows": (
        lambda: scorecard(ky_2022=SHEET.encode("utf-16")),
        "2022.csv:1: lỗi: tệp ở bảng mã UTF-16",
    ),
    "a unit's id twice": (
        lambda: scorecard(units=UNITS + "tinh-phu-yen,Tỉnh Phú Yên,,tinh,63,54,,,,,Thử\n"),
        "don-vi.csv:8: lỗi: mã «tinh-phu-yen» đã có ở dòng 5",
    ),
    "one code for two units of one time": (
        lambda: scorecard(
            units=UNITS.replace("tinh,63,54,,,2025-06-30", "tinh,63,52,,,2025-06-30")
        ),
        (
            "don-vi.csv:5: lỗi: mã số 52 (hệ 63) của Tỉnh Phú Yên đã là của Tỉnh Bình Định "
            "(chi-so/don-vi.csv:2)"
        ),
    ),
    "a code without its system in the register": (
        lambda: scorecard(units=UNITS.replace("tinh,63,54", "tinh,,54")),
        "don-vi.csv:5: lỗi: hệ thống «» lạ",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named_with_its_line(name: str) -> None:
    """An editor who sends a wrong table is told which line, what is wrong, and what to do."""
    make, start = FAULTS[name]
    found = [str(problem).removeprefix("content/chi-so/thu/") for problem in make().problems]
    found = [text.removeprefix("content/chi-so/").removeprefix("content/") for text in found]
    assert [text for text in found if text.startswith(start)], found
    assert make().records == {}


def test_a_code_may_be_given_on_when_its_unit_has_ended() -> None:
    """A commune's code may go to the commune that follows it."""
    heir = "tinh-moi,Tỉnh Mới,,tinh,63,54,,2025-07-01,,,Thử\n"
    assert scorecard(units=UNITS + heir).problems == ()
    early = heir.replace("2025-07-01", "2025-06-30")
    assert len(scorecard(units=UNITS + early).problems) == 1


def test_the_usual_sheet_has_no_fault() -> None:
    """What the faults are planted into is sound."""
    assert scorecard().problems == ()
