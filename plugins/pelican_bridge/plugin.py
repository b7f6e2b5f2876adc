"""When Pelican starts: make sure that every plugin is there, and add our generator."""

from __future__ import annotations

import sys

from pelican import Pelican, signals
from pelican.plugins._utils import get_plugin_name

from plugins.pelican_bridge.echo import add_reader, give_writer, open_to_others
from plugins.pelican_bridge.generator import NewsroomGenerator
from plugins.pelican_bridge.pelican_settings import IDLE


def register() -> None:
    """Take part in the build."""
    signals.initialized.connect(keep_pelican_idle)
    signals.initialized.connect(refuse_missing_plugins)
    signals.get_generators.connect(add_generator)
    signals.readers_init.connect(add_reader)
    signals.get_writer.connect(give_writer)


def is_ours(pelican: Pelican) -> bool:
    """Say whether a run of Pelican is of this site: its signals reach us from every run."""
    return sys.modules[__name__] in pelican.plugins


def add_generator(pelican: Pelican) -> type[NewsroomGenerator] | None:
    """Give Pelican our generator; by now every other plugin has said what it listens to."""
    if not is_ours(pelican):
        return None
    open_to_others(pelican.settings)
    return NewsroomGenerator


def keep_pelican_idle(pelican: Pelican) -> None:
    """Leave reading and writing to our generator alone."""
    if is_ours(pelican):
        pelican.settings.update(IDLE)
        pelican.delete_outputdir = False


def refuse_missing_plugins(pelican: Pelican) -> None:
    """Stop when a plugin failed to load, which Pelican would only log and then forget."""
    loaded = {get_plugin_name(plugin) for plugin in pelican.plugins}
    missing = [name for name in pelican.settings.get("NEEDED_PLUGINS", ()) if name not in loaded]
    if missing and is_ours(pelican):
        print(f"lỗi: không nạp được {', '.join(missing)}", file=sys.stderr)  # noqa: T201
        raise SystemExit(3)
