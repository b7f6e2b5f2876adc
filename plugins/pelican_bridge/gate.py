"""The gate between checking and writing."""

from __future__ import annotations


class GateClosed(SystemExit):
    """The content has errors: nothing was written. Pelican's own command exits with 1."""

    def __init__(self) -> None:
        """Exit with 1."""
        super().__init__(1)
