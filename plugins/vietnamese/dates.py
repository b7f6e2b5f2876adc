"""Days and minutes as a Vietnamese page writes them (ngày, giờ), always in Vietnam's time."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from plugins.vietnamese import numbers
from plugins.vietnamese.cut import cut
from plugins.vietnamese.normalise import nfc

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")

WEEKDAYS: Final = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_FIRST_TEN: Final = 10
_APRIL: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Moment:
    """A day, or a minute of a day, in Vietnam's time (thời điểm); `at` is aware and in ZONE.

    Without a time, `at` is the first minute of the day. Moments are ordered by `at`.
    """

    at: datetime
    has_time: bool

    @property
    def day(self) -> date:
        """Return the day in Vietnam."""
        return self.at.date()


def weekday(day: date) -> str:
    """Return the weekday's name: «Thứ năm», «Chủ nhật»."""
    return WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """Return the day as «23/03/2023»."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(moment: Moment) -> str:
    """Return the moment as an article prints it: «Thứ năm, 23/03/2023 14:02»."""
    at = moment.at
    day = f"{weekday(at)}, {short_date(at)}"
    return f"{day} {at.hour:02}:{at.minute:02}" if moment.has_time else day


def iso(moment: Moment) -> str:
    """Return the moment for machines: `2023-03-23T14:02:00+07:00`, or `2023-03-23` without time."""
    return moment.at.isoformat(timespec="seconds") if moment.has_time else moment.day.isoformat()


def month_name(year: int, month: int) -> str:
    """Return the month's name: «Tháng 3 năm 2023»."""
    return f"Tháng {month} năm {year}"


def in_words(day: date) -> str:
    """Say a day in words: «ngày hai mươi ba tháng ba năm hai nghìn không trăm hai mươi ba».

    The first ten days are «mùng», without which «ngày năm» would sound like a year; the fourth
    month is «tháng tư».
    """
    first_ten = "mùng " if day.day <= _FIRST_TEN else ""
    month = "tư" if day.month == _APRIL else numbers.in_words(day.month)
    return (
        f"ngày {first_ten}{numbers.in_words(day.day)} tháng {month}"
        f" năm {numbers.in_words(day.year)}"
    )


def month_grid(year: int, month: int) -> tuple[tuple[date | None, ...], ...]:
    """Return the weeks of a month, Monday first; None where a cell lies in another month."""
    weeks = calendar.Calendar(firstweekday=calendar.MONDAY).monthdayscalendar(year, month)
    return tuple(tuple(date(year, month, day) if day else None for day in week) for week in weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """Why a text is no date (lỗi đọc ngày), and what to write instead; both open in lower case."""

    fact: str
    remedy: str


_WEEKDAY: Final = r"(?P<weekday>chủ nhật|cn|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7])"
_DAY: Final = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"
_ISO_DAY: Final = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_TIME: Final = r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?)"
_OFFSET: Final = r"(?P<offset>z|[+-](?:0\d|1[0-4]):?[0-5]\d)"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?:{_WEEKDAY},? )?{_DAY}(?:,? {_TIME})?",
        rf"{_TIME},? (?:{_WEEKDAY},? )?{_DAY}",
        rf"{_ISO_DAY}(?:[t ]{_TIME}(?: ?{_OFFSET})?)?",
    )
)

_EXAMPLES: Final = "viết như 23/03/2023, 23/03/2023 14:02 hoặc 2023-03-23"
_UNREADABLE: Final = (
    (r"", "ngày còn trống", _EXAMPLES),
    (r"\d{4}", "«{text}» chỉ có năm, thiếu ngày và tháng", _EXAMPLES),
    (r"\d{1,2}/\d{4}|\d{4}-\d{1,2}", "«{text}» chỉ có tháng và năm, thiếu ngày", _EXAMPLES),
    (r"\d{1,2}/\d{1,2}", "«{text}» thiếu năm", _EXAMPLES),
    (_TIME, "«{text}» chỉ có giờ, thiếu ngày", _EXAMPLES),
    (
        r".*\b\d{1,2}([/.-])\d{1,2}\1\d{2}\b.*",
        "«{text}» viết năm bằng hai chữ số",
        "viết đủ bốn chữ số của năm, ví dụ 23/03/2023",
    ),
    (
        r".*\b\d{1,2}([.-])\d{1,2}\1\d{4}\b.*",
        "không đọc được ngày «{text}»",
        "viết ngày, tháng, năm cách nhau bằng dấu gạch chéo, ví dụ 23/03/2023",
    ),
    (
        r".*\b\d{1,2} ?(?:h|g|giờ)(?: ?\d{2})?\b.*",
        "không đọc được giờ trong «{text}»",
        "viết giờ và phút cách nhau bằng dấu hai chấm, ví dụ 23/03/2023 14:02",
    ),
    (r".*", "không đọc được ngày «{text}»", _EXAMPLES),
)

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_MONTHS: Final = 12
_ISO_ORDER: Final = "viết năm, tháng, ngày, ví dụ 2023-03-23"


def read_moment(text: str) -> Moment | Misread:
    """Read a date with or without a time; the day comes before the month, as Vietnam writes it.

    Read are `2023-03-23`, `2023-03-23T14:02+07:00` (another offset is converted), `23/3/2023`,
    `14:02 23/03/2023` and «Thứ năm, 23/03/2023 14:02», where the weekday must be the right one.
    """
    written = " ".join(nfc(text).split())
    for form in _FORMS:
        match = form.fullmatch(written.lower())
        if match:
            return _moment(match.groupdict())
    return next(
        Misread(fact=fact.format(text=cut(written, 60)), remedy=remedy)
        for form, fact, remedy in _UNREADABLE
        if re.fullmatch(form, written.lower())
    )


def _moment(parts: dict[str, str | None]) -> Moment | Misread:
    """Join the parts of a date that has the right shape, or say which part is impossible."""
    year, month, number = (int(parts[part] or 0) for part in ("year", "month", "day"))
    if not 1 <= month <= _MONTHS:
        remedy = _ISO_ORDER if "offset" in parts else _day_first(year, month, number)
        return Misread(fact=f"không có tháng {month}", remedy=remedy)
    day = _day(year, month, number)
    if isinstance(day, Misread):
        return day
    named = parts.get("weekday")
    if named and _weekday_number(named) != day.weekday():
        return _other_weekday(day, named)
    hour = _time(parts["time"] or "00:00")
    if isinstance(hour, Misread):
        return hour
    at = datetime.combine(day, hour, tzinfo=_zone(parts.get("offset")))
    return Moment(at=at.astimezone(ZONE), has_time=bool(parts["time"]))


def _other_weekday(day: date, named: str) -> Misread:
    """Say which weekday the day is."""
    return Misread(
        fact=f"{short_date(day)} là {weekday(day).lower()}, không phải {named}",
        remedy=f"viết «{weekday(day)}, {short_date(day)}», hoặc sửa lại ngày",
    )


def _weekday_number(name: str) -> int:
    """Return the number of a weekday written as «thứ năm», «thứ 5», «t5», «chủ nhật» or «cn»."""
    if name[-1].isdigit():
        return int(name[-1]) - 2
    return len(WEEKDAYS) - 1 if name == "cn" else WEEKDAYS.index(name.capitalize())


def _day(year: int, month: int, day: int) -> date | Misread:
    """Return the day of a month of the calendar, or say why there is none."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Misread(
            fact=f"năm {year} nằm ngoài khoảng {_FIRST_YEAR}–{_LAST_YEAR}",
            remedy="kiểm tra lại năm",
        )
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        return Misread(
            fact=f"không có ngày {day}: tháng {month} năm {year} chỉ có {days} ngày",
            remedy="kiểm tra lại ngày và tháng",
        )
    return date(year, month, day)


def _day_first(year: int, month: int, day: int) -> str:
    """Say that the day comes first, with the date turned round when that would be one."""
    turned = _day(year, day, month) if 1 <= day <= _MONTHS else None
    if isinstance(turned, date):
        return f"viết ngày trước, tháng sau: {short_date(turned)}"
    return "viết ngày trước, tháng sau, ví dụ 23/03/2023"


def _time(written: str) -> time | Misread:
    """Return the time of day, or say that no day has such a time."""
    try:
        hour, minute, second = [*map(int, written.split(":")), 0][:3]
        return time(hour, minute, second)
    except ValueError:
        return Misread(fact=f"trong ngày không có {written}", remedy="viết giờ từ 00:00 đến 23:59")


def _zone(offset: str | None) -> tzinfo:
    """Return the zone that a date names, or Vietnam's when it names none."""
    if offset is None:
        return ZONE
    if offset == "z":
        return UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
