"""The text is whole: without JavaScript, in large letters, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# The text that a reader sees, without the controls that only JavaScript can work.
READ = """() => {
  for (const one of document.querySelectorAll(".needs-script")) one.style.display = "none";
  return document.querySelector("main").innerText;
}"""
# Elements whose text does not fit into them and is hidden for it.
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(one);
  if (clipPath !== "none" || !one.innerText) return false;
  const across = overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1;
  const down = overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1;
  return across || down;
}).map((one) => one.outerHTML.slice(0, 90))"""


def test_an_article_reads_the_same_without_javascript(
    browser: Browser, pages: dict[str, str]
) -> None:
    """A reader whose line drops the script loses no word."""
    texts = []
    for scripted in (True, False):
        context = browser.new_context(java_script_enabled=scripted)
        page = context.new_page()
        page.goto(pages["article"], wait_until="networkidle")
        texts.append(page.evaluate(READ))
        context.close()
    assert len(texts[0]) > 1000
    assert texts[0] == texts[1]


@pytest.mark.parametrize("width", [360, 1280])
def test_letters_of_twice_the_size_lose_nothing(
    browser: Browser, pages: dict[str, str], width: int
) -> None:
    """A reader who sets the browser's letters to 200 % still reads every one of them."""
    faults = {}
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for kind, address in pages.items():
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        cut = page.evaluate(CUT)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            cut.append("runs off the side")
        if cut:
            faults[kind] = cut
    context.close()
    assert faults == {}


def test_paper_carries_the_article_and_nothing_to_click(
    browser: Browser, pages: dict[str, str]
) -> None:
    """A printed article is text, source and meaning of abbreviations; no menu, no button."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(pages["article"])
    page.emulate_media(media="print")
    assert page.locator("nav:visible, button:not(.abbreviation):visible, form:visible").count() == 0
    for part in ("h1", "time", ".prose", ".source-credit", ".abbreviation-list"):
        assert page.locator(part).first.is_visible(), part
    assert page.pdf().startswith(b"%PDF-")
    context.close()
