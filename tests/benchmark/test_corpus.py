"""What is measured is measured fairly: one text for all sides, the same on every machine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.defects import problems_of

from plugins.checking.report import as_text
from plugins.workshop.benchmark.corpus import Sample, read_registers, samples
from plugins.workshop.benchmark.dialects import for_hugo, for_pelican, for_us

CONTENT = Path(__file__).parents[2] / "content"
COUNT = 120
SEED = 2023


@pytest.fixture(scope="module")
def made() -> tuple[Sample, ...]:
    """Make a small corpus over the province's own registers."""
    return tuple(samples(read_registers(CONTENT, SEED), COUNT, SEED))


def test_one_seed_gives_one_corpus(made: tuple[Sample, ...]) -> None:
    """Two developers who compare their numbers have built the same articles."""
    assert tuple(samples(read_registers(CONTENT, SEED), COUNT, SEED)) == made
    assert tuple(samples(read_registers(CONTENT, 2024), COUNT, 2024)) != made


def test_every_article_has_its_own_place(made: tuple[Sample, ...]) -> None:
    """No article silently takes another one's page and makes the site smaller."""
    assert len({sample.page for sample in made}) == COUNT


def test_articles_are_as_long_as_real_ones(made: tuple[Sample, ...]) -> None:
    """Nobody's text is made easy: 400 to 900 words, headings, a list, a table in one of five."""
    lengths = [len(sample.body.split()) for sample in made]
    assert min(lengths) >= 400
    assert max(lengths) <= 900
    assert all("\n## " in sample.body for sample in made)
    assert all("\n- " in sample.body for sample in made)
    assert sum("|---|" in sample.body for sample in made) == COUNT / 5
    assert all("<<tin-bai/" in sample.body for sample in made[1:])


def test_our_check_has_nothing_to_say(made: tuple[Sample, ...], tmp_path: Path) -> None:
    """A build of the corpus is a build, not a list of problems."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    for sample in made:
        path = content / sample.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(for_us(sample), encoding="utf-8")
    assert as_text(problems_of(content)) == ""


@pytest.mark.parametrize(
    ("dialect", "lead"),
    [(for_us, "../../../"), (for_pelican, "{filename}/"), (for_hugo, "/")],
)
def test_all_sides_get_the_same_words(
    made: tuple[Sample, ...], dialect: Callable[[Sample], str], lead: str
) -> None:
    """A comparison of times is a comparison of programs."""
    for sample in made:
        written = dialect(sample)
        assert "<<" not in written
        body = written.split("\n\n", 1)[1].lstrip("\n")
        assert re.sub(rf"\]\({re.escape(lead)}(tin-bai/[^)]+)\)", r"](<<\1>>)", body) == sample.body
