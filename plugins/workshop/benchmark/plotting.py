"""A measurement as a picture: bars of seconds on a logarithmic scale, in SVG written by hand.

It reads in light and in dark, and without colours: each bar has its generator's name beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import cast

from plugins.workshop.benchmark.bars import bar
from plugins.workshop.benchmark.results import Rows, against, number
from plugins.workshop.benchmark.sites import HUGO, OURS

LEFT, WIDTH, RIGHT = 220, 450, 150
BAR, GAP, TOP, BOTTOM = 16, 18, 64, 44
PEERS = {"ours": "ours", "hugo": "Hugo", "pelican": "Pelican", "eleventy": "Eleventy"}
CASES = {
    "cold": "from nothing",
    "noop": "nothing changed",
    "edit": "one text edited",
    "title": "one title edited",
    "template": "article template edited",
    "css": "stylesheet edited",
    "clone": "fresh clone, one article new",
    "clone-cache": "fresh clone without output",
    "check": "inv check",
    "preview": "preview: saved → shown",
}
STYLE = """\
text { font: 12px system-ui, sans-serif; fill: #1b1b1b; }
.title { font-size: 16px; font-weight: 600; }
.case { font-weight: 600; }
.small { font-size: 11px; fill: #595959; }
.grid { stroke: #d9d9d9; } .limit { stroke: #1b1b1b; stroke-width: 3; }
.ours { fill: #a3262e; } .hugo { fill: #4a6f8a; } .pelican { fill: #8a8a8a; }
.eleventy { fill: #b08a3c; }
@media (prefers-color-scheme: dark) {
  text { fill: #ededed; } .small { fill: #b5b5b5; } .grid { stroke: #454545; }
  .limit { stroke: #fff; }
  .paper { fill: #1b1b1b; } .ours { fill: #e5727a; } .hugo { fill: #86b3d1; }
  .pelican { fill: #a8a8a8; } .eleventy { fill: #d9b566; }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The bars of one case (nhóm thanh): seconds by generator, Hugo's, and what ours may take."""

    label: str
    seconds: dict[str, float]
    hugo: float | None
    limit: float | None


def plot(document: Mapping[str, object]) -> str:
    """Draw the times of every case, a bar for each generator; then how they grow."""
    articles = cast("int", document["articles"])
    groups = tuple(_groups(document, articles))
    bars = sum(len(group.seconds) for group in groups)
    height = TOP + bars * BAR + len(groups) * GAP + BOTTOM
    width = LEFT + WIDTH + RIGHT
    scale = Scale(tuple(_times(groups)))
    title = f"Seconds to build {articles:,} articles, median of {document['rounds']}"
    role = f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}"'
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {role}>',
        f"<title>{escape(title)}</title>",
        f"<style>\n{STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}" fill="#fff"/>',
        f'<text class="title" x="16" y="28">{escape(title)}</text>',
        f'<text class="small" x="16" y="46">{escape(_legend(document))}</text>',
        *_grid(scale, height),
        *_drawn(groups, scale),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


class Scale:
    """Where a number of seconds lies on the paper (thang đo), from one power of ten to another."""

    def __init__(self, times: Sequence[float]) -> None:
        """Take the powers of ten that enclose all that is drawn."""
        self.first = math.floor(math.log10(min(times, default=1.0)))
        self.last = max(math.ceil(math.log10(max(times, default=1.0))), self.first + 1)

    def at(self, seconds: float) -> float:
        """Give the distance from the left."""
        part = (math.log10(seconds) - self.first) / (self.last - self.first)
        return round(LEFT + WIDTH * part, 1)

    def powers(self) -> list[float]:
        """Give the powers of ten to draw a line at."""
        return [10.0**power for power in range(self.first, self.last + 1)]


def _grid(scale: Scale, height: int) -> Iterator[str]:
    for power in scale.powers():
        at, foot = scale.at(power), height - BOTTOM + 8
        yield f'<line class="grid" x1="{at}" x2="{at}" y1="{TOP - 6}" y2="{foot}"/>'
        text = f'<text class="small" x="{at}" y="{foot + 16}" text-anchor="middle">'
        yield f"{text}{power:g} s</text>"


def _groups(document: Mapping[str, object], articles: int) -> Iterator[Group]:
    rows = cast("Rows", document["results"])
    for case, label in CASES.items():
        if case in rows:
            yield _group(label, rows, case, bar(case, articles))
    growth = cast("Mapping[str, Mapping[str, Rows]]", document.get("growth", {}))
    for size, grown in growth.get("sizes", {}).items():
        for case in grown:
            yield _group(f"{int(size):,}: {CASES[case]}", grown, case, bar(case, int(size)))


def _group(label: str, rows: Rows, case: str, share: float | None) -> Group:
    theirs = rows.get(against(case), {}).get(HUGO)
    hugo = number(theirs, "median_seconds") if theirs else None
    return Group(
        label=label,
        seconds={site: number(row, "median_seconds") for site, row in rows[case].items()},
        hugo=hugo,
        limit=share * hugo if share and hugo else None,
    )


def _times(groups: Sequence[Group]) -> Iterator[float]:
    for group in groups:
        yield from group.seconds.values()
        if group.limit:
            yield group.limit


def _drawn(groups: Sequence[Group], scale: Scale) -> Iterator[str]:
    top = TOP
    for group in groups:
        middle = top + len(group.seconds) * BAR / 2 + 4
        yield f'<text class="case" x="16" y="{middle}">{escape(group.label)}</text>'
        for site, seconds in group.seconds.items():
            yield from _bar(site, seconds, scale, top, group.hugo)
            if site == OURS and group.limit:
                at = scale.at(group.limit)
                yield f'<line class="limit" x1="{at}" x2="{at}" y1="{top - 2}" y2="{top + BAR}"/>'
            top += BAR
        top += GAP


def _bar(site: str, seconds: float, scale: Scale, top: int, hugo: float | None) -> Iterator[str]:
    end, foot = scale.at(seconds), top + BAR - 4
    share = f", {seconds / hugo:.2g} × Hugo" if hugo and site != HUGO else ""
    place = f'x="{LEFT}" y="{top + 1}" width="{end - LEFT:.1f}" height="{BAR - 3}"'
    yield f'<rect class="{site}" {place}/>'
    label = f"{PEERS[site]} {seconds:.2g} s{share}"
    yield f'<text class="small" x="{end + 6:.1f}" y="{foot}">{escape(label)}</text>'


def _legend(document: Mapping[str, object]) -> str:
    machine = cast("Mapping[str, object]", document["machine"])
    where = f"{machine['processor']}, {machine['cores']} cores, {document['date']}"
    return f"logarithmic scale; an upright stroke is what ours may take; {where}"
