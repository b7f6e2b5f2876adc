"""wrk finds no reader let down, and would say so if there were one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import brotli
import pytest
from publishing.conftest import Published

from plugins.publishing.load import (
    PAGE_SIZE,
    Bed,
    crowded,
    heavy_page,
    reloading,
    run,
    steady,
    switching,
)
from plugins.publishing.reaching import Here
from plugins.publishing.wrk import measured
from plugins.workshop.running import CommandFailed


@pytest.fixture
def bed(on_both: Published) -> Bed:
    """Give a server with two releases, and the article that both have."""
    on_both.write(f"truoc-tai-{on_both.web}-{on_both.minutes}")
    assert on_both.publish() == 0
    path = on_both.write(f"tai-{on_both.web}-{on_both.minutes}")
    assert on_both.publish() == 0
    assert on_both.site.read(path)
    web = on_both.server.webs[on_both.web]
    return Bed(web=web, store=Here(web.root), path="/", seconds=1)


def test_l04_every_request_is_answered_while_releases_are_switched(bed: Bed) -> None:
    """Readers notice nothing of a publication, not even under the load of a whole province."""
    live = bed.store.ask("status")["live"]
    for found in (steady(bed), switching(bed)):
        assert found.answers > 100
        assert found.faults == 0
    assert bed.store.ask("status")["live"] != live


def test_l05_a_crowd_and_a_reload_lose_nobody(bed: Bed) -> None:
    """A thousand open tabs, two hundred readers, and an administrator who changes a setting.

    Caddy cuts who is just connecting when it reloads; so it is only asked to answer again.
    """
    found, lost = crowded(bed)
    assert (found.faults, lost) == (0, 0)
    assert found.answers > 100
    again = reloading(bed)
    assert again.refused == 0
    assert again.broken == 0 or bed.web.program == "caddy"
    assert again.answers > 100


def test_l04_an_answer_that_is_none_is_counted(bed: Bed) -> None:
    """A figure that never counts a failure proves nothing."""
    found = measured(replace(bed, path="/khong-co/").load(2), bed.web.folder)
    assert found.refused == found.answers > 0
    bed.web.stop()
    with pytest.raises(CommandFailed, match="unable to connect"):
        measured(bed.load(2), bed.web.folder)


def test_l04_the_page_that_is_asked_for_weighs_what_the_requirement_says() -> None:
    """A province whose pages are light is loaded with no less; one that has little, with all."""
    numbers = Random(4)  # noqa: S311 - what cannot be compressed
    pages = [f"{numbers.getrandbits(8 * size):x}".encode() for size in (9_000, 2_000, 25_000, 40)]
    forms = heavy_page(pages)
    page, form = forms["trang-thu-tai/index.html"], forms["trang-thu-tai/index.html.br"]
    assert brotli.decompress(form) == page == pages[2] + pages[0]
    assert PAGE_SIZE <= len(form) < 1.3 * PAGE_SIZE
    assert heavy_page(pages[-1:])["trang-thu-tai/index.html"] == pages[-1]


def test_a_missing_program_is_told_with_its_remedy(
    published: Published, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever lacks a program learns which, and how to get it."""
    monkeypatch.setenv("PATH", "")
    assert run(Path(), published.options, "nginx", 1) == 1
    assert "apt-get install nginx" in capsys.readouterr().err
    web = published.server.webs["nginx"]
    bed = Bed(web=web, store=Here(web.root), path="/", seconds=1)
    with pytest.raises(CommandFailed, match="apt-get install wrk"):
        steady(bed)
