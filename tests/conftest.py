"""Options and fixtures that every kind of test shares."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

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
    """Name the markers of tests that other tasks choose."""
    config.addinivalue_line("markers", "golden: compares with files that `inv bless` rewrites")
    config.addinivalue_line("markers", "ordeal: has more rounds under `inv ordeal`")


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keep what a test measured, to be shown beside its requirement in `docs/do-tin-cay.md`."""
    return lambda said: record_property("figure", said)


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """Give how often a test repeats: some times in `inv verify`, all of them in `inv ordeal`."""
    assert request.node.get_closest_marker("ordeal"), "a test with rounds is marked ordeal"
    return lambda some, full: full if os.environ.get("LAW") == "full" else some


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests; each test opens a context of its own."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield started
        started.close()
