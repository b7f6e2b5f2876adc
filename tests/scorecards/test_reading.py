"""A sheet is read as people write it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from support.score_files import CARD, HEADER, SHEET, row, scorecard

from plugins.scorecards.model import Overview, Period, PeriodResult, Standing, UnitSeries
from plugins.scorecards.reading.periods import read_period


def standings(text: str | bytes, period: str = "2022") -> dict[str, Standing]:
    """Read a sheet and give its first level by unit."""
    sheets: dict[str, Any] = {f"ky_{period}".replace("-", "_"): text}
    found = scorecard(**sheets)
    assert found.problems == ()
    result = found.records[f"ky {period}"]
    assert isinstance(result, PeriodResult)
    return {standing.unit.id: standing for standing in result.levels[0].standings}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("16.5", "16.5"),
        ("16,5", "16.5"),
        ("5.762", "5.762"),
        ("5,762", "5.762"),
        ("16", "16"),
        (" 16,50 ", "16.50"),
        ("16,5%", "16.5"),
        ("0,8", "0.8"),
    ],
)
def test_points_are_read_with_a_comma_or_a_point(written: str, read: str) -> None:
    """Excel in Vietnam writes 16,5; a program writes 16.5; where twenty is most, 5.762 is small."""
    text = f"{HEADER}\n" + row("Huế", tong=written)
    assert standings(text)["thanh-pho-hue"].score.points == Decimal(read)


@pytest.mark.parametrize("written", ["8.5.3", "31.12.2024", "1.5,2", "1.234.5", "1,2,3", "5..2"])
def test_marks_that_part_no_thousands_make_no_number(written: str) -> None:
    """A date is not read as thirty-one million."""
    text = f"{HEADER}\n" + row("Huế", tong=written)
    (problem,) = scorecard(ky_2022=text).problems
    assert f"không đọc được số «{written}»" in str(problem)


@pytest.mark.parametrize(
    ("written", "read"),
    [("1.234", "1234"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1.234.567", "1234567")],
)
def test_marks_between_thousands_are_read_where_points_go_that_far(written: str, read: str) -> None:
    """Complaints are counted in thousands."""
    card = CARD.replace("thang = 20", "thang = 2000000").replace('"tong"', '"cong-bo"')
    found = scorecard(ky_2022=f"{HEADER}\n" + row("Huế", tong=written), card=card).records
    (standing,) = found["ky 2022"].levels[0].standings  # type: ignore[attr-defined]
    assert standing.score.points == Decimal(read)


@pytest.mark.parametrize("written", ["", "-", "–", "…", "...", "N/A", "không có"])
def test_what_is_missing_is_missing(written: str) -> None:
    """A dash is not a zero."""
    text = f"{HEADER}\n" + row("Huế", tong=written, hang="1")
    assert standings(text)["thanh-pho-hue"].score.points is None


def test_semicolons_a_mark_and_lines_of_windows_are_read() -> None:
    """The file as Excel in Vietnam saves it."""
    rows = [["don-vi", "tong", "nguon"], ["Huế", "16,50", "https://vi-du.vn"]]
    saved = "\ufeff" + "\r\n".join(";".join(cells) for cells in rows) + "\r\n"
    assert standings(saved.encode())["thanh-pho-hue"].score.points == Decimal("16.50")


def test_headings_may_be_words() -> None:
    """Nobody has to learn the ids of columns by heart."""
    text = "Tỉnh/Thành phố,Tổng điểm,Thứ hạng,Lĩnh vực A,Nguồn số liệu\nHuế,16.5,1,8.5,https://vi-du.vn\n"
    score = standings(text)["thanh-pho-hue"].score
    assert (score.points, score.rank, dict(score.parts)) == (
        Decimal("16.5"),
        1,
        {"a": Decimal("8.5")},
    )


def test_a_long_table_is_read_like_a_wide_one() -> None:
    """One line a criterion, as statistical offices publish."""
    text = (
        "don-vi,tieu-chi,tong,nguon\n"
        "Huế,tong,16.5,https://vi-du.vn\n"
        "Huế,a,8.5,https://vi-du.vn\n"
        "Huế,Lĩnh vực B,8,https://vi-du.vn\n"
    )
    score = standings(text)["thanh-pho-hue"].score
    assert score.points == Decimal("16.5")
    assert dict(score.parts) == {"a": Decimal("8.5"), "b": Decimal(8)}


@pytest.mark.parametrize(
    "name", ["Huế", "Thành phố Huế", "TP. Huế", "thành phố Huế", "Hue", "thanh-pho-hue", "huế"]
)
def test_a_unit_is_found_by_any_way_to_write_its_name(name: str) -> None:
    """Tables write «TP. Huế», «Huế», «Thành phố Huế»."""
    assert set(standings(f"{HEADER}\n" + row(name, tong="15"))) == {"thanh-pho-hue"}


def test_a_name_means_the_unit_of_its_time() -> None:
    """«Gia Lai» was code 64 until 30/06/2025, and is code 52 since."""
    assert set(standings(f"{HEADER}\n" + row("Gia Lai", tong="15"))) == {"tinh-gia-lai-cu"}
    now = standings(f"{HEADER}\n" + row("Gia Lai", tong="15", ma_so="52", he="34"), "2026")
    assert set(now) == {"tinh-gia-lai"}


def test_a_method_may_name_the_units_of_a_later_system() -> None:
    """DTI 2024 was published for the 34 provinces, which began in July 2025."""
    card = CARD.replace('tu = "2022"\n', 'tu = "2022"\nhe = "34"\n')
    found = scorecard(card=card, ky_2022="", ky_2024=f"{HEADER}\n" + row("Gia Lai", tong="15"))
    assert found.problems == ()
    assert "don-vi tinh-gia-lai" in found.records


def test_two_sources_that_differ_are_both_kept() -> None:
    """Hải Phòng 2023: one paper wrote 91,87, another 91,81."""
    text = SHEET + row("Huế", tong="16.40", nguon="https://vi-du.vn/2")
    hue = standings(text)["thanh-pho-hue"]
    assert hue.score.points == Decimal("16.50")
    assert [other.points for other in hue.others] == [Decimal("16.40")]


def test_a_correction_replaces_and_the_old_value_stays() -> None:
    """What was published is never lost."""
    text = SHEET + row("Huế", tong="16.40", hang="1", sua_ngay="2023-05-01", ly_do_sua="gõ nhầm")
    hue = standings(text)["thanh-pho-hue"]
    assert hue.score.points == Decimal("16.40")
    assert hue.score.corrected_on == date(2023, 5, 1)
    assert [before.points for before in hue.earlier] == [Decimal("16.50")]


@pytest.mark.parametrize(
    ("written", "kind", "name", "first_day", "last_day"),
    [
        ("2022", "nam", "năm 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", "thang", "tháng 2 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", "thang", "tháng 12 năm 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-q1", "quy", "quý 1 năm 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-q4", "quy", "quý 4 năm 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025", "thang", "năm 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_read(
    written: str, kind: str, name: str, first_day: date, last_day: date
) -> None:
    """The file's name says the period; its last day says which units there were."""
    assert read_period(written, kind) == Period(
        id=written, name=name, first_day=first_day, last_day=last_day
    )


@pytest.mark.parametrize("written", ["22", "2022-13", "2025-q5", "2022-03", "nam-2022", ""])
def test_what_is_no_period_is_none(written: str) -> None:
    """A yearly scorecard has no March."""
    assert read_period(written, "nam") is None


def test_the_records_of_a_scorecard_are_its_periods_its_units_and_the_whole() -> None:
    """Pages look up just these."""
    later = SHEET.replace("16.50,1", "16.60,1").replace(
        "8.50,5.50,3.00,8.00", "8.60,5.60,3.00,8.00"
    )
    records = scorecard(ky_2023=later).records
    assert set(records) == {
        "",
        "dia-chi",
        *("ky 2022", "ky 2023", "hang 2022", "hang 2023"),
        *(f"don-vi {unit}" for unit in ("thanh-pho-hue", "tinh-binh-dinh", "tinh-phu-yen")),
        "don-vi tinh-gia-lai-cu",
    }
    whole, hue = records[""], records["don-vi thanh-pho-hue"]
    assert isinstance(whole, Overview)
    assert [period.id for period in whole.periods] == ["2023", "2022"]
    assert isinstance(hue, UnitSeries)
    assert [p.standing.score.points for p in hue.points] == [Decimal("16.50"), Decimal("16.60")]


def test_a_scorecard_without_figures_is_whole() -> None:
    """DDCI has no figures yet: the page says so, and nothing is wrong."""
    found = scorecard(ky_2022="", card=CARD)
    assert found.problems == ()
    assert set(found.records) == {"", "dia-chi"}
