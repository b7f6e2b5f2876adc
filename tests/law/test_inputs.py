"""Flip one input: exactly the files that show it change, and exactly these are written anew.

What an input reaches is found by two clean builds, before and after; what the warm build wrote is
seen on the disk. A new row of the table is a new line of `FLIPS` and one of `REACHES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from support.desk import Desk, Draft, settle
from support.desk_files import files
from support.desk_seed import seeded
from support.flips import FLIPS, LATER, a_text
from support.kinds_of_output import PAGES, kind
from support.law_bench import Bench
from support.law_site import LawSite, assert_built, assert_clean, taken_along
from support.trees import Tree, changed, versions

pytestmark = pytest.mark.slow

MARK = {"mark"}
SAVED = {"word file", "text file"}
COLUMN_LISTS = {"column", "column by year", "column by agency"}
LISTS = COLUMN_LISTS | {"agency", "day", "locality", "month", "series", "tag"}
PAGED = {"agency", "column", "column by year", "locality", "tag"}
FRONTS = {"home", "section"}
YEARS = {"year", "years"}
FRAMED = PAGES - {"embed"}  # a chart for other sites has neither navigation nor foot
#: The kinds of files that each input reaches, and no other.
REACHES: dict[str, set[str]] = {
    "a_text": MARK | SAVED | {"article", "feed"},
    "a_title": MARK | SAVED | LISTS | {"article", "card", "feed"},
    "a_date": MARK | SAVED | LISTS | FRONTS | YEARS | {"article", "card", "feed", "sitemap"},
    "a_tag": MARK | {"article", "word file", "feed", "tag", "site map"},
    "an_agency": MARK | {"agency", "agencies", "article", "column", "column by agency", "feed"},
    "an_abbreviation": MARK | {"article", "glossary"},
    "a_column": MARK | SAVED | LISTS | FRONTS | {"article", "card", "feed", "site map"},
    "an_order": MARK | FRAMED,
    "a_picture": MARK | {"article", "day", "picture"},
    "an_attachment": MARK | SAVED | {"article", "attachment", "feed"},
    "a_site_name": MARK | PAGES | SAVED | {"card", "data", "feed"},
    "a_notice": MARK | FRAMED,
    "a_template": MARK | {"article"},
    "a_component": MARK | {"agency", "locality", "tag"},
    "a_style": MARK | PAGES | {"theme file"},
    "a_page_length": MARK | PAGED | {"sitemap"},
    "a_score": MARK | {"comparison", "data", "embed", "period", "unit"},
    "a_minute": MARK
    | SAVED
    | FRONTS
    | YEARS
    | {"article", "card", "column", "column by year", "day", "feed", "month", "sitemap"},
}


#: Inputs for which more pages are made than change, and why.
TOO_WIDE = frozenset(
    (
        "a_component",  # a template takes it in, and not every page shows it
        "a_notice",  # the shell is one fact, and a chart for other sites shows its style alone
        "an_order",  # here too
        "a_date",  # an article looks at twelve others to choose three
        "a_page_length",  # a setting: everything is made again
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """What flipping one input did: the files that two clean builds differ in, and the work done.

    `written` is what the disk shows; `made` is what the build says that it had to make.
    """

    name: str
    changed: set[str]
    written: set[str]
    made: set[str]

    @property
    def kinds(self) -> set[str]:
        """Name the kinds of files that changed."""
        return {kind(path) for path in self.changed}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A built site with an article that waits for its minute, and its clean output."""

    site: LawSite
    clean: Tree
    folder: Path


def desk_with_a_scheduled_article() -> Desk:
    """Lay out the desk, with one article that waits for its minute."""
    desk = seeded()
    number = desk.number()
    last = desk.articles[max(desk.articles)]
    waiting = Draft(
        number=number,
        section=last.section,
        column=last.column,
        day=LATER.date(),
        at=f"{LATER:%H:%M}",
        slug=f"bai-{number}",
        title="Bài hẹn giờ",
        summary="Bài này chờ đến giờ.",
        paragraphs=["Nội dung của bài hẹn giờ."],
    )
    desk.articles[number] = waiting
    return desk


@pytest.fixture(scope="module")
def start(shared: Bench, tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Build the site once."""
    folder, desk = tmp_path_factory.mktemp("flips"), desk_with_a_scheduled_article()
    site = taken_along(shared.seed, folder / "start")
    site.sync(files(desk))
    outcome, clean = shared.builder.build(site.order(desk)), shared.judge.clean(site, desk)
    assert_clean(site.output, outcome, clean)
    return Start(site=site, clean=clean, folder=folder)


@pytest.fixture(scope="module", params=FLIPS)
def flip(request: pytest.FixtureRequest, start: Start, shared: Bench) -> Flip:
    """Flip one input of the built site and build it warm and clean."""
    desk = desk_with_a_scheduled_article()
    site = taken_along(start.site, start.folder / request.param)
    assert_built(shared.builder.build(site.order(desk)))  # nothing has changed in its new place
    before = versions(site.output)
    FLIPS[request.param](desk)
    settle(desk)
    site.sync(files(desk))
    outcome, clean = shared.builder.build(site.order(desk)), shared.judge.clean(site, desk)
    assert_clean(site.output, outcome, clean)
    differing = {path for path in changed(start.clean, clean) if not path.endswith("/")}
    written = changed(before, versions(site.output))
    made = set(outcome.made)
    return Flip(name=request.param, changed=differing, written=written, made=made)


def test_all_that_shows_an_input_is_written_anew(flip: Flip) -> None:
    """A reader never finds one page that knows of an edit and another that does not."""
    assert flip.changed
    assert flip.changed <= flip.written


def test_nothing_else_is_written_anew(flip: Flip) -> None:
    """A server and a reader's browser keep what has not changed."""
    assert sorted(flip.written - flip.changed) == []


def test_no_other_page_is_made(flip: Flip) -> None:
    """An editor waits for what changed, not for how much there is."""
    pages = {path for path in flip.made if kind(path) in PAGES}
    too_many = sorted(pages - flip.changed)
    if flip.name in TOO_WIDE:
        assert too_many, f"bỏ {flip.name} khỏi TOO_WIDE"
    else:
        assert too_many == []


def test_an_input_reaches_only_what_shows_it(flip: Flip) -> None:
    """A page that depends on little is a page that is seldom built."""
    assert flip.kinds == REACHES[flip.name]


def test_a_text_reaches_one_article(flip: Flip) -> None:
    """The commonest edit of all costs one page."""
    if flip.name == a_text.__name__:
        assert len([path for path in flip.changed if kind(path) in PAGES]) == 1
