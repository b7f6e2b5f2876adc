"""The figures on the site's own pages are those of the files, cell by cell."""

from __future__ import annotations

import csv
import json
import re
import runpy
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from support.records import edition_of
from support.score_files import file
from support.shelves import DictShelf

from plugins.incremental.desk_reading import read_registers
from plugins.newsroom.dataset import Sources
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.gathering import REGISTERS
from plugins.newsroom.site import read_site
from plugins.scorecards.model import Overview, ScoreBook
from plugins.scorecards.pages.overview import OVERVIEW
from plugins.scorecards.pages.period import PERIOD
from plugins.scorecards.pages.scorecard import SCORECARD
from plugins.scorecards.pages.unit import UNIT
from plugins.scorecards.pages.view import PeriodView, RankRow, ScorecardView, UnitView
from plugins.scorecards.ranking.records import records_of
from plugins.scorecards.reading.book import read_book
from plugins.scorecards.rules import check

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "chi-so"
CARDS = sorted(path.parent.name for path in FOLDER.glob("*/bo-chi-so.toml"))
SHEETS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.csv"))
PLACES = {"dti": 4}
NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


@cache
def books() -> dict[str, ScoreBook]:
    """Read every scorecard of the site."""
    content = ROOT / "content"
    registers = read_registers({n: file(n, (content / n).read_bytes()) for n in REGISTERS})[0]
    shared = (file("chi-so/don-vi.csv", (FOLDER / "don-vi.csv").read_bytes()),)
    found = {}
    for card in CARDS:
        files = sorted((FOLDER / card).iterdir())
        reading = read_book(
            Sources(
                name=card,
                files=tuple(file(f"chi-so/{card}/{f.name}", f.read_bytes()) for f in files),
                shared=shared,
                registers=registers,
            )
        )
        assert reading.problems == ()
        assert reading.value is not None
        found[card] = reading.value
    return found


@cache
def edition(province: str = "tinh-binh-dinh") -> Edition:
    """Arrange them into an edition of the site that speaks for a province."""
    registers = read_registers(
        {n: file(n, (ROOT / "content" / n).read_bytes()) for n in REGISTERS}
    )[0]
    records = {
        (f"chi-so/{card}", name): record
        for card, book in books().items()
        for name, record in records_of(book)
    }
    return edition_of(
        site=replace(read_site(runpy.run_path(str(ROOT / "pelicanconf.py"))), province_id=province),
        shelf=DictShelf(records=records),
        agencies=registers.agencies,
        localities=registers.localities,
    )


def views(family: PageFamily) -> dict[str, object]:
    """Give the view of every page of a family by its address."""
    return {p.url: p.view for key in family.keys(edition()) for p in family.pages(edition(), key)}


@cache
def rankings() -> dict[str, list[RankRow]]:
    """Give the rows of every ranking by the address of its period."""
    return {
        url: [row for block in view.blocks for row in block.table.rows]
        for url, view in views(PERIOD).items()
        if isinstance(view, PeriodView)
    }


def units() -> dict[str, UnitView]:
    """Give the view of every unit's own page."""
    return {url: view for url, view in views(UNIT).items() if isinstance(view, UnitView)}


def rows(sheet: str) -> Iterator[dict[str, str]]:
    """Read a sheet by Python's own means."""
    with (FOLDER / sheet).open(encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def printed(written: str, places: int) -> str:
    """Print a number as Vietnam does, by other means than the site's."""
    if not written:
        return "–"
    value = Decimal(written).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{value:f}".partition(".")
    return f"{whole},{fraction}" if fraction else whole


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_cell_of_a_sheet_is_on_its_page(sheet: str) -> None:
    """A citizen reads what the source said, to the digit that is printed."""
    card, _, name = sheet.partition("/")
    url = f"/chi-so/{card}/{name.removesuffix('.csv')}/"
    areas = [c.id for c in books()[card].scorecard.areas_of(name.removesuffix(".csv"))]
    places = PLACES.get(card, 2)
    shown = [(row.points, row.rank, *row.parts, " ".join(row.remarks)) for row in rankings()[url]]
    for row in rows(sheet):
        total = printed(row.get("tong", ""), places)
        parts = [printed(row[area], places) for area in areas if area in row]
        whole = [one for one in shown if one[0] == total and list(one[2:-1]) == parts]
        elsewhere = [one for one in shown if total in one[-1]]
        assert whole or elsewhere, row
        if row.get("hang"):
            assert [one for one in (*whole, *elsewhere) if one[1] == row["hang"]], row


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_row_has_its_source(sheet: str) -> None:
    """A figure without a source does not enter."""
    assert [row for row in rows(sheet) if not row["nguon"].strip()] == []


@pytest.mark.parametrize("card", CARDS)
def test_nothing_is_wrong_with_a_scorecard_but_what_an_editor_has_to_look_at(card: str) -> None:
    """The real data keep every rule."""
    assert {p.rule for p in check(books()[card])} <= {"every_jump_is_confirmed"}


def test_papis_totals_are_the_sums_of_their_parts() -> None:
    """Recomputed from the sub-dimensions, by other means than the site's rules."""
    seen = 0
    for sheet in (s for s in SHEETS if s.startswith("papi/")):
        for row in rows(sheet):
            parts = {k: Decimal(v) for k, v in row.items() if k.startswith("sc") and v}
            columns = [name for name in row if name.startswith("sc")]
            if not row["tong"] or len(parts) < len(columns):
                continue
            seen += 1
            assert abs(sum(parts.values()) - Decimal(row["tong"])) < Decimal("0.0005"), row
            for area in (f"d{n}" for n in range(1, 9) if row.get(f"d{n}")):
                of = [value for name, value in parts.items() if name[2] == area[1]]
                assert abs(sum(of) - Decimal(row[area])) < Decimal("0.0005"), row
    assert seen > 800


def test_every_row_of_a_units_page_is_one_of_the_rankings() -> None:
    """A province's own page and the ranking say the same."""
    for url, view in units().items():
        name = view.title.partition(":")[0]
        for row in view.history.rows:
            found = [r for r in rankings()[row.period.url] if r.unit.label == name]
            assert [r.points for r in found] == [row.points], (url, row)
            rank = row.rank.partition("/")[0].partition(" ")[0]
            assert found[0].rank == rank, (url, row)


def test_every_figure_of_a_sentence_is_in_the_units_own_row() -> None:
    """«Bình Định đạt 85,03 %, đứng thứ 33 trong 63 …»: no number comes from nowhere."""
    for url, view in units().items():
        latest = view.history.rows[0]
        known = set(NUMBER.findall(f"{latest.points} {latest.rank} {latest.change}"))
        years = set(NUMBER.findall(" ".join(row.period.label for row in view.history.rows)))
        said = set(NUMBER.findall(view.head.description.replace(view.title, "")))
        names = set(NUMBER.findall(view.title))
        assert said <= known | years | names, (url, view.head.description)


def test_the_overview_shows_the_provinces_latest_results() -> None:
    """Bình Định: PAR INDEX 2022, SIPAS 2022, PCI 2022, DTI 2022, PAPI 2024."""
    (view,) = views(OVERVIEW).values()
    tiles = {
        tile.link.label: [(found.figure, found.label) for found in tile.results]
        for tile in view.tiles  # type: ignore[attr-defined]
    }
    assert tiles["PAR INDEX"] == [("Hạng 33/63", "85,03 %, năm 2022")]
    assert tiles["SIPAS"] == [("81,78 %", "năm 2022")]
    assert tiles["DTI"] == [("Hạng 29/63", "năm 2022")]
    assert tiles["PCI"] == [("Hạng 21/63", "66,65 điểm, năm 2022")]
    assert tiles["PAPI"][0][0] == "Hạng 33/61"


def test_a_page_describes_its_data_to_search_engines() -> None:
    """Who searches for data finds the sheet, whose it is and which year it is of."""
    page = views(PERIOD)["/chi-so/papi/2024/"]
    assert isinstance(page, PeriodView)
    (found,) = (
        document
        for text in page.head.structured
        if (document := json.loads(text))["@type"] == "Dataset"
    )

    assert found["name"] == "PAPI năm 2024"
    assert found["temporalCoverage"] == "2024-01-01/2024-12-31"
    assert found["creator"]["name"].startswith("Trung tâm Nghiên cứu phát triển")
    assert found["license"]["name"] == books()["papi"].scorecard.licence
    links = [link.url for link in page.provenance.downloads]
    assert [one["contentUrl"] for one in found["distribution"]] == links


def test_a_scorecard_without_figures_describes_no_data() -> None:
    """An empty data set is none."""
    page = views(SCORECARD)["/chi-so/ddci-so/"]
    assert isinstance(page, ScorecardView)
    assert [json.loads(text)["@type"] for text in page.head.structured] == ["BreadcrumbList"]


def test_no_line_is_drawn_across_methods() -> None:
    """PAPI before 2018 has another scale than since."""
    series = views(SCORECARD)["/chi-so/papi/"]
    (chart, *_) = series.trends  # type: ignore[attr-defined]
    assert [panel.name.text for panel in chart.panels] == ["thang 60", "thang 80"]


def test_the_merged_province_shows_its_predecessors_side_by_side() -> None:
    """Bình Định's series up to 2024 is not added to the new Gia Lai: both are shown."""
    (page,) = SCORECARD.pages(edition("tinh-gia-lai"), "papi")
    titles = [chart.title for chart in page.view.trends]
    assert titles == ["PAPI của Bình Định qua các năm", "PAPI của Gia Lai (cũ) qua các năm"]
    assert len({chart.id for chart in page.view.trends}) == 2


def test_periods_are_in_the_order_of_time() -> None:
    """The newest is read first."""
    for card, book in books().items():
        whole = dict(records_of(book))[""]
        assert isinstance(whole, Overview)
        days = [period.last_day for period in whole.periods]
        assert all(newer >= older for newer, older in pairwise(days)), card
