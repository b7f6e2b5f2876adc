"""A reader without a mouse reaches and works everything, and always sees where they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LONGEST_WALK = 400
# Where the focus is, and why a reader would not see it there.
LOOK = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  // The browser marks the parts of its own controls, as the calendar button of a date field.
  if (!here.matches(":focus")) return { name: here.outerHTML.slice(0, 90), faults: [] };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
  const label = here.closest("label");
  const ringed = label ? getComputedStyle(label.querySelector("span") || here) : null;
  const marked = (style) => style && style.outlineStyle !== "none" && style.outlineWidth !== "0px";
  const box = here.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const faults = [];
  if (!marked({ outlineStyle, outlineWidth }) && boxShadow === "none" && !marked(ringed)) {
    faults.push("no mark");
  }
  if (!inside) faults.push("off the screen");
  return { name: here.outerHTML.slice(0, 90), faults };
}"""


def walked(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Press Tab from the top of a page to its end; say where each press leads."""
    for _ in range(LONGEST_WALK):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(LOOK)) is None:
            return
        yield stop["name"], stop["faults"]
    raise AssertionError(f"Tab leads nowhere after {LONGEST_WALK} presses")


def test_the_first_stop_leads_past_the_navigation(page: Page, pages: dict[str, str]) -> None:
    """Nobody wants to press Tab through the menu of every page."""
    for kind, address in pages.items():
        if kind == "score-embed":
            continue  # a chart for other sites, without a menu
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("kind", ["home", "column", "article", "month", "standing"])
def test_the_focus_is_always_seen(page: Page, pages: dict[str, str], kind: str) -> None:
    """A reader who tabs through a page never loses their place."""
    page.goto(pages[kind])
    stops = list(walked(page))
    assert len(stops) > 5
    assert [(name, faults) for name, faults in stops if faults] == []


def test_an_abbreviation_opens_and_closes_by_key(page: Page, pages: dict[str, str]) -> None:
    """What TTHC means is told to whoever asks, however they ask."""
    page.goto(pages["article"])
    button = page.locator("button.abbreviation").first
    meaning = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    button.focus()
    assert not meaning.is_visible()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    assert button.evaluate("(one) => one === document.activeElement")


def test_the_display_panel_works_by_key_and_remembers(page: Page, pages: dict[str, str]) -> None:
    """A reader sets letters and colours once, on any page, and finds them on the next one."""
    page.goto(pages["article"])
    root = page.locator("html")
    page.locator(".display-panel summary").focus()
    page.keyboard.press("Enter")
    for key in ("Tab", "ArrowDown", "ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Space"):
        page.keyboard.press(key)
    chosen = {"data-text": "larger", "data-theme": "dark", "data-reading": "on"}
    assert {name: root.get_attribute(name) for name in chosen} == chosen
    page.keyboard.press("Escape")
    assert not page.locator(".display-panel__sheet").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.goto(pages["home"])
    assert {name: root.get_attribute(name) for name in chosen} == chosen
    page.locator(".display-panel summary").press("Enter")
    page.locator(".display-panel button[type=reset]").press("Enter")
    page.reload()
    assert {name: root.get_attribute(name) for name in chosen} == dict.fromkeys(chosen)


def test_a_day_without_news_is_told_and_a_day_with_news_opens(
    page: Page, pages: dict[str, str]
) -> None:
    """Whoever looks for a day gets that day, or a plain answer."""
    page.goto(pages["article"])
    field = page.locator(".date-finder__input")
    field.fill("2001-01-01")
    page.locator(".date-finder__go").press("Enter")
    said = page.locator(".date-finder__said")
    page.wait_for_function("document.querySelector('.date-finder__said').textContent")
    assert said.text_content() == "Ngày 01/01/2001 không có tin, bài."
    field.fill("2023-03-23")
    page.locator(".date-finder__go").press("Enter")
    page.wait_for_url("**/tin-bai/2023/03/23/")
