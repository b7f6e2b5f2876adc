"""The lingua franca between features: a Page to render, a file to export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os.path import commonpath
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What a page says of itself to feeds, sitemap and search.

    `kind` is one of `article`, `listing`, `standing`; `published` and `modified` are ISO 8601
    (with time and offset where a time is known), or empty; a list was modified when the newest of
    the articles that it shows was; `listed_in` are the URLs of the listing pages that show this
    page (`/`, `/cai-cach/`, `/cai-cach/the-che/`, `/co-quan/so-noi-vu/`); `feed_title` is set on a
    listing page that offers a feed; `stable_id` is the id that feeds use for ever.
    """

    title: str
    kind: str
    summary: str = ""
    published: str = ""
    modified: str = ""
    listed_in: tuple[str, ...] = ()
    feed_title: str = ""
    stable_id: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site, before it is rendered.

    `template` is a file name in `theme/templates/`; `save_as` is relative to the output folder;
    `view` is the frozen value that the template sees; `search` is None for a page that neither
    sitemap nor search may name; `source` is the path of the text that the page shows whole, if it
    shows one; `target` is the address that a moved page leads to.
    """

    template: str
    save_as: str
    view: Any
    search: SearchEntry | None = None
    source: str = ""
    target: str = ""

    @property
    def url(self) -> str:
        """Give the address from the site's root: `/tin-bai/2023/03/23/x/`."""
        return url_at(self.save_as)


def url_at(save_as: str) -> str:
    """Give the address of a page that is written as `save_as`."""
    return "/" + save_as.removesuffix("index.html")


class Rendered(NamedTuple):
    """A page in HTML, UTF-8, and whether it spells a theme file's address outside its frame."""

    data: bytes
    spells_addresses: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A file of the output that is not a page.

    `save_as` is relative to the output folder. The bytes are `data`; or, when `location` is set,
    those of a file in the cache, which is copied.
    """

    save_as: str
    data: bytes = b""
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetSet:
    """The theme's files as served: their addresses by name, and the files themselves.

    `names` has `stylesheet`, `script`, `first-script` (runs before the page is painted), `icon`,
    `text-font`, `heading-font`, and both with `-vietnamese`.
    """

    names: dict[str, str]
    files: tuple[ExportFile, ...]


def common_start(names: Mapping[str, str]) -> str:
    """Give what the addresses of an AssetSet's files have in common: `/tai-nguyen`."""
    return commonpath(list(names.values()))
