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
    plugins = repr(settings["PLUGINS"])
    return {
        "whole": mark_of(
            (marks.of_code(), repr(site), repr(settings["JINJA_ENVIRONMENT"]), plugins)
        ),
        "theme": marks.of_theme(theme, theme.parent / "node_modules"),
        "today": today.isoformat(),
    }
