"""What every answer says of itself to a browser: one table that every server is filled from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# What a page may load: files of its own site, and nothing that is written into the page.
SOURCES: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
POLICY: Final = f"{SOURCES}; frame-ancestors 'none'"
EVERYWHERE: Final = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HASHED: Final = ("/tai-nguyen/*", "/anh/*", "/tep/*")
EMBEDDED: Final = "/chi-so/*/nhung/"
SAVED: Final = ("/*.docx", "/*.xlsx", "/*.csv", "/*.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Varying:
    """A header whose value depends on the address: that of the first pattern, else `otherwise`.

    A `*` in a pattern stands for anything; an empty value is no header at all.
    """

    name: str
    otherwise: str
    where: tuple[tuple[str, str], ...]


BY_ADDRESS: Final = (
    Varying(
        name="Content-Security-Policy",
        otherwise=POLICY,
        where=(
            (EMBEDDED, f"{SOURCES}; frame-ancestors *"),
            ("/*.svg", "default-src 'none'; sandbox"),
        ),
    ),
    Varying(
        name="Cross-Origin-Resource-Policy",
        otherwise="same-origin",
        where=tuple((one, "cross-origin") for one in (EMBEDDED, "/du-lieu/*", "/anh/*")),
    ),
    Varying(
        name="Access-Control-Allow-Origin", otherwise="", where=(("/du-lieu/*", "*"),)
    ),
    Varying(
        name="Cache-Control",
        otherwise="no-cache",
        where=tuple((one, "public, max-age=31536000, immutable") for one in HASHED),
    ),
    Varying(
        name="Content-Disposition",
        otherwise="",
        where=tuple((one, "attachment") for one in SAVED),
    ),
)  # fmt: skip


def headers_at(address: str) -> dict[str, str]:
    """Give every header of the answer at an address."""
    varying = {
        one.name: next((said for at, said in one.where if re.search(regex(at), address)), "")
        or one.otherwise
        for one in BY_ADDRESS
    }
    return EVERYWHERE | {name: value for name, value in varying.items() if value}


def regex(pattern: str) -> str:
    """Write a pattern as servers match it; a page is also what its folder's `index.html` is."""
    written = pattern.replace(".", r"\.").replace("*", ".*")
    if pattern.endswith("*"):
        return f"^{written.removesuffix('.*')}"
    return f"^{written}(index\\.html)?$" if pattern.endswith("/") else f"^{written}$"
