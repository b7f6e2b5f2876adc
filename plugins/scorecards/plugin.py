"""When content is read: scorecards; when composed: their pages and shortcode; then their data."""

from __future__ import annotations

from plugins.newsroom.shortcode_kinds import fill_shortcode
from plugins.newsroom.stages import make_files, make_pages, read_data


def register() -> None:
    """Take part in reading, composing and exporting."""
    fill_shortcode("chi-so", "plugins.scorecards.pages.shortcode", "SHORTCODE")
    read_data(
        "chi-so",
        read=("plugins.scorecards.reading.book", "read_book"),
        check=("plugins.scorecards.rules", "check"),
        arrange=("plugins.scorecards.ranking.records", "records_of"),
    )
    make_pages("plugins.scorecards.pages.overview", scorecards="OVERVIEW")
    make_pages("plugins.scorecards.pages.scorecard", scorecard="SCORECARD")
    make_pages("plugins.scorecards.pages.period", score_period="PERIOD")
    make_pages("plugins.scorecards.pages.unit", score_unit="UNIT")
    make_pages("plugins.scorecards.pages.comparison", score_comparison="COMPARISON")
    make_files(
        "plugins.scorecards.exports",
        score_sheets="SHEETS",
        score_series="SERIES",
        score_packages="PACKAGES",
        score_catalogue="CATALOGUE",
    )
