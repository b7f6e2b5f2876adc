"""What a reader's line carries for an article on the first visit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser

KILOBYTE = 1000
BUDGETS = {"document": 15, "stylesheet": 14, "font": 63, "script": 8, "other": 1}  # the icon
WHOLE = 100


def test_an_article_is_light(browser: Browser, pages: dict[str, str]) -> None:
    """A commune's slow line, or a reader who pays by the megabyte, gets the text at once."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []

    def arrived(answer: Response) -> None:
        answers.append(answer)  # Playwright cannot listen with a list's own method

    page.on("response", arrived)
    page.goto(pages["article"], wait_until="networkidle")
    weights = dict.fromkeys(BUDGETS, 0.0)
    for answer in answers:
        kind = answer.request.resource_type
        if kind != "image":
            carried = answer.request.sizes()["responseBodySize"]
            weights[kind] = weights.get(kind, 0.0) + carried / KILOBYTE
    context.close()
    assert {kind: kb for kind, kb in weights.items() if kb > BUDGETS.get(kind, 0)} == {}
    assert 0 < sum(weights.values()) <= WHOLE
