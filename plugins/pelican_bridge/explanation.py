"""Why a file of the output was made again, or kept, by the build that has just ended."""

from __future__ import annotations

from plugins.incremental.explained import Explained
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.units import template_fact
from plugins.newsroom.edition import Edition
from plugins.newsroom.stages import PAGES
from plugins.pelican_bridge.options import BuildReport


def explain(save_as: str, index: OutputIndex, edition: Edition, report: BuildReport) -> Explained:
    """Look up the unit that made the file, and what its pages look up."""
    line = index.line(save_as)
    unit = index.unit(line.unit) if line else None
    if unit is None:
        return Explained(save_as=save_as)
    family, key = unit
    with edition.notes.fresh() as facts:
        if family in PAGES:
            facts |= {template_fact(p.template) for p in PAGES[family].family.pages(edition, key)}
    return Explained(
        save_as=save_as,
        is_known=True,
        reasons=report.reasons.get(unit),
        is_written=save_as in report.written,
        facts=tuple(sorted(facts)),
    )
