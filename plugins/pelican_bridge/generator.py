"""Our generator: Pelican calls it twice, to read and to write; the stages stand here in order."""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from blinker import Signal
from pelican.generators import Generator

from plugins.incremental.marks import code_mark
from plugins.incremental.writer import Writer
from plugins.newsroom.deferred import mark_of
from plugins.newsroom.edition import Edition, arrange
from plugins.newsroom.minute import current_minute
from plugins.newsroom.model import Newsroom
from plugins.newsroom.newsroom_reading import read_newsroom
from plugins.newsroom.page import AssetSet, ExportFile, Page
from plugins.newsroom.picture import Rendition
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import read_site
from plugins.pelican_bridge import signals
from plugins.pelican_bridge.options import BuildReport
from plugins.pelican_bridge.progress import Progress
from plugins.pelican_bridge.rendering import Renderer
from plugins.pelican_bridge.shell import make_shell

STAGES = {
    "read": "đọc nội dung",
    "check": "kiểm tra",
    "develop": "làm ảnh",
    "compose": "sắp trang",
    "render": "dựng trang",
    "export": "ghi tệp",
    "finish": "đổi sang bản mới",
}


class GateClosed(SystemExit):
    """The content has errors: nothing was written. Pelican's own command exits with 1."""

    def __init__(self) -> None:
        super().__init__(1)


class NewsroomGenerator(Generator):  # type: ignore[misc]  # Pelican is untyped
    """Everything that the site is made of; Pelican's own generators stay idle."""

    def generate_context(self) -> None:
        """Gather, read and check; stop at the gate when there is an error."""
        self.report: BuildReport = self.settings.get("BUILD_REPORT") or BuildReport()
        self.progress = Progress()
        now = self.settings.get("BUILD_DATE") or current_minute()
        self.report.now = now.isoformat()
        with self._stage("read"):
            reading = read_newsroom(
                Path(self.path), now=now, cache=self._cache, workers=self._workers
            )
        assert reading.value is not None  # noqa: S101 - a newsroom can always be made
        self.newsroom: Newsroom = reading.value
        with self._stage("check"):
            answers = signals.checking.send(
                self.newsroom,
                found=reading.problems,
                site=read_site(self.settings),
                settings=self.settings.get("SETTINGS_NAME", "pelicanconf.py"),
            )
            problems = {problem: None for _, found in answers for problem in found}
        self._gate(tuple(sorted(problems, key=lambda problem: problem.order)))

    def generate_output(self, _writer: object) -> None:
        """Compose, render and export into a fresh folder, which then takes the output's place."""
        edition = self._edition()
        theme = Path(self.theme)
        with self._stage("compose"):
            assets = self._assets(edition, theme)
            pages = tuple(sorted(_all(signals.composing, edition), key=lambda page: page.save_as))
        renderer = Renderer(self.env, theme, make_shell(edition.world, assets), cache=self._cache)
        writer = Writer(Path(self.output_path).resolve(), self._cache)
        try:
            with self._stage("render"):
                around = (renderer.mark, code_mark())
                for page in self.progress.each("dựng trang", pages, len(pages)):
                    writer.put(
                        page.save_as, mark_of((page, around)), partial(renderer.render, page)
                    )
            with self._stage("export"):
                files = itertools.chain(assets.files, self._exports(edition, pages))
                for file in self.progress.each("ghi tệp", files):
                    writer.put(file.save_as, mark_of((file, around[1])), partial(_bytes, file))
            with self._stage("finish"):
                writer.finish()
        except BaseException:
            writer.abandon()
            raise
        self.report.note(pages=len(pages), writer=writer)

    def _gate(self, problems: tuple[Problem, ...]) -> None:
        self.report.problems = problems
        for problem in problems:
            print(problem, file=sys.stderr)  # noqa: T201 - the gate's whole point
        if any(problem.is_error for problem in problems):
            raise GateClosed

    def _edition(self) -> Edition:
        renditions = self._renditions()
        edition = arrange(self.newsroom, read_site(self.settings), renditions)
        drafts = [a for a in self.newsroom.articles if a.status == "draft"]
        self.report.published = len(edition.headlines)
        self.report.scheduled = edition.scheduled
        self.report.drafts = len(drafts)
        return edition

    def _renditions(self) -> dict[str, Rendition]:
        with self._stage("develop"):
            answers = signals.developing.send(
                self.newsroom, cache=self._cache, workers=self._workers
            )
        developed = [item for _, answer in answers for item in answer.items()]
        broken = [made for _, made in developed if isinstance(made, Problem)]
        if broken:
            self._gate((*self.report.problems, *broken))
        return {path: made for path, made in developed if isinstance(made, Rendition)}

    def _assets(self, edition: Edition, theme: Path) -> AssetSet:
        root = theme.parent
        (answer,) = signals.dressing.send(edition.site, theme=theme, root=root)
        assets: AssetSet = answer[1]
        return assets

    def _exports(self, edition: Edition, pages: tuple[Page, ...]) -> Iterator[ExportFile]:
        yield from _all(signals.exporting, edition, pages=pages, cache=self._cache)

    @property
    def _cache(self) -> Path:
        return Path(self.settings["CACHE_PATH"])

    @property
    def _workers(self) -> int:
        return int(self.settings.get("WORKERS") or os.cpu_count() or 1)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        self.progress.say(STAGES[name])
        yield
        self.report.seconds[name] = time.perf_counter() - started


def _all(signal: Signal, sender: object, **given: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever the stage gives
    for _, answer in signal.send(sender, **given):
        yield from answer


def _bytes(deferred: ExportFile) -> bytes:
    file = deferred.finished
    return Path(file.location).read_bytes() if file.location else file.data
