"""Another name of a stylesheet goes into pages as if they had been rendered again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.renaming import Renaming

BEFORE = {"stylesheet": "/tai-nguyen/site.1a.css", "script": "/tai-nguyen/site.1a.js"}
AFTER = {**BEFORE, "stylesheet": "/tai-nguyen/site.2b.css"}
NAMES = st.fixed_dictionaries(
    {
        name: st.integers(0, 9).map(lambda number, n=name: f"/tai-nguyen/{n}.{number}.x")  # type: ignore[misc]
        for name in ("a", "b", "c")
    }
)


def page(names: dict[str, str]) -> bytes:
    """Print every address, some of them twice, between other words."""
    addresses = (address for _, address in sorted(names.items()))
    return " ".join(f"chữ {address} chữ {address}x" for address in addresses).encode()


def test_the_new_address_stands_where_the_old_one_stood() -> None:
    """A reader's browser asks for the stylesheet that there is."""
    renaming = Renaming(BEFORE, AFTER)
    assert renaming.is_possible
    assert renaming.of(page(BEFORE)) == page(AFTER)


@given(NAMES, NAMES)
def test_a_page_comes_out_as_if_it_were_printed_anew(
    before: dict[str, str], after: dict[str, str]
) -> None:
    """Whichever files have changed, one after the other or all at once."""
    renaming = Renaming(before, after)
    assert renaming.is_possible
    assert renaming.of(page(before)) == page(after)


@pytest.mark.parametrize(
    "after",
    [
        {"stylesheet": "/tai-nguyen/site.2b.css"},
        {**AFTER, "icon": "/tai-nguyen/icon.3c.svg"},
        {name: address.replace("tai-nguyen", "giao-dien") for name, address in BEFORE.items()},
        {"stylesheet": BEFORE["script"], "script": BEFORE["stylesheet"]},
    ],
    ids=["one less", "one more", "another folder", "exchanged"],
)
def test_what_may_not_come_out_right_is_rendered(after: dict[str, str]) -> None:
    """To put one name for the other is no way when a template may ask for other names."""
    assert not Renaming(BEFORE, after).is_possible


@pytest.mark.parametrize("other", ["/tai-nguyen/site.1a.css", "/tai-nguyen/site.1a.css.map"])
def test_names_that_hold_one_another_are_rendered(other: str) -> None:
    """The part of a longer name must not be taken for a shorter one."""
    before = {**BEFORE, "map": other}
    assert not Renaming(before, {**AFTER, "map": "/tai-nguyen/site.9.map"}).is_possible
