"""Many hands: work spread over processes that know all that this one knows.

The processes are forked off when the work begins and see everything as it stands then; only the
items' places go out to them, and only results come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 60
CHUNKS = 8

_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody how far the work is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """So many hands, and who is told how many of how many items are done (nhóm thợ)."""

    workers: int
    told: Callable[[int, int], None] = _nobody

    def spread(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """Give the result of `work` for each item, in the order of the items.

        Few items are not worth the processes; then the work is done here.
        """
        for done, result in enumerate(self._results(work, items), 1):
            yield result
            self.told(done, len(items))

    def _results(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        if self.workers < 2 or len(items) < WORTH_IT:  # noqa: PLR2004 - one worker is no crew
            yield from map(work, items)
            return
        from multiprocessing import get_context  # noqa: PLC0415 - a small build needs none of it

        size = max(1, min(200, len(items) // (self.workers * CHUNKS) or 1))
        spans = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
        _work.append((work, items))
        pool = get_context("fork").Pool(self.workers)
        try:
            for results in pool.imap(_do, spans):
                yield from results
            pool.close()  # who has finished need not be stopped
        except BaseException:
            pool.terminate()
            raise
        finally:
            _work.pop()
            pool.join()


def _do(span: tuple[int, int]) -> list[Any]:
    work, items = _work[-1]
    return [work(item) for item in items[slice(*span)]]
