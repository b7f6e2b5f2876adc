"""Everything that can be edited, by name; each edit leaves the site sound and says what it did.

An edit takes the desk and a source of chance. What it breaks elsewhere (links, names) is let go
of by `settle`, which `edit` calls after each one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random

from support.article_edits import ARTICLE_EDITS
from support.desk import Desk, settle
from support.register_edits import REGISTER_EDITS
from support.score_edits import SCORE_EDITS
from support.site_edits import SETTING_EDITS, THEME_EDITS

Edit = Callable[[Desk, Random], str]

#: Every kind of edit by the area that it belongs to.
AREAS: Mapping[str, Mapping[str, Edit]] = {
    "article": ARTICLE_EDITS,
    "register": REGISTER_EDITS,
    "score": SCORE_EDITS,
    "theme": THEME_EDITS,
    "setting": SETTING_EDITS,
}
EDITS: Mapping[str, Edit] = {
    name: one for area in AREAS.values() for name, one in sorted(area.items())
}


def edit(desk: Desk, name: str, chance: Random) -> str:
    """Make one edit of a kind and give a sentence about it."""
    said = EDITS[name](desk, chance)
    settle(desk)
    return said


def edit_surely(desk: Desk, *names: str) -> None:
    """Make edits of some kinds, the same ones each time."""
    for name in names:
        edit(desk, name, Random(name))  # noqa: S311 - nobody is to be surprised


def pass_time(desk: Desk, chance: Random) -> str:
    """Let the clock go on: to a scheduled minute, to just before it, or by some days."""
    waiting = desk.scheduled()
    if waiting and chance.randrange(3):
        early = timedelta(minutes=chance.randrange(2))
        desk.now = max(desk.now, waiting[0].moment - early)
    else:
        desk.now += timedelta(days=chance.randrange(1, 3))
    settle(desk)
    return f"đến {desk.now.isoformat()}"
