"""Each kind of edit, mistake and damage once: whichever an engine gets wrong has a name here."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from random import Random

import pytest
from support.breaks import BREAKS
from support.damage import damage_cache, damage_output
from support.desk import Desk
from support.desk_files import files
from support.desk_seed import seeded
from support.edits import EDITS, edit_surely, pass_time
from support.law_bench import Bench
from support.law_site import LawSite, assert_clean, taken_along
from support.trees import tree

pytestmark = pytest.mark.slow

TURNS = range(4)


@dataclass(slots=True, kw_only=True)
class Tour:
    """One site that goes through all of it; what one test leaves, the next one edits."""

    site: LawSite
    desk: Desk
    shared: Bench

    def edit(self, *names: str) -> None:
        """Edit the site."""
        edit_surely(self.desk, *names)
        self.site.sync(files(self.desk))

    def assert_right(self) -> None:
        """Build it and require that the output is the clean one."""
        order = self.site.order(self.desk)
        self.shared.judge.ask(self.site, order)
        outcome = self.shared.builder.build(order)
        wanted = self.shared.judge.answer()
        try:
            assert_clean(self.site.output, outcome, wanted)
        except AssertionError:
            shutil.rmtree(self.site.cache)  # the next test begins with a sound site
            shutil.rmtree(self.site.output)
            raise


@pytest.fixture(scope="module")
def tour(shared: Bench, tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """Take the built site along."""
    site = taken_along(shared.seed, tmp_path_factory.mktemp("tour") / "site")
    return Tour(site=site, desk=seeded(), shared=shared)


@pytest.mark.parametrize("name", EDITS)
def test_each_kind_of_edit_is_built_right(tour: Tour, name: str) -> None:
    """An engine that forgets one kind of dependency is found out at once."""
    tour.edit(name)
    tour.assert_right()


def test_the_passing_of_time_is_built_right(tour: Tour) -> None:
    """Nobody has to edit anything for a scheduled article to appear."""
    tour.edit("schedule")
    for turn in TURNS:
        pass_time(tour.desk, Random(turn))  # noqa: S311 - the same each time
        tour.site.sync(files(tour.desk))
        tour.assert_right()


def test_an_address_of_the_theme_that_an_article_spells_stays_as_it_was_written(
    tour: Tour,
) -> None:
    """A stylesheet's new name goes into the frames of pages, and into nobody's sentences."""
    tour.assert_right()
    (stylesheet,) = (tour.site.output / "tai-nguyen").glob("site.*.css")
    draft = next(d for d in tour.desk.articles.values() if tour.desk.is_shown(d))
    draft.paragraphs.append(f"Kiểu chữ nằm ở /tai-nguyen/{stylesheet.name} hôm nay.")
    for _ in range(2):
        tour.edit("edit_styles")
        tour.assert_right()
    page = tour.site.output / f"{draft.url[1:]}index.html"
    assert stylesheet.name in page.read_text("utf-8")
    assert not stylesheet.exists()


@pytest.mark.parametrize("name", BREAKS)
def test_each_kind_of_mistake_leaves_the_output_alone(tour: Tour, name: str) -> None:
    """What is live stays as it was, also when sound edits came with the mistake."""
    tour.assert_right()
    before = tree(tour.site.output)
    tour.edit("retitle", "edit_text")
    broken = files(tour.desk)
    BREAKS[name](broken, Random(name))  # noqa: S311 - the same each time
    tour.site.sync(broken)
    assert not tour.shared.builder.build(tour.site.order(tour.desk)).built
    assert tree(tour.site.output) == before
    tour.site.sync(files(tour.desk))
    tour.assert_right()


@pytest.mark.parametrize("turn", range(12))
def test_a_damaged_cache_is_not_believed(tour: Tour, turn: int) -> None:
    """What a bad disk or a stranger left in the cache never reaches a page."""
    damage_cache(tour.site.cache, Random(turn))  # noqa: S311 - the same each time
    tour.edit("edit_summary")
    tour.assert_right()


@pytest.mark.parametrize("turn", range(12))
def test_a_damaged_output_is_restored(tour: Tour, turn: int) -> None:
    """What somebody did to the output by hand is not published."""
    damage_output(tour.site.output, Random(turn))  # noqa: S311 - the same each time
    tour.assert_right()
