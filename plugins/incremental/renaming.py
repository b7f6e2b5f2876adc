"""New addresses of the theme's files put into pages that are there: no template need be rendered.

A file of the theme is named by its content, so every page changes with each edit of a stylesheet,
in its frame and nowhere else. A page that spells such an address itself looked up `SPELT`, and is
rendered again.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from plugins.newsroom.page import common_start

ADDRESSES = "frame-addresses"
"""The fact that the theme's files are called as they are, which every page's frame looks up."""
SPELT = "spelt-addresses"
"""The same, looked up by pages that spell such an address themselves."""
ONLY_ADDRESSES = frozenset((ADDRESSES,))


class Renaming:
    """New addresses for old ones (đổi tên tệp giao diện)."""

    def __init__(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Compare the addresses of the theme's files, by their names, with those of before."""
        self._moves = tuple(
            (before[name].encode(), after[name].encode())
            for name in sorted(before.keys() & after.keys())
            if before[name] != after[name]
        )
        start = common_start(before)
        self.is_possible = (
            before.keys() == after.keys()
            and start == common_start(after) != ""
            and set(before.values()).isdisjoint(new.decode() for _, new in self._moves)
            and len(set(before.values())) == len(before)
            and not any(one.startswith(other) for one, other in permutations(before.values(), 2))
        )

    def of(self, data: bytes) -> bytes:
        """Give a page with the new addresses."""
        for old, new in self._moves:
            data = data.replace(old, new)
        return data
