"""Reading a scorecard's folder: its definition, its sheets, the units that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from plugins.newsroom.dataset import Sources
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.register_reader import given_twice, text_of
from plugins.newsroom.registers import Registers, Spot
from plugins.newsroom.rules.saying import error
from plugins.newsroom.source_file import SourceFile
from plugins.scorecards.model import ScoreBook, Scorecard, ScoreSheet, Unit
from plugins.scorecards.reading.looking_up import FOLDER
from plugins.scorecards.reading.naming import Naming
from plugins.scorecards.reading.periods import KINDS, read_period
from plugins.scorecards.reading.scorecard_file import NAME, read_scorecard
from plugins.scorecards.reading.sheet import read_sheet
from plugins.scorecards.reading.units import NAME as UNITS
from plugins.scorecards.reading.units import UnitIndex, read_units, units_of

RULE = "every_file_is_accounted_for"


def read_book(sources: Sources) -> Reading[ScoreBook]:
    """Read `chi-so/<name>/`: its definition, its sheets, the register of units."""
    reading = _Reading(sources.name, {PurePosixPath(f.path).name: f for f in sources.files})
    scorecard = reading.scorecard()
    units = reading.units(sources.shared, sources.registers)
    sheets = tuple(reading.sheets(scorecard, units)) if scorecard else ()
    book = ScoreBook(scorecard=scorecard, sheets=sheets, units=units) if scorecard else None
    return Reading(value=book, problems=tuple(reading.problems))


class _Reading:
    """One folder on its way from files to results."""

    def __init__(self, key: str, files: Mapping[str, SourceFile]) -> None:
        self._key, self._files = key, files
        self.problems: list[Problem] = []

    def scorecard(self) -> Scorecard | None:
        file = self._files.get(NAME)
        if file is None:
            place = f"{FOLDER}/{self._key}"
            why = "không biết bộ chỉ số đo gì, theo thang điểm nào"
            remedy = f"tạo tệp {NAME}, theo mẫu của một bộ đã có"
            self.problems.append(error(place, f"thiếu tệp {NAME}", why, remedy, rule=RULE))
            return None
        text = self._text(file)
        if text is None:
            return None
        reading = read_scorecard(text, file.path, self._key)
        self.problems += reading.problems
        return reading.value

    def units(self, shared: Sequence[SourceFile], registers: Registers) -> dict[str, Unit]:
        found: dict[str, Unit] = {unit.id: unit for unit in units_of(registers)}
        for file in shared:
            if PurePosixPath(file.path).name != UNITS:
                spot = Spot(path=file.path, line=1)
                why = "không biết dùng vào việc gì"
                remedy = f"ở đây chỉ có {UNITS}; mỗi bộ chỉ số là một thư mục"
                self.problems.append(
                    error(spot, "không nhận tệp này ở đây", why, remedy, rule=RULE)
                )
                continue
            for unit in read_units(self._text(file) or "", file.path):
                if isinstance(unit, Problem):
                    self.problems.append(unit)
                elif unit.id in found:
                    first = found[unit.id].spot
                    self.problems.append(given_twice(unit.id, first, unit.spot))
                else:
                    found[unit.id] = unit
        return found

    def sheets(self, scorecard: Scorecard, units: Mapping[str, Unit]) -> Iterator[ScoreSheet]:
        naming = Naming(UnitIndex(units), scorecard.levels)
        for name, file in sorted(self._files.items()):
            if name != NAME and (sheet := self._sheet(file, scorecard, naming)):
                yield sheet

    def _sheet(self, file: SourceFile, scorecard: Scorecard, naming: Naming) -> ScoreSheet | None:
        written = PurePosixPath(file.path)
        period = read_period(written.stem, scorecard.period_kind)
        if period is None or written.suffix != ".csv":
            example = KINDS[scorecard.period_kind][2]
            fact = f"tên «{written.name}» không phải là một kỳ"
            why = "tên tệp nói bảng là của kỳ nào"
            remedy = f"đặt tên như {example}.csv"
            spot = Spot(path=file.path, line=1)
            self.problems.append(error(spot, fact, why, remedy, rule=RULE))
            return None
        text = self._text(file)
        found = read_sheet(text, file.path, period, scorecard, naming) if text else ()
        scores = []
        for score in found:
            if isinstance(score, Problem):
                self.problems.append(score)
            else:
                scores.append(score)
        return ScoreSheet(period=period, scores=tuple(scores))

    def _text(self, file: SourceFile) -> str | None:
        text, problems = text_of(file)
        self.problems += problems
        return text
