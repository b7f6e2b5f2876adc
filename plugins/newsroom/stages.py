"""The stages of a build that a feature can take part in; its `plugin.py` says in which.

Whoever takes part twice under one name replaces itself, so that registering again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from plugins.newsroom.attachment import Attachment
from plugins.newsroom.dataset import DatasetKind
from plugins.newsroom.family import FileFamily, PageFamily
from plugins.newsroom.later import Later
from plugins.newsroom.model import FileBeside
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.page import AssetSet
from plugins.newsroom.picture import Rendition
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import Site


class Checks(Protocol):
    """What is wrong: with a text, with the registers, with a file beside texts, with the settings.

    Each gets a newsroom whose looks are noted, and is asked again only when something changed
    that it looked up.
    """

    def of_text(self, newsroom: Newsroom, found: Sequence[Problem]) -> Iterable[Problem]:
        """Check the newsroom's only text; `found` are the problems of reading it."""
        ...

    def of_file(self, newsroom: Newsroom, kind: str, path: str) -> Iterable[Problem]:
        """Check a picture or an attachment of the newsroom."""
        ...

    def of_registers(self, newsroom: Newsroom, found: Sequence[Problem]) -> Iterable[Problem]:
        """Check the registers; the newsroom holds no text, `found` are problems of reading them."""
        ...

    def of_site(self, newsroom: Newsroom, site: Site, settings: str) -> Iterable[Problem]:
        """Check the settings, which come from the file named `settings`."""
        ...


class Dressing(Protocol):
    """Makes the theme's served files; `root` is the project's folder with its `node_modules/`."""

    def __call__(self, *, theme: Path, root: Path) -> AssetSet:
        """Bundle the theme."""
        ...


Served = Rendition | Attachment


class Developing(Protocol):
    """Makes pictures or attachments as they are served, or says why one cannot be."""

    def __call__(
        self, files: Sequence[FileBeside], /, *, cache: Path, workers: int
    ) -> Mapping[str, Served | Problem]:
        """Give what is served of each file by its path."""
        ...


PAGES: dict[str, Later[PageFamily]] = {}
FILES: dict[str, Later[FileFamily]] = {}
DATA_FOLDERS: dict[str, DatasetKind] = {}

Place = tuple[str, str]
"""A module, and what of it is meant."""
CHECKS: dict[str, Checks] = {}
DRESSING: dict[str, Dressing] = {}
DEVELOPING: dict[str, Developing] = {}


def make_pages(module: str, **families: str) -> None:
    """Take part in composing: name each family, and the attribute of the module that is it."""
    for name, attribute in families.items():
        PAGES[name] = Later(name=name, module=module, attribute=attribute)


def make_files(module: str, **families: str) -> None:
    """Take part in exporting: name each family, and the attribute of the module that is it."""
    for name, attribute in families.items():
        FILES[name] = Later(name=name, module=module, attribute=attribute)


def read_data(folder: str, *, read: Place, check: Place, arrange: Place) -> None:
    """Take part in reading: name the folder of content, and what reads, checks and arranges it."""
    DATA_FOLDERS[folder] = DatasetKind(
        read=Later(name=folder, module=read[0], attribute=read[1]),
        check=Later(name=folder, module=check[0], attribute=check[1]),
        arrange=Later(name=folder, module=arrange[0], attribute=arrange[1]),
    )


def check_with(checks: Checks) -> None:
    """Take part in checking."""
    CHECKS["checking"] = checks


def dress_with(dressing: Dressing) -> None:
    """Take part in dressing."""
    DRESSING["dressing"] = dressing


def develop_with(kind: str, developing: Developing) -> None:
    """Take part in developing files of a kind of `BESIDE`."""
    DEVELOPING[kind] = developing
