"""Which articles stand beside one another: neighbours in a column, and older related ones.

Related articles are always older, so that a new article never changes an old page.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest

from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article

RELATED = 3
WEIGHTS = {"series": 4, "tag": 2, "agency": 1, "column": 1}


def neighbours(edition: Edition, article: Article) -> tuple[str | None, str | None]:
    """Give the paths of the next newer and the next older article of the home column."""
    newer, older = edition.near(f"column {'/'.join(article.columns[0])}", article.path)
    return next(iter(newer), None), next(iter(older), None)


def related(edition: Edition, article: Article) -> tuple[str, ...]:
    """Give the paths of the older articles that share most: series, tags, agencies, columns."""
    shared: dict[str, int] = {}
    for group in groups_of(article):
        _, older = edition.near(group, article.path)
        weight = WEIGHTS[group.partition(" ")[0]]
        for other in older:
            shared[other] = shared.get(other, 0) + weight
    least = min(nlargest(RELATED, shared.values()), default=0)
    close = [other for other, weight in shared.items() if weight >= least]
    ranked = sorted(close, key=lambda other: (-shared[other], edition.order(other)))
    return tuple(ranked[:RELATED])


def groups_of(article: Article) -> Iterator[str]:
    """Yield every group of articles that an article belongs to."""
    if article.series:
        yield f"series {article.series}"
    yield from (f"tag {tag}" for tag in article.tags)
    yield from (f"agency {agency}" for agency in article.agency_ids)
    yield from (f"column {column}" for column in dict.fromkeys(map("/".join, article.columns)))
