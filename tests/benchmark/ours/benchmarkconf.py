"""Production's settings, without what no other generator makes: cards, pictures, save-as files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from publishconf import *

THEME = "theme"
PLUGINS = [
    name for name in PLUGINS if name not in ("plugins.images.plugin", "plugins.downloads.plugin")
]
NEEDED_PLUGINS = tuple(PLUGINS)
