"""Strange files that may stay: compressed copies of ours, and the like, of another program."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def beside_what_stays(
    strangers: Iterable[str], endings: Iterable[str], stays: Callable[[str], bool]
) -> set[str]:
    """Give the strange files that are named as a file that stays and one of the endings."""
    pairs = [(name, end) for end in endings for name in strangers if name.endswith(end)]
    return {name for name, end in pairs if stays(name.removesuffix(end))}
