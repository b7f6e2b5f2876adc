"""Our generator: Pelican calls it twice, to read and to write."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.pelican_bridge.echo import ECHO
from plugins.pelican_bridge.options import BuildReport
from plugins.pelican_bridge.told import Told, texts_told
from plugins.pelican_bridge.whole_build import WholeBuild


class NewsroomGenerator(Generator):  # type: ignore[misc]  # Pelican is untyped
    """Everything that the site is made of; Pelican's own generators write nothing."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Pelican's own
        """Read at once if other plugins are told of it: Pelican's generators come before ours."""
        super().__init__(*given, **named)
        if ECHO in self.settings:
            self.settings[ECHO].texts = self._whole.soundly(self._tell)

    def generate_context(self) -> None:
        """Gather, read and check; stop at the gate when there is an error."""
        self._whole  # noqa: B018 - it reads, once

    def generate_output(self, _writer: object) -> None:
        """Make what has to be made, and change what is served to it."""
        self._whole.write()
        if ECHO in self.settings:
            pages = (name for name in self._whole.report.written if name.endswith(".html"))
            self.settings[ECHO].announce(pages, Path(self.output_path), self.context)

    def _tell(self) -> dict[str, Told]:
        return texts_told(self._whole.desk, self._whole.site, self.settings)

    @cached_property
    def _whole(self) -> WholeBuild:
        report = self.settings.get("BUILD_REPORT") or BuildReport()
        whole = WholeBuild(self.settings, report, lambda: self.env)
        whole.read()
        return whole
