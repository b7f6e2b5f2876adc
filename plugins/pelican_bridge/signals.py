"""The build's own signals: a feature's `plugin.py` connects to the stages that it takes part in.

Receivers are module-level functions, since blinker holds them weakly. Results are sorted before
they are used, so the order of receivers never shows.
"""

from __future__ import annotations

from blinker import Signal

checking = Signal()
"""`receiver(newsroom, *, found, site: Site, settings: str) -> Iterable[Problem]`: what is wrong.

`found` are the problems of gathering and reading; the answer holds them too, without those that
an article waives. `settings` is the name of the settings file that says who the site is.
"""

dressing = Signal()
"""`receiver(site, *, theme: Path, root: Path) -> AssetSet`: make the theme's served files.

`root` is the project's folder, where `node_modules/` is.
"""

developing = Signal()
"""`receiver(newsroom, *, cache: Path, workers: int) -> Mapping[str, Rendition | Problem]`.

Each picture, by its path below `content/`, as it will be served, or why it cannot be.
"""

composing = Signal()
"""`receiver(edition) -> Iterable[Page]`: make pages."""

exporting = Signal()
"""`receiver(edition, *, pages: tuple[Page, ...], cache: Path) -> Iterable[ExportFile]`."""
