"""Who else listens to Pelican's signals in this process: plugins that are not ours."""

from __future__ import annotations

from blinker import ANY, NamedSignal
from pelican.plugins import signals

OURS = __name__.partition(".")[0]
DOCUMENTED = tuple(one for one in vars(signals).values() if isinstance(one, NamedSignal))
"""Every signal that Pelican documents."""


def others_listen_to(*some: NamedSignal) -> bool:
    """Say whether anybody but our own plugins is connected to one of these signals."""
    return any(_is_strange(receiver) for one in some for receiver in one.receivers_for(ANY))


def _is_strange(receiver: object) -> bool:
    module = getattr(receiver, "__module__", None) or type(receiver).__module__
    return module.partition(".")[0] != OURS
