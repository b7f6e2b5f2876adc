"""What stands beside an article: its neighbours, and older articles on its topics."""

from __future__ import annotations

from datetime import timedelta

from support.records import FIRST, article, edition_of

from plugins.articles.kinship import Kinship


def test_neighbours_are_the_next_of_the_home_column() -> None:
    """A reader walks a column article by article."""
    other = article(number=2, columns=(("chuyen-trang", "muc-khac"),))
    edition = edition_of(article(number=0), article(number=1), other, article(number=3))
    third, _, second, first = edition.headlines
    kinship = Kinship(edition)
    assert kinship.neighbours(second) == (third, first)
    assert kinship.neighbours(first) == (second, None)
    assert kinship.neighbours(third) == (None, second)


def test_related_articles_are_always_older() -> None:
    """A new article never changes an old page."""
    edition = edition_of(*(article(number=n, tags=("mot-cua",)) for n in range(3)))
    _, middle, old = edition.headlines
    kinship = Kinship(edition)
    assert kinship.related(middle) == (old,)
    assert kinship.related(old) == ()


def test_a_shared_series_counts_more_than_a_newer_date() -> None:
    """The reader of a series is led along the series first."""
    of_series = article(number=0, series="ke-hoach", columns=(("a", "b"),))
    edition = edition_of(of_series, article(number=1), article(number=2, series="ke-hoach"))
    read, newer, series = edition.headlines
    assert Kinship(edition).related(read) == (series, newer)


def test_an_article_whose_minute_has_not_come_is_nobody_s_neighbour() -> None:
    """An embargoed headline does not leak through the page of the article before it."""
    shown, scheduled = article(number=0), article(number=1)
    edition = edition_of(shown, scheduled, now=FIRST + timedelta(hours=1))
    (headline,) = edition.headlines
    assert headline.path == shown.path
    assert Kinship(edition).neighbours(headline) == (None, None)
