"""Why a file of the output was made again by a build, or kept."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.incremental.planning import Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What is known of one file of the output after a build.

    `reasons` is None when nothing made it again; `is_written` when its bytes came out new; `facts`
    are all that its page looked up.
    """

    save_as: str
    is_known: bool = False
    reasons: Reasons | None = None
    is_written: bool = False
    facts: tuple[str, ...] = ()
