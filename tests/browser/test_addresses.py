"""The one table of addresses in the editors' handbook holds every address of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.workshop.kinds import kind_of, page_addresses
from plugins.workshop.rehearsal import Rehearsal

TABLE = Path(__file__).parents[2] / "docs" / "bien-tap" / "ten-tep-va-duong-dan.md"
ARTICLE = "/tin-bai/<năm>/<tháng>/<ngày>/<tên>/"


def patterns() -> list[re.Pattern[str]]:
    """Read the first cell of every row as patterns: `<…>` is one part, `…` any number."""
    page = TABLE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \|", page[page.index("## Bảng địa chỉ") :], re.MULTILINE)
    found = []
    for row in rows:
        for address in re.findall(r"`([^`]+)`", row):
            whole = address.replace("<địa chỉ bài>", ARTICLE).replace("<địa chỉ>", "…/")
            whole = whole if whole[0] in "/…" else "…/" + whole
            parts = re.split(r"(<[^>]+>|…)", whole)
            ways = {"…": ".*"}
            found.append(
                re.compile(
                    "".join(
                        ways.get(part, "[^/]+" if part.startswith("<") else re.escape(part))
                        for part in parts
                    )
                )
            )
    return found


@pytest.mark.parametrize("name", ["site", "sample"])
def test_every_address_stands_in_the_table(name: str, request: pytest.FixtureRequest) -> None:
    """Editors, and whoever configures a server, know every address that there can be."""
    built: Rehearsal = request.getfixturevalue(name)
    names = [file.relative_to(built.output).as_posix() for file in built.output.rglob("*.*")]
    addresses = {"/" + one.removesuffix("index.html") for one in names if one[0] != "."}
    known = patterns()
    assert len(known) > 20
    assert sorted(one for one in addresses if not any(way.fullmatch(one) for way in known)) == []


def test_every_page_is_of_a_known_kind(site: Rehearsal) -> None:
    """What is checked for every kind of page leaves no page out."""
    assert [one for one in page_addresses(site.output) if not kind_of(one)] == []
