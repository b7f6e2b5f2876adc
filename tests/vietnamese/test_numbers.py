"""Numbers are printed, read and spoken as Vietnam does it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.numbers import decimal, file_size, in_words, read_decimal, thousands


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        (Decimal("85.03"), None, "85,03"),
        (Decimal("1234.5"), None, "1.234,5"),
        (1234567, None, "1.234.567"),
        (0.1, None, "0,1"),
        (85.0, 2, "85,00"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("-2.345"), 2, "-2,35"),
        (Decimal("-0.001"), 2, "0,00"),
        (Decimal("0.7124"), 4, "0,7124"),
        (99.995, 0, "100"),
        (Decimal("1E+3"), None, "1.000"),
    ],
)
def test_a_number_is_printed_with_a_decimal_comma(
    value: Decimal | float, places: int | None, printed: str
) -> None:
    """A reader sees points as the ministry prints them."""
    assert decimal(value, places) == printed


def test_thousands_are_parted_by_dots() -> None:
    """A reader sees how many at a glance."""
    assert [thousands(n) for n in (0, 999, 1000, -1234567)] == ["0", "999", "1.000", "-1.234.567"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("85,03", "85.03"),
        ("85.03", "85.03"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("0.712", "0.712"),
        ("0,712", "0.712"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1234.567", "1234.567"),
        ("2023", "2023"),
        (" -2,5 ", "-2.5"),
        ("\u22122,5", "-2.5"),
        ("+3", "3"),
    ],
)
def test_a_number_is_read_in_either_writing(text: str, value: str) -> None:
    """An editor's spreadsheet may use a comma or a dot."""
    assert read_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1.2.3",
        "1,2,3",
        "12.34,5",
        "1.234.5",
        "1,234.567,8",
        "85 %",
        "١٢",
        "1e5",
        "--1",
    ],
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    """An editor is asked, rather than given a wrong number."""
    assert read_decimal(text) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
@settings(max_examples=1000, deadline=None)
def test_a_printed_number_reads_back(value: Decimal) -> None:
    """What the site prints can be pasted into a score sheet again."""
    assert read_decimal(decimal(value)) == value


@pytest.mark.parametrize(
    ("n", "spoken"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (121, "một trăm hai mươi mốt"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (2023, "hai nghìn không trăm hai mươi ba"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (21_010_500, "hai mươi mốt triệu không trăm mười nghìn năm trăm"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"),
        (10**18, "một tỷ tỷ"),
        (-3, "âm ba"),
        (Decimal("85.03"), "tám mươi lăm phẩy không ba"),
        (Decimal("85.50"), "tám mươi lăm phẩy năm"),
        (Decimal("12.00"), "mười hai"),
        (Decimal("-0.5"), "âm không phẩy năm"),
        (Decimal("6.42"), "sáu phẩy bốn hai"),
        (Decimal("-0.0"), "không"),
    ],
)
def test_a_number_is_said_in_words(n: Decimal | int, spoken: str) -> None:
    """A listener at a commune loudspeaker hears it as people say it."""
    assert in_words(n) == spoken


@given(st.integers(0, 10**12), st.integers(0, 10**12))
@settings(max_examples=1000, deadline=None)
def test_two_numbers_never_sound_the_same(one: int, other: int) -> None:
    """A listener cannot take one number for another."""
    assert (in_words(one) == in_words(other)) == (one == other)


def test_all_small_numbers_sound_different() -> None:
    """A listener can tell every year and every day apart."""
    assert len({in_words(n) for n in range(20_000)}) == 20_000


@pytest.mark.parametrize(
    ("size", "printed"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1000, "1 kB"),
        (345_000, "345 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_200_000, "1,2 MB"),
        (2_000_000, "2 MB"),
        (999_960_000, "1 GB"),
        (5_000_000_000_000, "5 TB"),
    ],
)
def test_a_file_shows_how_large_it_is(size: int, printed: str) -> None:
    """A reader on a phone knows what a download costs."""
    assert file_size(size) == printed
