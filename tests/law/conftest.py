"""One built site for all tests of the law, and the processes that build."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.law_bench import Bench, bench


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Build the site once, and draw its pictures once."""
    with bench(tmp_path_factory.mktemp("law")) as one:
        yield one
