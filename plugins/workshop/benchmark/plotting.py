"""A measurement as a picture: bars of seconds on a logarithmic scale, in SVG written by hand.

It reads in light and in dark, and without colours: each bar has its generator's name beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import cast

from plugins.workshop.benchmark.bars import bar
from plugins.workshop.benchmark.results import Row, Rows, number
from plugins.workshop.benchmark.sites import HUGO, OURS

LEFT, WIDTH, RIGHT = 220, 450, 150
BAR, GAP, TOP, BOTTOM = 16, 18, 64, 44
PEERS = {"ours": "ours", "ours-whole": "ours", "hugo": "Hugo", "pelican": "Pelican"} | {
    "eleventy": "Eleventy"
}
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


def plot(document: Mapping[str, object]) -> str:
    """Draw the times of every case, a bar for each generator."""
    articles = cast("int", document["articles"])
    rows = {case: row for case, row in cast("Rows", document["results"]).items() if case in CASES}
    bars = sum(map(len, rows.values()))
    height = TOP + bars * BAR + len(rows) * GAP + BOTTOM
    width = LEFT + WIDTH + RIGHT
    limits = dict(_limits(rows, articles))
    scale = Scale([*_times(rows), *limits.values()])
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
        *_groups(rows, scale, limits),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


class Scale:
    """Where a number of seconds lies on the paper (thang đo), from one power of ten to another."""

    def __init__(self, times: Sequence[float]) -> None:
        """Take the powers of ten that enclose all that is drawn."""
        self.first = math.floor(math.log10(min(times)))
        self.last = max(math.ceil(math.log10(max(times))), self.first + 1)

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


def _times(rows: Rows) -> Iterator[float]:
    for by_site in rows.values():
        yield from (number(row, "median_seconds") for row in by_site.values())


def _limits(rows: Rows, articles: int) -> Iterator[tuple[str, float]]:
    """Give the seconds that ours may take, where the case has a bar and Hugo was measured."""
    for case, by_site in rows.items():
        share, hugo = bar(case, articles), by_site.get(HUGO)
        if share and hugo and OURS in by_site:
            yield case, share * number(hugo, "median_seconds")


def _groups(rows: Rows, scale: Scale, limits: Mapping[str, float]) -> Iterator[str]:
    top = TOP
    for case, by_site in rows.items():
        middle = top + len(by_site) * BAR / 2 + 4
        yield f'<text class="case" x="16" y="{middle}">{escape(CASES[case])}</text>'
        for site, row in by_site.items():
            yield from _bar(site, row, scale, top, by_site.get(HUGO))
            if site == OURS and case in limits:
                at = scale.at(limits[case])
                yield f'<line class="limit" x1="{at}" x2="{at}" y1="{top - 2}" y2="{top + BAR}"/>'
            top += BAR
        top += GAP


def _bar(site: str, row: Row, scale: Scale, top: int, hugo: Row | None) -> Iterator[str]:
    seconds = number(row, "median_seconds")
    end, foot = scale.at(seconds), top + BAR - 4
    share = f", {seconds / number(hugo, 'median_seconds'):.2g} × Hugo" if hugo else ""
    share = "" if site == HUGO else share
    colour = site.partition("-")[0]
    yield (
        f'<rect class="{colour}" x="{LEFT}" y="{top + 1}" width="{end - LEFT:.1f}" '
        f'height="{BAR - 3}"/>'
    )
    label = f"{PEERS.get(site, site)} {seconds:.2g} s{share}"
    yield f'<text class="small" x="{end + 6:.1f}" y="{foot}">{escape(label)}</text>'


def _legend(document: Mapping[str, object]) -> str:
    machine = cast("Mapping[str, object]", document["machine"])
    where = f"{machine['processor']}, {machine['cores']} cores, {document['date']}"
    return f"logarithmic scale; an upright stroke is what ours may take; {where}"
