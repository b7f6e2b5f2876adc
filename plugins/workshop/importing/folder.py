"""The scorecards of a content folder, as an import needs them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from plugins.incremental.desk_reading import read_registers
from plugins.newsroom.dataset import DATA, Sources
from plugins.newsroom.gathering import REGISTERS
from plugins.newsroom.problem import Problem
from plugins.newsroom.register_reader import text_of
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import SourceFile
from plugins.scorecards.model import Period, Score, Scorecard, Unit
from plugins.scorecards.reading.book import read_book
from plugins.scorecards.reading.looking_up import FOLDER
from plugins.scorecards.reading.naming import Naming
from plugins.scorecards.reading.scorecard_file import NAME, read_scorecard
from plugins.scorecards.reading.sheet import read_sheet
from plugins.scorecards.reading.units import NAME as UNITS
from plugins.scorecards.reading.units import UnitIndex, read_units, units_of
from plugins.scorecards.rules import check


class Folder:
    """`content/chi-so/` and the registers beside it."""

    def __init__(self, content: Path) -> None:
        """Look into a content folder."""
        self._content = content

    @cached_property
    def cards(self) -> dict[str, Scorecard]:
        """Give every scorecard that can be read, by its id."""
        found = {}
        for place in sorted((self._content / FOLDER).glob(f"*/{NAME}")):
            key = place.parent.name
            reading = read_scorecard(self._text(place), f"{FOLDER}/{key}/{NAME}", key)
            if reading.value:
                found[key] = reading.value
        return found

    def naming(self, card: Scorecard) -> Naming:
        """Give what finds units by their names."""
        return Naming(self._index, card.levels)

    def sheet(self, card: str, period: str) -> Path:
        """Give the place of a period's sheet."""
        return self._content / FOLDER / card / f"{period}.csv"

    def posted(self, card: Scorecard, period: Period, today: date) -> dict[Path, str]:
        """Give the definition with the day on which a new period is posted; nothing if it says."""
        if card.posted_on(period.id):
            return {}
        place = self._content / FOLDER / card.id / NAME
        text = place.read_text(encoding="utf-8").rstrip()
        said = f'\n\n[[ky-da-dang]]\nky = "{period.id}"\nngay = {today.isoformat()}\n'
        return {place: text + said}

    def scores(self, card: Scorecard, period: Period) -> list[Score | Problem]:
        """Read the rows that a sheet has already, and what is wrong with any of them."""
        place = self.sheet(card.id, period.id)
        if not place.is_file():
            return []
        file = self._file(place)
        text, problems = text_of(file)
        if text is None:
            return list(problems)
        return list(read_sheet(text, file.path, period, card, self.naming(card)))

    def name(self, score: Score) -> str:
        """Give the short name of a row's unit."""
        return self._units[score.unit].short_name

    def names(self, scores: Iterable[Score], card: Scorecard, period: Period) -> dict[str, str]:
        """Give how a sheet names each unit: by its short name where only it bears that name."""
        found = {}
        for score in scores:
            name = self.name(score)
            if [u.id for u in self._index.named(name, card.levels, period.last_day)] == [
                score.unit
            ]:
                found[score.unit] = name
        return found

    def problems_with(self, card: str, sheet: Path, text: str) -> list[Problem]:
        """Give all that would be wrong with a scorecard if a sheet had this text."""
        folder = self._content / FOLDER
        files = {place.name: self._file(place) for place in sorted((folder / card).iterdir())}
        files[sheet.name] = self._file(sheet, text.encode())
        shared = tuple(self._file(place) for place in (folder / UNITS,) if place.is_file())
        reading = read_book(
            Sources(
                name=card,
                files=tuple(files.values()),
                shared=shared,
                registers=self._registers,
            )
        )
        return [*reading.problems, *(check(reading.value) if reading.value else ())]

    @cached_property
    def _registers(self) -> Registers:
        places = (self._content / name for name in REGISTERS)
        files = {place.name: self._file(place) for place in places if place.is_file()}
        return read_registers(files)[0]

    @cached_property
    def _units(self) -> dict[str, Unit]:
        units = {unit.id: unit for unit in units_of(self._registers)}
        place = self._content / FOLDER / UNITS
        if place.is_file():
            for unit in read_units(self._text(place), f"{FOLDER}/{UNITS}"):
                if isinstance(unit, Unit):
                    units.setdefault(unit.id, unit)
        return units

    @cached_property
    def _index(self) -> UnitIndex:
        return UnitIndex(self._units)

    def _text(self, place: Path) -> str:
        return place.read_text(encoding="utf-8-sig").replace("\r\n", "\n")

    def _file(self, place: Path, data: bytes | None = None) -> SourceFile:
        found = place.read_bytes() if data is None else data
        return SourceFile(
            path=place.relative_to(self._content).as_posix(),
            kind=DATA,
            digest=hashlib.sha256(found).hexdigest(),
            data=found,
            location=place,
        )
