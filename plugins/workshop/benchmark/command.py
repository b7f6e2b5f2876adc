"""`inv benchmark`: measure or read what was measured; print it, draw it, write it down."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from plugins.workshop.benchmark.document import (
    DEFAULT_CASES,
    OTHER_CASES,
    PEERS,
    Asked,
    Document,
    measure,
)
from plugins.workshop.benchmark.plotting import plot
from plugins.workshop.benchmark.reporting import table
from plugins.workshop.setting_up import set_up

NONE = "none"
KNOWN = {"cases": (*DEFAULT_CASES, *OTHER_CASES), "peers": PEERS}


def run(root: Path, asked: Asked, *, report: Path | None, drawing: Path | None) -> int:
    """Measure, print the table, and write the files that were asked for."""
    set_up(root, browsers=False)
    return shown(measure(root, asked), report=report, drawing=drawing)


def shown(document: Document, *, report: Path | None, drawing: Path | None) -> int:
    """Print a document's table, and write it as JSON and as a picture."""
    print(table(document))
    if report:
        text = json.dumps(document, ensure_ascii=False, indent=2)
        report.write_text(f"{text}\n", encoding="utf-8")
    if drawing:
        drawing.write_text(plot(document), encoding="utf-8")
    return 0


def shown_again(measured: Path, drawing: Path | None) -> int:
    """Print and draw what was measured before."""
    return shown(json.loads(measured.read_text("utf-8")), report=None, drawing=drawing)


def names(kind: str, typed: str, by_default: tuple[str, ...]) -> tuple[str, ...]:
    """Read `cold,edit`; an unknown name ends the command with those that there are."""
    found = tuple(name.strip() for name in typed.split(",") if name.strip()) or by_default
    if found == (NONE,):
        return ()
    unknown = [name for name in found if name not in KNOWN[kind]]
    if unknown:
        known = ", ".join(KNOWN[kind])
        print(f"lỗi: --{kind} không có «{unknown[0]}»; có: {known}", file=sys.stderr)
        raise SystemExit(1)
    return found
