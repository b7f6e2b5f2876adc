"""Options and fixtures that every kind of test shares."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `inv bless` accept what is said or built now as what is expected."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected files")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Say whether expected files are to be rewritten."""
    return bool(request.config.getoption("--bless"))


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests whose expected files `inv bless` rewrites."""
    config.addinivalue_line("markers", "golden: compares with files that `inv bless` rewrites")
