"""When Pelican starts: make sure that every plugin is there, and add our generator."""

from __future__ import annotations

import sys

from pelican import Pelican, signals

from plugins.pelican_bridge.generator import NewsroomGenerator

#: What keeps Pelican's own generators idle, whatever a settings file says: they would publish
#: unchecked text, follow symbolic links and wipe folders before anything was read.
IDLE = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "READERS": {"rst": None, "html": None},
    "OUTPUT_SOURCES": False,
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "DELETE_OUTPUT_DIRECTORY": False,
}


def register() -> None:
    """Take part in the build."""
    signals.initialized.connect(keep_pelican_idle)
    signals.initialized.connect(refuse_missing_plugins)
    signals.get_generators.connect(add_generator)


def add_generator(_pelican: Pelican) -> type[NewsroomGenerator]:
    """Give Pelican our generator."""
    return NewsroomGenerator


def keep_pelican_idle(pelican: Pelican) -> None:
    """Leave reading and writing to our generator alone."""
    pelican.settings.update(IDLE)
    pelican.delete_outputdir = False


def refuse_missing_plugins(pelican: Pelican) -> None:
    """Stop when a plugin failed to load, which Pelican would only log and then forget."""
    loaded = {plugin.__name__ for plugin in pelican.plugins}
    missing = [name for name in pelican.settings["NEEDED_PLUGINS"] if name not in loaded]
    if missing:
        print(f"lỗi: không nạp được {', '.join(missing)}", file=sys.stderr)  # noqa: T201
        raise SystemExit(3)
