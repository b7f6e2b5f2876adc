"""A date means one day in Vietnam, and reads as an article prints it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.dates import (
    ZONE,
    Misread,
    Moment,
    in_words,
    iso,
    long_date,
    month_grid,
    month_name,
    read_moment,
    short_date,
    weekday,
)

THE_DAY = Moment(at=datetime(2023, 3, 23, tzinfo=ZONE), has_time=False)
THE_MINUTE = Moment(at=datetime(2023, 3, 23, 14, 2, tzinfo=ZONE), has_time=True)
EXAMPLES = "viết như 23/03/2023, 23/03/2023 14:02 hoặc 2023-03-23"

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
#: Vietnam's clock has not been put forward or back since 1975.
MINUTES = st.datetimes(datetime(1976, 1, 1), datetime(2100, 12, 31)).map(  # noqa: DTZ001
    lambda at: Moment(at=at.replace(second=0, microsecond=0, tzinfo=ZONE), has_time=True)
)


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-23",
        "23/03/2023",
        "23/3/2023",
        "  23/03/2023 ",
        "Thứ năm, 23/03/2023",
        "thứ năm 23/03/2023",
        "THỨ NĂM, 23/03/2023",
        "Thư\u0301 năm, 23/03/2023",
        "Thứ 5, 23/03/2023",
        "T5 23/03/2023",
    ],
)
def test_a_day_is_read(text: str) -> None:
    """An editor may write the day as people do in an office."""
    assert read_moment(text) == THE_DAY


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-23 14:02",
        "2023-03-23T14:02",
        "2023-03-23T14:02:00",
        "2023-03-23T14:02:00+07:00",
        "2023-03-23 14:02 +0700",
        "2023-03-23T07:02Z",
        "2023-03-23T00:02:00-07:00",
        "23/3/2023 14:02",
        "14:02 23/03/2023",
        "14:02, 23/03/2023",
        "Thứ năm, 23/03/2023 14:02",
        "thứ 5, 23/03/2023, 14:02",
        "14:02 Thứ năm, 23/03/2023",
    ],
)
def test_a_minute_is_read(text: str) -> None:
    """An article appears at the minute that its editor wrote, in Vietnam's time."""
    assert read_moment(text) == THE_MINUTE


def test_the_day_stands_before_the_month() -> None:
    """The fifth of April is not the fourth of May."""
    assert read_moment("05/04/2023") == Moment(at=datetime(2023, 4, 5, tzinfo=ZONE), has_time=False)


def test_a_sunday_is_read() -> None:
    """An editor may also publish on a Sunday."""
    sunday = Moment(at=datetime(2023, 3, 26, 9, 5, 7, tzinfo=ZONE), has_time=True)
    assert read_moment("Chủ nhật, 26/03/2023 9:05:07") == sunday
    assert read_moment("CN, 26/03/2023 09:05:07") == sunday


@pytest.mark.parametrize(
    ("text", "fact", "remedy"),
    [
        ("", "ngày còn trống", EXAMPLES),
        ("   ", "ngày còn trống", EXAMPLES),
        ("2023", "«2023» chỉ có năm, thiếu ngày và tháng", EXAMPLES),
        ("03/2023", "«03/2023» chỉ có tháng và năm, thiếu ngày", EXAMPLES),
        ("2023-03", "«2023-03» chỉ có tháng và năm, thiếu ngày", EXAMPLES),
        ("23/03", "«23/03» thiếu năm", EXAMPLES),
        ("14:02", "«14:02» chỉ có giờ, thiếu ngày", EXAMPLES),
        ("hôm qua", "không đọc được ngày «hôm qua»", EXAMPLES),
        (
            "31/02/2023",
            "không có ngày 31: tháng 2 năm 2023 chỉ có 28 ngày",
            "kiểm tra lại ngày và tháng",
        ),
        (
            "00/03/2023",
            "không có ngày 0: tháng 3 năm 2023 chỉ có 31 ngày",
            "kiểm tra lại ngày và tháng",
        ),
        ("03/23/2023", "không có tháng 23", "viết ngày trước, tháng sau: 23/03/2023"),
        ("23/13/2023", "không có tháng 13", "viết ngày trước, tháng sau, ví dụ 23/03/2023"),
        ("02/30/2023", "không có tháng 30", "viết ngày trước, tháng sau, ví dụ 23/03/2023"),
        ("2023-13-01", "không có tháng 13", "viết năm, tháng, ngày, ví dụ 2023-03-23"),
        (
            "23/03/23",
            "«23/03/23» viết năm bằng hai chữ số",
            "viết đủ bốn chữ số của năm, ví dụ 23/03/2023",
        ),
        (
            "Thứ năm, 23/03/23 14:02",
            "«Thứ năm, 23/03/23 14:02» viết năm bằng hai chữ số",
            "viết đủ bốn chữ số của năm, ví dụ 23/03/2023",
        ),
        (
            "Thứ sáu, 23/03/2023 14:02",
            "23/03/2023 là thứ năm, không phải thứ sáu",
            "viết «Thứ năm, 23/03/2023», hoặc sửa lại ngày",
        ),
        (
            "CN, 23/03/2023",
            "23/03/2023 là thứ năm, không phải cn",
            "viết «Thứ năm, 23/03/2023», hoặc sửa lại ngày",
        ),
        ("23/03/2023 24:00", "trong ngày không có 24:00", "viết giờ từ 00:00 đến 23:59"),
        ("23/03/2023 14:60", "trong ngày không có 14:60", "viết giờ từ 00:00 đến 23:59"),
        ("23/03/1023", "năm 1023 nằm ngoài khoảng 1900–2100", "kiểm tra lại năm"),
        (
            "23-03-2023",
            "không đọc được ngày «23-03-2023»",
            "viết ngày, tháng, năm cách nhau bằng dấu gạch chéo, ví dụ 23/03/2023",
        ),
        (
            "23/03/2023 14h02",
            "không đọc được giờ trong «23/03/2023 14h02»",
            "viết giờ và phút cách nhau bằng dấu hai chấm, ví dụ 23/03/2023 14:02",
        ),
        ("٢٣/٠٣/٢٠٢٣", "không đọc được ngày «٢٣/٠٣/٢٠٢٣»", EXAMPLES),
    ],
)
def test_what_is_no_date_is_told_with_a_remedy(text: str, fact: str, remedy: str) -> None:
    """An editor learns what to type, and no article gets a guessed day."""
    assert read_moment(text) == Misread(fact=fact, remedy=remedy)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01/01/1900", date(1900, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
        ("29/02/2024", date(2024, 2, 29)),
        ("30/04/2023", date(2023, 4, 30)),
    ],
)
def test_the_first_and_the_last_day_are_days(text: str, day: date) -> None:
    """The edges of the calendar belong to it."""
    assert read_moment(text) == Moment(at=datetime.combine(day, time(), ZONE), has_time=False)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("01/23/2023", "viết ngày trước, tháng sau: 23/01/2023"),
        ("12/23/2023", "viết ngày trước, tháng sau: 23/12/2023"),
        ("13/23/2023", "viết ngày trước, tháng sau, ví dụ 23/03/2023"),
    ],
)
def test_a_day_that_was_written_first_is_turned_round(text: str, remedy: str) -> None:
    """An editor who knows English dates is shown the date that was meant."""
    assert read_moment(text) == Misread(fact="không có tháng 23", remedy=remedy)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2023-03-23T14:02+05:30", 15, 32),
        ("2023-03-23T04:02-05:30", 16, 32),
        ("2023-03-23T14:02+11:00", 10, 2),
        ("2023-03-23T07:02Z", 14, 2),
    ],
)
def test_another_clock_is_converted_to_vietnams(text: str, hour: int, minute: int) -> None:
    """What a program wrote elsewhere is shown as the clock on the wall here says."""
    found = read_moment(text)
    assert isinstance(found, Moment)
    assert (found.at.hour, found.at.minute, found.at.tzinfo) == (hour, minute, ZONE)


def test_a_long_text_in_place_of_a_date_is_cut_in_the_message() -> None:
    """An editor who pasted a paragraph still reads the remedy."""
    misread = read_moment("một đoạn văn rất dài " * 20)
    assert isinstance(misread, Misread)
    assert misread.fact == (
        "không đọc được ngày «một đoạn văn rất dài một đoạn văn rất dài một đoạn văn rất…»"
    )


@given(st.text(max_size=40) | st.text("0123456789/-: thứnămTZ+", max_size=30))
@settings(max_examples=1000, deadline=None)
def test_any_text_is_a_moment_or_a_message(text: str) -> None:
    """No text in a date's place stops a build."""
    assert isinstance(read_moment(text), Moment | Misread)


@given(DAYS)
@settings(max_examples=1000, deadline=None)
def test_a_printed_day_reads_back(day: date) -> None:
    """What a page prints can be copied into front matter."""
    moment = Moment(at=datetime(day.year, day.month, day.day, tzinfo=ZONE), has_time=False)
    assert moment.day == day
    assert read_moment(long_date(moment)) == moment
    assert read_moment(short_date(day)) == moment
    assert read_moment(iso(moment)) == moment


@given(MINUTES)
@settings(max_examples=1000, deadline=None)
def test_a_printed_minute_reads_back(moment: Moment) -> None:
    """What a page prints to the minute can be copied into front matter."""
    assert read_moment(long_date(moment)) == moment
    assert read_moment(iso(moment)) == moment
    assert read_moment(moment.at.astimezone(UTC).isoformat()) == moment


@given(MINUTES, MINUTES)
@settings(max_examples=1000, deadline=None)
def test_moments_stand_in_the_order_of_time(one: Moment, other: Moment) -> None:
    """The newest article is the newest."""
    assert (one < other) == (one.at < other.at)


def test_a_moment_is_printed_as_the_plan_shows_it() -> None:
    """A reader sees the weekday, the day and the minute."""
    assert long_date(THE_MINUTE) == "Thứ năm, 23/03/2023 14:02"
    assert long_date(THE_DAY) == "Thứ năm, 23/03/2023"
    assert iso(THE_MINUTE) == "2023-03-23T14:02:00+07:00"
    assert iso(THE_DAY) == "2023-03-23"
    assert short_date(date(2023, 4, 5)) == "05/04/2023"
    assert month_name(2023, 3) == "Tháng 3 năm 2023"


def test_every_weekday_has_its_name() -> None:
    """A reader plans by the day of the week."""
    monday = date(2023, 3, 20)
    assert [weekday(monday + timedelta(days=ahead)) for ahead in range(7)] == [
        "Thứ hai",
        "Thứ ba",
        "Thứ tư",
        "Thứ năm",
        "Thứ sáu",
        "Thứ bảy",
        "Chủ nhật",
    ]


@pytest.mark.parametrize(
    ("day", "spoken"),
    [
        (
            date(2023, 3, 23),
            "ngày hai mươi ba tháng ba năm hai nghìn không trăm hai mươi ba",
        ),
        (date(2023, 4, 5), "ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi ba"),
        (date(1945, 9, 2), "ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm"),
        (date(2024, 12, 10), "ngày mùng mười tháng mười hai năm hai nghìn không trăm hai mươi tư"),
        (date(2030, 1, 31), "ngày ba mươi mốt tháng một năm hai nghìn không trăm ba mươi"),
    ],
)
def test_a_day_is_said_in_words(day: date, spoken: str) -> None:
    """A listener hears the day as an announcer says it."""
    assert in_words(day) == spoken


def test_a_month_is_a_grid_of_weeks() -> None:
    """A reader finds a day in a calendar that starts on Monday."""
    grid = month_grid(2023, 3)
    assert [[day.day if day else 0 for day in week] for week in grid] == [
        [0, 0, 1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10, 11, 12],
        [13, 14, 15, 16, 17, 18, 19],
        [20, 21, 22, 23, 24, 25, 26],
        [27, 28, 29, 30, 31, 0, 0],
    ]


@given(DAYS)
@settings(max_examples=1000, deadline=None)
def test_a_day_stands_once_in_its_month_under_its_weekday(day: date) -> None:
    """No day is missing from the calendar."""
    places = [
        column
        for week in month_grid(day.year, day.month)
        for column, cell in enumerate(week)
        if cell == day
    ]
    assert places == [day.weekday()]


@given(MINUTES)
@settings(max_examples=1000, deadline=None)
def test_a_minute_is_printed_with_two_digits_for_each_part(moment: Moment) -> None:
    """Dates stand under one another in a list."""
    at = moment.at
    assert long_date(moment) == f"{weekday(at.date())}, {at:%d/%m/%Y %H:%M}"
    assert long_date(Moment(at=at, has_time=False)) == f"{weekday(at.date())}, {at:%d/%m/%Y}"
