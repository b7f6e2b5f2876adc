"""Rankings sort, filter and compare by keyboard; without a script they are whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

RANKS = "[...document.querySelectorAll('.ranking-table tbody tr')].filter(r => !r.hidden)"
TOLD = """[...document.querySelectorAll("svg[role=img]")].map((chart) => {
  const named = (name) => document.getElementById(chart.getAttribute(name)).textContent;
  const texts = (at, which) => [...at.querySelectorAll(which)].map((one) => one.textContent);
  const frame = chart.closest(".chart-frame");
  return {
    name: named("aria-labelledby"),
    said: named("aria-describedby"),
    words: texts(chart, "text:not(.chart-frame__quiet)"),
    cells: texts(frame, "td"),
  };
})"""


def ranking(pages: dict[str, str]) -> str:
    """Give the address of the fullest ranking."""
    return pages["score-period"]


def test_a_ranking_sorts_by_keyboard(page: Page, pages: dict[str, str]) -> None:
    """A reader who has no mouse finds the province with the most points in an area."""
    page.goto(ranking(pages))
    button = page.locator(".ranking-table__sort").nth(2)
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    up = page.evaluate(f"{RANKS}.map(r => r.cells[2].textContent.trim())")
    page.keyboard.press("Enter")
    down = page.evaluate(f"{RANKS}.map(r => r.cells[2].textContent.trim())")
    numbers = [float(text.replace(",", ".")) for text in down if text != "–"]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 40
    assert sorted(up) == sorted(down)


def test_on_paper_heads_are_words_and_nothing_waits_for_a_click(
    page: Page, pages: dict[str, str]
) -> None:
    """Chromium repeats a table's head on each sheet, but not the buttons in it."""
    page.goto(ranking(pages))
    page.emulate_media(media="print")
    button = page.locator(".ranking-table__sort").first
    assert button.evaluate("button => getComputedStyle(button).display") == "contents"
    assert page.locator(".ranking-table thead th").first.is_visible()
    assert not page.locator(".chart-frame__summary").first.is_visible()


def test_a_ranking_filters_without_tones(page: Page, pages: dict[str, str]) -> None:
    """«binh dinh» is typed faster than «Bình Định», and what is left is said."""
    page.goto(ranking(pages))
    page.locator(".ranking-table__input").first.fill("binh dinh")
    assert page.evaluate(f"{RANKS}.map(r => r.cells[1].innerText.trim())") == ["Bình Định"]
    assert page.locator(".ranking-table__said").first.inner_text() == "Còn 1 đơn vị."


def test_a_ranking_is_whole_without_a_script(browser: Browser, pages: dict[str, str]) -> None:
    """No filter that does nothing, no row that is missing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(ranking(pages))
    assert page.locator(".ranking-table tbody tr").count() > 40
    assert not page.locator(".ranking-table__filter").first.is_visible()
    context.close()


def test_a_comparison_is_in_its_address(page: Page, pages: dict[str, str]) -> None:
    """What somebody compares can be sent to somebody else."""
    page.goto(pages["comparison"])
    first, second = page.locator(".comparison-table__select").all()[:2]
    first.select_option("tinh-binh-dinh")
    second.select_option(index=3)
    other = second.input_value()
    assert page.url.endswith(f"?don-vi=tinh-binh-dinh,{other}")
    page.reload()
    rows = "[...document.querySelectorAll('[data-unit]')].filter(r => !r.hidden)"
    shown = page.evaluate(f"{rows}.map(r => r.dataset.unit)")
    assert sorted(shown) == sorted(["tinh-binh-dinh", other])
    assert "2 đơn vị" in page.locator(".comparison-table__said").inner_text()


@pytest.mark.parametrize("kind", ["scorecard", "score-unit", "score-period", "score-embed"])
def test_a_chart_says_by_words_what_it_shows(page: Page, pages: dict[str, str], kind: str) -> None:
    """A reader who cannot see the picture gets its name, its description and its table."""
    page.goto(pages[kind])
    charts = page.evaluate(TOLD)
    assert charts
    for chart in charts:
        assert chart["name"]
        assert chart["cells"]
        figures = {word for word in chart["words"] if "," in word and word[0].isdigit()}
        said = chart["said"] + " ".join(chart["cells"])
        assert {figure for figure in figures if figure.partition("/")[0] not in said} == set()
