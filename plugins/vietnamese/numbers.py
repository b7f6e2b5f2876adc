"""Numbers as Vietnam prints, types and speaks them (số)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_VIETNAMESE_MARKS: Final = str.maketrans(",.", ".,")

_FORMS: Final = (
    (re.compile(r"\d+"), ""),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"), "."),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+"), ","),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}"), ","),
    (re.compile(r"\d+[,.]\d+"), ""),
)


def decimal(value: Decimal | float, places: int | None = None) -> str:
    """Print a number with a decimal comma and dots between thousands: 1234.5 → «1.234,5».

    Without `places` every digit of the value is printed; with it, halves round away from zero.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact or abs(exact):,f}".translate(_VIETNAMESE_MARKS)


def thousands(n: int) -> str:
    """Print a whole number with dots between thousands: 1234567 → «1.234.567»."""
    return decimal(n)


def read_decimal(text: str) -> Decimal | None:
    """Read a number in Vietnamese or English writing, or return None for anything else.

    «85,03», «85.03», «1.234,5» and «1,234.5» are read. What could be either is decided so: exactly
    three digits after a single dot are thousands («1.234» is 1234; but «0.712» is a fraction,
    since no group of thousands begins with zero); a single comma is the decimal comma («1,234» is
    1.234).
    """
    stripped = text.strip().replace("\u2212", "-")
    sign, digits = (stripped[0], stripped[1:]) if stripped[:1] in ("-", "+") else ("", stripped)
    for form, separator in _FORMS:
        if digits.isascii() and form.fullmatch(digits):
            plain = digits.replace(separator, "") if separator else digits
            return Decimal(sign + plain.replace(",", "."))
    return None


_UNITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION: Final = 10**9
_SCALES: Final = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def in_words(n: Decimal | int) -> str:
    """Say a number in words: 105 → «một trăm linh năm», 85.03 → «tám mươi lăm phẩy không ba».

    Digits after the comma are said one by one; closing zeros there are not said.
    """
    if n < 0:
        return f"âm {in_words(-n)}"
    whole, _, fraction = f"{Decimal(n):f}".partition(".")
    spoken = " ".join(_whole(int(whole), full=False)) or _UNITS[0]
    digits = [_UNITS[int(digit)] for digit in fraction.rstrip("0")]
    return " ".join([spoken, "phẩy", *digits]) if digits else spoken


def _whole(n: int, *, full: bool) -> list[str]:
    """Say a whole number; `full` says the empty hundreds of a group that follows another."""
    words: list[str] = []
    if n >= _BILLION:
        words += [*_whole(n // _BILLION, full=full), "tỷ"]
        full = True
    rest = n % _BILLION
    for scale, name in _SCALES:
        group, rest = divmod(rest, scale)
        if group:
            words += [*_group(group, full=full or bool(words)), *name.split()]
    return words


def _group(n: int, *, full: bool) -> list[str]:
    """Say a number below a thousand."""
    hundreds, rest = divmod(n, 100)
    words = [_UNITS[hundreds], "trăm"] if hundreds or full else []
    tens, units = divmod(rest, 10)
    if not rest:
        return words
    if not tens:
        return [*words, *(["linh"] if words else []), _UNITS[units]]
    if tens == 1:
        return [*words, "mười", *_units(units, {5: "lăm"})]
    return [*words, _UNITS[tens], "mươi", *_units(units, _AFTER_TENS)]


def _units(units: int, changed: dict[int, str]) -> list[str]:
    """Say the last digit as it sounds after tens; nothing for zero."""
    return [changed.get(units, _UNITS[units])] if units else []


_SIZES: Final = ((1000, "byte", 0), (1000**2, "kB", 0), (1000**3, "MB", 1), (1000**4, "GB", 1))


def file_size(bytes: int) -> str:  # noqa: A002  # the reader's word for what is counted
    """Print the size of a file in decimal units: «512 byte», «345 kB», «1,2 MB»."""
    for limit, unit, places in _SIZES:
        amount = decimal(Decimal(bytes) * 1000 / limit, places).removesuffix(",0")
        if bytes < limit and amount != "1.000":
            return f"{amount} {unit}"
    return f"{decimal(Decimal(bytes) / 1000**4, 1).removesuffix(',0')} TB"
