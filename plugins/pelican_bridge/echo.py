"""What plugins that are not ours hear of a build, through the signals that Pelican documents.

Pelican's own generators read our texts with our reader and hand them to our writer, so that every
signal on the way is Pelican's own; the writer writes nothing. Once the output has changed, each
page that this build wrote is announced.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader, Readers
from pelican.writers import Writer

from plugins.pelican_bridge.listeners import DOCUMENTED, others_listen_to
from plugins.pelican_bridge.metadata import metadata_of
from plugins.pelican_bridge.pelican_settings import SHOWN
from plugins.pelican_bridge.told import Told

ECHO = "ECHO"
ANEW = "ANEW"
"""The setting that lets a build write every file again, since somebody counts or changes them."""

FOR_THE_WRITER = {"relative_urls", "paginated", "template_name", "override_output", "url"}


class Echo:
    """What is told of one build (tiếng vọng): its texts first, then the pages that it wrote."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.texts: Mapping[str, Told] = {}
        self.is_written = False
        self._named: dict[str, dict[str, Any]] = {}

    def note(self, save_as: str, named: Mapping[str, Any]) -> None:
        """Note what Pelican would show a page's template: its article, its category."""
        self._named[save_as] = {k: v for k, v in named.items() if k not in FOR_THE_WRITER}

    def announce(self, pages: Iterable[str], output: Path, context: Mapping[str, Any]) -> None:
        """Announce pages that lie in the output now, as Pelican announces each that it writes."""
        self.is_written = True
        for save_as in sorted(pages):
            local = {**context, "output_file": save_as, **self._named.get(save_as, {})}
            signals.content_written.send(str(output / save_as), context=local)


class EchoReader(BaseReader):  # type: ignore[misc]  # Pelican is untyped
    """Gives Pelican a text as our own reading left it, when readers may see it."""

    # Without an extension no other site of this process gets this reader; `add_reader` names it.
    file_extensions: tuple[str, ...] = ()

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give the HTML and the head; what is not published is skipped."""
        path = Path(os.path.relpath(source_path, self.settings["PATH"])).as_posix()
        told = self.settings[ECHO].texts.get(path)
        if told is None:
            return "", {"status": "skip"}
        return told.html, metadata_of(told, self.settings)


class EchoWriter(Writer):  # type: ignore[misc]  # Pelican is untyped
    """Notes what Pelican's own generators would write; what comes after our build it writes."""

    def write_file(self, name: str, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Pelican's own
        """Write a file of another plugin's generator, note one of Pelican's."""
        if self.settings[ECHO].is_written:
            super().write_file(name, *given, **named)
        elif name:
            self.settings[ECHO].note(name, named)


def open_to_others(settings: dict[str, Any]) -> None:
    """Let Pelican's generators see our texts, if anybody else would hear of it."""
    if others_listen_to(*DOCUMENTED):
        settings.update(SHOWN)
        settings[ECHO] = Echo()
    settings[ANEW] = others_listen_to(signals.content_written)


def add_reader(readers: Readers) -> None:
    """Let our reader read what is told to others."""
    if ECHO in readers.settings:
        readers.reader_classes["md"] = EchoReader


def give_writer(pelican: Pelican) -> type[EchoWriter] | None:
    """Keep Pelican's generators from writing what our build writes."""
    return EchoWriter if ECHO in pelican.settings else None
