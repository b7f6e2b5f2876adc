"""What a build stands on beside the content: the program, the settings, the theme, the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from plugins.incremental.marks import Marks
from plugins.newsroom.mark import mark_of
from plugins.newsroom.site import Site


def fixed_values(
    settings: Mapping[str, Any], site: Site, marks: Marks, today: date
) -> dict[str, str]:
    """Give a mark of each; the next build compares."""
    theme = Path(settings["THEME"]).resolve()
    written = [repr(settings[name]) for name in ("JINJA_ENVIRONMENT", "PLUGINS")]
    program = (marks.code, marks.of_packages(theme), repr(site), *written)
    return {
        "whole": mark_of(program),
        "theme": marks.of_theme(theme),
        "today": today.isoformat(),
    }
