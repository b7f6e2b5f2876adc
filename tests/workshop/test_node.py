"""Which Node is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.workshop.node import find_node, major_version
from plugins.workshop.running import run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("printed", "number"), [("v20.20.2\n", 20), ("v8.1.0", 8), ("", 0), ("không rõ", 0)]
)
def test_a_version_is_read_as_node_prints_it(printed: str, number: int) -> None:
    """An old Node is passed over, not tripped over."""
    assert major_version(printed) == number


def test_the_node_that_is_found_runs() -> None:
    """The set-up and Lighthouse can rely on it."""
    node = find_node(ROOT)
    assert run(node.program, "-p", "6 * 7", cwd=ROOT) == "42\n"
    assert major_version(run(node.program, "--version", cwd=ROOT)) >= 18
