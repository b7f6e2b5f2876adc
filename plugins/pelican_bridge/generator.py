"""Our generator: Pelican calls it twice, to read and to write."""

from __future__ import annotations

from pelican.generators import Generator

from plugins.pelican_bridge.building import Building
from plugins.pelican_bridge.options import BuildReport


class NewsroomGenerator(Generator):  # type: ignore[misc]  # Pelican is untyped
    """Everything that the site is made of; Pelican's own generators stay idle."""

    def generate_context(self) -> None:
        """Gather, read and check; stop at the gate when there is an error."""
        report = self.settings.get("BUILD_REPORT") or BuildReport()
        self.building = Building(self.settings, report, lambda: self.env)
        self.building.read()

    def generate_output(self, _writer: object) -> None:
        """Make what has to be made, and change what is served to it."""
        self.building.write()
