"""Names are dated: an old article keeps the name of its day, with what it is today."""

from __future__ import annotations

from datetime import date

from plugins.newsroom.naming import heir_of, name_on
from plugins.newsroom.registers import Agency, Dated, Spot
from plugins.newsroom.view_parts import AgencyName

TODAY = date(2026, 11, 24)


def agency(key: str, name: str, until: date | None = None, heir: str = "") -> Agency:
    """Make an agency that ended on a day and has a successor."""
    return Agency(
        id=key,
        name=name,
        short_name=name,
        level="tinh",
        kind="sở",
        parent_id="",
        validity=Dated(valid_from=None, valid_until=until),
        successor_id=heir,
        website="",
        source="nguồn",
        spot=Spot(path="co-quan.csv", line=2),
    )


def register(*agencies: Agency) -> dict[str, Agency]:
    """Make a register of agencies."""
    return {agency.id: agency for agency in agencies}


def exists(record: Agency) -> bool:
    """Say whether an agency exists today."""
    return record.validity.existed_on(TODAY)


INFORMATION = agency("tttt", "Sở Thông tin và Truyền thông", date(2025, 2, 28), "khcn")
SCIENCE = agency("khcn", "Sở Khoa học và Công nghệ")


def test_an_agency_that_ended_is_shown_with_what_it_is_now() -> None:
    """A citizen who reads an article of 2023 knows whom to ask today."""
    found = name_on(INFORMATION, register(INFORMATION, SCIENCE), exists)
    assert found == AgencyName(
        name="Sở Thông tin và Truyền thông",
        url="/co-quan/tttt/",
        now="Sở Khoa học và Công nghệ",
        now_url="/co-quan/khcn/",
    )


def test_an_agency_that_exists_has_no_other_name() -> None:
    """Nothing is said where there is nothing to say."""
    assert name_on(SCIENCE, register(SCIENCE), exists).now == ""


def test_successors_are_followed_to_the_one_that_exists() -> None:
    """Two mergers in a row lead to the agency of today, not to one that is gone as well."""
    between = agency("khcn", "Sở Khoa học", date(2026, 1, 1), "so-moi")
    newest = agency("so-moi", "Sở Mới")
    assert heir_of(INFORMATION, register(INFORMATION, between, newest), exists) is newest


def test_an_unknown_or_circular_successor_is_no_successor() -> None:
    """A mistake in the register never hangs a build."""
    circle = agency("khcn", "Sở Khoa học", date(2026, 1, 1), "tttt")
    assert heir_of(INFORMATION, register(INFORMATION, circle), exists) is None
    assert heir_of(INFORMATION, register(INFORMATION), exists) is None
