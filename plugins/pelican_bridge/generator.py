"""Our generator: Pelican calls it twice, to read and to write."""

from __future__ import annotations

from pelican.generators import Generator

from plugins.pelican_bridge.options import BuildReport
from plugins.pelican_bridge.whole_build import WholeBuild


class NewsroomGenerator(Generator):  # type: ignore[misc]  # Pelican is untyped
    """Everything that the site is made of; Pelican's own generators stay idle."""

    def generate_context(self) -> None:
        """Gather, read and check; stop at the gate when there is an error."""
        report = self.settings.get("BUILD_REPORT") or BuildReport()
        self.whole = WholeBuild(self.settings, report, lambda: self.env)
        self.whole.read()

    def generate_output(self, _writer: object) -> None:
        """Make what has to be made, and change what is served to it."""
        self.whole.write()
