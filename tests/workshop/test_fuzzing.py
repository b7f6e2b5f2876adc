"""Readers answer whatever they are fed; the task would say which does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.workshop.fuzzing import TARGETS, faults

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_b10_readers_answer_whatever_they_are_fed(tmp_path: Path) -> None:
    """Bytes that no person writes give Problems, never a crash; `inv fuzz` goes on for longer."""
    assert list(faults(ROOT, tmp_path, "-runs=400")) == []
    assert sorted(folder.name for folder in tmp_path.iterdir()) == sorted(TARGETS)
