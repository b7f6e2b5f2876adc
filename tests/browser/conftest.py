"""The real site on loopback, and the sample province beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.workshop.kinds import KINDS, one_of_each_kind
from plugins.workshop.rehearsal import Rehearsal, rehearsed

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "golden" / "tinh-mau"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Build and serve the site as its readers get it."""
    folder = tmp_path_factory.mktemp("trang")
    settings = ROOT / "pelicanconf.py"
    with rehearsed(ROOT, folder, content=ROOT / "content", settings=settings) as built:
        yield built


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Build and serve the sample province, which has the kinds that the real content lacks."""
    folder = tmp_path_factory.mktemp("tinh-mau")
    settings = SAMPLE / "tinhmauconf.py"
    with rehearsed(ROOT, folder, content=SAMPLE / "content", settings=settings) as built:
        yield built


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page on a desk's screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def pages(site: Rehearsal, sample: Rehearsal) -> dict[str, str]:
    """Give the address of one page of every kind."""
    found = {
        kind: built.address + path
        for built in (sample, site)
        for kind, path in one_of_each_kind(built.output).items()
    }
    return {kind: found[kind] for kind, _ in KINDS if kind in found}
