"""The lingua franca between features: a Page to render, a file to export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plugins.newsroom.deferred import Deferred, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What a page says of itself to feeds, sitemap and search.

    `kind` is one of `article`, `listing`, `standing`; `published` and `modified` are ISO 8601
    (with time and offset where a time is known), or empty; `listed_in` are the URLs of the listing
    pages that show this page (`/`, `/cai-cach/`, `/cai-cach/the-che/`, `/co-quan/so-noi-vu/`);
    `feed_title` is set on a listing page that offers a feed; `stable_id` is the id that feeds use
    for ever.
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
    `composed` makes the frozen value that the template sees as `view`; `search` is None for a page
    that neither sitemap nor search may name; `inputs` are the source paths that the page shows;
    `full` makes an article's whole text as HTML with site-absolute links (`/…`).
    """

    template: str
    save_as: str
    composed: Deferred[Any]
    search: SearchEntry | None = None
    inputs: tuple[str, ...] = field(default=())
    full: Deferred[str] | None = None

    @property
    def view(self) -> Any:  # noqa: ANN401 - a view of view.py, by the template's kind
        """Make what the template sees."""
        return self.composed.value

    @property
    def html(self) -> str:
        """Make an article's whole text; other pages have none."""
        return self.full.value if self.full else ""

    @property
    def mark(self) -> str:
        """Give a digest of all that the page is made from, but for the theme and the shell."""
        return mark_of((self.template, self.save_as, self.composed, self.search, self.full))

    @property
    def url(self) -> str:
        """Give the address from the site's root: `/tin-bai/2023/03/23/x/`."""
        return "/" + self.save_as.removesuffix("index.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A file of the output that is not a page.

    `save_as` is relative to the output folder. The bytes are `data`; or, when `location` is set,
    those of a file in the cache, which is copied; or what `made` gives: bytes, or a location.
    """

    save_as: str
    data: bytes = b""
    location: str = ""
    made: Deferred[bytes] | Deferred[str] | None = None

    @property
    def mark(self) -> str:
        """Give a digest of all that the file's bytes are made from."""
        return mark_of((self.save_as, self.data, self.location, self.made or ""))

    @property
    def finished(self) -> ExportFile:
        """Make what was deferred."""
        if self.made is None:
            return self
        made = self.made.value
        if isinstance(made, bytes):
            return ExportFile(save_as=self.save_as, data=made)
        return ExportFile(save_as=self.save_as, location=made)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetSet:
    """The theme's files as served: their addresses by name, and the files themselves.

    `names` has `stylesheet`, `script`, `first-script` (runs before the page is painted), `icon`,
    `text-font`, `heading-font`, and both with `-vietnamese`.
    """

    names: dict[str, str]
    files: tuple[ExportFile, ...]
