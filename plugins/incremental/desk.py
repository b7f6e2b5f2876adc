"""The content folder as it is now: read, filed and checked (bàn biên tập)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from plugins.incremental.content_index import REGISTERS, ContentIndex
from plugins.incremental.crew import Crew
from plugins.incremental.data_reading import by_dataset, read_dataset, stale
from plugins.incremental.desk_reading import filed_from, read_registers, read_whole
from plugins.incremental.files_known import KnownFiles, facts_of
from plugins.incremental.marks import Marks
from plugins.incremental.open_texts import OpenTexts
from plugins.incremental.schemas import content_place
from plugins.incremental.tables import packed_facts
from plugins.incremental.text_store import TextStore
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dataset import DATA, Records
from plugins.newsroom.filing import NEIGHBOURLY, FiledText, facts_between
from plugins.newsroom.gathering import gather
from plugins.newsroom.landing import made_by_the_site
from plugins.newsroom.link_index import link_index
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.notes import Notes
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import BESIDE, TEXTS, SourceFile
from plugins.newsroom.stages import Checks
from plugins.newsroom.walking import Walked

EVERYTHING = frozenset(("code", "registers", "unread"))
"""Facts that every check looks up."""

Checked = tuple[int, tuple[Problem, ...], bytes]


class Desk:
    """Reads what was touched, files it, and checks what that concerns; remembers the rest."""

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        content: Path,
        cache: Path,
        *,
        now: datetime,
        crew: Crew,
        checks: Checks,
        marks: Marks,
    ) -> None:
        """Open the memory of this content folder."""
        reader = marks.reader
        self._content, self._cache, self._now, self._crew = content, cache, now, crew
        self._shows_drafts = marks.shows_drafts
        self._checks, self._code = checks, marks.code
        self.index = ContentIndex(content_place(cache, content), marks.filing)
        self._store = TextStore(cache, reader)
        self.notes = Notes()
        self.records = Records(self.index.shelf, self.notes)
        self.catalogue: Catalogue[FiledText] = Catalogue(
            self.index, facts_between, NEIGHBOURLY, is_new=self.index.is_new
        )
        self._texts = OpenTexts(content, self.index, self._store)
        self._unread = frozenset(json.loads(self.index.values.get("unread") or "[]"))
        self._strays: tuple[Problem, ...] = ()

    @cached_property
    def registers(self) -> Registers:
        """Give the registers as they were last read."""
        return self.index.registers()[0]

    @cached_property
    def newsroom(self) -> Newsroom:
        """Give what the rules look at, with no text under check."""
        known = partial(KnownFiles, self.index, self._content, self._cache, self.notes)
        beside = {kind: known(kind) for kind in BESIDE}
        return Newsroom(
            registers=self.registers,
            beside=beside,
            links=link_index(self.registers, self.catalogue, self.records, beside, self.notes),
            claimants=lambda url: self._members(f"claim {url}"),
            users=lambda path: [u for k in BESIDE for u in self._members(f"{k} {path}")],
            records=self.records,
            today=self._today,
            unread=self._unread,
        )

    def text(self, path: str, digest: str) -> Article | StandingPage:
        """Open a text that is filed."""
        return self._texts.text(path, digest)

    def problems(self) -> tuple[Problem, ...]:
        """Give all that is wrong with the content, by file and line."""
        found = dict.fromkeys((*self._strays, *self.index.problems()))
        return tuple(sorted(found, key=lambda problem: problem.order))

    def work(self, walked: Walked | None = None) -> None:
        """Bring the memory up to what lies in the folder, as it was just walked through."""
        gathering = gather(self._content, self.index.known(), walked)
        self._strays = gathering.problems
        before = {file.path: self.index.file(file.path) for file, _ in gathering.touched}
        touched = [f for f, _ in gathering.touched if _differs(f, before[f.path])]
        removed = [file for path in gathering.removed if (file := self.index.file(path))]
        self.index.save_files(gathering.touched)
        changed = self._read_registers([*touched, *removed])
        changed |= self._read_data(touched, removed, changed)
        self._read_texts([f for f in touched if f.kind in TEXTS], removed)
        self._let_time_pass()
        changed |= self.catalogue.changed | self._changed_values() | facts_of(*touched, *removed)
        if not (changed or gathering.touched or removed):
            return
        self.index.save_catalogue(self.catalogue)
        self.index.remove_files(file.path for file in removed)
        self.index.flush()  # the crew's processes read what was saved
        self.index.save_checks(list(self._check(touched, changed)))
        self.index.count_on(changed, self._values())
        gone = [*removed, *(old for file in touched if (old := before[file.path]))]
        self._store.forget((f.path, f.digest) for f in gone if f.kind in TEXTS)

    def close(self) -> None:
        """Leave the memory."""
        self.index.close()
        self._store.close()

    def _read_registers(self, touched: Sequence[SourceFile]) -> set[str]:
        if not (self.index.is_new or any(file.kind == "register" for file in touched)):
            return set()
        files = {f.path: f for f in self.index.files("register", self._content)}
        for file in touched:
            files.pop(file.path, None)
            if (self._content / file.path).is_file() and file.kind == "register":
                files[file.path] = file
        before = set(made_by_the_site(self.registers))
        self.registers, problems, unread = read_registers(files)
        moved = before != set(made_by_the_site(self.registers))
        self._unread = frozenset({p for p in self._unread if "/" in p} | unread)
        self.index.save_registers(self.registers, problems)
        return {"registers", "addresses"} if moved else {"registers"}

    def _read_data(
        self, touched: Sequence[SourceFile], removed: Sequence[SourceFile], changed: set[str]
    ) -> set[str]:
        """Read the datasets that were touched; all of them when what they stand on changed."""
        everything = "registers" in changed or self.index.values.get("code") != self._code
        places = {file.path for file in (*touched, *removed) if file.kind == DATA}
        if not (places or everything):
            return set()
        gone = {file.path for file in removed}
        known = self.index.files(DATA, self._content)
        files = by_dataset(file for file in known if file.path not in gone)
        names = stale(places, files, everything=everything)
        read = partial(read_dataset, datasets=files, registers=self.registers)
        return set(self.index.shelf.bring_up(self._crew.spread(read, names), files.keys()))

    def _read_texts(self, texts: Sequence[SourceFile], removed: Sequence[SourceFile]) -> None:
        unread = set(self._unread) - {file.path for file in (*texts, *removed)}
        found: dict[str, FiledText | None] = {f.path: None for f in removed if f.kind in TEXTS}
        fresh = []
        for file in texts:
            known = self._store.recall(file.path, file.digest)
            if known is None:
                fresh.append(file)
            else:
                found[file.path] = filed_from(known, self._now, shows_drafts=self._shows_drafts)
        kept = []
        whole = partial(read_whole, now=self._now, shows_drafts=self._shows_drafts)
        for read in self._crew.spread(whole, fresh):
            kept.append((read.path, read.digest, read.kept))
            found[read.path] = read.filed
        self._store.keep(kept)
        unread |= {file.path for file in texts if found[file.path] is None}
        self._unread = frozenset(unread)
        self._file(found)

    def _file(self, found: dict[str, FiledText | None]) -> None:
        """File in the order of the groups, which needs no search when all is new."""
        for path, filed in found.items():
            if filed is None:
                self.catalogue.put(path, None)
        for filed in sorted(filter(None, found.values()), key=lambda filed: filed.order):
            self.catalogue.put(filed.path, filed)

    def _let_time_pass(self) -> None:
        """File anew what has become due since the last build, or is no longer."""
        last, now = int(self.index.values.get("now") or 0), int(self._now.timestamp())
        for path in self.index.due_between(*sorted((last, now))):
            filed = self.catalogue.get(path)
            if filed:
                self.catalogue.put(path, filed.due_at(self._now))

    def _check(self, touched: Sequence[SourceFile], changed: set[str]) -> Iterator[Checked]:
        """Check what was touched, and all that looked up what has changed."""
        if self.index.is_new or not EVERYTHING.isdisjoint(changed):
            subjects = [REGISTERS, *self.index.numbers()]
        else:
            saw = self.index.looks.units_that_saw(changed)
            subjects = sorted({self.index.number(file.path) for file in touched} | saw.keys())
        assert self.newsroom  # noqa: S101 - made before the crew is forked off
        yield from self._crew.spread(self._check_one, subjects)

    def _check_one(self, number: int) -> Checked:
        with self.notes.fresh() as facts:
            problems = tuple(self._problems_of(number))
        return number, problems, packed_facts(facts)

    def _problems_of(self, number: int) -> Iterator[Problem]:
        if number == REGISTERS:
            yield from self._checks.of_registers(self.newsroom, self.index.registers()[1])
            return
        file = self.index.file_numbered(number)
        if file is None:
            return
        if file.kind in BESIDE:
            yield from self._checks.of_file(self.newsroom, file.kind, file.path)
        elif file.kind in TEXTS:
            reading = self._texts.reading(file.path, file.digest)
            if reading.value is None:
                yield from reading.problems
            else:
                room = self.newsroom.about(reading.value)
                yield from self._checks.of_text(room, reading.problems)

    def _members(self, group: str) -> list[str]:
        self.notes.facts.add(f"order {group}")
        return self.catalogue.members(group)

    def _today(self) -> date:
        self.notes.facts.add("today")
        return self._now.date()

    def _values(self) -> dict[str, str]:
        return {
            "code": self._code,
            "today": self._now.date().isoformat(),
            "unread": json.dumps(sorted(self._unread)),
            "now": str(int(self._now.timestamp())),
        }

    def _changed_values(self) -> set[str]:
        stored = {name: self.index.values.get(name) for name in ("code", "today", "unread")}
        now = self._values()
        return {name for name, value in stored.items() if value != now[name]}


def _differs(file: SourceFile, known: SourceFile | None) -> bool:
    return known is None or (file.digest, file.kind) != (known.digest, known.kind)
