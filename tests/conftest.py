"""Options and fixtures that every kind of test shares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `inv bless` accept what is said or built now as what is expected."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected files")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Say whether expected files are to be rewritten."""
    return bool(request.config.getoption("--bless"))


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests whose expected files `inv bless` rewrites."""
    config.addinivalue_line("markers", "golden: compares with files that `inv bless` rewrites")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests; each test opens a context of its own."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield started
        started.close()
