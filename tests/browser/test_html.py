"""Every kind of page is HTML that the Nu checker finds nothing to say about."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.workshop.kinds import one_of_each_kind, page_file
from plugins.workshop.rehearsal import Rehearsal
from plugins.workshop.running import run

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_nu_checker_finds_neither_an_error_nor_a_warning(
    site: Rehearsal, sample: Rehearsal
) -> None:
    """A browser or a reading program need not guess what a page means."""
    files = [
        str(page_file(built.output, address))
        for built in (site, sample)
        for address in one_of_each_kind(built.output).values()
    ]
    flags = ("--format", "json", "--stdout", "--exit-zero-always")
    printed = run("java", "-jar", str(CHECKER), *flags, *files, cwd=ROOT)
    assert [
        f"{Path(said['url']).parent.name}:{said.get('lastLine')}: {said['message']}"
        for said in json.loads(printed)["messages"]
    ] == []
