"""The engine's one law: incremental output is clean output, whatever was done before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from support.breaks import BREAKS
from support.builder import Order, Outcome, carry_out
from support.damage import damage_cache, damage_output
from support.desk import Desk, settle
from support.desk_files import files
from support.desk_seed import seeded
from support.edits import AREAS, EDITS, edit, pass_time
from support.law_bench import (
    ACTIONS,
    FULL,
    PROFILE,
    SEQUENCES,
    STARTS,
    WHERE,
    Bench,
    chance_of,
)
from support.law_site import (
    assert_clean,
    assert_whole_or_marked,
)
from support.trees import Tree, tree, versions

pytestmark = pytest.mark.slow

Action = Callable[[Random, str], None]
ONE_IN = 60
#: So many sequences come upon every kind of edit.
ENOUGH = 100
KINDS = sorted(EDITS)
ASIDE = 4
MORE = 3


class Law(RuleBasedStateMachine):
    """A small site that is edited, damaged and built, and compared after each step."""

    bench: ClassVar[Bench]

    def __init__(self) -> None:
        """Begin a sequence in a folder of its own."""
        super().__init__()
        self.bench.sequences += 1
        self.desk = seeded()
        self.past: list[Desk] = []
        self.said: list[str] = []
        self.seeds: list[int] = []
        self.folder = self.bench.folder
        self.whole: list[Tree] | None = []

    @initialize(start=st.sampled_from(STARTS))
    def begin(self, start: str) -> None:
        """Begin with what CI restores, with pictures alone, or with nothing."""
        self.start = start
        self.site = self.bench.begun(start, self.desk)
        if start == "warm":
            self.whole = [tree(self.site.output)]
        else:
            self._build_and_compare("new")

    @rule(seed=st.integers(0, 2**24 - 1))  # evenly; of wider ranges Hypothesis prefers the small
    def step(self, seed: int) -> None:
        """Do something, build, compare."""
        self.seeds.append(seed)
        chance = chance_of(self.seeds, self.start)
        name = chance.choices(list(ACTIONS), k=1, weights=list(ACTIONS.values()))[0]
        action: Action = getattr(self, name)
        action(chance, chance.choice(WHERE))

    def edit_articles(self, chance: Random, where: str) -> None:
        """Edit articles or standing pages, and build."""
        self._edit(chance, AREAS["article"])
        self._build_and_compare(where)

    def edit_registers(self, chance: Random, where: str) -> None:
        """Edit registers, and build."""
        self._edit(chance, AREAS["register"])
        self._build_and_compare(where)

    def edit_theme_and_settings(self, chance: Random, where: str) -> None:
        """Edit the theme and the settings, and build."""
        self._edit(chance, [*AREAS["theme"], *AREAS["setting"]])
        self._build_and_compare(where)

    def edit_anything(self, chance: Random, where: str) -> None:
        """Edit whatever there is, and build; now and then the judge starts from nothing."""
        self._edit(chance)
        self._build_and_compare(where, from_nothing=chance.randrange(ONE_IN) == 0)

    def edit_with_old_times(self, chance: Random, where: str) -> None:
        """Make edits whose files keep their times where their sizes are the same."""
        self._edit(chance, ["edit_text_of_equal_length"], keep_times=True)
        self._build_and_compare(where)

    def build_again(self, chance: Random, where: str) -> None:
        """Build with nothing changed, or with new times only."""
        touched = chance.randrange(2)
        self._say("build_again", f"{touched=}")
        for path in self.site.written if touched else ():
            os.utime(self.site.folder / path)
        self._build_and_compare(where)

    def undo(self, chance: Random, where: str) -> None:
        """Go back to an earlier state, as `git revert` does."""
        now = self.desk.now
        self.desk = chance.choice(self.past or [self.desk]).copied()
        self.desk.now = now
        settle(self.desk)
        self._say("undo", f"{len(self.past)} lần sửa trước")
        self.site.sync(files(self.desk))
        self._build_and_compare(where)

    def let_time_pass(self, chance: Random, where: str) -> None:
        """Build at a later minute, with no edit."""
        self._say("pass_time", pass_time(self.desk, chance))
        self.site.sync(files(self.desk))
        self._build_and_compare(where)

    def publish(self, chance: Random, where: str) -> None:
        """Build for publishing: other settings and another output, from the same cache."""
        self._say("publish", "")
        if chance.randrange(2):
            self._edit(chance)
        self._compared(self._order(where, publishing=True), where)

    def break_and_mend(self, chance: Random, where: str) -> None:
        """Make a mistake beside sound edits: nothing is published until it is mended."""
        self._edit(chance)
        kind = chance.choice(sorted(BREAKS))
        broken = files(self.desk)
        self._say(kind, BREAKS[kind](broken, chance))
        self.site.sync(broken)
        before, old = versions(self.site.output), tree(self.site.output)
        outcome = self._build(self._order(where), where)
        assert not outcome.built, f"{kind}: không lỗi nào được báo"
        if self.whole and len(self.whole) == 1:  # else a killed build is still to be mended
            assert tree(self.site.output) == old
            assert versions(self.site.output) == before
        self.site.sync(files(self.desk))
        self._build_and_compare(where)

    def kill(self, chance: Random, _where: str) -> None:
        """Kill a build the moment before it touches the disk for the N-th time."""
        self._edit(chance)
        touches = self.bench.touches(self.site, self.desk)
        first = touches // 2 if chance.randrange(2) else 1  # the second half puts things in place
        touch = chance.randrange(first, touches + 1)
        self._say("kill", f"lần chạm đĩa thứ {touch} trong {touches}")
        outcome = self.bench.builder.build(self.site.order(self.desk, dies_at=touch))
        assert outcome.killed or outcome.built, outcome
        clean = self.bench.judge.clean(self.site, self.desk)
        if outcome.built:
            assert_clean(self.site.output, outcome, clean)
            self.whole = [clean]
        elif self.whole is not None:
            self.whole.append(clean)
            assert_whole_or_marked(self.site, self.whole)

    def harm_the_cache(self, chance: Random, where: str) -> None:
        """Damage the cache; the next build must not believe it."""
        self._say("harm_the_cache", damage_cache(self.site.cache, chance))
        self._build_and_compare(where)

    def harm_the_output(self, chance: Random, where: str) -> None:
        """Damage the output by hand; the next build restores it, also beside an edit."""
        self._say("harm_the_output", damage_output(self.site.output, chance))
        self.whole = None
        if chance.randrange(2):
            self._edit(chance)
        self._build_and_compare(where)

    def bring_back(self, chance: Random, where: str) -> None:
        """Exchange the output, the cache or both for those of an earlier day."""
        names = chance.choice((("output",), ("cache",), ("output", "cache")))
        self._say("bring_back", ", ".join(names))
        for name in names:
            here, aside = self.site.folder / name, self.folder / "aside" / name
            if not aside.is_dir():
                shutil.copytree(self.bench.seed.folder / name, aside)
            here.rename(self.folder / "between")
            aside.rename(here)
            (self.folder / "between").rename(aside)
        self.whole = None
        self._build_and_compare(where)

    def teardown(self) -> None:
        """End the sequence with a sound build."""
        try:
            if self.whole is None or len(self.whole) > 1:  # the last build was killed
                self._build_and_compare("new")
        finally:
            self.bench.clear()

    def _edit(
        self, chance: Random, first: Iterable[str] = KINDS, *, keep_times: bool = False
    ) -> None:
        self.past = [*self.past[-ASIDE:], self.desk.copied()]
        more = chance.choices(KINDS, k=chance.randrange(MORE))
        for kind in (chance.choice([kind for kind in KINDS if kind in first]), *more):
            self._say(kind, edit(self.desk, kind, chance))
        self.site.sync(files(self.desk), keep_times=keep_times)

    def _order(self, where: str, *, publishing: bool = False) -> Order:
        return self.site.order(self.desk, workers=2 if "two" in where else 1, publishing=publishing)

    def _build(self, order: Order, where: str) -> Outcome:
        return carry_out(order) if where == "here" else self.bench.builder.build(order)

    def _build_and_compare(self, where: str, *, from_nothing: bool = False) -> None:
        self.whole = [self._compared(self._order(where), where, from_nothing=from_nothing)]

    def _compared(self, order: Order, where: str, *, from_nothing: bool = False) -> Tree:
        self.bench.judge.ask(self.site, order, from_nothing=from_nothing)
        outcome = self._build(order, where)
        wanted = self.bench.judge.answer()
        try:
            assert_clean(Path(order.output), outcome, wanted)
        except AssertionError as found:
            found.add_note("Các bước đã làm:\n" + "\n".join([*self.said, f"  dựng ({where})"]))
            raise
        return wanted

    def _say(self, kind: str, what: str) -> None:
        self.bench.counts[kind] += 1
        self.said.append(f"  {kind}: {what}")


def test_incremental_output_is_clean_output(shared: Bench) -> None:
    """Whoever edits never has to ask whether the page that they see is an old one."""
    Law.bench = shared
    run_state_machine_as_test(Law, settings=PROFILE)
    if FULL:
        shared.reported()
    if FULL and SEQUENCES >= ENOUGH:
        assert set(KINDS) <= set(shared.counts), "không phải kiểu sửa nào cũng được thử"
