"""What a server answers, as people read it."""

from __future__ import annotations

from plugins.publishing.receiver.words import Answer
from plugins.publishing.saying import releases_said

ONE, TWO = "00000001-20261124T0000-000000000001", "00000002-20261124T0100-000000000002"


def test_g01_the_log_is_told_in_vietnams_time() -> None:
    """The server notes UTC; whoever asks who published at eight in the morning means here."""
    status: Answer = {
        "live": TWO,
        "releases": [ONE, TWO],
        "maintenance": False,
        "log": [{"at": "2026-11-24T01:05:09Z", "did": "activate", "release": TWO, "by": "Người"}],
    }
    lines = releases_said(status).splitlines()
    assert lines[1:3] == [f"→ {TWO}", f"  {ONE}"]
    assert lines[-1] == f"  24/11/2026 08:05  đưa lên {TWO}, do Người"
