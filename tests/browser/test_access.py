"""A reader with a screen reader, poor sight or another colour scheme: axe finds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`));
}"""
SCHEMES = ("light", "dark", "contrast")


def violations(page: Page) -> list[str]:
    """Ask axe, with the rule on the size of targets too."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


#: Made for other sites: it follows the system's colours, and has neither menu nor script.
SCRIPTLESS = "score-embed"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, pages: dict[str, str], scheme: str
) -> None:
    """Contrast, names, roles and order hold in every colour scheme that a reader can choose."""
    faults = {}
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    kept = f"localStorage.setItem('hien-thi', JSON.stringify({{theme: '{scheme}'}}))"
    context.add_init_script(kept)
    page = context.new_page()
    for kind, address in pages.items():
        page.goto(address)
        if kind != SCRIPTLESS:
            assert page.locator("html").get_attribute("data-theme") == scheme
        if found := violations(page):
            faults[kind] = found
    context.close()
    assert faults == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_with_everything_opened(
    browser: Browser, pages: dict[str, str], width: int
) -> None:
    """What unfolds is as accessible as what stands there from the start."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(pages["article"])
    page.locator(".display-panel summary").click()
    assert page.locator(".display-panel__sheet").is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("button.abbreviation").first.click()
    assert page.locator(".abbreviation__meaning:popover-open").count() == 1
    assert violations(page) == []
    context.close()


def test_axe_finds_nothing_in_the_colours_of_the_system(
    browser: Browser, pages: dict[str, str]
) -> None:
    """A reader whose system is dark, or forces its own colours, has chosen nothing here."""
    faults = {}
    contexts = {
        "dark": browser.new_context(color_scheme="dark"),
        "forced": browser.new_context(forced_colors="active"),
        "more contrast": browser.new_context(contrast="more"),
    }
    for name, context in contexts.items():
        for kind in ("home", "article"):
            page = context.new_page()
            page.goto(pages[kind])
            if found := violations(page):
                faults[f"{kind}, {name}"] = found
        context.close()
    assert faults == {}
