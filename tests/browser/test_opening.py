"""A reader opens a page: nothing fails, nothing comes from elsewhere, nothing runs off the side."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from plugins.workshop.kinds import KINDS

pytestmark = pytest.mark.browser

PATIENCE = 50
WIDTHS = (320, 360, 768, 1280)
LEFT = "net::ERR_ABORTED"
"""How a request ends whose page the reader has left."""


def listened_to(page: Page) -> tuple[list[str], list[str]]:
    """Collect what goes wrong on a page from now on, and every address that it asks for."""
    heard: list[str] = []
    asked: list[str] = []

    def failed(request: Request) -> None:
        if request.failure != LEFT:
            heard.append(f"failed: {request.url}: {request.failure}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"{response.status}: {response.url}")

    page.on("console", lambda said: heard.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    page.on("requestfailed", failed)
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", answered)
    return heard, asked


def seen(page: Page, width: int) -> list[str]:
    """Say what is missing from the frame of a page, and whether it runs off the side."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for _ in range(PATIENCE):  # a lazy picture far from what is shown need never come
        if page.evaluate("[...document.images].every((image) => image.complete)"):
            break
        page.wait_for_timeout(20)  # a condition in the page's own script would break its policy
    missing = []
    if page.locator("h1").count() != 1:
        missing.append(f"{page.locator('h1').count()} h1")
    if not page.title().strip():
        missing.append("no title")
    if page.locator("html").get_attribute("lang") not in {"vi", "en"}:
        missing.append("no language")
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        missing.append(f"{wide} px wide at {width}")
    return missing


def test_every_kind_of_page_is_there(pages: dict[str, str]) -> None:
    """What these tests say of every kind is said of each one."""
    assert list(pages) == [kind for kind, _ in KINDS]


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_every_kind_of_page_opens_without_a_fault(
    browser: Browser, pages: dict[str, str], *, scripted: bool
) -> None:
    """A reader on a phone, a tablet or a desk, with JavaScript or without, meets no failure."""
    faults = {}
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    heard, asked = listened_to(page)
    for kind, address in pages.items():
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(address)
        found = [said for width in WIDTHS for said in seen(page, width)]
        site = "/".join(address.split("/")[:3])
        strangers = [f"third party: {url}" for url in asked if not url.startswith(site)]
        if found := heard + strangers + found:
            faults[kind] = found
        heard.clear()
        asked.clear()
    cookies = context.cookies()
    context.close()
    assert cookies == []
    assert faults == {}
