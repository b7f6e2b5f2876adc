"""Charts show what the figures say: joined where they may be, readable, with every number told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from statistics import quantiles
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.chart_data import (
    BINH_DINH,
    binh_dinh,
    card,
    level,
    period,
    point,
    provinces,
    standing,
    unit,
)
from support.theme import THEME, macro

from plugins.scorecards.model import TOTAL, LevelResult, UnitSeries
from plugins.scorecards.pages.charts import figures
from plugins.scorecards.pages.charts.axis import printed, rank_ticks, ticks
from plugins.scorecards.pages.charts.distribution import distribution
from plugins.scorecards.pages.charts.drawing import WIDTH, Box, box_of, spread, width_of, wrapped
from plugins.scorecards.pages.charts.heat import heat
from plugins.scorecards.pages.charts.profile import profile
from plugins.scorecards.pages.charts.runs import runs, short_name, slot_of, stretches
from plugins.scorecards.pages.charts.shapes import (
    ChartTable,
    SlopeChart,
    TrendChart,
    TrendPanel,
    Word,
)
from plugins.scorecards.pages.charts.slope import slope
from plugins.scorecards.pages.charts.spark import spark
from plugins.scorecards.pages.charts.trend import trend

PAPI = card()
YEARS = [str(year) for year in range(2011, 2025)]
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
MONTHLY = card(('ky = "nam"', 'ky = "thang"'))
NAMES = [f"Tỉnh {number}" for number in range(1, 64)]
ROUNDED = 0.1
VALUES = st.decimals(min_value=0, max_value=60, places=2)


def drawn(series: UnitSeries) -> TrendChart:
    """Draw a trend that is there."""
    chart = trend(series, PAPI, id="x")
    assert chart
    return chart


def series_of(totals: dict[str, str | None], of: str = "Bình Định") -> UnitSeries:
    """Make a series of totals, some unknown."""
    result = unit(of)
    return UnitSeries(
        unit=result,
        points=tuple(point(key, standing(result, total), PAPI) for key, total in totals.items()),
    )


def places(path: str) -> list[list[tuple[float, float]]]:
    """Read the lines of a path."""
    lines = [part for part in path.split("M") if part]
    return [
        [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line)]
        for line in lines
    ]


def box(word: Word) -> Box:
    """Give the room of a word, less than what a place loses when it is printed to a tenth."""
    found = box_of((float(word.x), float(word.y)), word.text, word.anchor)
    return replace(found, top=found.top + ROUNDED, bottom=found.bottom - ROUNDED)


def overlaps(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Name words that lie on one another."""
    pairs = combinations(words, 2)
    return [(one.text, other.text) for one, other in pairs if box(one).meets(box(other))]


def words_of(panel: TrendPanel) -> tuple[Word, ...]:
    """Give all words of a panel."""
    return (panel.name, *panel.notes, *panel.words, *panel.median_words)


def test_nothing_is_joined_across_a_change_of_method() -> None:
    """Readers never see progress where the scale changed from 60 to 80."""
    chart = drawn(binh_dinh())

    assert [panel.name.text for panel in chart.panels] == ["thang 60", "thang 80"]
    assert [len(panel.dots) for panel in chart.panels] == [7, 7]
    assert [panel.line.count("M") for panel in chart.panels] == [1, 1]
    assert [panel.median.count("M") for panel in chart.panels] == [1, 1]
    assert "đổi thang điểm" in [note.text for note in chart.panels[1].notes]
    first, second = (places(panel.line)[0] for panel in chart.panels)
    assert first[-1][0] < float(chart.breaks[1:].split()[0]) < second[0][0]


@settings(deadline=None)
@given(
    totals=st.dictionaries(st.sampled_from(YEARS), st.none() | VALUES.map(str), min_size=2),
)
def test_a_line_joins_neighbouring_years_of_one_method_and_no_others(
    totals: dict[str, str | None],
) -> None:
    """A year without a figure is a gap, not a guess."""
    series = series_of(dict(sorted(totals.items())))
    known = sorted(int(year) for year, total in totals.items() if total is not None)
    chart = trend(series, PAPI, id="x")
    if chart is None:
        assert len(known) < 2
        return
    neighbours = [(a, b) for a, b in pairwise(known) if b == a + 1 and (a, b) != (2017, 2018)]

    assert sum(panel.line.count("L") for panel in chart.panels) == len(neighbours)
    assert sum(len(panel.dots) for panel in chart.panels) == len(known)


@settings(deadline=None)
@given(totals=st.lists(VALUES, min_size=2, max_size=7))
def test_a_higher_total_stands_higher(totals: list[Decimal]) -> None:
    """The eye reads the order that the figures have."""
    keys = YEARS[: len(totals)]
    chart = drawn(series_of(dict(zip(keys, map(str, totals), strict=True))))
    heights = [float(dot.y) for dot in chart.panels[0].dots]

    for (one, y), (other, other_y) in combinations(zip(totals, heights, strict=True), 2):
        if one != other:
            assert (one > other) == (y < other_y) or abs(y - other_y) < 0.11


def test_ranks_stand_alone_where_no_points_are_given_and_the_first_is_on_top() -> None:
    """DTI publishes ranks; the best of them is up."""
    chart = drawn(binh_dinh(ranks_only=True))
    heights = [float(dot.y) for dot in chart.panels[0].dots]

    assert chart.title == "Thứ hạng PAPI của Bình Định qua các năm"
    assert [panel.name.text for panel in chart.panels] == ["thứ hạng", "thứ hạng"]
    assert min(heights) == heights[1]
    assert max(heights) == heights[4]
    assert [panel.median for panel in chart.panels] == ["", ""]
    numbers = [note.text for note in chart.panels[1].notes if note.anchor == "end"]
    assert numbers == ["63", "40", "20", "1"]


def test_fewer_than_two_values_make_no_trend() -> None:
    """One dot is no course; the page says it in words."""
    assert trend(series_of({"2022": "41.66"}), PAPI, id="x") is None
    assert trend(series_of({"2022": "41.66", "2023": None}), PAPI, id="x") is None
    assert trend(series_of({}), PAPI, id="x") is None
    assert trend(UnitSeries(unit=unit(), points=()), PAPI, id="x") is None


def test_single_values_of_two_methods_are_two_dots_and_no_line() -> None:
    """2017 and 2018 are neighbours that cannot be compared."""
    chart = drawn(series_of({"2017": "38.35", "2018": "41.04"}))

    assert [len(panel.dots) for panel in chart.panels] == [1, 1]
    assert [panel.line for panel in chart.panels] == ["", ""]


def test_the_map_of_2025_parts_a_series_of_a_province_that_stayed() -> None:
    """Huế among 34 is not joined to Huế among 63."""
    hue = unit("Huế", codes=(("63", "46"), ("34", "46")))
    keys = ("2023", "2024", "2025")
    points = tuple(point(key, standing(hue, "42"), PAPI) for key in keys)
    parts = stretches(UnitSeries(unit=hue, points=points))

    assert [(len(part.points), part.reason) for part in parts] == [(2, ""), (1, "đổi địa giới")]


def test_months_have_their_own_line_and_a_year_is_none_of_them() -> None:
    """A yearly figure between months is another kind of figure."""
    result = standing(unit(), "42")
    keys = ("2024-11", "2024-12", "2024", "2025-01", "2025-03")
    series = UnitSeries(unit=unit(), points=tuple(point(key, result, MONTHLY) for key in keys))
    chart = trend(series, MONTHLY, id="x")

    assert chart
    assert chart.title == "PAPI của Bình Định qua các tháng"
    assert [len(panel.dots) for panel in chart.panels] == [4, 1]
    assert [len(line) for line in places(chart.panels[0].line)] == [3]


def test_quarters_are_neighbours_across_the_new_year() -> None:
    """The first quarter follows the fourth."""
    numbers = [slot_of(period(key)) for key in ("2024-q3", "2024-q4", "2025-q1")]

    assert [new - old for old, new in pairwise(numbers)] == [1, 1]
    assert short_name(period("2025-q1")) == "Q1/2025"
    assert short_name(period("2025-03")) == "3/2025"


def test_a_method_that_comes_back_is_not_joined_over_the_other() -> None:
    """Runs look at time, whatever the method is called."""
    series = series_of({"2011": "36", "2013": "37", "2014": "38"})

    assert [[slot for slot, _ in run] for run in runs(series.points, _points)] == [
        [2011],
        [2013, 2014],
    ]


def _points(point: object) -> Decimal | None:
    return point.standing.score.points  # type: ignore[attr-defined,no-any-return]


def test_the_table_of_a_trend_has_every_figure() -> None:
    """Who does not see the picture reads the same numbers."""
    table = drawn(binh_dinh()).table

    assert table.header == ("Kỳ", "Điểm", "Trung vị", "Thang", "Hạng")
    assert table.rows[0] == ("2011", "38,43", "35,70", "60", "7/63")
    assert table.rows[-1] == ("2024", "43,47", "43,50", "80", "33/63")
    assert [row[0] for row in table.rows] == YEARS


def test_a_trend_is_told_panel_by_panel() -> None:
    """A screen reader says where the line breaks, and why."""
    desc = drawn(binh_dinh()).desc

    assert desc.startswith("Thang 60: năm 2011 38,43 (trung vị 35,70); năm 2012 39,81 ")
    assert "Thang 80, không nối với phần trước (đổi thang điểm): năm 2018 41,04 " in desc
    assert desc.endswith("năm 2024 43,47 (trung vị 43,50).")


def test_every_labelled_value_of_a_trend_is_told() -> None:
    """Nothing stands in the picture alone."""
    chart = drawn(binh_dinh())
    shown = {word.text for panel in chart.panels for word in panel.words} - {"Bình Định"}

    assert shown == {"38,43", "38,35", "41,04", "43,47"}
    assert all(text in chart.desc for text in shown)


def test_the_lines_are_named_once_beside_them() -> None:
    """A reader needs no legend to know which line is the province."""
    chart = drawn(binh_dinh())
    names = [word.text for panel in chart.panels for word in panel.words if word.text > "A"]

    assert names == ["Bình Định"]
    assert [w.text for panel in chart.panels for w in panel.median_words] == ["trung vị"]


@settings(deadline=None)
@given(
    totals=st.dictionaries(st.sampled_from(YEARS), VALUES.map(str), min_size=2),
    name=st.sampled_from(("Huế", "Bà Rịa - Vũng Tàu", "Sở Nông nghiệp và Phát triển nông thôn")),
)
def test_the_words_of_a_trend_stay_in_the_picture(totals: dict[str, str], name: str) -> None:
    """No name is cut off at the edge, however long."""
    chart = drawn(series_of(dict(sorted(totals.items())), name))

    for panel in chart.panels:
        for word in words_of(panel):
            assert box(word).left >= -1
            assert box(word).right <= WIDTH + 1
            assert box(word).top >= 0
            assert box(word).bottom <= chart.height


def test_the_words_of_a_trend_do_not_meet() -> None:
    """Every word of PAPI can be read."""
    assert [overlaps(words_of(panel)) for panel in drawn(binh_dinh()).panels] == [[], []]


def test_many_methods_go_to_a_new_row() -> None:
    """PCI changed its method five times; its panels stay wide enough to read."""
    changed = card(
        ('den = "2017"\nthang = 60', 'den = "2012"\nthang = 60'),
        (
            '[[phuong-phap]]\nma = "2018"\ntu = "2018"\nthang = 80',
            (
                '[[phuong-phap]]\nma = "2013"\ntu = "2013"\nden = "2014"\nthang = 60\n'
                'tong = "cong-bo"\nxep-hang = "tu-tinh"\n'
                '[[phuong-phap]]\nma = "2018"\ntu = "2015"\nthang = 80'
            ),
        ),
    )
    points = tuple(point(key, standing(unit(), BINH_DINH[key][0]), changed) for key in YEARS)
    chart = trend(UnitSeries(unit=unit(), points=points), changed, id="x")

    assert chart
    assert [panel.name.text for panel in chart.panels] == ["thang 60", "thang 60", "thang 80"]
    tops = [float(panel.name.y) for panel in chart.panels]
    assert tops[0] == tops[1] < tops[2] < chart.height
    assert chart.breaks.count("M") == 1


def test_many_values_are_marked_at_the_ends_of_their_lines() -> None:
    """Two years of months are a line, not a string of beads."""
    keys = [key for key in MONTHS if key != "2024-08"]
    points = tuple(point(key, standing(unit(), "42"), MONTHLY) for key in keys)
    chart = trend(UnitSeries(unit=unit(), points=points), MONTHLY, id="x")

    assert chart
    assert [len(line) for line in places(chart.panels[0].line)] == [7, 16]
    assert len(chart.panels[0].dots) == 4


@given(st.lists(st.decimals(min_value=0, max_value=10**6, places=4), min_size=1, max_size=9))
def test_an_axis_encloses_its_values_with_few_round_numbers(found: list[Decimal]) -> None:
    """No dot lies outside of its axis."""
    numbers = ticks(found)
    steps = {new - old for old, new in pairwise(numbers)}

    assert numbers[0] <= min(found)
    assert max(found) <= numbers[-1]
    assert 2 <= len(numbers) <= 5
    assert len(steps) == 1
    assert steps.pop() > 0


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (("36.09", "39.81"), ("36", "37", "38", "39", "40")),
        (("0.4097", "0.8002"), ("0,4", "0,6", "0,8", "1,0")),
        (("85.03",), ("85", "86")),
        (("0",), ("0,0", "0,1")),
    ],
)
def test_an_axis_prints_what_its_steps_need(found: Sequence[str], said: tuple[str, ...]) -> None:
    """«36», not «36,00»."""
    assert printed(ticks(map(Decimal, found))) == said


@pytest.mark.parametrize(
    ("last", "numbers"),
    [(63, (1, 20, 40, 63)), (34, (1, 10, 20, 34)), (5, (1, 2, 4, 5)), (1, (1, 2)), (2, (1, 2))],
)
def test_an_axis_of_ranks_goes_from_the_first_to_the_last(
    last: int, numbers: tuple[int, ...]
) -> None:
    """A reader sees at once how many there are."""
    assert rank_ticks(last) == tuple(map(Decimal, numbers))


OWN = {"d1": "4.3365", "d2": "5.0405", "d8": "2.8702"}
MEDIAN = {"d1": "4.9", "d2": "5.2", "d8": "2.95"}
BEST = {"d1": "5.8", "d2": "6.1", "d8": "4.2"}
PROFILE = point("2022", standing(unit(), parts=OWN), PAPI, median=MEDIAN, best=BEST)


def test_a_profile_has_a_bar_for_each_area_with_its_marks() -> None:
    """The length of a bar is the share of the maximum."""
    chart = profile(PROFILE, PAPI, id="x")

    assert chart
    room = float(chart.bars[0].full)
    for bar, value in zip(chart.bars, OWN.values(), strict=True):
        assert float(bar.length) == pytest.approx(room * float(value) / 10, abs=0.06)
    assert chart.medians.count("M") == 1 + len(MEDIAN)
    assert chart.bests.count("M") == 1 + len(BEST)
    assert [word.text for word in chart.points] == ["4,34/10", "5,04/10", "2,87/10"]
    assert [word.text for word in chart.legend] == ["trung vị", "tốt nhất"]


def test_a_profile_tells_every_number() -> None:
    """Description and table say what the picture says."""
    chart = profile(PROFILE, PAPI, id="x")

    assert chart
    assert chart.table == ChartTable(
        caption="PAPI của Bình Định năm 2022 theo lĩnh vực",
        header=("Lĩnh vực", "Điểm", "Trung vị", "Tốt nhất", "Tối đa"),
        rows=(
            ("Tham gia của người dân ở cấp cơ sở", "4,34", "4,90", "5,80", "10"),
            (
                "Công khai, minh bạch trong việc ra quyết định ở địa phương",
                *("5,04", "5,20", "6,10", "10"),
            ),
            ("Quản trị điện tử", "2,87", "2,95", "4,20", "10"),
        ),
    )
    assert chart.desc.endswith("Quản trị điện tử: 2,87/10 (trung vị 2,95, tốt nhất 4,20).")


def test_long_names_of_areas_are_broken_between_words() -> None:
    """On a phone no name runs out of the picture or over a bar."""
    chart = profile(PROFILE, PAPI, id="x")

    assert chart
    assert [word.text for word in chart.names] == [
        "Tham gia của người dân ở cấp cơ sở",
        "Công khai, minh bạch trong việc ra quyết định",
        "ở địa phương",
        "Quản trị điện tử",
    ]
    tops = [float(bar.y) for bar in chart.bars]
    assert all(float(w.y) < top for w, top in zip(chart.names[::3], tops[::2], strict=True))
    assert overlaps((*chart.names, *chart.points, *chart.legend)) == []


def test_an_area_without_points_has_no_bar() -> None:
    """Nothing is drawn at zero that is not zero."""
    chart = profile(point("2022", standing(unit(), parts={"d8": "2.87"}), PAPI), PAPI, id="x")

    assert chart
    assert [word.text for word in chart.names] == ["Quản trị điện tử"]
    assert (chart.medians, chart.bests, chart.legend) == ("", "", ())
    assert profile(point("2022", standing(unit(), "42"), PAPI), PAPI, id="x") is None


def test_areas_without_a_maximum_share_one_scale() -> None:
    """A bar promises no maximum that nobody stated."""
    of = card(("diem-toi-da = 10\n", ""))
    chart = profile(point("2022", standing(unit(), parts=OWN), of), of, id="x")

    assert chart
    assert [bar.full for bar in chart.bars] == ["", "", ""]
    assert [word.text for word in chart.points] == ["4,34", "5,04", "2,87"]
    lengths = [float(bar.length) for bar in chart.bars]
    assert lengths[0] / lengths[2] == pytest.approx(4.3365 / 2.8702, abs=0.01)


def ranking(order: Iterable[str]) -> LevelResult:
    """Rank provinces in an order."""
    return level(*(standing(unit(name), None, at) for at, name in enumerate(order, start=1)))


def sloped(
    before: LevelResult, after: LevelResult, ours: Sequence[str] = ("tinh-tinh-30",)
) -> SlopeChart:
    """Draw a slope that is there."""
    chart = slope(
        before, after, PAPI, ours=ours, id="x", before_name="năm 2021", after_name="năm 2022"
    )
    assert chart
    return chart


@settings(deadline=None, max_examples=50)
@given(order=st.permutations(NAMES))
def test_a_slope_shows_ours_and_the_furthest_without_overlap(order: list[str]) -> None:
    """Whoever moved, all labels can be read."""
    before, after = ranking(NAMES), ranking(order)
    chart = sloped(before, after)
    moves = figures.moves(before, after)
    rose = sorted((move.steps for move in moves if move.steps > 0), reverse=True)[:3]
    fell = sorted(move.steps for move in moves if move.steps < 0)[:3]
    kinds = [line.kind for line in chart.lines]
    ours = next(move.steps for move in moves if move.unit.id == "tinh-tinh-30")

    assert kinds.count("ours") == 1
    assert kinds.count("rose") == len(rose) - (ours in rose and kinds.count("rose") < len(rose))
    assert kinds.count("fell") == len(fell) - (ours in fell and kinds.count("fell") < len(fell))
    assert overlaps(word for line in chart.lines for word in (*line.name, line.change)) == []
    assert overlaps(line.rank for line in chart.lines) == []
    assert all(0 < float(line.change.y) < chart.height for line in chart.lines)


def test_a_slope_of_long_names_breaks_them() -> None:
    """Departments have long names."""
    names = [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Lao động - Thương binh và Xã hội",
        "Ban Quản lý Khu kinh tế tỉnh",
    ]
    chart = sloped(ranking(names), ranking(reversed(names)), ours=())

    assert [len(line.name) for line in chart.lines] == [2, 2, 2, 2]
    assert overlaps(word for line in chart.lines for word in (*line.name, line.change)) == []
    assert all(box(word).right <= WIDTH for line in chart.lines for word in line.name)


def test_a_slope_tells_every_rank() -> None:
    """The table has the moves that the picture has."""
    chart = sloped(ranking(["Huế", "Gia Lai"]), ranking(["Gia Lai", "Huế"]), ours=("tinh-hue",))

    assert chart.table == ChartTable(
        caption="Đổi hạng PAPI từ năm 2021 đến năm 2022",
        header=("Đơn vị", "Hạng năm 2021", "Hạng năm 2022", "Thay đổi"),
        rows=(("Gia Lai", "2", "1", "tăng 1 bậc"), ("Huế", "1", "2", "giảm 1 bậc")),
    )
    assert chart.desc == (
        "Gia Lai: hạng 2 năm 2021, hạng 1 năm 2022, tăng 1 bậc. "
        "Huế: hạng 1 năm 2021, hạng 2 năm 2022, giảm 1 bậc."
    )
    assert [(line.kind, line.rank.text) for line in chart.lines] == [("rose", "2"), ("ours", "1")]


def test_a_slope_without_common_units_is_none() -> None:
    """Two rankings of different units have nothing to join."""
    none = slope(
        ranking(["Huế"]),
        ranking(["Gia Lai"]),
        PAPI,
        ours=("tinh-hue",),
        id="x",
        before_name="năm 2021",
        after_name="năm 2022",
    )

    assert none is None


def test_official_ranks_are_not_joined_to_ours() -> None:
    """A computed rank is another ranking."""
    own = level(standing(unit("Huế"), "42", 1, 2, rank_computed=True))

    assert figures.moves(own, ranking(["Huế"])) == ()


@given(
    wanted=st.lists(st.floats(0, 300), min_size=1, max_size=8),
    sizes=st.lists(st.floats(1, 30), min_size=8, max_size=8),
)
def test_labels_are_pushed_apart_in_their_order(wanted: list[float], sizes: list[float]) -> None:
    """Labels keep the order of what they name, and stay in their room."""
    own = sizes[: len(wanted)]
    found = spread(wanted, own, 0, 300)
    ordered = sorted(zip(wanted, range(len(own)), found, own, strict=True))

    for (_, _, at, size), (_, _, other, other_size) in pairwise(ordered):
        assert other - at >= (size + other_size) / 2 - 1e-6
    assert all(
        size / 2 - 1e-6 <= at <= 300 - size / 2 + 1e-6 for at, size in zip(found, own, strict=True)
    )


def test_labels_with_room_stay_where_they_belong() -> None:
    """Nothing moves without need."""
    assert spread([50, 100, 20], [10, 10, 10], 0, 200) == [50, 100, 20]


@settings(deadline=None)
@given(totals=st.lists(VALUES, min_size=5, max_size=63).filter(lambda found: len(set(found)) > 1))
def test_every_total_is_a_dot_and_none_hides_another(totals: list[Decimal]) -> None:
    """Sixty-three provinces are sixty-three dots."""
    names = NAMES[: len(totals)]
    spread_out = provinces(dict(zip(names, map(str, totals), strict=True)))
    chart = distribution(spread_out, PAPI, ours=("tinh-tinh-1",), id="x")

    assert chart
    dots = [(float(dot.x), float(dot.y)) for dot in chart.dots]
    assert len(dots) == len(totals) - 1
    assert chart.ours
    apart = 2 * float(chart.radius) - 0.15
    assert all(
        abs(x - other_x) >= apart or abs(y - other_y) >= apart
        for (x, y), (other_x, other_y) in combinations(dots, 2)
    )
    assert all(0 <= x <= WIDTH and y > 0 for x, y in dots)
    numbers = [word.text for word in chart.quarter_words[1::2]]
    expected = quantiles(totals, n=4, method="inclusive")
    assert numbers == [_printed(value) for value in expected]
    assert overlaps(chart.quarter_words) == []
    assert overlaps((*chart.ends, *chart.ours_words)) == []


def _printed(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), rounding='ROUND_HALF_UP')}".replace(".", ",")


def test_a_few_known_totals_do_not_stand_for_all() -> None:
    """Nineteen published totals of sixty-three say nothing of how all are spread."""
    top = [standing(unit(name), str(80 - at), at + 1, 63) for at, name in enumerate(NAMES[:19])]

    assert distribution(level(*top, counted=63), PAPI, ours=(), id="x") is None
    assert distribution(level(*top, counted=20), PAPI, ours=(), id="x") is not None
    assert distribution(level(*top[:4]), PAPI, ours=(), id="x") is None


def test_equal_totals_have_no_spread() -> None:
    """Where all are equal there is no picture."""
    same = provinces(dict.fromkeys(NAMES[:9], "42"))

    assert distribution(same, PAPI, ours=(), id="x") is None


FIVE = provinces(
    {"Huế": "50", "Bình Định": "40", "Gia Lai": "35", "Phú Yên": "30", "Quảng Nam": "20"},
    {
        "Huế": {"d1": "5", "d2": "4"},
        "Bình Định": {"d1": "4", "d2": "4"},
        "Gia Lai": {"d1": "3", "d2": "4"},
        "Phú Yên": {"d1": "2", "d2": "4"},
        "Quảng Nam": {"d1": "1"},
    },
)


def test_a_distribution_tells_every_total() -> None:
    """The quarters and the totals stand in words too."""
    chart = distribution(FIVE, PAPI, ours=("tinh-binh-dinh",), id="x")

    assert chart
    assert chart.desc == (
        "Phần tư dưới 30,00; trung vị 35,00; phần tư trên 40,00. Huế 50,00; Bình Định 40,00; "
        "Gia Lai 35,00; Phú Yên 30,00; Quảng Nam 20,00."
    )
    assert chart.table.rows[1] == ("Bình Định", "40,00", "2")
    assert [word.text for word in chart.ours_words] == ["Bình Định 40,00"]
    assert [word.text for word in chart.ends] == ["thấp nhất 20,00", "cao nhất 50,00"]


def test_a_distribution_names_two_of_ours_on_lines_of_their_own() -> None:
    """Two old provinces of a new one do not overlap, and neither is a nameless dot."""
    chart = distribution(FIVE, PAPI, ours=("tinh-gia-lai", "tinh-binh-dinh"), id="x")

    assert chart
    assert [word.text for word in chart.ours_words] == ["Bình Định 40,00", "Gia Lai 35,00"]
    assert (len(chart.dots), chart.ours.count("M")) == (3, 2)
    assert overlaps((*chart.ends, *chart.ours_words)) == []
    assert max(float(word.y) for word in chart.ends) < chart.height


def test_a_distribution_without_ours_marks_nobody() -> None:
    """Another level has no unit of ours."""
    chart = distribution(FIVE, PAPI, ours=(), id="x")

    assert chart
    assert (len(chart.dots), chart.ours, chart.ours_words) == (5, "", ())


def test_a_heat_table_shows_the_areas_that_all_have() -> None:
    """A column of four units of five would rank the fifth as nothing."""
    table = heat(FIVE, PAPI, period("2022"), ours=("tinh-binh-dinh",), id="x")

    assert table
    assert table.areas == ("Tham gia của người dân ở cấp cơ sở",)
    assert [
        (row.unit, row.is_ours, [(cell.text, cell.step) for cell in row.cells])
        for row in table.rows
    ] == [
        ("Huế", False, [("5,00", 5)]),
        ("Bình Định", True, [("4,00", 4)]),
        ("Gia Lai", False, [("3,00", 3)]),
        ("Phú Yên", False, [("2,00", 2)]),
        ("Quảng Nam", False, [("1,00", 1)]),
    ]
    assert [cell.step for cell in table.legend] == [1, 2, 3, 4, 5]


def test_a_level_without_areas_has_no_heat_table() -> None:
    """PAR INDEX gives totals alone."""
    assert heat(ranking(NAMES), PAPI, period("2022"), ours=(), id="x") is None


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=5))
def test_fifths_follow_the_values(found: dict[str, Decimal]) -> None:
    """Equal values are in one fifth, higher ones never in a lower; distinct ones fill all five."""
    steps = figures.fifths(found)

    for (one, value), (other, other_value) in combinations(found.items(), 2):
        assert (value == other_value) <= (steps[one] == steps[other])
        assert (value > other_value) <= (steps[one] >= steps[other])
    if len(set(found.values())) == len(found):
        assert set(steps.values()) == {1, 2, 3, 4, 5}


def test_a_spark_shows_the_ranks_of_the_latest_method() -> None:
    """The overview's little line never joins two methods."""
    line = spark(binh_dinh(), PAPI)

    assert line
    assert line.line.count("L") == 6
    assert line.title == "PAPI của Bình Định: năm 2018 hạng 61/63, năm 2024 hạng 33/63"
    heights = [y for _, y in places(line.line)[0]]
    assert max(heights) == heights[1]
    assert min(heights) == heights[5]
    assert (float(line.last.x), float(line.last.y)) == places(line.line)[0][-1]


def test_a_spark_shows_points_where_there_are_no_ranks() -> None:
    """SIPAS is given without ranks."""
    line = spark(series_of({"2022": "41", "2024": "43"}), PAPI)

    assert line
    assert line.title == "PAPI của Bình Định: năm 2022 41,00, năm 2024 43,00"
    assert (line.line, len(line.dots)) == ("", 2)
    assert spark(series_of({"2022": "41"}), PAPI) is None


@given(st.lists(st.sampled_from(("Sở", "Nông", "nghiệp", "tỉnh")), min_size=1, max_size=20))
def test_words_are_broken_between_words_only(parts: list[str]) -> None:
    """No syllable is cut."""
    lines = list(wrapped(" ".join(parts), 120))

    assert " ".join(lines) == " ".join(parts)
    assert all(width_of(line) <= 120 for line in lines)


def markup() -> dict[str, str]:
    """Render each chart of Bình Định, each in its component."""
    shapes = {
        "trend-chart": trend(binh_dinh(), PAPI, id="x"),
        "profile-chart": profile(PROFILE, PAPI, id="x"),
        "slope-chart": sloped(ranking(NAMES), ranking(reversed(NAMES))),
        "distribution-chart": distribution(FIVE, PAPI, ours=("tinh-binh-dinh",), id="x"),
    }
    return {name: str(macro(THEME / "components" / name)(shape)) for name, shape in shapes.items()}


@pytest.mark.parametrize(("name", "html"), markup().items())
def test_a_picture_has_a_name_a_description_and_a_table(name: str, html: str) -> None:
    """A reader with a screen reader gets the same as one who sees."""
    tree = ET.fromstring(html)  # noqa: S314 - our own markup
    pictures = tree.findall(".//svg")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]

    assert tree.get("class") == name
    assert [picture.get("role") for picture in pictures] == ["img"]
    assert len(ids) == len(set(ids))
    assert {pictures[0].get(key) for key in ("aria-labelledby", "aria-describedby")} <= set(ids)
    heading = tree.findtext(".//h2") or tree.findtext(".//h3")
    assert tree.findtext(".//title") == heading
    assert tree.findtext(".//figcaption")
    assert tree.findtext(".//details/summary") == "Xem bảng số liệu"
    assert {cell.get("scope") for cell in tree.iter("th")} == {"col", "row"}


def test_the_heat_table_is_a_table_whose_steps_are_not_colour_alone() -> None:
    """Printed in black and white, each cell still says its fifth."""
    table = heat(FIVE, PAPI, period("2022"), ours=("tinh-binh-dinh",), id="x")
    html = str(macro(THEME / "components" / "heat-table")(table))
    style = (THEME / "components" / "heat-table" / "style.css").read_text("utf-8")

    assert [int(step) for step in re.findall(r'<td data-step="(\d)">', html)] == [5, 4, 3, 2, 1]
    for step in (2, 3, 4, 5):
        assert f'[data-step="{step}"]::after {{\n  content: " {"•" * step}"' in style


def test_the_medians_of_a_trend_are_the_middles() -> None:
    """The dashed line stands for the level's total and nothing else."""
    series = UnitSeries(
        unit=unit(),
        points=tuple(
            point(key, standing(unit(), "42"), PAPI, median={TOTAL: "41", "d1": "5"})
            for key in ("2022", "2024")
        ),
    )
    chart = drawn(series)

    assert (chart.panels[0].median, len(chart.panels[0].median_dots)) == ("", 2)
    assert chart.table.rows[0] == ("2022", "42,00", "41,00", "80", "–")
