"""The output folder brought up to what the desk has: only what concerns a change is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plugins.incremental.beside import beside_what_stays
from plugins.incremental.changes import Changes
from plugins.incremental.crew import spread
from plugins.incremental.inspection import folder_of, folders_of, times_of
from plugins.incremental.lines import Line
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.planning import LOST, FamilyPlan, Reasons, plan_family
from plugins.incremental.staging import Staging, Sum, mark_of_completion
from plugins.incremental.tables import packed_facts
from plugins.incremental.units import Bench, Made
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily, Later, PageFamily
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import AssetSet, Page
from plugins.newsroom.publication import PageCard, Publication, facts_between

F = TypeVar("F", PageFamily, FileFamily)

ASSETS = "theme"
"""The family of the theme's files, which are there before anything is made."""


@dataclass(slots=True, kw_only=True)
class Work:
    """What a build did: files made, written, removed; units run, with their reasons."""

    made: list[str]
    written: list[str]
    removed: list[str]
    reasons: dict[tuple[str, str], Reasons]


class Press:
    """Runs what is to be run, in three rounds: the theme's files, pages, files made of pages."""

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        output: Path,
        index: OutputIndex,
        changes: Changes,
        *,
        notes: Notes,
        workers: int,
        render: Callable[[Page], bytes],
    ) -> None:
        """Open a staging folder beside the output."""
        self._output, self._index, self._changes = output, index, changes
        self._workers, self._notes = workers, notes
        self._staging = Staging(output, is_flat=not index.is_new)
        self._bench = Bench(
            notes=notes,
            index=index,
            staging=self._staging,
            altered=frozenset(changes.altered.values()),
            render=render,
        )
        self.cards: Catalogue[PageCard] = Catalogue(index, facts_between, is_new=index.is_new)
        self._numbers: dict[tuple[str, str], int] = {}
        self._next = index.next_unit()
        self._lines: dict[str, Line] = {}
        self._gone: set[str] = set()
        self._gone_units: list[int] = []
        self._units: list[tuple[int, str, str, bytes]] = []
        self._alive: set[str] = set()
        self.work = Work(made=[], written=[], removed=[], reasons={})

    def put_assets(self, dressed: AssetSet | None, dress: Callable[[], AssetSet]) -> None:
        """Write the theme's files, if they are new or do not lie as they were left."""
        self._alive.add(ASSETS)
        known = self._index.units(ASSETS).get("")
        is_whole = all(self._index.unit_of_line(n) != known for n in self._changes.altered)
        if dressed is None and is_whole:
            return
        files = (dressed or dress()).files
        self._take(ASSETS, [self._bench.put("", files)], self._index.units(ASSETS))

    def make_pages(self, families: Iterable[Later[PageFamily]], edition: Edition) -> None:
        """Run the units of pages that something has changed for."""
        reasons, make = self._reasons(self._changes.facts), self._bench.make_pages

        def plan(later: Later[PageFamily]) -> FamilyPlan:
            return self._plan(later.name, lambda: later.family.keys(edition), reasons)

        plans = {later: plan(later) for later in families}
        self._run(plans, lambda later, key: make(later, edition, key))
        for name in self._gone - self._lines.keys():
            self.cards.put(name, None)

    def make_files(self, families: Iterable[Later[FileFamily]], publication: Publication) -> None:
        """Run the units of files that something has changed for, the pages' cards among it."""
        reasons = self._reasons(self._changes.facts | self.cards.changed)
        make = self._bench.make_files

        def plan(later: Later[FileFamily]) -> FamilyPlan:
            return self._plan(later.name, lambda: later.family.keys(publication), reasons)

        plans = {later: plan(later) for later in families}
        self._run(plans, lambda later, key: make(later, publication, key))

    def _reasons(self, facts: Iterable[str]) -> dict[int, Reasons]:
        if self._changes.everything:
            return {}
        saw = self._index.looks.units_that_saw(sorted(facts))
        reasons = {unit: frozenset(seen) for unit, seen in saw.items()}
        for number in self._changes.altered:
            unit = self._index.unit_of_line(number)
            reasons[unit] = reasons.get(unit, frozenset()) | LOST
        return reasons

    def finish(
        self, marks: Mapping[str, str], values: Mapping[str, str], *, beside: Sequence[str] = ()
    ) -> None:
        """Change what is served to what was made, and remember it.

        A strange file stays when it is named as a file of ours that stays and one of `beside`.
        """
        for family in sorted(self._index.families() - self._alive):
            for number in self._index.units(family).values():
                self._drop(number)
        gone = sorted(self._gone - self._lines.keys())
        total, files = self._count(gone)
        mark = mark_of_completion(files, total)
        strangers = set(self._changes.strangers) - self._lines.keys()
        changed = {*gone, *self.work.written}
        staying = beside_what_stays(
            strangers, beside, lambda name: name not in changed and bool(self._index.line(name))
        )
        self.work.removed = sorted({*gone, *strangers} - staying)
        if self._index.is_new:
            self._staging.take_the_place(mark)
        else:
            self._staging.move_in(mark, fresh=self.work.written, stale=self.work.removed)
        # A folder of no known time is looked through by the next build.
        unknown: dict[str, int | None] = dict.fromkeys(map(folder_of, staying), 0)
        self._remember(gone, unknown, marks, {**values, "total": total.total})

    def abandon(self) -> None:
        """Leave the output as it was."""
        self._staging.abandon()

    def _count(self, gone: Iterable[str]) -> tuple[Sum, int]:
        """Bring the digest of the whole output and the number of its files up to date."""
        total, files = Sum(self._index.values.get("total")), self._index.count("line")
        run = {unit for unit, _, _, _ in self._units} | set(self._gone_units)
        for name in gone:
            if old := self._index.line(name):
                total.take(name, old.digest)
                files -= 1
        for name, line in self._lines.items():
            old = self._index.line(name)
            if old is None:
                files += 1
            elif old.unit in run:
                total.take(name, old.digest)
            else:
                raise ValueError(f"two files want one place in the output: {name!r}")
            total.add(name, line.digest)
        return total, files

    def _remember(
        self,
        gone: Sequence[str],
        unknown: dict[str, int | None],
        marks: Mapping[str, str],
        values: Mapping[str, str],
    ) -> None:
        moved = self._changes.moved
        touched = folders_of((*self.work.written, *self.work.removed, *moved))
        kept = {name: moved[name] for name in moved.keys() - self._lines.keys() - set(gone)}
        self._index.save_lines({**kept, **self._lines})
        self._index.save_cards(self.cards)
        self._index.remove_lines(gone)
        self._index.save_units(self._units)
        self._index.remove_units(self._gone_units)
        self._index.save_folders(times_of(self._output, touched) | unknown)
        self._index.save_marks(marks)
        self._index.commit(values)

    def _plan(
        self, name: str, keys: Callable[[], Iterable[str]], reasons: Mapping[int, Reasons]
    ) -> FamilyPlan:
        self._alive |= {name, _keys_of(name)}
        asked = self._index.units(_keys_of(name))
        everything = self._changes.everything
        if not asked or everything or asked[""] in reasons:
            with self._notes.fresh() as facts:
                wanted = list(keys())
            made = Made(key="", lines=(), fresh=(), cards=(), facts=packed_facts(facts))
            self._take(_keys_of(name), [made], asked)
            known = self._index.units(name)
            return plan_family(known=known, wanted=wanted, reasons=reasons, everything=everything)
        units = ((number, self._index.unit(number)) for number in reasons)
        mine = {unit[1]: number for number, unit in units if unit and unit[0] == name}
        return plan_family(known=mine, wanted=None, reasons=reasons, everything=everything)

    def _run(
        self,
        plans: Mapping[Later[F], FamilyPlan],
        make: Callable[[Later[F], str], Made],
    ) -> None:
        """Run the units of all plans; those of one key, made of one page, one after the other."""
        units = [(family, key) for family, plan in plans.items() for key in plan.run]
        units.sort(key=lambda unit: unit[1])
        made = spread(lambda unit: make(*unit), units, self._workers)
        results = {(unit[0].name, unit[1]): made for unit, made in zip(units, made, strict=True)}
        for family, plan in plans.items():
            for number in plan.gone:
                self._drop(number)
            self.work.reasons.update({(family.name, key): why for key, why in plan.run.items()})
            self._take(family.name, [results[family.name, key] for key in plan.run], plan.numbers)
        cards = (card for result in results.values() for card in result.cards)
        for card in sorted(cards, key=lambda card: card.order):  # in order, groups only grow
            self.cards.put(card.save_as, card)

    def _drop(self, unit: int) -> None:
        self._gone.update(self._index.lines_of(unit))
        self._gone_units.append(unit)

    def _take(self, family: str, results: Iterable[Made], known: Mapping[str, int]) -> None:
        """Note what units gave; a file that a unit no longer makes is gone."""
        for made in results:
            number = known.get(made.key)
            if number is None:
                number, self._next = self._next, self._next + 1
            else:
                self._gone.update(self._index.lines_of(number))
            self._units.append((number, family, made.key, made.facts))
            for save_as, line in made.lines:
                if save_as in self._lines:
                    raise ValueError(f"two files want one place in the output: {save_as!r}")
                self._lines[save_as] = line._replace(unit=number)
            self.work.made += [save_as for save_as, _ in made.lines]
            self.work.written += made.fresh


def _keys_of(family: str) -> str:
    """Name the family whose only unit looks up the keys of another."""
    return f"keys of {family}"
