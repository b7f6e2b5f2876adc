"""Where the pages and the files of scorecards stand (địa chỉ)."""

from __future__ import annotations

from typing import Final

from plugins.newsroom.view_parts import Link

HOME: Final = Link(label="Chỉ số", url="/chi-so/")
CATALOGUE: Final = "/du-lieu/v1/catalog.jsonld"
DATA: Final = "du-lieu/v1/chi-so/"
"""The folder of the open data: the version goes up when a field changes its meaning."""


def of_card(card: str) -> str:
    """Give a scorecard's address: `/chi-so/papi/`."""
    return f"{HOME.url}{card}/"


def of_period(card: str, period: str, parent: str = "") -> str:
    """Give a period's address: `/chi-so/papi/2022/`, `/chi-so/766/2025-03/tinh-gia-lai/`."""
    return f"{of_card(card)}{period}/" + (f"{parent}/" if parent else "")


def of_unit(card: str, unit: str) -> str:
    """Give a unit's address: `/chi-so/papi/don-vi/tinh-binh-dinh/`."""
    return f"{of_card(card)}don-vi/{unit}/"


def of_embed(card: str, unit: str) -> str:
    """Give the address of a unit's chart for other sites: `…/tinh-binh-dinh/nhung/`."""
    return f"{of_unit(card, unit)}nhung/"


def of_comparison(card: str) -> str:
    """Give the address of the page that compares: `/chi-so/papi/so-sanh/`."""
    return f"{of_card(card)}so-sanh/"


def of_data(card: str, name: str) -> str:
    """Give the address of a file of open data: `/du-lieu/v1/chi-so/papi/2022.csv`."""
    return f"/{DATA}{card}/{name}"
