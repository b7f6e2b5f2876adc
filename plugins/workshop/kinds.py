"""Every kind of page that the site has, told by its address."""

from __future__ import annotations

import re
from pathlib import Path

# The first pattern that an address fits names its kind, so the general ones stand last.
KINDS = (
    ("home", r"/"),
    ("not-found", r"/404\.html"),
    ("english", r"/en/"),
    ("glossary", r"/tu-viet-tat/"),
    ("corrections", r"/dinh-chinh/"),
    ("sitemap", r"/so-do-trang/"),
    ("review", r"/trang/thanh-phan/"),
    ("standing", r"/trang/[^/]+/"),
    ("archive", r"/tin-bai/"),
    ("year", r"/tin-bai/\d{4}/"),
    ("month", r"/tin-bai/\d{4}/\d\d/"),
    ("day", r"/tin-bai/\d{4}/\d\d/\d\d/"),
    ("article", r"/tin-bai/\d{4}/\d\d/\d\d/[^/]+/"),
    ("agencies", r"/co-quan/"),
    ("agency", r"/co-quan/[^/]+/"),
    ("localities", r"/dia-ban/"),
    ("locality", r"/dia-ban/[^/]+/"),
    ("tag", r"/the/[^/]+/"),
    ("series", r"/dong-su-kien/[^/]+/"),
    ("scorecards", r"/chi-so/"),
    ("scorecard", r"/chi-so/[^/]+/"),
    ("comparison", r"/chi-so/[^/]+/so-sanh/"),
    ("score-embed", r"/chi-so/[^/]+/don-vi/[^/]+/nhung/"),
    ("score-unit", r"/chi-so/[^/]+/don-vi/[^/]+/"),
    ("score-period", r"/chi-so/[^/]+/[^/]+/(?:[^/]+/)?"),
    ("section", r"/[^/]+/"),
    ("column", r"/[^/]+/[^/]+/"),
    ("column-year", r"/[^/]+/[^/]+/nam-\d{4}/"),
    ("column-agency", r"/[^/]+/[^/]+/co-quan-[^/]+/"),
    ("older-page", r"/.+/trang-\d+/"),
)


def kind_of(address: str) -> str:
    """Name the kind of page that an address leads to; empty when it fits none."""
    return next((kind for kind, pattern in KINDS if re.fullmatch(pattern, address)), "")


def page_addresses(output: Path) -> tuple[str, ...]:
    """List the address of every page in a built site, in the order of the alphabet."""
    files = sorted(output.rglob("*.html"))
    return tuple(
        "/" + file.relative_to(output).as_posix().removesuffix("index.html") for file in files
    )


def one_of_each_kind(output: Path) -> dict[str, str]:
    """Choose, for every kind that the site has, the page with the most in it."""
    chosen: dict[str, str] = {}
    for address in sorted(page_addresses(output), key=lambda one: _size(output, one)):
        chosen[kind_of(address)] = address
    return {kind: chosen[kind] for kind, _ in KINDS if kind in chosen}


def page_file(output: Path, address: str) -> Path:
    """Give the file that is served at a page's address."""
    return output / (address.removeprefix("/") + ("index.html" if address.endswith("/") else ""))


def _size(output: Path, address: str) -> int:
    return page_file(output, address).stat().st_size
