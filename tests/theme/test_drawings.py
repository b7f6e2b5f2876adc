"""Drawings (SVG) of the theme and of charts draw, and can do nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from support.defects import COLUMN, problems_of
from support.score_files import CARD, UNITS
from support.tiny import TinySite, tiny_site

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "path", "rect", "circle", "line", "polyline", "polygon", "text", "tspan"}
ELEMENTS |= {"title", "desc"}
ATTRIBUTES = re.compile(
    r"xmlns|(?i:viewbox)|width|height|[xyrd]|[cr][xy]|[xy][12]|d[xy]|points|transform|fill|stroke"
    r"|(?:fill|stroke|text|font|dominant|letter)-[a-z]+|opacity|class|id|role|tabindex|focusable"
    r"|preserveAspectRatio|pathLength|vector-effect|aria-[a-z]+|data-[a-z-]+"
)
HEAD = "<svg xmlns='http://www.w3.org/2000/svg'"
ATTACKS = (
    f"{HEAD} onload='alert(1)'/>",
    f"{HEAD}><script>alert(1)</script></svg>",
    f"{HEAD}><foreignObject><p>x</p></foreignObject></svg>",
    f"{HEAD}><image href='https://xss.example/x.png'/></svg>",
    f"{HEAD}><use href='https://xss.example/x.svg#a'/></svg>",
    f"{HEAD}><a href='javascript:alert(1)'><text>x</text></a></svg>",
    f"{HEAD}><style>@import '//xss.example/'</style></svg>",
    f"{HEAD}><rect style='fill:url(//xss.example/)'/></svg>",
    f"{HEAD}><rect fill='url(//xss.example/#a)'/></svg>",
    f"{HEAD}><animate onbegin='alert(1)'/></svg>",
    f"{HEAD}><set attributeName='href' to='javascript:x'/></svg>",
    f"{HEAD} xmlns:x='http://www.w3.org/1999/xlink'><image x:href='data:image/svg+xml,x'/></svg>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
    f"<?xml-stylesheet href='//xss.example/'?>{HEAD}/>",
    f"{HEAD}><!-- <script> --></svg>",
)


def faults_of(drawing: str) -> list[str]:
    """Name whatever a drawing has beside lines, areas and words."""
    if re.search(r"<[!?]", drawing):
        return ["a declaration, an instruction or a comment"]
    faults = []
    for one in ET.fromstring(drawing).iter():  # noqa: S314 - without a declaration, see above
        if one.tag.removeprefix(SVG) not in ELEMENTS:
            faults.append(one.tag)
        for name, value in one.attrib.items():
            if not ATTRIBUTES.fullmatch(name) or re.search(r"url\(|[a-z]+:", value):
                faults.append(f"{name}={value}")
    return faults


def test_c10_every_attack_is_seen(tmp_path: Path) -> None:
    """The list of what a drawing may have holds against what drawings were misused for."""
    assert [attack for attack in ATTACKS if not faults_of(attack)] == []
    site = tiny_site(tmp_path, tmp_path / "cache")
    for number, attack in enumerate(ATTACKS):
        site.write(f"{COLUMN}/2023-05-01-hinh-{number}.svg", attack)
    said = {problem.path for problem in problems_of(site.content) if problem.is_error}
    assert len(said) == len(ATTACKS)


@pytest.mark.parametrize("file", sorted((ROOT / "theme").rglob("*.svg")), ids=lambda one: one.name)
def test_c10_a_drawing_of_the_theme_only_draws(file: Path) -> None:
    """Whoever opens a drawing by its address runs nothing and asks no other host."""
    assert faults_of(file.read_text(encoding="utf-8")) == []


def test_c10_a_chart_only_draws(tmp_path: Path) -> None:
    """A chart stands in the page itself, where code in it would be the site's own."""
    site: TinySite = tiny_site(tmp_path, tmp_path / "cache")
    site.write("chi-so/don-vi.csv", UNITS.replace("63,52,", ",,").replace("34,52,", ",,"))
    site.write("chi-so/thu/bo-chi-so.toml", CARD)
    for year in (2022, 2023):
        site.write(f"chi-so/thu/{year}.csv", SHEET)
    assert site.build().is_built
    drawings = [
        str(drawing)
        for file in site.output.rglob("chi-so/**/*.html")
        for drawing in BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")("svg")
    ]
    assert len(drawings) > 5
    assert [fault for drawing in drawings for fault in faults_of(drawing)] == []


SHEET = """\
don-vi,ma-so,he,tong,hang,so-don-vi,nhom,a,a1,a2,b,nguon,ghi-chu,suy-ra,sua-ngay,ly-do-sua,xac-nhan
Huế,,,16.50,1,2,Tốt,8.50,5.50,3.00,8.00,https://vi-du.vn/1,,,,,
Phú Yên,,,14.00,2,2,Khá,7.00,4.00,3.00,7.00,https://vi-du.vn/1,,,,,
"""
