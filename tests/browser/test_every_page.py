"""Every page, from a real server with its real headers: Chromium has nothing to say of any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.test_opening import listened_to
from playwright.sync_api import Browser

from plugins.publishing.live import address_of
from plugins.publishing.loopback import Loopback, free_port, make_certificate
from plugins.vietnamese.numbers import thousands
from plugins.workshop.rehearsal import Rehearsal

pytestmark = pytest.mark.browser


@pytest.mark.ordeal
def test_s02_no_page_breaks_its_policy(
    browser: Browser,
    site: Rehearsal,
    tmp_path: Path,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Nothing is refused by the policy, nothing is missing, nothing is asked of anybody else."""
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv" / "current").symlink_to(site.output)
    make_certificate(tmp_path)
    web = Loopback(
        program="nginx",
        folder=tmp_path,
        root=tmp_path / "srv",
        http_port=free_port(),
        https_port=free_port(),
    )
    web.configure()
    web.start()
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    heard, asked = listened_to(page)
    pages = sorted(file.relative_to(site.output).as_posix() for file in site.output.rglob("*.html"))
    chosen, faults = pages[:: rounds(25, 1)], {}
    for path in chosen:
        page.goto(web.url + address_of(path), wait_until="load")
        elsewhere = [url for url in asked if not url.startswith((web.url, "data:"))]
        if path != "404.html" and heard + elsewhere:
            faults[path] = heard + elsewhere
        heard.clear()
        asked.clear()
    cookies = context.cookies()
    context.close()
    web.stop()
    assert (faults, cookies) == ({}, [])
    figure(f"{thousands(len(chosen))} trang, 0 lời báo của Chromium")
