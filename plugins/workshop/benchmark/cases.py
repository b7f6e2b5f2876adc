"""What is measured: what happens to a site before its build, and what must show in its output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.workshop.benchmark import tools
from plugins.workshop.benchmark.corpus import Sample
from plugins.workshop.benchmark.sites import OURS, Site

ENDING = "</article>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of one case (lượt): its number in the whole run, and the article to edit."""

    number: int
    subject: Sample
    articles: int

    @property
    def mark(self) -> str:
        """Give a word that nothing but this turn puts into a site."""
        return f"luot-{self.number:05}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What must have come of a build: so many files with the turn's mark, or nothing new at all.

    `articles` is how many articles the site must have, `still` whether ours may write no file.
    """

    site: Site
    articles: int
    marked: int = 0
    still: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A kind of build (việc đo), and whose it is: every generator's, or ours alone.

    `against` names the case of Hugo's that it is compared with.
    """

    name: str
    prepare: Callable[[Site, Turn], Expected]
    against: str = ""
    only_ours: bool = False


def cold(site: Site, turn: Turn) -> Expected:
    """Build from nothing."""
    site.forget()
    return Expected(site=site, articles=turn.articles)


def noop(site: Site, turn: Turn) -> Expected:
    """Build again with nothing changed."""
    return Expected(site=site, articles=turn.articles, still=True)


def edit(site: Site, turn: Turn) -> Expected:
    """Add a sentence to an article."""
    site.write(replace(turn.subject, body=f"{turn.subject.body}\nBài đã sửa: {turn.mark}.\n"))
    return Expected(site=site, articles=turn.articles, marked=1)


def title(site: Site, turn: Turn) -> Expected:
    """Change an article's title, which lists and feeds show too."""
    site.write(replace(turn.subject, title=f"{turn.subject.title} {turn.mark}"))
    return Expected(site=site, articles=turn.articles, marked=2)


def template(site: Site, turn: Turn) -> Expected:
    """Change the template of an article, which every article shows."""
    edit_template(site, turn.mark)
    return Expected(site=site, articles=turn.articles, marked=turn.articles)


def css(site: Site, turn: Turn) -> Expected:
    """Add a rule to a stylesheet; its name may change with it, on every page."""
    edit_stylesheet(site, turn.mark)
    return Expected(site=site, articles=turn.articles, marked=1)


def clone(site: Site, turn: Turn) -> Expected:
    """Build in a fresh clone with the cache and the output of another, and one article more."""
    return _cloned(site, turn)


def clone_without_output(site: Site, turn: Turn) -> Expected:
    """Build in a fresh clone with only the cache of another, and one article more."""
    return _cloned(site, turn, site.made[0])


def check(site: Site, _turn: Turn) -> Expected:
    """Check instead of building."""
    settings = ("--content", "content", "--settings", "benchmarkconf.py")
    checking = replace(site, command=(tools.of_the_venv("inv"), "check", *settings))
    return Expected(site=checking, articles=0)


def edit_template(site: Site, mark: str) -> None:
    """Let the template of an article print a mark."""
    _between(site.folder / site.template, f'<data value="{mark}"></data>{ENDING}')


def edit_stylesheet(site: Site, mark: str) -> None:
    """Add a rule for a mark."""
    with (site.folder / site.stylesheet).open("a", encoding="utf-8") as file:
        file.write(f"\n.{mark} {{ color: red; }}\n")


def _cloned(site: Site, turn: Turn, *left_out: str) -> Expected:
    place = site.cloned(site.folder.with_name(f"{site.name}-{turn.mark}"), *left_out)
    old = turn.subject
    place.write(
        replace(
            old,
            path=f"{old.path.removesuffix('.md')}-{turn.mark}.md",
            title=f"{old.title} {turn.mark}",
        )
    )
    return Expected(site=place, articles=turn.articles + 1, marked=2)


def _between(file: Path, ending: str) -> None:
    """Put something before the last end of an article."""
    before, found, after = file.read_text("utf-8").rpartition(ENDING)
    if not found:
        raise RuntimeError(f"{file}: no {ENDING}")
    file.write_text(f"{before}{ending}{after}", encoding="utf-8")


CASES = {
    case.name: case
    for case in (
        Case(name="cold", prepare=cold),
        Case(name="noop", prepare=noop),
        Case(name="edit", prepare=edit),
        Case(name="title", prepare=title),
        Case(name="template", prepare=template),
        Case(name="css", prepare=css),
        Case(name="clone", prepare=clone),
        Case(name="clone-cache", prepare=clone_without_output, against="clone", only_ours=True),
        Case(name="check", prepare=check, only_ours=True),
    )
}


def is_for(case: Case, site: Site) -> bool:
    """Say whether a site takes part in a case."""
    return site.name == OURS or not case.only_ours
