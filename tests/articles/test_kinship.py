"""What stands beside an article: its neighbours, and older articles on its topics."""

from __future__ import annotations

from datetime import timedelta

from support.records import FIRST, article, edition_of

from plugins.articles.kinship import Kinship


def test_neighbours_are_the_next_of_the_home_column() -> None:
    """A reader walks a column article by article."""
    other = article(number=2, columns=(("chuyen-trang", "muc-khac"),))
    first, second, third = article(number=0), article(number=1), article(number=3)
    kinship = Kinship(edition_of(first, second, other, third))
    assert kinship.neighbours(second) == (third, first)
    assert kinship.neighbours(first) == (second, None)
    assert kinship.neighbours(third) == (None, second)


def test_related_articles_are_always_older() -> None:
    """A new article never changes an old page."""
    old, middle, new = (article(number=n, tags=("mot-cua",)) for n in range(3))
    kinship = Kinship(edition_of(old, middle, new))
    assert kinship.related(middle) == (old,)
    assert kinship.related(old) == ()


def test_a_shared_series_counts_more_than_a_newer_date() -> None:
    """The reader of a series is led along the series first."""
    series = article(number=0, series="ke-hoach", columns=(("a", "b"),))
    newer = article(number=1)
    read = article(number=2, series="ke-hoach")
    assert Kinship(edition_of(series, newer, read)).related(read) == (series, newer)


def test_an_article_whose_minute_has_not_come_is_nobody_s_neighbour() -> None:
    """An embargoed headline does not leak through the page of the article before it."""
    shown, scheduled = article(number=0), article(number=1)
    edition = edition_of(shown, scheduled, now=FIRST + timedelta(hours=1))
    assert Kinship(edition).neighbours(shown) == (None, None)
