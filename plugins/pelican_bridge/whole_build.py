"""Build: the stages in their order, from a settings file and a content folder to the output."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.incremental.changes import Changes, look, with_every_file
from plugins.incremental.crew import Crew
from plugins.incremental.desk import Desk
from plugins.incremental.kept import Damaged
from plugins.incremental.marks import Marks
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.press import Press
from plugins.incremental.quick import FirstLook
from plugins.incremental.schemas import OUTPUT_FORMAT, content_place, forget, output_place
from plugins.incremental.staging import recover
from plugins.newsroom.edition import Edition
from plugins.newsroom.minute import current_minute
from plugins.newsroom.page import Page, Rendered
from plugins.newsroom.problem import Problem
from plugins.newsroom.publication import PageCard, Publication
from plugins.newsroom.site import read_site
from plugins.newsroom.stages import CHECKS, FILES, PAGES
from plugins.newsroom.view_parts import Shell
from plugins.newsroom.world import World
from plugins.pelican_bridge.explanation import explain
from plugins.pelican_bridge.gate import GateClosed
from plugins.pelican_bridge.ground import Ground
from plugins.pelican_bridge.options import BuildReport
from plugins.pelican_bridge.progress import STAGES, Progress
from plugins.pelican_bridge.renditions import Renditions

if TYPE_CHECKING:
    import jinja2

    from plugins.pelican_bridge.rendering import Renderer

T = TypeVar("T")


class WholeBuild:
    """One build: `read` what changed up to the gate, then `write` what follows from it."""

    def __init__(
        self,
        settings: Mapping[str, Any],
        report: BuildReport,
        environment: Callable[[], jinja2.Environment],
        marks: Marks | None = None,
        first_look: FirstLook | None = None,
    ) -> None:
        """Take the settings of a settings file, and where templates' environment comes from."""
        self._settings, self._environment = settings, environment
        self._first_look = first_look
        self._now = settings.get("BUILD_DATE") or current_minute()
        self._workers = int(settings.get("WORKERS") or os.cpu_count() or 1)
        self._cache = Path(settings["CACHE_PATH"])
        self._output = Path(settings["OUTPUT_PATH"]).resolve()
        self._theme = Path(settings["THEME"]).resolve()
        self._progress = Progress()
        self._crew = Crew(workers=self._workers, told=self._progress.count)
        self._folder_marks = marks or Marks(
            self._cache, shows_drafts=settings.get("IS_PREVIEW", False)
        )
        self.report = report
        self.report.now = self._now.isoformat()
        self.site = read_site(settings)

    def read(self) -> None:
        """Gather, read, file and check; stop at the gate when there is an error."""
        try:
            self._read()
        except Damaged:
            self._begin_anew()
            self._read()

    def write(self) -> None:
        """Make what has to be made, and change what is served to it."""
        self.soundly(self._write)

    def soundly(self, step: Callable[[], T]) -> T:
        """Take a step after `read`; if the memory is damaged, read all again and take it again."""
        try:
            return step()
        except Damaged:
            self._begin_anew()
            self._read()
            return step()

    def _begin_anew(self) -> None:
        """Forget what is damaged: everything is read and made again."""
        self.desk.close()
        for place in (
            content_place(self._cache, Path(self._settings["PATH"])),
            output_place(self._cache, self._output),
        ):
            forget(place)
        self._first_look = None
        self.__dict__.pop("edition", None)

    def _read(self) -> None:
        with self._stage("read"):
            self.desk = Desk(
                Path(self._settings["PATH"]),
                self._cache,
                now=self._now,
                crew=self._crew,
                checks=CHECKS["checking"],
                marks=self._folder_marks,
            )
            self.desk.work(self._first_look.walked if self._first_look else None)
            name = self._settings.get("SETTINGS_NAME", "pelicanconf.py")
            of_site = CHECKS["checking"].of_site(self.desk.newsroom, self.site, name)
            found = dict.fromkeys((*self.desk.problems(), *of_site))
        self._gate(tuple(sorted(found, key=lambda problem: problem.order)))
        sizes = self.desk.index.sizes(("published", "scheduled", "draft"))
        self.report.published, self.report.scheduled, self.report.drafts = sizes

    def _write(self) -> None:
        with self._stage("inspect"):
            recover(self._output)
            lies = self._first_look.lies() if self._first_look else None
            place = output_place(self._cache, self._output)
            self._index = OutputIndex(place, OUTPUT_FORMAT)
            self._renditions = Renditions(
                self.desk, self._index, cache=self._cache, workers=self._workers
            )
            ground = Ground(
                self._settings,
                self._index,
                self.edition,
                self.desk,
                marks=self._folder_marks,
                today=self._now.date(),
            )
            facts, everything = ground.changed_facts, ground.everything
            changes = look(self._output, self._index, facts, everything, lies)
            if self._settings.get("ANEW"):
                changes = with_every_file(changes, self._index)
        if not changes.is_nothing:
            self._print(ground, changes)
        self.report.pages = self._index.count("card")
        self.report.files = self._index.count("line")
        if why := self._settings.get("WHY"):
            self.report.explained = explain(why, self._index, self.edition, self.report)
        self._index.close()
        self.desk.close()

    def _print(self, ground: Ground, changes: Changes) -> None:
        with self._stage("develop"):
            broken = self._renditions.develop(changes)
            self._gate((*self.report.problems, *broken))
        press = Press(
            self._output,
            self._index,
            changes,
            notes=self.desk.notes,
            crew=self._crew,
            render=self._render(ground.shell),
            renaming=ground.renaming,
        )
        try:
            press.put_assets(ground.dressed, ground.dress)
            with self._stage("pages"):
                press.make_pages(PAGES.values(), self.edition)
            with self._stage("files"):
                press.make_files(FILES.values(), self._publication(press))
            with self._stage("finish"):
                self._renditions.save()
                said = "1" if self.report.problems else ""
                beside = self._settings.get("KEPT_BESIDE", ())
                press.finish(ground.marks, {**ground.values, "said": said}, beside=beside)
        except BaseException:
            press.abandon()
            raise
        self.report.note(press.work)

    @cached_property
    def edition(self) -> Edition:
        """Give what this build publishes."""
        desk = self.desk
        world = World(
            site=self.site,
            registers=desk.registers,
            links=desk.newsroom.links,
            served=lambda path: self._renditions.of(path),  # noqa: PLW0108 - made later
            records=desk.records,
            today=self._now.date(),
            notes=desk.notes,
        )
        return Edition(world, desk.catalogue, desk.text, desk.notes)

    def _publication(self, press: Press) -> Publication:
        last: dict[tuple[str, str], tuple[set[str], tuple[Page, ...]]] = {}

        def page_of(card: PageCard) -> Page:
            """Make the pages of a unit, or take those that were made just before."""
            unit = (card.family, card.key)
            if unit not in last:
                last.clear()
                with self.desk.notes.fresh() as facts:
                    last[unit] = (
                        facts,
                        tuple(PAGES[card.family].family.pages(self.edition, card.key)),
                    )
            facts, pages = last[unit]
            self.desk.notes.facts |= facts
            return next(page for page in pages if page.save_as == card.save_as)

        return Publication(
            edition=self.edition,
            cards=press.cards,
            pages=page_of,
            notes=self.desk.notes,
            cache=self._cache,
        )

    def _render(self, shell: Shell) -> Callable[[Page], Rendered]:
        """Give what renders pages; templates are loaded when the first page is."""

        @cache
        def renderer() -> Renderer:
            from plugins.pelican_bridge.rendering import Renderer  # noqa: PLC0415 - brings Jinja

            return Renderer(self._environment(), self._theme, shell, cache=self._cache)

        return lambda page: renderer().render(page)

    def _gate(self, problems: tuple[Problem, ...]) -> None:
        new = [problem for problem in problems if problem not in self.report.problems]
        self.report.problems = problems
        for problem in new:
            print(problem, file=sys.stderr)  # noqa: T201 - the gate's whole point
        if any(problem.is_error for problem in problems):
            raise GateClosed

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        self._progress.begin(STAGES[name])
        yield
        self.report.seconds[name] = time.perf_counter() - started
