"""The output folder brought up to what the desk has: only what concerns a change is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plugins.incremental.accounts import Accounts
from plugins.incremental.beside import beside_what_stays
from plugins.incremental.changes import Changes
from plugins.incremental.completion import mark_of_completion
from plugins.incremental.crew import Crew
from plugins.incremental.inspection import folder_of, folders_of, times_of
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.planning import LOST, FamilyPlan, Reasons, plan_family
from plugins.incremental.renaming import ONLY_ADDRESSES, Renaming
from plugins.incremental.staging import Staging
from plugins.incremental.tables import packed_facts
from plugins.incremental.units import Bench, Made
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily, PageFamily
from plugins.newsroom.later import Later
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import AssetSet, Page, Rendered
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
        crew: Crew,
        render: Callable[[Page], Rendered],
        renaming: Renaming | None = None,
    ) -> None:
        """Open a staging folder beside the output."""
        self._output, self._index, self._changes = output, index, changes
        self._crew, self._notes = crew, notes
        self._staging = Staging(output, is_flat=not index.is_new)
        self._bench = Bench(
            notes=notes,
            index=index,
            staging=self._staging,
            altered=frozenset(changes.altered.values()),
            render=render,
            renaming=renaming,
        )
        self.cards: Catalogue[PageCard] = Catalogue(index, facts_between, is_new=index.is_new)
        self._accounts = Accounts(index)
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
        self._accounts.take(ASSETS, [self._bench.put("", files)], self._index.units(ASSETS))

    def make_pages(self, families: Iterable[Later[PageFamily]], edition: Edition) -> None:
        """Run the units of pages that something has changed for."""
        plans = self._plans(families, self._changes.facts, lambda f: f.family.keys(edition))

        def make(later: Later[PageFamily], key: str) -> Made:
            plan, made = plans[later], None
            if plan.run[key] == ONLY_ADDRESSES:
                made = self._bench.rename(key, plan.numbers[key])
            return made or self._bench.make_pages(later, edition, key)

        self._run(plans, make)
        for name in self._accounts.gone:
            self.cards.put(name, None)

    def make_files(self, families: Iterable[Later[FileFamily]], publication: Publication) -> None:
        """Run the units of files that something has changed for, the pages' cards among it."""
        make, facts = self._bench.make_files, self._changes.facts | self.cards.changed
        plans = self._plans(families, facts, lambda f: f.family.keys(publication))
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
            self._accounts.drop(self._index.units(family).values())
        gone, made = self._accounts.gone, self._accounts.lines
        total, files = self._accounts.total()
        mark = mark_of_completion(files, total)
        strangers = set(self._changes.strangers) - made.keys()
        self.work.made, self.work.written = list(made), self._accounts.written
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
        self._remember(unknown, marks, {**values, "total": total.total})

    def abandon(self) -> None:
        """Leave the output as it was."""
        self._staging.abandon()

    def _remember(
        self,
        unknown: Mapping[str, int | None],
        marks: Mapping[str, str],
        values: Mapping[str, str],
    ) -> None:
        moved = self._changes.moved
        touched = folders_of((*self.work.written, *self.work.removed, *moved))
        self._accounts.save_lines(moved)
        self._index.save_cards(self.cards)  # before the lines of those that are gone
        self._accounts.save_units()
        self._index.save_folders({**times_of(self._output, touched), **unknown})
        self._index.save_marks(marks)
        self._index.commit(values)

    def _plans(
        self,
        families: Iterable[Later[F]],
        facts: Iterable[str],
        keys: Callable[[Later[F]], Iterable[str]],
    ) -> dict[Later[F], FamilyPlan]:
        reasons = self._reasons(facts)
        concerned = self._index.by_family(reasons)

        def plan(later: Later[F]) -> FamilyPlan:
            known = concerned.get(later.name, {})
            return self._plan(later.name, lambda: keys(later), known, reasons)

        return {later: plan(later) for later in families}

    def _plan(
        self,
        name: str,
        keys: Callable[[], Iterable[str]],
        concerned: Mapping[str, int],
        reasons: Mapping[int, Reasons],
    ) -> FamilyPlan:
        """Plan a family's units; `concerned` are those that have reasons."""
        self._alive |= {name, _keys_of(name)}
        asked = self._index.units(_keys_of(name))
        known, wanted, everything = concerned, None, self._changes.everything
        if not asked or everything or asked[""] in reasons:
            with self._notes.fresh() as facts:
                wanted = list(keys())
            made = Made(key="", lines=(), fresh=(), cards=(), facts=packed_facts(facts))
            self._accounts.take(_keys_of(name), [made], asked)
            known = self._index.units(name)
        return plan_family(known=known, wanted=wanted, reasons=reasons, everything=everything)

    def _run(
        self,
        plans: Mapping[Later[F], FamilyPlan],
        make: Callable[[Later[F], str], Made],
    ) -> None:
        """Run the units of all plans; those of one key, made of one page, one after the other."""
        units = [(family, key) for family, plan in plans.items() for key in plan.run]
        units.sort(key=lambda unit: unit[1])
        made = self._crew.spread(lambda unit: make(*unit), units)
        results = {(unit[0].name, unit[1]): made for unit, made in zip(units, made, strict=True)}
        for family, plan in plans.items():
            self._accounts.drop(plan.gone)
            self.work.reasons.update({(family.name, key): why for key, why in plan.run.items()})
            self._accounts.take(
                family.name, [results[family.name, key] for key in plan.run], plan.numbers
            )
        cards = (card for result in results.values() for card in result.cards)
        for card in sorted(cards, key=lambda card: card.order):  # in order, groups only grow
            self.cards.put(card.save_as, card)


def _keys_of(family: str) -> str:
    """Name the family whose only unit looks up the keys of another."""
    return f"keys of {family}"
