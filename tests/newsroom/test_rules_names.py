"""Names of an article are checked against the registers and against its day."""

from __future__ import annotations

from datetime import date

from support.newsrooms import agency, newsroom
from support.records import article

from plugins.newsroom.rules.lifetimes import every_agency_existed_on_its_day
from plugins.newsroom.rules.names import every_agency_exists, nothing_is_named_twice
from plugins.newsroom.rules.succession import every_successor_follows, nothing_descends_from_itself


def test_a_name_written_for_an_id_is_led_to_the_id() -> None:
    """An editor who writes «Sở Nội vụ» is told the id that belongs to it."""
    whole = newsroom(
        article(agency_ids=("Sở Nội vụ",)), agencies={"so-noi-vu": agency("so-noi-vu")}
    )
    (problem,) = every_agency_exists(whole)
    assert problem.remedy == "có phải là «so-noi-vu»? Nếu không, thêm vào content/co-quan.csv"


def test_an_agency_lives_on_its_first_and_its_last_day() -> None:
    """The day of a merger belongs to the old name until its last minute."""
    day = date(2023, 3, 23)
    whole = newsroom(
        article(agency_ids=("a", "b")),
        agencies={"a": agency("a", since=day), "b": agency("b", until=day)},
    )
    assert list(every_agency_existed_on_its_day(whole)) == []


def test_the_name_of_the_day_is_found_over_two_successions() -> None:
    """An editor who knows only today's name gets the one that an old article needs."""
    first = agency("a", until=date(2023, 12, 31), successor="b")
    second = agency("b", since=date(2024, 1, 1), until=date(2024, 12, 31), successor="c")
    third = agency("c", since=date(2025, 1, 1))
    whole = newsroom(
        article(agency_ids=("c",)),
        agencies={record.id: record for record in (first, second, third)},
    )
    (problem,) = every_agency_existed_on_its_day(whole)
    assert problem.remedy == "ngày ấy là «Cơ quan a», mã a"


def test_both_predecessors_of_a_merger_are_offered() -> None:
    """Where two became one, the editor chooses which of the two is meant."""
    last = date(2024, 12, 31)
    records = (
        agency("a", until=last, successor="c"),
        agency("b", until=last, successor="c"),
        agency("c", since=date(2025, 1, 1)),
    )
    whole = newsroom(article(agency_ids=("c",)), agencies={record.id: record for record in records})
    (problem,) = every_agency_existed_on_its_day(whole)
    assert problem.remedy == "ngày ấy là «Cơ quan a», mã a hoặc «Cơ quan b», mã b"


def test_an_agency_that_goes_into_an_older_one_is_sound() -> None:
    """A department that takes over another has existed before."""
    records = (agency("a", until=date(2025, 2, 28), successor="b"), agency("b"))
    whole = newsroom(article(), agencies={record.id: record for record in records})
    assert list(every_successor_follows(whole)) == []


def test_an_agency_that_succeeds_itself_is_a_circle() -> None:
    """A slip of the pen in one line may not hang the build."""
    whole = newsroom(article(), agencies={"a": agency("a", successor="a")})
    (problem,) = nothing_descends_from_itself(whole)
    assert problem.fact == "các ô «ke-thua» đi vòng: a → a"


def test_a_chain_that_runs_into_a_circle_is_reported_once() -> None:
    """An editor mends the circle, not every line that leads to it."""
    records = (agency("a", successor="b"), agency("b", successor="c"), agency("c", successor="b"))
    whole = newsroom(article(), agencies={record.id: record for record in records})
    (problem,) = nothing_descends_from_itself(whole)
    assert problem.fact == "các ô «ke-thua» đi vòng: b → c → b"


def test_the_home_column_is_not_named_again() -> None:
    """An article would stand twice in the list of its own column."""
    home = ("chuyen-trang", "chuyen-muc")
    (problem,) = nothing_is_named_twice(newsroom(article(columns=(home, home))))
    assert problem.fact == "«chuyen-trang/chuyen-muc» đã là thư mục của bài"
