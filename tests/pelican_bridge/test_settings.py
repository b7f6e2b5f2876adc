"""Pelican reads our settings files without a word, and loads every plugin that they name."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pelican.plugins._utils import get_plugin_name, load_plugins
from pelican.settings import read_settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_pelican_finds_nothing_to_say_of_our_settings(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A setting that Pelican has renamed or dropped would be ignored with one line of log."""
    with caplog.at_level(logging.WARNING):
        read_settings(str(ROOT / name))
    assert caplog.messages == []


def test_pelican_loads_every_plugin_that_is_named() -> None:
    """A plugin that fails to load is only logged by Pelican, and the build would go on."""
    settings = read_settings(str(ROOT / "pelicanconf.py"))
    loaded = [get_plugin_name(plugin) for plugin in load_plugins(settings)]
    assert loaded == settings["PLUGINS"] == list(settings["NEEDED_PLUGINS"])
