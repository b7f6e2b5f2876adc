"""The sentences of results say what the figures say, and no more."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.chart_data import binh_dinh, card, level, period, point, provinces, standing, unit

from plugins.scorecards.model import SeriesPoint, UnitSeries
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts import figures
from plugins.scorecards.pages.charts.readings import (
    change_reading,
    distribution_reading,
    heat_reading,
    latest_reading,
    profile_reading,
    result_reading,
    slope_reading,
)
from plugins.vietnamese.numbers import decimal

PERCENT = card(('don-vi = "điểm"', 'don-vi = "%"'))
OFFICIAL = card(('xep-hang = "tu-tinh"', 'xep-hang = "cong-bo"'))
UNRANKED = card(('xep-hang = "tu-tinh"', 'xep-hang = "khong"'))

RESULTS: dict[str, tuple[dict[str, Any], str]] = {
    "points and an official rank": (
        {"points": "85.03", "rank": 33, "ranked": 63},
        "Bình Định đạt 85,03 %, đứng thứ 33 trong 63 tỉnh, thành phố năm 2022.",
    ),
    "no rank": (
        {"points": "81.78"},
        "Bình Định đạt 81,78 % năm 2022; nguồn không nêu thứ hạng.",
    ),
    "no count of the ranked": (
        {"points": "81.78", "rank": 5},
        "Bình Định đạt 81,78 %, đứng thứ 5 trong các tỉnh, thành phố năm 2022.",
    ),
    "no points": (
        {"rank": 29, "ranked": 63},
        "Bình Định đứng thứ 29 trong 63 tỉnh, thành phố năm 2022; nguồn không nêu điểm.",
    ),
    "a rank of ours": (
        {"points": "43.4681", "rank": 33, "ranked": 61, "rank_computed": True},
        (
            "Bình Định đạt 43,47 %, đứng thứ 33 trong 61 tỉnh, thành phố năm 2022 "
            "(hạng tự xếp, không chính thức)."
        ),
    ),
    "an inferred figure": (
        {"rank": 42, "ranked": 63, "derived": True},
        (
            "Bình Định đứng thứ 42 trong 63 tỉnh, thành phố năm 2022 (số suy ra); "
            "nguồn không nêu điểm."
        ),
    ),
    "an inferred figure with a rank of ours": (
        {"points": "50", "rank": 1, "ranked": 63, "derived": True, "rank_computed": True},
        (
            "Bình Định đạt 50,00 %, đứng thứ 1 trong 63 tỉnh, thành phố năm 2022 "
            "(số suy ra; hạng tự xếp, không chính thức)."
        ),
    ),
    "a class alone": ({"tier": "Tốt"}, "Bình Định được xếp loại Tốt năm 2022."),
    "nothing": ({}, "Bình Định chưa có kết quả năm 2022."),
}


def of_2022(**given: Any) -> SeriesPoint:  # noqa: ANN401 - what a row of a sheet holds
    """Give a result of Bình Định in 2022."""
    return point("2022", standing(unit(), **given), PERCENT)


@pytest.mark.parametrize("case", RESULTS)
def test_a_result_is_one_sentence(case: str) -> None:
    """A reader hears what is known of a result, and what is not."""
    given, said = RESULTS[case]

    assert result_reading(of_2022(**given), PERCENT) == said


def test_a_shared_rank_is_called_shared() -> None:
    """Two provinces at rank 15 do not each hold it alone."""
    said = result_reading(of_2022(points="60", rank=15, ranked=63), PERCENT, tied=True)

    assert said == "Bình Định đạt 60,00 %, đồng hạng 15 trong 63 tỉnh, thành phố năm 2022."


def test_a_method_without_ranks_misses_none() -> None:
    """A scorecard that never ranks is not reproached for it."""
    said = result_reading(of_2022(points="60"), UNRANKED)

    assert said == "Bình Định đạt 60,00 điểm năm 2022."


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("tinh", "tỉnh, thành phố"),
        ("bo", "bộ, ngành"),
        ("so", "sở, ban, ngành"),
        ("huyen", "huyện, thị xã, thành phố"),
        ("xa", "xã, phường"),
        ("vung", "vùng"),
        ("ca-nuoc", "đơn vị"),
    ],
)
def test_each_level_has_its_own_name(name: str, called: str) -> None:
    """A department is not one of so many provinces."""
    result = standing(unit("Nội vụ", name), "90", 2, 7)

    assert result_reading(point("2022", result, OFFICIAL), OFFICIAL) == (
        f"Nội vụ đạt 90,00 điểm, đứng thứ 2 trong 7 {called} năm 2022."
    )


def test_points_have_as_many_decimals_as_the_scorecard_says() -> None:
    """DTI speaks in ten-thousandths."""
    dti = card(('don-vi = "điểm"', 'don-vi = "điểm"\nle = 4'))
    result = point("2022", standing(unit("Đà Nẵng"), "0.8002", 1, 63), dti)

    assert result_reading(result, dti) == (
        "Đà Nẵng đạt 0,8002 điểm, đứng thứ 1 trong 63 tỉnh, thành phố năm 2022."
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (37, 33, "tăng 4 bậc so với năm 2021"),
        (33, 37, "giảm 4 bậc so với năm 2021"),
        (33, 33, "giữ nguyên hạng so với năm 2021"),
        (None, 33, ""),
        (33, None, ""),
    ],
)
def test_a_change_is_said_in_ranks(then: int | None, now: int | None, said: str) -> None:
    """To rise is to come nearer to the first."""
    before = point("2021", standing(unit(), "40", then, 63), OFFICIAL)

    assert change_reading(point("2022", standing(unit(), "41", now, 63), OFFICIAL), before) == said


def test_nothing_is_compared_across_methods() -> None:
    """From 60 to 80 points is no progress."""
    before = point("2017", standing(unit(), "38", 8, 63), OFFICIAL)

    assert change_reading(point("2018", standing(unit(), "41", 61, 63), OFFICIAL), before) == ""


def test_a_rank_of_ours_is_not_compared_with_an_official_one() -> None:
    """Two different rankings make no change."""
    before = point("2021", standing(unit(), "40", 37, 63, rank_computed=True), OFFICIAL)

    now = point("2022", standing(unit(), "41", 33, 63), OFFICIAL)
    assert change_reading(now, before) == ""
    assert printing.change_said(now.standing.score, before.standing.score) == ""


def test_nothing_is_compared_across_the_new_map() -> None:
    """Among 34 provinces the tenth place is not what it was among 63."""
    hue = unit("Huế", codes=(("63", "46"), ("34", "46")))
    before = point("2024", standing(hue, "40", 20, 63), OFFICIAL)

    assert change_reading(point("2025", standing(hue, "41", 10, 34), OFFICIAL), before) == ""


def test_the_latest_result_names_its_change() -> None:
    """A reader of the summary knows where the province stands and where it comes from."""
    assert latest_reading(binh_dinh(), card()) == (
        "Bình Định đạt 43,47 điểm, đứng thứ 33 trong 63 tỉnh, thành phố năm 2024 "
        "(hạng tự xếp, không chính thức); giảm 14 bậc so với năm 2023."
    )


def test_a_single_result_has_no_change() -> None:
    """The first year is compared with nothing."""
    series = UnitSeries(unit=unit(), points=(of_2022(points="85.03", rank=33, ranked=63),))

    assert latest_reading(series, PERCENT) == (
        "Bình Định đạt 85,03 %, đứng thứ 33 trong 63 tỉnh, thành phố năm 2022."
    )


def test_a_unit_without_results_says_so() -> None:
    """An empty series breaks no page."""
    assert latest_reading(UnitSeries(unit=unit(), points=()), card()) == (
        "Bình Định chưa có kết quả."
    )


AREAS = card().areas_of("2022")


def areas_reading(own: dict[str, str], median: dict[str, str]) -> str:
    """Read a profile of 2022."""
    of, shown = card(), [area for area in AREAS if area.id in own]
    return profile_reading(point("2022", standing(unit(), parts=own), of, median=median), of, shown)


def test_a_profile_counts_what_is_above_and_below_the_median() -> None:
    """The furthest area is named with both of its numbers."""
    said = areas_reading(
        {"d1": "4.34", "d2": "5.04", "d8": "2.87"}, {"d1": "4.90", "d2": "5.00", "d8": "2.95"}
    )

    assert said == (
        "Năm 2022, Bình Định cao hơn trung vị ở 1 và thấp hơn ở 2 trong 3 lĩnh vực; cách trung vị "
        "xa nhất ở «Tham gia của người dân ở cấp cơ sở» (4,34 so với 4,90)."
    )


def test_a_profile_on_one_side_of_the_median_says_all() -> None:
    """«Thấp hơn ở 0» is no sentence."""
    said = areas_reading({"d1": "5.00", "d8": "3.00"}, {"d1": "4.90", "d8": "2.95"})

    assert said == (
        "Năm 2022, Bình Định cao hơn trung vị ở cả 2 lĩnh vực; cách trung vị xa nhất ở "
        "«Tham gia của người dân ở cấp cơ sở» (5,00 so với 4,90)."
    )


def test_a_profile_at_the_median_has_nothing_furthest() -> None:
    """Equal is equal."""
    assert areas_reading({"d1": "5.00"}, {"d1": "5.0"}) == (
        "Năm 2022, Bình Định bằng trung vị ở mọi lĩnh vực được so sánh."
    )


def test_a_profile_without_medians_compares_nothing() -> None:
    """A source with one province says nothing of the others."""
    assert areas_reading({"d1": "5.00"}, {}) == "Năm 2022, Bình Định có điểm của 1 lĩnh vực."


BEFORE = provinces({"Huế": "50", "Bình Định": "40", "Gia Lai": "30", "Phú Yên": "20"})
AFTER = provinces({"Phú Yên": "60", "Huế": "50", "Bình Định": "40", "Gia Lai": "30"})


def test_a_slope_names_ours_and_the_furthest() -> None:
    """A reader sees at once who moved."""
    found = figures.moves(BEFORE, AFTER)

    assert slope_reading(found, ("tinh-binh-dinh",), "năm 2021", "năm 2022") == (
        "Bình Định từ hạng 2 năm 2021 xuống hạng 3 năm 2022; "
        "tăng nhiều nhất là Phú Yên (3 bậc); giảm nhiều nhất là Bình Định (1 bậc)."
    )


def test_those_that_a_province_succeeds_stand_side_by_side() -> None:
    """The readers of a merged province find both of the old ones in every sentence."""
    both = ("tinh-binh-dinh", "tinh-gia-lai")
    steps = [(AREAS[0], {"tinh-binh-dinh": 5, "tinh-gia-lai": 3})]

    assert slope_reading(figures.moves(BEFORE, AFTER), both, "năm 2021", "năm 2022") == (
        "Bình Định từ hạng 2 năm 2021 xuống hạng 3 năm 2022; "
        "Gia Lai từ hạng 3 năm 2021 xuống hạng 4 năm 2022; "
        "tăng nhiều nhất là Phú Yên (3 bậc); giảm nhiều nhất là Bình Định (1 bậc)."
    )
    assert distribution_reading(SPREAD, OFFICIAL, both) == (
        "Khoảng một nửa trong 5 tỉnh, thành phố đạt từ 30,00 đến 40,00 điểm; "
        "Bình Định đạt 40,00 điểm, đồng hạng 2 trong 5 tỉnh, thành phố; "
        "Gia Lai đạt 40,00 điểm, đồng hạng 2 trong 5 tỉnh, thành phố."
    )
    assert heat_reading(SPREAD, period("2022"), steps, both) == (
        "Năm 2022, Bình Định thuộc nhóm cao nhất ở «Tham gia của người dân ở cấp cơ sở»; "
        "Gia Lai thuộc ba nhóm giữa ở mọi lĩnh vực có điểm."
    )


def test_a_slope_without_ours_names_the_others() -> None:
    """The departments' ranking has no province of ours."""
    found = figures.moves(BEFORE, AFTER)

    assert slope_reading(found, (), "năm 2021", "năm 2022") == (
        "Tăng nhiều nhất là Phú Yên (3 bậc); giảm nhiều nhất là Bình Định (1 bậc)."
    )


def test_a_slope_where_nobody_moved() -> None:
    """To keep a rank is told too."""
    found = figures.moves(BEFORE, BEFORE)

    assert slope_reading(found, ("tinh-hue",), "năm 2021", "năm 2022") == (
        "Huế giữ hạng 1 từ năm 2021 đến năm 2022."
    )


SPREAD = provinces(
    {"Huế": "50", "Bình Định": "40", "Gia Lai": "40", "Phú Yên": "30", "Quảng Nam": "20"}
)


def test_a_distribution_names_the_middle_half_and_ours() -> None:
    """A shared rank is called shared where the whole level is known."""
    assert distribution_reading(SPREAD, OFFICIAL, ("tinh-binh-dinh",)) == (
        "Khoảng một nửa trong 5 tỉnh, thành phố đạt từ 30,00 đến 40,00 điểm; "
        "Bình Định đạt 40,00 điểm, đồng hạng 2 trong 5 tỉnh, thành phố."
    )


def test_a_distribution_without_ours_speaks_of_all() -> None:
    """A level that is not ours is read too."""
    assert distribution_reading(SPREAD, OFFICIAL, ()) == (
        "Khoảng một nửa trong 5 tỉnh, thành phố đạt từ 30,00 đến 40,00 điểm."
    )


def test_a_heat_table_names_the_highest_and_the_lowest_fifth() -> None:
    """A reader knows strength and weakness before looking at sixty rows."""
    steps = [(AREAS[0], {"tinh-hue": 5}), (AREAS[1], {"tinh-hue": 1}), (AREAS[2], {"tinh-hue": 3})]

    assert heat_reading(SPREAD, period("2022"), steps, ("tinh-hue",)) == (
        "Năm 2022, Huế thuộc nhóm cao nhất ở «Tham gia của người dân ở cấp cơ sở»; thuộc nhóm thấp "
        "nhất ở «Công khai, minh bạch trong việc ra quyết định ở địa phương»."
    )


def test_a_heat_table_with_ours_in_the_middle() -> None:
    """Neither strong nor weak is an answer."""
    assert heat_reading(SPREAD, period("2022"), [(AREAS[0], {"tinh-hue": 3})], ("tinh-hue",)) == (
        "Năm 2022, Huế thuộc ba nhóm giữa ở mọi lĩnh vực có điểm."
    )


def test_a_heat_table_without_ours_says_what_it_is() -> None:
    """Nobody is singled out."""
    assert heat_reading(SPREAD, period("2022"), [(AREAS[0], {"tinh-hue": 3})], ()) == (
        "Mỗi lĩnh vực chia các tỉnh, thành phố có điểm thành năm nhóm đều nhau."
    )


NUMBERS = st.decimals(min_value=0, max_value=100, places=4)


@given(points=NUMBERS, rank=st.integers(1, 3000), more=st.integers(0, 400))
def test_every_number_of_a_sentence_is_the_results(points: Decimal, rank: int, more: int) -> None:
    """Whatever the figures are, the sentence prints them as the tables do."""
    result = point("2022", standing(unit(), str(points), rank, rank + more), OFFICIAL)

    assert result_reading(result, OFFICIAL) == (
        f"Bình Định đạt {decimal(points, 2)} điểm, đứng thứ {decimal(rank)} trong "
        f"{decimal(rank + more)} tỉnh, thành phố năm 2022."
    )


@given(then=st.integers(1, 63), now=st.integers(1, 63))
def test_a_change_goes_there_and_back(then: int, now: int) -> None:
    """What one year rose, the same way back fell."""
    old = point("2021", standing(unit(), None, then, 63), OFFICIAL)
    new = point("2022", standing(unit(), None, now, 63), OFFICIAL)
    there, back = change_reading(new, old), change_reading(old, new)

    assert (
        there.replace("2021", "2022")
        == {
            "t": back.replace("giảm", "tăng"),
            "g": back.replace("tăng", "giảm"),
        }[there[0]]
    )


def test_a_level_without_its_unit_has_no_standing() -> None:
    """A unit of another level is not looked for twice."""
    assert list(figures.standings_of(level(), ("tinh-hue",))) == []
