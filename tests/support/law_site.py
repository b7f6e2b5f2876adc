"""A site that is edited and built again and again, and the judge that builds it clean beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from support.builder import ROOT, Builder, Order, Outcome
from support.desk import Desk
from support.desk_files import PUBLISHING, SETTINGS, files
from support.trees import Tree, difference, tree

from plugins.incremental.completion import total_in

#: What the cache keeps by content alone; a clean build may use it, since it is no memory of what
#: was built before. Everything else in a cache is the engine's memory.
KEPT_BY_CONTENT = frozenset(("anh", "anh-chia-se", "phong-chu", "tai-ve", "tep", "tep-da-doc"))
REMEMBERED = 6


@dataclass(slots=True, kw_only=True)
class LawSite:
    """A folder with content, theme and settings, built warm into `output/` with `cache/`."""

    folder: Path
    written: dict[str, bytes] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """Give the output folder."""
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        """Give the cache folder."""
        return self.folder / "cache"

    @property
    def published(self) -> Path:
        """Give the output folder of a build for publishing."""
        return self.folder / "xuat-ban"

    def sync(self, wanted: Mapping[str, bytes], *, keep_times: bool = False) -> None:
        """Write what differs from what was written last, and nothing else, as an editor would.

        Where times are kept, a file of the same size gets its old one back, as `cp -p` may do.
        """
        for path in self.written.keys() - wanted.keys():
            (self.folder / path).unlink()
            _drop_empty(self.folder / path, self.folder)
        for path, data in wanted.items():
            if self.written.get(path) != data:
                self._write(self.folder / path, data, keep_time=keep_times)
        self.written = dict(wanted)

    def _write(self, place: Path, data: bytes, *, keep_time: bool) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.stat() if place.is_file() else None
        place.write_bytes(data)
        if keep_time and before and before.st_size == len(data):
            os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    def order(
        self, desk: Desk, *, workers: int = 1, dies_at: int = 0, publishing: bool = False
    ) -> Order:
        """Ask for a warm build; one for publishing has settings and an output of its own."""
        return Order(
            content=str(self.folder / "content"),
            settings=str(self.folder / (PUBLISHING if publishing else SETTINGS)),
            output=str(self.published if publishing else self.output),
            cache=str(self.cache),
            now=desk.now.isoformat(),
            workers=workers,
            dies_at=dies_at,
        )


def laid_out(folder: Path, desk: Desk) -> LawSite:
    """Put a desk's files into a fresh folder, with npm's packages beside the theme."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    site = LawSite(folder=folder)
    site.sync(files(desk))
    return site


def taken_along(site: LawSite, folder: Path) -> LawSite:
    """Copy a built site elsewhere with its output and cache, as a fresh clone in CI has them."""
    shutil.copytree(site.folder, folder, symlinks=True)
    return LawSite(folder=folder, written=dict(site.written))


class Judge:
    """Builds any state of a site clean, and remembers the last few (trọng tài)."""

    def __init__(self, folder: Path, *code: Path) -> None:
        """Keep clean outputs and the pictures' cache in a folder of the judge's own."""
        self._folder = folder
        self._known: OrderedDict[str, Tree] = OrderedDict()
        self._builder = Builder(*code)
        self._asked = ""

    def close(self) -> None:
        """End the judge's process."""
        self._builder.__exit__(None, None, None)

    def ask(self, site: LawSite, order: Order, *, from_nothing: bool = False) -> None:
        """Begin to build clean what an order builds warm, unless it is known."""
        self._asked = _state(site, order)
        if from_nothing:
            self._known.pop(self._asked, None)
        if self._asked in self._known:
            self._known.move_to_end(self._asked)
            return
        self._clear(from_nothing=from_nothing)
        output, cache = str(self._folder / "output"), str(self._folder / "cache")
        self._builder.start(replace(order, output=output, cache=cache, workers=1, dies_at=0))

    def answer(self) -> Tree:
        """Give the clean output of the state that was asked about last."""
        if self._asked not in self._known:
            outcome = self._builder.outcome()
            assert outcome.built, f"bản dựng sạch hỏng: {outcome.errors} {outcome.failure}"
            self._known[self._asked] = tree(self._folder / "output")
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return self._known[self._asked]

    def clean(self, site: LawSite, desk: Desk) -> Tree:
        """Give the clean output of a site as it stands."""
        self.ask(site, site.order(desk))
        return self.answer()

    def _clear(self, *, from_nothing: bool) -> None:
        shutil.rmtree(self._folder / "output", ignore_errors=True)
        cache = self._folder / "cache"
        for name in os.listdir(cache) if cache.is_dir() else ():
            if from_nothing or name not in KEPT_BY_CONTENT:
                place = cache / name
                shutil.rmtree(place) if place.is_dir() else place.unlink()


def assert_built(outcome: Outcome) -> None:
    """Require that a build ended well."""
    assert not outcome.failure, outcome.failure
    assert outcome.built, "\n".join(outcome.errors)


def assert_clean(output: Path, outcome: Outcome, wanted: Tree) -> None:
    """Require that a build ended well and that its output is the clean one, byte for byte."""
    assert_built(outcome)
    said = difference(tree(output), wanted)
    assert not said, f"bản dựng tăng dần khác bản dựng sạch\n{said}"
    assert sorted(path.name for path in output.parent.glob(f"{output.name}?*")) == []
    assert total_in(output)


def assert_whole_or_marked(site: LawSite, whole: Iterable[Tree]) -> None:
    """Require of an output after a killed build that it is whole, or says that it is not.

    A folder that carries its completion mark can be published, so it is an output of before or
    the new one.
    """
    if total_in(site.output):
        said = [difference(tree(site.output), known) for known in whole]
        assert "" in said, f"bản dựng bị ngắt mà vẫn tự nhận là trọn vẹn\n{said[-1]}"


def _state(site: LawSite, order: Order) -> str:
    state = hashlib.sha256(f"{order.now} {Path(order.settings).name}".encode())
    for path, data in sorted(site.written.items()):
        state.update(f"\0{path}\0{len(data)}\0".encode() + data)
    return state.hexdigest()


def _drop_empty(path: Path, root: Path) -> None:
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
