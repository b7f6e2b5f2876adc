"""Many hands: work spread over processes that know all that this one knows.

The processes are forked off when the work begins and see everything as it stands then; only the
items' places go out to them, and only results come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from mmap import mmap
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 60
CHUNKS = 8

_work: list[tuple[Callable[[Any], Any], Sequence[Any], mmap]] = []


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
        enough = mmap(-1, 1)  # a byte that all of them see: who finds it set works no more
        _work.append((work, items, enough))
        pool = get_context("fork").Pool(self.workers)
        try:
            for results in pool.imap(_do, spans):
                yield from _sound(results)
        except (KeyboardInterrupt, SystemExit):
            pool.terminate()
            raise
        except BaseException:
            enough[0] = 1
            _ended(pool)
            raise
        else:
            _ended(pool)
        finally:
            _work.pop()


def _sound(results: list[Any] | Exception) -> list[Any]:
    """Give results, or raise what a worker met."""
    if isinstance(results, Exception):
        raise results
    return results


def _ended(pool: Pool) -> None:
    """Wait until all have gone home."""
    pool.close()
    pool.join()


def _do(span: tuple[int, int]) -> Any:  # noqa: ANN401 - results of any kind, or what went wrong
    """Work on some items; a failure comes back as a result, so that nobody has to be stopped."""
    work, items, enough = _work[-1]
    try:
        return [work(item) for item in items[slice(*span)] if not enough[0]]
    except Exception as failure:  # noqa: BLE001 - it is raised where the results are awaited
        from multiprocessing import pool  # noqa: PLC0415 - a failure is rare

        return pool.ExceptionWithTraceback(failure, failure.__traceback__)  # type: ignore[attr-defined]
