"""A scorecard with all its sheets, as the rules look at it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from plugins.scorecards.model import Method, Score, ScoreBook, ScoreSheet, Standing
from plugins.scorecards.ranking.order import by_level, standings_of


class Results:
    """A score book, whose standings are worked out once."""

    def __init__(self, book: ScoreBook) -> None:
        """Look at a book."""
        self.scorecard, self.sheets, self.units = book.scorecard, book.sheets, book.units

    @cached_property
    def standings(self) -> dict[str, tuple[Standing, ...]]:
        """Give what holds of each unit, by period."""
        return {s.period.id: tuple(standings_of(s, self.units)) for s in self.sheets}

    def by_method(self) -> Iterator[tuple[ScoreSheet, Method]]:
        """Give each sheet that has a method, with it."""
        for sheet in self.sheets:
            if method := self.scorecard.method_of(sheet.period.id):
                yield sheet, method

    def ranked(self) -> Iterator[list[Standing]]:
        """Give the standings that have a rank, for each period and each level apart."""
        for sheet in self.sheets:
            for standings in by_level(self.standings[sheet.period.id]).values():
                yield [standing for standing in standings if standing.score.rank]

    def name(self, score: Score) -> str:
        """Give the short name of the unit that a row speaks of."""
        return self.units[score.unit].short_name

    def criterion(self, key: str) -> str:
        """Give the name of a criterion."""
        return next((c.name for c in self.scorecard.criteria if c.id == key), "tổng điểm")
