"""What a build changes in the memory of writing: units that were run or are gone, and their files.

Nothing is written into the memory before the output has been changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.incremental.completion import Sum
from plugins.incremental.lines import Line
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.units import Made


class Accounts:
    """The units and files of one build, beside those of the last one (sổ dựng).

    `lines` are all files that were made, by place; `written` are those of them that are new.
    """

    def __init__(self, index: OutputIndex) -> None:
        """Go on from what the last build left."""
        self._index = index
        self._next = index.next_unit()
        self.lines: dict[str, Line] = {}
        self.written: list[str] = []
        self._left: set[str] = set()
        self._gone_units: list[int] = []
        self._units: list[tuple[int, str, str, bytes]] = []
        self._run: set[int] = set()

    @property
    def gone(self) -> list[str]:
        """Give the files that units made before and that none makes now."""
        return sorted(self._left - self.lines.keys())

    def drop(self, units: Iterable[int]) -> None:
        """Note that nobody wants some units any more."""
        for unit in units:
            self._left.update(self._index.lines_of(unit))
            self._gone_units.append(unit)

    def take(self, family: str, results: Iterable[Made], known: Mapping[str, int]) -> None:
        """Note what units gave; a file that a unit no longer makes is gone."""
        for made in results:
            number = known.get(made.key)
            if number is None:
                number, self._next = self._next, self._next + 1
            else:
                self._left.update(self._index.lines_of(number))
            self._run.add(number)
            if made.facts is not None:
                self._units.append((number, family, made.key, made.facts))
            for save_as, line in made.lines:
                if save_as in self.lines:
                    raise ValueError(f"two files want one place in the output: {save_as!r}")
                self.lines[save_as] = line._replace(unit=number)
            self.written += made.fresh

    def total(self) -> tuple[Sum, int]:
        """Give the digest of the whole output and the number of its files, brought up to date."""
        total, files = Sum(self._index.values.get("total")), self._index.count("line")
        run = self._run.union(self._gone_units)
        for name in self.gone:
            if old := self._index.line(name):
                total.take(name, old.digest)
                files -= 1
        for name, line in self.lines.items():
            old = self._index.line(name)
            if old is None:
                files += 1
            elif old.unit in run:
                total.take(name, old.digest)
            else:
                raise ValueError(f"two files want one place in the output: {name!r}")
            total.add(name, line.digest)
        return total, files

    def save_lines(self, moved: Mapping[str, Line]) -> None:
        """Write how files lie now; those that were `moved` only bear another time."""
        others = moved.keys() - self.lines.keys() - set(self.gone)
        self._index.save_lines({**{name: moved[name] for name in others}, **self.lines})

    def save_units(self) -> None:
        """Write what units looked up, and forget files and units that are gone."""
        self._index.remove_lines(self.gone)
        self._index.save_units(self._units)
        self._index.remove_units(self._gone_units)
