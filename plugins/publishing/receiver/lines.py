"""A manifest is written one file a line, so that two are compared by their lines (từng dòng).

A site of ten thousand articles lists a hundred thousand files, of which an edit changes seven:
what two manifests have in common is never parsed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from plugins.publishing.receiver.words import Listed, Said

BEGIN: Final = ',\n"files": {\n'
BETWEEN: Final = ",\n"
END: Final = "\n}}\n"


def write_lines(head: Said, lines: Iterable[str]) -> bytes:
    """Write a manifest: what it says of itself, then its files, each `"path": {…}`."""
    told = {name: said for name, said in head.items() if name != "files"}
    said = json.dumps(told, ensure_ascii=False, indent=0).removesuffix("\n}")
    return (said + BEGIN + BETWEEN.join(lines) + END).encode()


def read_lines(written: bytes) -> tuple[Said, frozenset[str]]:
    """Give what `write_lines` wrote, no file parsed yet; `ValueError` for anything else."""
    head, begin, rest = written.decode().partition(BEGIN)
    body, end, more = rest.rpartition(END)
    if not begin or not end or more:
        raise ValueError("a manifest that is not one file a line")
    said: Said = json.loads(head + "}")
    said["files"] = {}
    return said, frozenset(body.split(BETWEEN) if body else ())


def entries(lines: Iterable[str]) -> dict[str, Listed]:
    """Parse some lines; `ValueError` for what is none."""
    found: dict[str, Listed] = json.loads(f"{{{BETWEEN.join(lines)}}}")
    return found
