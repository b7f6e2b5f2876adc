"""Lighthouse on the pages that readers open most."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.workshop.lighthouse import measured
from plugins.workshop.rehearsal import Rehearsal

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_lighthouse_gives_full_marks(site: Rehearsal) -> None:
    """Whoever quotes the tool against the site has nothing to quote.

    Speed is left to `inv lighthouse`: a machine that runs tests is no place to measure it.
    """
    short = {
        score.kind: (score.points, score.faults)
        for score in measured(ROOT, site)
        if any(points < 100 for name, points in score.points.items() if name != "performance")
    }
    assert short == {}
