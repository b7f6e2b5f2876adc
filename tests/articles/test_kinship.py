"""What stands beside an article: its neighbours, and older articles on its topics."""

from __future__ import annotations

from datetime import timedelta

from support.records import FIRST, article, edition_of

from plugins.articles.kinship import neighbours, related


def test_neighbours_are_the_next_of_the_home_column() -> None:
    """A reader walks a column article by article."""
    first, second, third = (article(number=number) for number in (0, 1, 3))
    other = article(number=2, columns=(("chuyen-trang", "muc-khac"),))
    edition = edition_of(first, second, other, third)
    assert neighbours(edition, second) == (third.path, first.path)
    assert neighbours(edition, first) == (second.path, None)
    assert neighbours(edition, third) == (None, second.path)


def test_related_articles_are_always_older() -> None:
    """A new article never changes an old page."""
    old, middle, new = (article(number=number, tags=("mot-cua",)) for number in range(3))
    edition = edition_of(old, middle, new)
    assert related(edition, middle) == (old.path,)
    assert related(edition, old) == ()


def test_a_shared_series_counts_more_than_a_newer_date() -> None:
    """The reader of a series is led along the series first."""
    series = article(number=0, series="ke-hoach", columns=(("a", "b"),))
    newer, read = article(number=1), article(number=2, series="ke-hoach")
    edition = edition_of(series, newer, read)
    assert related(edition, read) == (series.path, newer.path)


def test_the_newest_of_those_that_share_as_much_come_first() -> None:
    """Three are shown, and of many equals the latest news says most."""
    articles = [article(number=number) for number in range(6)]
    edition = edition_of(*articles)
    assert related(edition, articles[5]) == tuple(a.path for a in articles[4:1:-1])


def test_an_article_whose_minute_has_not_come_is_nobody_s_neighbour() -> None:
    """An embargoed headline does not leak through the page of the article before it."""
    shown, scheduled = article(number=0), article(number=1)
    edition = edition_of(shown, scheduled, now=FIRST + timedelta(hours=1))
    assert neighbours(edition, shown) == (None, None)
