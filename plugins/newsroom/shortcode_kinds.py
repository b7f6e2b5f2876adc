"""What a shortcode stands for: the feature that knows it checks it and fills it (mã chèn)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plugins.newsroom.fragment import ShortcodeSlot
from plugins.newsroom.later import Later
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.world import World

Fault = tuple[str, str, str]
"""What is wrong with a shortcode, why that matters, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcodeKind:
    """How a feature fills a shortcode.

    `fault` says what keeps it from being filled, or None; `html` gives what its page shows, and
    `plain` what feeds and files to keep do.
    """

    fault: Callable[[ShortcodeSlot, Newsroom], Fault | None]
    html: Callable[[ShortcodeSlot, World], str]
    plain: Callable[[ShortcodeSlot, World], str]


SHORTCODES: dict[str, Later[ShortcodeKind]] = {}


def fill_shortcode(name: str, module: str, attribute: str) -> None:
    """Take part in articles: name the shortcode, and the attribute that is its kind."""
    SHORTCODES[name] = Later(name=name, module=module, attribute=attribute)
