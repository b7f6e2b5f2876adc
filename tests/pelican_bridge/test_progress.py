"""Whoever waits for a long build sees what it does and how far it is."""

from __future__ import annotations

import pytest

from plugins.incremental.crew import WORTH_IT, Crew
from plugins.pelican_bridge import progress
from plugins.pelican_bridge.progress import Progress


def test_a_short_build_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Most builds are over before anybody wonders."""
    shown = Progress()
    shown.begin("dựng trang")
    shown.count(1, 2)
    assert not capsys.readouterr().err


@pytest.mark.parametrize("workers", [1, 2])
def test_a_long_build_says_how_far_it_is(
    workers: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether one process does the work or several."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "PACE_IN_A_LOG", 0.0)
    shown = Progress()
    shown.begin("dựng trang")
    crew = Crew(workers=workers, told=shown.count)
    many = WORTH_IT * 20
    assert list(crew.spread(str, range(many))) == [str(number) for number in range(many)]
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("  dựng trang (")
    assert lines[-1].startswith("  dựng trang 1.200/1.200 (")
