"""No page has a link that search engines follow and readers cannot see."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from support.hidden import HIDDEN_LINKS

from plugins.workshop.kinds import page_addresses, page_file
from plugins.workshop.rehearsal import Rehearsal

pytestmark = pytest.mark.browser

REFRESH = '<meta http-equiv="refresh"'
#: Ways of hiding a link, and what is said of each.
WAYS = {
    "display:none": "not shown",
    "visibility:hidden": "not shown",
    "opacity:0": "transparent",
    "position:absolute;left:-9999px": "off the page",
    "position:fixed;top:-9999px": "off the page",
    "display:block;text-indent:-9999px": "off the page",
    "font-size:1px": "tiny",
    "font-size:0": "tiny",
    "color:#fff": "of one colour",
    "color:#fefefe;background:#fff": "of one colour",
    "color:transparent": "of one colour",
    "display:block;height:0;overflow:hidden": "clipped",
    "position:absolute;clip:rect(0 0 0 0)": "clipped",
    "display:block;clip-path:inset(50%)": "clipped",
    "display:block;transform:scale(0)": "without size",
}
PAGE = """<!doctype html><title>Thử</title><body style="background:#fff;min-height:2000px">
<a class="skip-link" style="position:absolute;left:-9999px" href="#x">Qua</a>
<details><summary>Mở</summary><a href="/mo">Mở ra thì thấy</a></details>
<p id="x"><a href="/thay">Thấy</a> {links}</p>"""


def test_c03_each_way_of_hiding_is_seen_through(page: Page) -> None:
    """Whoever broke into other sites hid links in all these ways; the check must know them."""
    links = [f'<a id="{way}" style="{way}" href="/x">x</a>' for way in WAYS]
    links += [f'<span style="{way}"><a id="in {way}" href="/x">x</a></span>' for way in WAYS]
    page.set_content(PAGE.format(links="\n".join(links)))
    found = page.evaluate(HIDDEN_LINKS)
    assert {way: why for way, why in found.items() if not way.startswith("in ")} == WAYS
    own = {"in color:#fff", "in color:#fefefe;background:#fff", "in color:transparent"}
    assert {f"in {way}" for way in WAYS} - found.keys() == own  # a link has a colour of its own


def test_c03_no_page_hides_a_link(page: Page, sample: Rehearsal) -> None:
    """A reader sees every link that a search engine sees, on a phone and on a desk."""
    faults = {}
    for address in page_addresses(sample.output):
        if REFRESH in page_file(sample.output, address).read_text(encoding="utf-8"):
            continue  # an old address, which sends its reader on at once
        page.goto(sample.address + address)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(HIDDEN_LINKS):
                faults[f"{address} at {width}"] = found
    assert faults == {}
