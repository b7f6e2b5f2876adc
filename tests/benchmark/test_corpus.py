"""What is measured is measured fairly: one text for both sides, the same on every machine."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from plugins.checking.table import check
from plugins.newsroom.newsroom_reading import read_newsroom
from plugins.vietnamese.dates import ZONE
from plugins.workshop.corpus import Sample, for_pelican, for_us, read_registers, samples

CONTENT = Path(__file__).parents[2] / "content"
COUNT = 120


@pytest.fixture(scope="module")
def made() -> tuple[Sample, ...]:
    """Make a small corpus over the province's own registers."""
    return tuple(samples(read_registers(CONTENT), COUNT, 2023))


def test_one_seed_gives_one_corpus(made: tuple[Sample, ...]) -> None:
    """Two developers who compare their numbers have built the same articles."""
    assert tuple(samples(read_registers(CONTENT), COUNT, 2023)) == made
    assert tuple(samples(read_registers(CONTENT), COUNT, 2024)) != made


def test_every_article_has_its_own_place(made: tuple[Sample, ...]) -> None:
    """No article silently takes another one's page and makes the site smaller."""
    assert len({sample.page for sample in made}) == COUNT


def test_our_check_has_nothing_to_say(made: tuple[Sample, ...], tmp_path: Path) -> None:
    """A build of the corpus is a build, not a list of problems."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    for sample in made:
        path = content / sample.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(for_us(sample), encoding="utf-8")
    reading = read_newsroom(content, now=datetime(2026, 11, 24, 8, 0, tzinfo=ZONE))
    assert reading.value is not None
    assert [str(problem) for problem in check(reading.value, found=reading.problems)] == []


def test_both_sides_get_the_same_words(made: tuple[Sample, ...]) -> None:
    """A comparison of times is a comparison of programs."""
    for sample in made[1:]:
        ours, plain = for_us(sample), for_pelican(sample)
        assert sample.body in ours
        assert sample.body in plain
        assert f"](../../../{sample.linked})" in ours
        assert f"]({{filename}}/{sample.linked})" in plain
