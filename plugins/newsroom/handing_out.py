"""Which files beside texts readers may have, and which of them are one served file (phát tệp)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from plugins.newsroom.filing import PUBLISHED, STANDING
from plugins.newsroom.publication import Publication

AND: Final = "\n"
"""What stands between the paths of a key."""


def alike(publication: Publication, kind: str, url_of: Callable[[str], str]) -> Iterator[str]:
    """Give the paths of the files of a kind that texts use, those of one address together.

    These are served as the same file, which only one unit may make.
    """
    found: dict[str, list[str]] = {}
    for path in publication.edition.keys(kind):
        found.setdefault(url_of(path), []).append(path)
    return map(AND.join, found.values())


def is_shown(publication: Publication, kind: str, path: str) -> bool:
    """Say whether a text that readers may see uses a file; a draft's stays unseen."""
    edition = publication.edition
    texts = map(edition.filed, edition.paths(f"{kind} {path}"))
    return any(text.state in (PUBLISHED, STANDING) for text in texts)
