"""The benchmark's numbers are what was measured, said in one way to people and to machines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from plugins.workshop.benchmark.bars import bar, memory_bar
from plugins.workshop.benchmark.bench import Run
from plugins.workshop.benchmark.growth import cold_per_article, warm_per_article
from plugins.workshop.benchmark.judging import Work
from plugins.workshop.benchmark.measuring import Measured
from plugins.workshop.benchmark.plotting import plot
from plugins.workshop.benchmark.reporting import table
from plugins.workshop.benchmark.results import Row, Rows, ratios, row_of_runs, row_of_saves
from plugins.workshop.benchmark.watching import Saved


def run(seconds: float, peak: int, made: int | None = None) -> Run:
    """Make one measured build."""
    cost = Measured(seconds=seconds, processor=seconds / 2, peak=peak, largest=peak)
    stages = {"render": seconds / 4} if made is not None else {}
    return Run(cost=cost, work=Work(files=3, pages=1, made=made, stages=stages))


def row(*seconds: float, peak: int = 50_000_000, made: int | None = None) -> Row:
    """Make the row of some builds."""
    return row_of_runs([run(each, peak, made) for each in seconds])


ROWS: Rows = {
    "cold": {"ours": row(3.0, 9.0, 4.0, made=7), "hugo": row(2.0, peak=200_000_000)},
    "clone": {"ours": row(1.0), "hugo": row(4.0)},
    "clone-cache": {"ours": row(3.0)},
    "check": {"ours": row(0.25)},
}
DOCUMENT = {
    "date": "2026-11-24",
    "articles": 1000,
    "rounds": 3,
    "machine": {"processor": "Thử", "cores": 2, "load": 0.5},
    "versions": {"python": "3.11.7", "hugo": "v0.1"},
    "results": ROWS,
    "memory_ratios": ratios(ROWS, figure="peak_bytes"),
}


def test_a_row_has_medians_and_every_run() -> None:
    """A later program can look for a trend, not only at one number."""
    assert ROWS["cold"]["ours"] == {
        "median_seconds": 4.0,
        "least_seconds": 3.0,
        "seconds": [3.0, 9.0, 4.0],
        "processor_seconds": 2.0,
        "peak_bytes": 50_000_000,
        "largest_process_bytes": 50_000_000,
        "files_written": 3,
        "pages_written": 1,
        "made": 7,
        "stages": {"render": 1.0},
    }
    assert ROWS["cold"]["hugo"]["made"] is None


def test_a_preview_has_its_memory_after_every_save() -> None:
    """Memory that grows with each save shows in the numbers."""
    saves = [Saved(seconds=0.25, signal=None, memory=5), Saved(seconds=0.5, signal=1.0, memory=6)]
    assert row_of_saves(saves) == {
        "median_seconds": 0.375,
        "seconds": [0.25, 0.5],
        "signal_seconds": 1.0,
        "peak_bytes": 6,
        "memory_bytes": [5, 6],
    }


def test_ratios_are_ours_by_hugos_in_the_same_case() -> None:
    """The bars are shares of Hugo's time; a case without Hugo has none."""
    assert ratios(ROWS) == {"cold": 2.0, "clone": 0.25, "clone-cache": 0.75}
    assert ratios(ROWS, figure="peak_bytes") == {"cold": 0.25, "clone": 1.0, "clone-cache": 1.0}
    assert ratios(ROWS, "pelican") == {}


def test_bars_depend_on_the_number_of_articles() -> None:
    """Two hundred articles prove nothing about ten thousand."""
    assert (bar("cold", 1_000), bar("cold", 10_000), bar("edit", 10_000)) == (1.6, 1.3, 0.06)
    assert (bar("cold", 200), bar("edit", 1_000)) == (None, None)
    assert (memory_bar("cold", 1_000), memory_bar("cold", 10_000)) == (None, 0.35)


def test_growth_tells_what_an_article_costs() -> None:
    """A cost that grows with the square of the site is seen before the site has grown."""
    sizes: dict[str, Rows] = {
        "1000": {"cold": {"ours": row(2.0)}, "edit": {"ours": row(0.5)}},
        "10000": {"cold": {"ours": row(22.0)}, "edit": {"ours": row(0.59)}},
    }
    assert cold_per_article(sizes, "ours") == {"1000": 2.0, "10000": 2.2}
    assert warm_per_article(sizes, "ours") == {"1000-10000": 10.0}


def test_the_table_shows_each_case_and_generator() -> None:
    """A developer sees in one look whether a change made the build slower or larger."""
    lines = table(DOCUMENT).splitlines()
    assert lines[0] == "1.000 bài, giữa của 3 lần; Thử, 2 lõi, tải 0.5"
    assert lines[1] == "python 3.11.7, hugo v0.1"
    assert [line.split() for line in lines[4:6]] == [
        *(
            ["dựng", "từ", "đầu", "ta", "4,00", "2,000", "≤", "1,6", "2,00", "50", "3", "1", "7"],
            ["dựng", "từ", "đầu", "Hugo", "2,00", "1,000", "1,00", "200", "3", "1"],
        )
    ]


def test_the_plot_is_an_image_that_says_everything_in_words() -> None:
    """Who sees no colours, or reads in the dark, learns the same."""
    svg = plot(DOCUMENT)
    ET.fromstring(svg)  # noqa: S314 - our own text
    assert "ours 4 s, 2 × Hugo" in svg
    assert "Hugo 2 s<" in svg
    assert "ours 3 s, 0.75 × Hugo" in svg
    assert svg.count('class="limit"') == 1
    assert "prefers-color-scheme: dark" in svg
